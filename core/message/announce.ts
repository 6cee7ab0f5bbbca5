import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { askAfterMs } from '../case/rating.ts'
import { holderOf, isOpen } from '../case/status.ts'
import { hasNewWords } from '../ticket/case-words.ts'
import { isFreeToSend, isOvertaken } from './asked-next.ts'
import { owedCopies } from './copies.ts'
import type { Message } from './message.ts'
import { carded, painted, ticketed } from './repaint.ts'
import { byEvent, notice, onArrival } from './saying.ts'

/** The messages owed because `events` took the case from `before` to `after`. Pure. */
export function announce(before: Case | undefined, after: Case, events: readonly Event[]): readonly Message[] {
  const owed = events.flatMap((event) => [...byEvent(event, before, after), ...onArrival(event, before, after)])
  if (events.some(({ type }) => painted.has(type))) owed.push({ to: 'requester', what: 'panel' })
  if (after.submittedAt !== null && events.some(({ type }) => carded.has(type)))
    owed.push({ to: 'verifiers', what: 'card' })
  if (isTicket(before, after) && events.some(({ type }) => carded.has(type) || ticketed.has(type)))
    owed.push({ to: 'agents', what: 'card' })
  if (isFreeToSend(before, after)) owed.push(notice('checked'))
  if (isTimed(before, after)) owed.push({ to: 'house', what: 'remind' })
  // Whoever claims the same person has one rival less.
  if (before !== undefined && isOpen(before.status) && !isOpen(after.status) && after.rivals.length > 0)
    owed.push({ to: 'house', what: 'compare-claims' })
  owed.push(...ratingQuestion(before, after), ...owedCopies(before, after))
  if (hasNewWords(after, events)) owed.push({ to: 'house', what: 'note-words' })
  if (isOvertaken(before, after, events)) owed.push({ to: 'requester', what: 'knock' })
  return owed
}

/** Whoever has a chat is asked once how it went, some time after the end. */
function ratingQuestion(before: Case | undefined, after: Case): readonly Message[] {
  const isDone = after.status === 'completed' && before?.status !== 'completed'
  if (!isDone || after.endedAt === null || after.rating !== undefined || after.counter !== undefined) return []
  const at = new Date(Date.parse(after.endedAt) + askAfterMs).toISOString()
  return [{ to: 'house', what: 'ask-rating', at }]
}

/** True once the contact center has had the case. */
const isTicket = (before: Case | undefined, after: Case): boolean =>
  after.trail.sent !== undefined || [before, after].some((c) => c?.status === 'with-contact-center')

/** True when a target began to run that is not the requester's own time. */
const isTimed = (before: Case | undefined, after: Case): boolean =>
  after.dueAt !== null && after.dueAt !== before?.dueAt && holderOf(after.status) !== 'requester'
