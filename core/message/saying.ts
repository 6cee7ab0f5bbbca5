import type { Case } from '../case/case.ts'
import { daysAfter, lifeDays } from '../case/deadline.ts'
import type { Event, EventType, OutwardType } from '../case/event.ts'
import { isFirstUse } from '../case/form-trust.ts'
import { isMailItem } from '../case/mail.ts'
import { isHeld } from '../case/missing.ts'
import { holderOf, phaseOf } from '../case/status.ts'
import { newsOf } from '../evidence/item-findings.ts'
import { isLoss } from '../procedure/course.ts'
import type { Message, NoticeCode, StaffNoticeCode } from './message.ts'
import { ending, lastStep, nudges, revocationDays } from './own-time.ts'

/** How long a claim lasts without activity, in milliseconds. */
export const leaseMs = 20 * 60_000

/** A notice to the requester. */
export const notice = (code: NoticeCode, detail?: Readonly<Record<string, string>>): Message =>
  detail === undefined ? { to: 'requester', what: 'notice', code } : { to: 'requester', what: 'notice', code, detail }

type Say<T extends EventType> = (e: Extract<Event, { type: T }>, before: Case | undefined, after: Case) => Message[]

const toAgents = (code: StaffNoticeCode): Message => ({ to: 'agents', what: 'notice', code })
const toVerifiers = (code: StaffNoticeCode): Message => ({ to: 'verifiers', what: 'notice', code })

