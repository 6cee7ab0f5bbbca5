import type { Phase } from '../case/status.ts'
import type { EvidenceKind } from '../evidence/kind.ts'
import type { FieldName } from '../form/field.ts'
import type { ProcedureName } from './names.ts'

/** What a procedure owes: data, not code. Everything else a case does is the same for all. */
export interface Procedure {
  readonly name: ProcedureName
  /** The phases of the one lifecycle that it walks. */
  readonly phases: readonly Phase[]
  /** Fields and evidence in the order they are asked; `each-device` stands for the proofs of every device. */
  readonly asks: readonly (FieldName | EvidenceKind | 'each-device')[]
  /** A meeting or a call to a known number is needed before legalising (lost factor: ASVS 6.4.4). */
  readonly confirmsIdentity: boolean
}

/** The fields that every form of the source page shares. */
export const identityFields = ['name', 'employment', 'nip', 'nik', 'email', 'phone', 'unit', 'position'] as const
