import type { Case } from '../case/case.ts'
import { daysAfter, lifeDays } from '../case/deadline.ts'
import type { Event, EventType } from '../case/event.ts'
import { nextQuestion } from '../case/missing.ts'
import { holderOf } from '../case/status.ts'
import { isLoss } from '../procedure/course.ts'
import type { Message, NoticeCode } from './message.ts'

/** Days before its end at which a draft or correction says so. */
export const noticeDays = 2

/** How long a claim lasts without activity, in milliseconds. */
export const leaseMs = 20 * 60_000

/** The messages owed because `events` took the case from `before` to `after`. Pure. */
export function announce(before: Case | undefined, after: Case, events: readonly Event[]): readonly Message[] {
  const owed = events.flatMap((event) => [...byEvent(event, before, after), ...onArrival(event, before, after)])
  if (events.some(({ type }) => painted.has(type))) owed.push({ to: 'requester', what: 'panel' })
  if (after.submittedAt !== null && events.some(({ type }) => carded.has(type)))
    owed.push({ to: 'verifiers', what: 'card' })
  if (isOvertaken(before, after, events)) owed.push({ to: 'requester', what: 'knock' })
  return owed
}

const painted: ReadonlySet<EventType> = new Set([
  'submitted',
  'claimed',
  'released',
  'returned',
  'rejected',
  'accepted',
  'settled',
  'form-issued',
  'signed-form-received',
  'revocation-planned',
  'revocation-asked',
  'revoked',
  'reissue-asked',
  'legalised',
  'prepared',
  'sent',
  'sent-back',
  'approved',
  'link-sent',
  'link-received',
  'setback-reported',
  'completed',
  'cancelled',
  'expired',
  'reopened',
])
const carded: ReadonlySet<EventType> = new Set([
  ...painted,
  'roster-consulted',
  'item-judged',
  'call-started',
  'call-missed',
  'identity-confirmed',
  'taken',
  'put-back',
])

const notice = (code: NoticeCode, detail?: Readonly<Record<string, string>>): Message =>
  detail === undefined ? { to: 'requester', what: 'notice', code } : { to: 'requester', what: 'notice', code, detail }

function byEvent(e: Event, before: Case | undefined, after: Case): Message[] {
  switch (e.type) {
    case 'opened':
      return ending(daysAfter(e.at, lifeDays.draft))
    case 'evidence-received':
      return [{ to: 'house', what: 'fetch-evidence', fileId: e.fileId }]
    case 'evidence-refused':
      return [notice('evidence-refused', { fault: e.code, item: e.item })]
    case 'submitted':
      return [...bySubmission(before, after), overdue(e.dueAt)]
    case 'claimed':
      return [{ to: 'house', what: 'lease', at: new Date(Date.parse(e.at) + leaseMs).toISOString() }]
    case 'returned':
      return [notice('returned'), ...ending(e.dueAt)]
    case 'rejected':
      return [notice('rejected')]
    case 'call-started':
      return [notice('call-words')]
    case 'call-missed':
      return e.freezes ? [notice('frozen')] : []
    case 'identity-confirmed':
      return e.method === 'call' ? [notice('call-over')] : []
    case 'legalised':
      return [notice('legalised'), { to: 'house', what: 'prepare-dossier' }]
    case 'sent':
      return [
        notice('sent'),
        { to: 'agents', what: 'notice', code: 'arrived' },
        ...(e.channels.includes('mail') ? ([{ to: 'contact-center', what: 'dossier' }] as const) : []),
        overdue(e.dueAt),
      ]
    case 'sent-back':
      return [notice('sent-back'), { to: 'verifiers', what: 'notice', code: 'returned-by-bsre' }, overdue(e.dueAt)]
    case 'approved':
      if (after.status === 'approved') return [notice('approved'), overdue(e.dueAt)]
      return after.status === 'completed' ? [notice('completed')] : [notice('change-verified')]
    case 'settled':
      return [notice('settled'), ...(e.dueAt === null ? [] : ending(e.dueAt))]
    case 'form-issued':
      return [notice('form-issued'), overdue(e.dueAt)]
    case 'signed-form-received':
      return e.form.from === 'verifier' ? [] : [{ to: 'verifiers', what: 'notice', code: 'form-back' }]
    case 'revocation-planned':
      return e.on === null ? [] : revocationDays(e.on)
    case 'revocation-asked':
      return [
        notice('revocation-asked'),
        { to: 'verifiers', what: 'notice', code: 'revoke' },
        { to: 'former-agency', what: 'task' },
        overdue(e.dueAt),
      ]
    case 'revoked':
      return [notice('revoked'), { to: 'former-agency', what: 'task' }]
    case 'reissue-asked':
      return [notice('reissue-asked')]
    case 'link-sent':
      return [notice('link-sent')]
    case 'setback-reported':
      return [{ to: 'agents', what: 'notice', code: 'setback' }, overdue(e.dueAt)]
    case 'completed':
      return [notice('completed')]
    case 'cancelled':
      return e.by === 'agent' ? [notice('cancelled-by-agent')] : cancelledByRequester(before)
    case 'expired':
      return [notice('expired')]
    case 'reopened':
      return [notice('reopened'), { to: 'agents', what: 'notice', code: 'setback' }, overdue(e.dueAt)]
    default:
      return []
  }
}