/** What each happening owes; one that is not named owes nothing of its own, and a note of staff cannot be named. */
const sayings: { readonly [K in OutwardType]?: Say<K> } = {
  opened: (e) => ending(e.at, daysAfter(e.at, lifeDays.draft)),
  'evidence-received': (e) => [{ to: 'house', what: 'fetch-evidence', fileId: e.fileId }],
  'evidence-cleared': (e) => [forgetting(e.at)],
  // Devices that are no longer named take their proofs with them.
  answered: (e, before) => (e.item === 'devices' && before?.answers.devices !== undefined ? [forgetting(e.at)] : []),
  'evidence-stored': (e, _, after) => remarked(after, e.item, e.fileId, e.at),
  'evidence-moved': (e, _, after) => [
    notice('evidence-moved', { item: e.to }),
    ...remarked(after, e.to, e.fileId, e.at),
  ],
  'evidence-refused': (e) => (isMailItem(e.item) ? [] : [notice('evidence-refused', { fault: e.code, item: e.item })]),
  // Once, however many files wait for the same scanner.
  'evidence-held': (e, before) =>
    isMailItem(e.item) || (before !== undefined && isHeld(before)) ? [] : [notice('evidence-held')],
  submitted: (_, before, after) => bySubmission(before, after),
  claimed: (e) => [lease(e.at)],
  released: (e) => (e.because === 'away' ? [notice('new-verifier')] : []),
  'handed-over': (e, before) => [
    notice('new-verifier'),
    ...(e.secret.reason === undefined ? [] : relieved(before?.verifier?.id)),
  ],
  'code-asked': () => [{ to: 'house', what: 'send-code' }],
  proved: (_, __, { status }) => [
    notice('proved'),
    // The dialogue waits for the code: it must hear that it may go on.
    ...(holderOf(status) === 'requester' ? [{ to: 'requester', what: 'knock' } as const] : []),
    ...(phaseOf(status) === 'fill' ? [] : [{ to: 'requester', what: 'panel' } as const]),
    { to: 'house', what: 'compare-claims' },
  ],
  returned: (e) => [notice('returned'), ...ending(e.at, e.dueAt)],
  rejected: () => [notice('rejected')],
  'call-started': () => [notice('call-words')],
  'call-missed': (e) => (e.freezes ? [notice('frozen')] : []),
  'identity-confirmed': (e) => [
    ...(e.method === 'call' ? [notice('call-over')] : []),
    { to: 'house', what: 'bind-chat' },
  ],
  settled: (e) => [notice('settled'), ...lastStep(e.at, e.dueAt ?? undefined)],
  'form-issued': () => [notice('form-issued')],
  'signed-form-received': (e) => (e.form.from === 'verifier' ? [] : [toVerifiers('form-back')]),
  'signature-confirmed': (e) => (e.pins ? [{ to: 'house', what: 'pin-signer' }] : []),
  legalised: (_, before) => [
    notice('legalised'),
    { to: 'house', what: 'prepare-dossier' },
    ...(before?.signedForm != null && isFirstUse(before.signedForm)
      ? ([{ to: 'house', what: 'pin-signer' }] as const)
      : []),
  ],
  'cover-signed': (e) => [
    { to: 'house', what: 'prepare-dossier' },
    ...(e.pins ? ([{ to: 'house', what: 'pin-verifier' }] as const) : []),
  ],
  'legalisation-withdrawn': () => [toVerifiers('arrived')],
  'revocation-planned': (e) => (e.on === null ? [] : revocationDays(e.on)),
  'revocation-asked': () => [notice('revocation-asked'), toVerifiers('revoke'), { to: 'former-agency', what: 'task' }],
  revoked: () => [notice('revoked'), { to: 'former-agency', what: 'task' }],
  'reissue-asked': () => [notice('reissue-asked')],
  'certificate-noted': (e) => (e.until === null ? [] : [{ to: 'house', what: 'radar' }]),
  sent: (e) => [
    notice('sent'),
    toAgents('arrived'),
    ...(e.channels.includes('mail') ? ([{ to: 'contact-center', what: 'dossier' }] as const) : []),
  ],
  'sent-back': () => [notice('sent-back'), toVerifiers('returned-by-bsre')],
  approved(e, _, { status }) {
    if (status === 'approved') return [notice('approved')]
    return status === 'completed' ? [notice('completed')] : [notice('change-verified'), ...lastStep(e.at, e.dueAt)]
  },
  'link-sent': (e) => [notice('link-sent'), ...lastStep(e.at, e.dueAt)],
  'link-received': (e) => lastStep(e.at, e.dueAt),
  'setback-reported': (_, __, after) => [setback(after)],
  completed: () => [notice('completed')],
  'telling-owed': () => [toVerifiers('tell-requester')],
  taken: (e) => [lease(e.at), ...relieved(e.from)],
  // Whoever gets a case unasked may be at lunch: it is theirs for a day.
  assigned: (e) => [
    { to: 'house', what: 'lease', at: daysAfter(e.at, 1) },
    { to: 'house', what: 'tell-colleague', staffId: e.secret.agent.id, code: 'assigned' },
  ],
  snoozed: (e) => [{ to: 'house', what: 'wake', at: e.until }],
  woken: (e, before) => [lease(e.at), ...(e.because === 'time' ? awake(before?.agent?.id) : [])],
  escalated: () => [{ to: 'house', what: 'call-for-help' }],
  linked: (e) => [{ to: 'house', what: 'link-back', number: e.to }],
  merged: (e) => [notice('merged', { into: e.into }), { to: 'house', what: 'link-back', number: e.into }],
  cancelled: (e, before) =>
    e.by === 'agent' ? [notice('cancelled-by-agent')] : [...cancelledByRequester(before), ...unsent(before, e)],
  expired: (e, before) => [notice('expired'), ...unsent(before, e)],
  reopened: (_, __, after) => [notice('reopened'), setback(after)],
  'rating-asked': () => [notice('rate')],
  replied: (e) => [{ to: 'requester', what: 'reply', n: e.n }],
  'mail-received': (e, before, { status }) => [
    ...e.files.map(({ fileId }): Message => ({ to: 'house', what: 'fetch-evidence', fileId })),
    ...mailNews(e, before).map((code) => (holderOf(status) === 'agent' ? toAgents(code) : toVerifiers(code))),
  ],
  wrote: (_, __, { status }) => [holderOf(status) === 'agent' ? toAgents('wrote') : toVerifiers('wrote')],
}

