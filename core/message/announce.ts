import type { Case } from '../case/case.ts'
import { daysAfter, lifeDays } from '../case/deadline.ts'
import type { Event, EventType } from '../case/event.ts'
import { holderOf } from '../case/status.ts'
import { isFreeToSend, isOvertaken } from './asked-next.ts'
import type { Message, NoticeCode } from './message.ts'

/** Days before its end at which a draft or correction says so. */
export const noticeDays = 2

/** How long a claim lasts without activity, in milliseconds. */
export const leaseMs = 20 * 60_000

/** The messages owed because `events` took the case from `before` to `after`. Pure. */
export function announce(before: Case | undefined, after: Case, events: readonly Event[]): readonly Message[] {
  const owed = events.flatMap((event) => byEvent(event, before))
  if (events.some(({ type }) => painted.has(type))) owed.push({ to: 'requester', what: 'panel' })
  if (after.submittedAt !== null && events.some(({ type }) => carded.has(type)))
    owed.push({ to: 'verifiers', what: 'card' })
  if (isFreeToSend(before, after)) owed.push(notice('checked'))
  if (isOvertaken(before, after, events)) owed.push({ to: 'requester', what: 'knock' })
  return owed
}

const painted: ReadonlySet<EventType> = new Set([
  'submitted',
  'claimed',
  'released',
  'returned',
  'rejected',
  'legalised',
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

function byEvent(e: Event, before: Case | undefined): Message[] {
  switch (e.type) {
    case 'opened':
      return ending(daysAfter(e.at, lifeDays.draft))
    case 'evidence-received':
      return [{ to: 'house', what: 'fetch-evidence', fileId: e.fileId }]
    case 'evidence-cleared':
      return [forgetting(e.at)]
    case 'answered':
      // Devices that are no longer named take their proofs with them.
      return e.item === 'devices' && before?.answers.devices !== undefined ? [forgetting(e.at)] : []
    case 'evidence-refused':
      return [notice('evidence-refused', { fault: e.code, item: e.item })]
    case 'submitted':
      return [
        notice('submitted'),
        { to: 'verifiers', what: 'notice', code: arrival(before, e.isUrgent) },
        { to: 'house', what: 'consult-roster' },
        overdue(e.dueAt),
      ]
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
      return [notice('approved'), overdue(e.dueAt)]
    case 'link-sent':
      return [notice('link-sent')]
    case 'setback-reported':
      return [{ to: 'agents', what: 'notice', code: 'setback' }, overdue(e.dueAt)]
    case 'completed':
      return [notice('completed')]
    case 'cancelled':
      return e.by === 'agent' ? [notice('cancelled-by-agent')] : [...cancelledByRequester(before), ...unsent(before, e)]
    case 'expired':
      return [notice('expired'), ...unsent(before, e)]
    case 'reopened':
      return [notice('reopened'), { to: 'agents', what: 'notice', code: 'setback' }, overdue(e.dueAt)]
    default:
      return []
  }
}

const arrival = (before: Case | undefined, isUrgent: boolean) =>
  before?.submittedAt != null ? 'resubmitted' : isUrgent ? 'urgent' : 'arrived'

const cancelledByRequester = (before: Case | undefined): Message[] =>
  before !== undefined && holderOf(before.status) === 'verifier'
    ? [{ to: 'verifiers', what: 'notice', code: 'cancelled' }]
    : []

/** Files that a requester took back are kept for an hour, for whoever is just looking at them. */
const forgetting = (at: string): Message => ({ to: 'house', what: 'forget-evidence', at: hourAfter(at) })
const hourAfter = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString()
/** A draft that ends unsent leaves its files to nobody. */
const unsent = (before: Case | undefined, { at }: Event): Message[] =>
  before?.submittedAt == null ? [forgetting(at)] : []

const overdue = (at: string): Message => ({ to: 'house', what: 'overdue', at })

const ending = (at: string): Message[] => [
  { to: 'house', what: 'expiry-notice', at: daysAfter(at, -noticeDays) },
  { to: 'house', what: 'expiry', at },
]
