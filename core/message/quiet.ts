import type { Status } from '../case/status.ts'
import type { NoticeCode } from './message.ts'

/** What may wait for the morning: nobody sits before the chat for it, and nothing is lost by sleeping over it. */
const mayWait: ReadonlySet<NoticeCode> = new Set([
  'returned',
  'rejected',
  'legalised',
  'sent',
  'approved',
  'link-sent',
  'sent-back',
  'completed',
  'cancelled-by-agent',
  'merged',
  'rate',
  'expired',
  'expires-soon',
  'still-your-turn',
  'new-verifier',
  'reopened',
  'settled',
  'form-issued',
  'ready-to-revoke',
  'revocation-due',
  'change-verified',
  'reissue-asked',
  'certificate-ends',
])

/** The statuses in which a notice is news; past them a later one told more, or its reader went on themselves. An end is always told. */
const newsIn: Readonly<Partial<Record<NoticeCode, readonly Status[]>>> = {
  returned: ['needs-correction'],
  'new-verifier': ['submitted', 'in-review', 'awaiting-signature'],
  'form-issued': ['awaiting-signature'],
  legalised: ['legalised'],
  'ready-to-revoke': ['ready-to-revoke'],
  'revocation-due': ['ready-to-revoke'],
  sent: ['with-contact-center'],
  'sent-back': ['returned', 'in-review'],
  approved: ['approved'],
  'link-sent': ['awaiting-requester'],
  'expires-soon': ['draft', 'needs-correction'],
  rate: ['completed'],
  'still-your-turn': ['awaiting-requester', 'ready-to-revoke'],
}

/** True while a notice that waited for the morning is worth saying of a case in this status. */
export const saysStill = (code: NoticeCode, status: Status): boolean => newsIn[code]?.includes(status) ?? true

/** Hours of WIB between which requesters are left alone. */
export interface QuietHours {
  readonly fromHour: number
  readonly untilHour: number
}

export const usualQuietHours: QuietHours = { fromHour: 21, untilHour: 6 }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WIB_MS = 7 * HOUR_MS

/** The end of the quiet hours that `at` lies in, as ISO; undefined outside of them. Equal hours are none, 0 and 24 too. */
export function quietUntil(at: string, { fromHour, untilHour }: QuietHours = usualQuietHours): string | undefined {
  if (fromHour % 24 === untilHour % 24) return undefined
  const now = Date.parse(at) + WIB_MS
  const midnight = Math.floor(now / DAY_MS) * DAY_MS
  const hour = (now - midnight) / HOUR_MS
  const isOverNight = fromHour > untilHour
  const isQuiet = isOverNight ? hour >= fromHour || hour < untilHour : hour >= fromHour && hour < untilHour
  if (!isQuiet) return undefined
  const day = isOverNight && hour >= fromHour ? DAY_MS : 0
  return new Date(midnight + day + Math.round(untilHour * HOUR_MS) - WIB_MS).toISOString()
}

/** When a requester may be told: undefined for at once, as is all that they wait for in the chat. */
export const toldAt = (
  code: NoticeCode,
  at: string,
  isAwaited: boolean,
  quietHours?: QuietHours,
): string | undefined => (isAwaited || !mayWait.has(code) ? undefined : quietUntil(at, quietHours))
