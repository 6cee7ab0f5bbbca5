import { evidenceRules, isEvidenceKind } from '../evidence/kind.ts'
import { isNotAfter } from '../evidence/order.ts'
import type { Moment } from '../form/field.ts'
import type { Case, EvidenceFile } from './case.ts'
import { devicesOf, type Question, questionsOf } from './question.ts'

/** What the case still asks of its requester, in order; empty when it can be submitted or is not theirs now. */
export function missing(c: Case): readonly Question[] {
  if (c.status !== 'draft' && c.status !== 'needs-correction') return []
  return questionsOf(c).filter(
    (question) => !isAnswered(question, c) || c.owed.includes(question.key) || isOutOfOrder(question, c),
  )
}

/** The one question to put next; undefined when all is answered. */
export const nextQuestion = (c: Case): Question | undefined => missing(c)[0]

/** True for evidence of which "none" will do. */
export const isOptional = (item: string): boolean => isEvidenceKind(item) && evidenceRules[item]?.isOptional === true

/** True while a file is still on its way or being checked. */
export const isChecking = (c: Case): boolean =>
  questionsOf(c).some(({ key }) => filesOf(c, key).some(({ state }) => state === 'pending'))

/** True while a file waits for the malware scanner, which is away. */
export const isHeld = (c: Pick<Case, 'evidence'>): boolean => Object.values(c.evidence).flat().some(isFileHeld)

export const isFileHeld = ({ state, isHeld }: EvidenceFile): boolean => state === 'pending' && isHeld === true

/** The files of an item that count: those not refused at the door. */
export const filesOf = (c: Pick<Case, 'evidence'>, item: string) =>
  (c.evidence[item] ?? []).filter(({ state }) => state !== 'refused')

function isAnswered({ key, field }: Question, c: Case): boolean {
  if (field !== null) return Object.hasOwn(c.answers, key)
  return c.finished.includes(key) && (filesOf(c, key).length > 0 || isOptional(key))
}

/** The mail password counts only when changed after the last clean scan: a wrong order asks for one more change. */
function isOutOfOrder({ key }: Question, c: Case): boolean {
  return key === 'passwordChangedAt' && isBeforeScan(c, c.answers.passwordChangedAt)
}

/** True when this moment of a password change does not lie after the last scan that was declared. */
export function isBeforeScan(c: Pick<Case, 'answers'>, changed: unknown): boolean {
  if (!isMoment(changed)) return false
  const scans = devicesOf(c).map((_, index) => c.answers[`scannedAt.${index + 1}`])
  return scans.filter(isMoment).some((scanned) => isNotAfter(changed, scanned))
}

const isMoment = (value: unknown): value is Moment => typeof value === 'object' && value !== null && 'date' in value
