import { daysAfter } from '../case/deadline.ts'
import type { Message } from './message.ts'

/** Days before its end at which a draft or correction says so. */
const noticeDays = 2

/** Days after which a requester hears that everything is ready for the revocation, and waits for their word. */
const nudgeDays = [7, 21]

/** What ends by itself says so twice before: half-way, and shortly before its end. */
export const ending = (since: string, endsAt: string): Message[] => [
  ...[halfWay(since, endsAt), daysAfter(endsAt, -noticeDays)].map(
    (at): Message => ({ to: 'house', what: 'expiry-notice', at, endsAt }),
  ),
  { to: 'house', what: 'expiry', at: endsAt },
]

const halfWay = (one: string, other: string): string =>
  new Date((Date.parse(one) + Date.parse(other)) / 2).toISOString()

/** The requester's last step: a link lives for about a day, so that is asked after soon. */
export function lastStep(since: string, endsAt: string | undefined): Message[] {
  if (endsAt === undefined) return []
  return [{ to: 'house', what: 'expiry-notice', at: daysAfter(since, 1), endsAt }, ...ending(since, endsAt)]
}

/** Whoever may revoke whenever they want is asked now and then whether they still want to. */
export const nudges = (at: string): Message[] =>
  nudgeDays.map((days) => ({ to: 'house', what: 'nudge', at: daysAfter(at, days) }))

/** 08.00 WIB of the chosen day, and of the day before it. */
export function revocationDays(on: string): Message[] {
  const morning = `${on}T01:00:00.000Z`
  return [daysAfter(morning, -1), morning].map((at) => ({ to: 'house', what: 'revocation-day', at }))
}
