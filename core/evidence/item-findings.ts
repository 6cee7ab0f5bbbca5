import type { Case, EvidenceFile } from '../case/case.ts'
import { filesOf } from '../case/missing.ts'
import { type CalendarDate, wibMoment } from '../form/calendar.ts'
import type { FieldName } from '../form/field.ts'
import { assess } from './assess.ts'
import { challengeOf } from './challenge.ts'
import { isReadKind, type ReadKind, readKinds } from './facts.ts'
import { type FindingCode, isFindingCode } from './finding.ts'
import { factsFor, type Reading } from './reading.ts'

/** Findings that another picture of the same item makes good: what one does not show, the next may. */
const mayStandElsewhere: ReadonlySet<FindingCode> = new Set([
  'MODE_UNKNOWN',
  'THREATS_UNKNOWN',
  'DATE_UNKNOWN',
  'DATE_AMBIGUOUS',
  'ADDRESS_UNKNOWN',
  'NO_CODE',
])

/** What was found out about the pictures of an item, by the case as it stands; empty where nothing was read. */
export function findingsOn(c: Case, item: string, at: string): readonly FindingCode[] {
  const perFile = filesOf(c, item).flatMap((file) => {
    const found = findingsOf(c, item, file, at)
    return found === undefined ? [] : [found]
  })
  return [...new Set(perFile.flat())].filter(
    (code) => !mayStandElsewhere.has(code) || perFile.every((found) => found.includes(code)),
  )
}

/** What a file that was just looked at adds to what is known against its item. */
export function newsOf(c: Case, item: string, fileId: string, at: string): readonly FindingCode[] {
  const file = filesOf(c, item).find(({ id }) => id === fileId)
  if (file === undefined) return []
  const seen = file.remarks.filter(isFindingCode)
  // Of a picture that nobody can make out no more needs to be said.
  if (seen.length > 0) return seen
  const ofFile = findingsOf(c, item, file, at) ?? []
  return findingsOn(c, item, at).filter((code) => ofFile.includes(code))
}

/** What was found out about one file; undefined when nobody tried to read it. */
export function findingsOf(
  c: Case,
  item: string,
  { reading, challenge }: EvidenceFile,
  at: string,
): readonly FindingCode[] | undefined {
  const kind = kindOf(item)
  if (reading === undefined || kind === undefined) return undefined
  const { email } = c.answers
  const context = {
    today: wibMoment(Date.parse(at)).date,
    expectedCode: challenge === 'missing' ? challengeOf(c) : null,
    expectedAddress: typeof email === 'string' ? email : null,
  }
  const { reasons } = assess(kind, factsFor(reading, kind), context)
  return isDayTyped(c, item, reading) ? reasons.filter((code) => code !== 'DATE_AMBIGUOUS') : reasons
}

/** True when the requester typed one of the days that an ambiguous date may mean: they have said which. */
function isDayTyped(c: Case, item: string, reading: Reading | null): boolean {
  const typed = c.answers[typedDayOf(item)]
  return typeof typed === 'object' && typed !== null && 'date' in typed && daysIn(reading).includes(typed.date)
}

/** Which field asks for the day that pictures of a kind show. */
const dayFields: Readonly<Record<ReadKind, FieldName>> = {
  'antivirus-scan': 'scannedAt',
  'email-password-change': 'passwordChangedAt',
}
const typedDayOf = (item: string): string => readKinds.reduce((key, kind) => key.replace(kind, dayFields[kind]), item)
const picturesOf = (item: string): string => readKinds.reduce((key, kind) => key.replace(dayFields[kind], kind), item)

/** Every day that the pictures may mean whose day this item asks for. */
export const daysRead = (c: Case, dayItem: string): readonly CalendarDate[] =>
  filesOf(c, picturesOf(dayItem)).flatMap(({ reading }) => daysIn(reading ?? null))

function daysIn(reading: Reading | null): readonly CalendarDate[] {
  if (reading === null) return []
  const [day, otherwise] =
    reading.kind === 'antivirus-scan'
      ? [reading.facts.scannedOn, reading.facts.scannedOnOtherwise]
      : [reading.facts.changedOn, reading.facts.changedOnOtherwise]
  return [day, otherwise].filter((one) => one !== null)
}

function kindOf(item: string): ReadKind | undefined {
  const [name = ''] = item.split('.')
  return isReadKind(name) ? name : undefined
}
