import type { Case } from '../case/case.ts'
import { fieldOf } from '../form/field.ts'
import { isMet } from '../procedure/condition.ts'

/** Whom a chat claims to be: the number that a roster knows a person by. */
export interface Subject {
  readonly kind: 'nip' | 'nik'
  readonly value: string
}

/** The NIP that was answered, or the NIK of who has none; undefined while neither is known. */
export function subjectOf({ answers }: Pick<Case, 'answers'>): Subject | undefined {
  const { nip, nik } = answers
  const { when } = fieldOf('nip')
  const hasNip = when === undefined || isMet(when, answers)
  if (hasNip) return typeof nip === 'string' ? { kind: 'nip', value: nip } : undefined
  return typeof nik === 'string' ? { kind: 'nik', value: nik } : undefined
}

/** Every number that a case claims: whoever claims one of them claims to be the same person. */
export function numbersOf(c: Pick<Case, 'answers'>): readonly Subject[] {
  const own = subjectOf(c)
  const { nik } = c.answers
  if (own === undefined) return []
  return own.kind === 'nik' || typeof nik !== 'string' ? [own] : [own, { kind: 'nik', value: nik }]
}

export const isSameSubject = (one: Subject | undefined, other: Subject | undefined): boolean =>
  one?.kind === other?.kind && one?.value === other?.value
