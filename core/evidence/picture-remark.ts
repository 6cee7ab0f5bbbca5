import type { Case } from '../case/case.ts'
import { filesOf } from '../case/missing.ts'
import type { Moment } from '../form/field.ts'
import { type FindingCode, isFindingCode, reasonOfFinding } from './finding.ts'
import { daysRead, findingsOn } from './item-findings.ts'
import type { ReasonCode } from './reason.ts'

/** How a finding about pictures is told to a verifier; what is refused at the door never gets so far. */
const remarkOf = {
  BLANK: 'blank',
  TOO_DARK: 'too-dark',
  BLURRY: 'blurry',
  QUICK_SCAN: 'quick-scan',
  MODE_UNKNOWN: 'mode-unread',
  THREATS: 'threats-found',
  THREATS_UNKNOWN: 'threats-unread',
  OLD_DATE: 'date-old',
  FUTURE_DATE: 'date-ahead',
  DATE_AMBIGUOUS: 'date-ambiguous',
  DATE_UNKNOWN: 'date-unread',
  ADDRESS_UNKNOWN: 'address-unread',
  NO_CODE: 'no-code',
} as const satisfies Readonly<Partial<Record<FindingCode, string>>>
type Told = keyof typeof remarkOf

/** What a look at the pictures of an item noticed, and what they say otherwise than was typed. */
export type PictureRemark = (typeof remarkOf)[Told] | 'unread' | 'date-differs'

const isTold = (code: string): code is Told => Object.hasOwn(remarkOf, code)

/** The reason that fits each of them. */
export const likelyOfPictures: Readonly<Partial<Record<PictureRemark, ReasonCode>>> = {
  // Our own keys and their values, of which the compiler keeps no more than that they are texts.
  ...(Object.fromEntries(
    Object.entries(remarkOf).flatMap(([code, remark]) => {
      const reason = isFindingCode(code) ? reasonOfFinding[code] : undefined
      return reason === undefined ? [] : [[remark, reason]]
    }),
  ) as Partial<Record<PictureRemark, ReasonCode>>),
  'date-differs': 'R17',
}

/** Nothing that matters could be read: one remark says so. */
const blind: readonly FindingCode[] = ['MODE_UNKNOWN', 'THREATS_UNKNOWN', 'DATE_UNKNOWN', 'ADDRESS_UNKNOWN']

/** What the pre-checks remark on the pictures of an item. */
export function pictureRemarks(c: Case, item: string, at: string): readonly PictureRemark[] {
  const seen = filesOf(c, item).flatMap(({ remarks }) => remarks)
  const found = findingsOn(c, item, at)
  const isBlind = found.length > 0 && filesOf(c, item).every(({ reading }) => reading == null)
  const read = isBlind ? found.filter((code) => !blind.includes(code)) : found
  const told = [...seen, ...read].flatMap((code) => (isTold(code) ? [remarkOf[code]] : []))
  return [...new Set<PictureRemark>([...(isBlind ? (['unread'] as const) : []), ...told])]
}

/** True when the pictures of an item tell another day than the one typed for it, however they are read. */
export function isReadOtherwise(c: Case, item: string, { date }: Moment): boolean {
  const days = daysRead(c, item)
  return days.length > 0 && !days.includes(date)
}