/** Who hears that a case was sent: its verifiers, or without a review the agents at once. */
function bySubmission(before: Case | undefined, after: Case): Message[] {
  if (after.status === 'with-contact-center')
    return [notice('asked'), { to: 'agents', what: 'notice', code: 'arrived' }]
  const code = isLoss(after) ? 'loss' : arrival(before, after.isUrgent)
  return [notice('submitted'), { to: 'verifiers', what: 'notice', code }, { to: 'house', what: 'consult-roster' }]
}

/** What the entrance of a phase owes, whatever led there. */
function onArrival(e: Event, before: Case | undefined, after: Case): Message[] {
  if (!entering.has(e.type) || before?.status === after.status) return []
  if (after.status === 'awaiting-signature') return [{ to: 'house', what: 'issue-form' }]
  if (after.status === 'ready-to-revoke') return [notice('ready-to-revoke')]
  // A dossier that was prepared before the revocation goes on now.
  return after.status === 'ready-to-send' && e.type === 'revoked' ? [{ to: 'house', what: 'send-on' }] : []
}

const entering: ReadonlySet<EventType> = new Set(['accepted', 'prepared', 'revoked'])

/** 08.00 WIB of the chosen day, and of the day before it. */
function revocationDays(on: string): Message[] {
  const morning = `${on}T01:00:00.000Z`
  return [daysAfter(morning, -1), morning].map((at) => ({ to: 'house', what: 'revocation-day', at }))
}

const arrival = (before: Case | undefined, isUrgent: boolean) =>
  before?.submittedAt != null ? 'resubmitted' : isUrgent ? 'urgent' : 'arrived'

const cancelledByRequester = (before: Case | undefined): Message[] =>
  before !== undefined && holderOf(before.status) === 'verifier'
    ? [{ to: 'verifiers', what: 'notice', code: 'cancelled' }]
    : []

const overdue = (at: string): Message => ({ to: 'house', what: 'overdue', at })

const ending = (at: string): Message[] => [
  { to: 'house', what: 'expiry-notice', at: daysAfter(at, -noticeDays) },
  { to: 'house', what: 'expiry', at },
]

/** True when somebody other than the requester changed what would be asked next: the waiting dialogue must hear of it. */
function isOvertaken(before: Case | undefined, after: Case, events: readonly Event[]): boolean {
  if (before === undefined || events.every(({ author }) => author.role === 'requester')) return false
  return questionKey(before) !== questionKey(after)
}

/** What the requester would be asked: a question, the check of all answers, or nothing. */
const questionKey = (c: Case): string =>
  c.status === 'draft' || c.status === 'needs-correction' ? (nextQuestion(c)?.key ?? 'check') : 'none'
