import type { Case } from '../case/case.ts'
import { filesOf } from '../case/missing.ts'
import { type Question, questionsOf } from '../case/question.ts'
import { type IdentityRemark, identityRemarks } from '../form/agreement.ts'
import { dateAfter, wibMoment } from '../form/calendar.ts'
import type { Moment } from '../form/field.ts'
import { subjectOf } from '../identity/subject.ts'
import { isReuse } from './alike.ts'
import { isReadOtherwise, likelyOfPictures, type PictureRemark, pictureRemarks } from './picture-remark.ts'
import type { ReasonCode } from './reason.ts'

/** What a pre-check noticed about an item; a hint for the verifier, never a decision. */
export type RemarkCode =
  | 'answer-unknown'
  | 'roster-unknown'
  | 'roster-differs'
  | IdentityRemark
  | 'scan-old'
  | 'scan-before-notice'
  | 'no-scan-exists'
  | 'found-and-cleaned'
  | PictureRemark
  | 'reused'

/** A scan older than this many days is remarked (`domain.md` §6). */
const scanAgeMaxDays = 7

/** The reason that a verifier most likely returns an item for, when a pre-check remarked this. */
export const likelyReason: Readonly<Partial<Record<RemarkCode, ReasonCode>>> = {
  'roster-differs': 'R03',
  'birth-date-differs': 'R01',
  'sex-differs': 'R01',
  'scan-old': 'R13',
  'scan-before-notice': 'R13',
  ...likelyOfPictures,
  reused: 'R21',
}

/** What the pre-checks remark on each item of the case at `at`; an item without remarks is clean. */
export function remarksOf(c: Case, at: string): ReadonlyMap<string, readonly RemarkCode[]> {
  return new Map(questionsOf(c).map((question) => [question.key, remarksOn(question, c, at)]))
}

function remarksOn({ key, name, field }: Question, c: Case, at: string): readonly RemarkCode[] {
  if (field === null)
    return [
      ...pictureRemarks(c, key, at),
      ...(filesOf(c, key).some(({ alike }) => alike?.some(isReuse) === true) ? (['reused'] as const) : []),
      ...(name === 'ios-condition' ? (['no-scan-exists'] as const) : []),
    ]
  const answer = c.answers[key]
  return [
    // A deadline nobody has is no gap in the form.
    ...(answer === null && name !== 'signingDeadline' ? (['answer-unknown'] as const) : []),
    ...(answer === 'cleaned' ? (['found-and-cleaned'] as const) : []),
    ...identity(name, c),
    ...(name === 'scannedAt' && isMoment(answer) ? scanAge(answer, c, at) : []),
    ...(isMoment(answer) && isReadOtherwise(c, key, answer) ? (['date-differs'] as const) : []),
  ]
}

function identity(name: string, c: Case): readonly RemarkCode[] {
  const { nip, nik } = c.answers
  const isKnown = c.roster?.isKnown === true
  return [
    ...(name === subjectOf(c)?.kind && c.roster !== null && !isKnown ? (['roster-unknown'] as const) : []),
    ...(isKnown && c.roster?.differs.some((part) => part === name) ? (['roster-differs'] as const) : []),
    ...(name === 'nik' && typeof nip === 'string' && typeof nik === 'string' ? identityRemarks(nip, nik) : []),
  ]
}

function scanAge(scanned: Moment, c: Case, at: string): readonly RemarkCode[] {
  const oldest = dateAfter(wibMoment(Date.parse(at)).date, -scanAgeMaxDays)
  const { noticedOn } = c.answers
  return [
    ...(scanned.date < oldest ? (['scan-old'] as const) : []),
    ...(isMoment(noticedOn) && scanned.date < noticedOn.date ? (['scan-before-notice'] as const) : []),
  ]
}

const isMoment = (answer: unknown): answer is Moment =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'date' in answer
