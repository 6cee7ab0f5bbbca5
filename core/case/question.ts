import { type Device, type DeviceKind, deviceProofs } from '../evidence/device.ts'
import { type EvidenceKind, evidenceRules, isEvidenceKind } from '../evidence/kind.ts'
import { type Field, type FieldName, fieldOf, isFieldName } from '../form/field.ts'
import { isMet } from '../procedure/condition.ts'
import { procedureOf } from '../procedure/registry.ts'
import type { Case } from './case.ts'

/** One thing that a case asks for. `key` names the item: a field or evidence kind, with `.n` for the n-th device. */
export interface Question {
  readonly key: string
  readonly name: FieldName | EvidenceKind
  readonly field: Field | null
  readonly device: Device | null
}

/** Every question of the case as its answers stand, in order: also the items that a verifier reviews. */
export function questionsOf(c: Pick<Case, 'procedure' | 'answers' | 'isAgencyGiven'>): readonly Question[] {
  const { asks, mayLack = [] } = procedureOf(c.procedure)
  return asks.flatMap((ask) => {
    if (ask === 'each-device') return devicesOf(c).flatMap((device, index) => proofsOf(device, index + 1))
    if (!isAsked(ask, c)) return []
    const { field, ...asked } = question(ask, ask, null)
    const isLax = mayLack.some((name) => name === ask)
    return [{ ...asked, field: field !== null && isLax ? { ...field, needed: false } : field }]
  })
}

export const devicesOf = ({ answers }: Pick<Case, 'answers'>): readonly Device[] => {
  const { devices } = answers
  return Array.isArray(devices) ? (devices as readonly Device[]) : []
}

const proofsOf = (device: Device, number: number) =>
  proofNames(device.kind).map((name) => question(`${name}.${number}`, name, device))

const proofNames = (kind: DeviceKind): readonly (FieldName | EvidenceKind)[] => deviceProofs[kind]

const question = (key: string, name: FieldName | EvidenceKind, device: Device | null): Question => ({
  key,
  name,
  field: isEvidenceKind(name) ? null : fieldOf(name),
  device,
})

function isAsked(
  name: FieldName | EvidenceKind,
  { answers, isAgencyGiven }: Pick<Case, 'answers' | 'isAgencyGiven'>,
): boolean {
  if (name === 'agency') return !isAgencyGiven
  const when = isEvidenceKind(name) ? evidenceRules[name]?.when : fieldOf(name).when
  if (when === undefined) return true
  // What an answer leads to is asked only while that answer itself is.
  const isCauseAsked = !isFieldName(when.field) || isAsked(when.field, { answers, isAgencyGiven })
  return isCauseAsked && isMet(when, answers)
}
