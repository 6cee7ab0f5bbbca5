import type { Agency } from '../agency/agency.ts'
import { expectedChallenge } from '../evidence/challenge.ts'
import { matchesChallenge } from '../evidence/challenge-match.ts'
import { filesPerItemMax, isEvidenceKind } from '../evidence/kind.ts'
import type { Reading } from '../evidence/reading.ts'
import type { Case, EvidenceFile } from './case.ts'
import { filesOf } from './missing.ts'
import { type Question, questionsOf } from './question.ts'

/**
 * The item that a picture belongs to when it shows something else than what was asked: two proofs of one album come
 * in any order. A scan goes to the device that it names, else to the first device without one.
 * @returns undefined when it stays where it was sent
 */
export function placeOfReading(c: Case, item: string, reading: Reading | null | undefined): string | undefined {
  if (reading == null) return undefined
  const questions = questionsOf(c)
  if (questions.find(({ key }) => key === item)?.name === reading.kind) return undefined
  const fitting = questions.filter(({ key, name }) => name === reading.kind && filesOf(c, key).length < filesPerItemMax)
  const named = fitting.find((question) => isNamed(question, reading))
  return (named ?? fitting.find(({ key }) => filesOf(c, key).length === 0) ?? fitting[0])?.key
}

const isNamed = ({ device }: Question, reading: Reading): boolean =>
  reading.kind === 'antivirus-scan' &&
  reading.facts.device !== null &&
  device?.name?.toUpperCase() === reading.facts.device.toUpperCase()

/** Whether the case's code was seen in a picture of an item; undefined where none is asked for or nobody looked. */
export function challengeIn(
  c: Case,
  item: string,
  reading: Reading | null | undefined,
  agencies: readonly Agency[],
): EvidenceFile['challenge'] {
  const name = questionsOf(c).find(({ key }) => key === item)?.name ?? ''
  const expected = isEvidenceKind(name) ? expectedChallenge(c, name, agencies) : null
  if (reading === undefined || expected === null) return undefined
  const code = reading?.kind === 'antivirus-scan' ? reading.facts.code : null
  return code !== null && matchesChallenge(code, expected) ? 'shown' : 'missing'
}