/** What a happening owes by itself. */
export function byEvent(e: Event, before: Case | undefined, after: Case): Message[] {
  // The table pairs every type with the function for exactly that type; the compiler cannot follow the pairing.
  if (e.type === 'noted') return []
  const say = sayings[e.type] as Say<EventType> | undefined
  return say?.(e, before, after) ?? []
}

/** Staff hears of the first mail that nobody has read yet, and of every one of ours that did not arrive. */
function mailNews({ kind }: Extract<Event, { type: 'mail-received' }>, before: Case | undefined): StaffNoticeCode[] {
  if (kind === 'bounce') return ['undelivered']
  return kind === 'automatic' || (before?.talk?.unread ?? 0) > 0 ? [] : ['mailed']
}

/** While it can still be replaced, its requester hears what speaks against a file. */
function remarked(after: Case, item: string, fileId: string, at: string): Message[] {
  const isTheirs = after.status === 'draft' || after.status === 'needs-correction'
  if (isMailItem(item) || !isTheirs || newsOf(after, item, fileId, at).length === 0) return []
  return [notice('evidence-remarked', { item, fileId })]
}

/** Trouble goes to whoever has the case now. */
const setback = ({ status }: Case): Message =>
  holderOf(status) === 'agent' ? toAgents('setback') : toVerifiers('setback')

/** Who hears that a case was sent: its verifiers, or without a review the agents at once. */
function bySubmission(before: Case | undefined, after: Case): Message[] {
  if (after.status === 'with-contact-center')
    return [notice('asked'), { to: 'agents', what: 'notice', code: 'arrived' }]
  const code = isLoss(after) ? 'loss' : arrival(before, after.isUrgent)
  return [
    notice('submitted'),
    { to: 'verifiers', what: 'notice', code },
    { to: 'house', what: 'consult-roster' },
    { to: 'house', what: 'compare-claims' },
    { to: 'house', what: 'compare-evidence' },
  ]
}

/** What the entrance of a phase owes, whatever led there. */
export function onArrival(e: Event, before: Case | undefined, after: Case): Message[] {
  if (!entering.has(e.type) || before?.status === after.status) return []
  if (after.status === 'awaiting-signature') return [{ to: 'house', what: 'issue-form' }]
  if (after.status === 'ready-to-revoke') return [notice('ready-to-revoke'), ...nudges(e.at)]
  // A dossier that was prepared before the revocation goes on now.
  return after.status === 'ready-to-send' && e.type === 'revoked' ? [{ to: 'house', what: 'send-on' }] : []
}

const entering: ReadonlySet<EventType> = new Set(['accepted', 'prepared', 'revoked'])

const arrival = (before: Case | undefined, isUrgent: boolean) =>
  before?.submittedAt != null ? 'resubmitted' : isUrgent ? 'urgent' : 'arrived'

const cancelledByRequester = (before: Case | undefined): Message[] =>
  before !== undefined && holderOf(before.status) === 'verifier'
    ? [{ to: 'verifiers', what: 'notice', code: 'cancelled' }]
    : []

/** A look at whether somebody still works on what they took. */
const lease = (at: string): Message => ({
  to: 'house',
  what: 'lease',
  at: new Date(Date.parse(at) + leaseMs).toISOString(),
})

const relieved = (staffId: string | undefined): Message[] =>
  staffId === undefined ? [] : [{ to: 'house', what: 'tell-colleague', staffId, code: 'relieved' }]

const awake = (staffId: string | undefined): Message[] =>
  staffId === undefined ? [] : [{ to: 'house', what: 'tell-colleague', staffId, code: 'woken' }]

/** Files that a requester took back are kept for an hour, for whoever is just looking at them. */
const forgetting = (at: string): Message => ({ to: 'house', what: 'forget-evidence', at: hourAfter(at) })
const hourAfter = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString()
/** A draft that ends unsent leaves its files to nobody. */
const unsent = (before: Case | undefined, { at }: Event): Message[] =>
  before?.submittedAt == null ? [forgetting(at)] : []
