import type { Phase } from '../case/status.ts'
import type { EvidenceKind } from '../evidence/kind.ts'
import type { FieldName } from '../form/field.ts'
import type { FormName } from '../form/form-name.ts'
import type { Condition } from './condition.ts'
import type { ProcedureName } from './names.ts'
import type { Outcome } from './outcome.ts'

/** What a procedure owes: data, not code. Everything else a case does is the same for all. */
export interface Procedure {
  readonly name: ProcedureName
  /** The phases of the one lifecycle that it walks, in this order. */
  readonly phases: readonly Phase[]
  /** Phases that are walked only while this holds of the answers. */
  readonly phasesWhen?: Readonly<Partial<Record<Phase, Condition>>>
  /** Fields and evidence in the order they are asked; `each-device` stands for the proofs of every device. */
  readonly asks: readonly (FieldName | EvidenceKind | 'each-device')[]
  /** Fields that are needed elsewhere, and here may be answered with "none". */
  readonly mayLack?: readonly FieldName[]
  /** A meeting or a call to a known number is needed, always or while this holds (lost factor: ASVS 6.4.4). */
  readonly confirmsIdentity: boolean | Condition
  /** A code to the mailbox on record shows whose chat it is; not where the mailbox itself may be in other hands. */
  readonly asksCode?: true
  /** The official form that its answers fill. */
  readonly form?: FormName
  /** BSrE answers an approval with a link to the requester. */
  readonly sendsLink?: true
  /** A new certificate comes of it, always or while this holds: its end can be noted. */
  readonly issues?: true | Condition
  /** Only people whose employment status the agency takes may ask for it. */
  readonly checksEmployment?: true
  /** How it may end without a dossier. */
  readonly outcomes?: readonly Outcome[]
  /** Stands first, with a target of an hour, while this holds. */
  readonly urgentWhen?: Condition
  /** Whether its requester cannot sign: from the beginning, or once the certificate is revoked or, without that, the data sent. */
  readonly signing: 'untouched' | 'off' | 'off-on-the-way'
}

/** The fields that every form of the source page shares. */
export const identityFields = ['name', 'employment', 'nip', 'nik', 'email', 'phone', 'unit', 'position'] as const
