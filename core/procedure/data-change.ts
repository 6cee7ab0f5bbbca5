import type { Condition } from './condition.ts'
import { identityFields, type Procedure } from './procedure.ts'

/** What a kind of change needs besides the form: guesses where the source page is silent (`domain.md` §2.6). */
interface Change {
  /** The form is signed by the person in charge. */
  readonly isSigned: boolean
  /** The present certificate is revoked, and one is issued anew. */
  readonly revokes: boolean
  /** A decree goes with it. */
  readonly hasDecree: boolean
}

const change = (...is: readonly (keyof Change)[]): Change => ({
  isSigned: is.includes('isSigned'),
  revokes: is.includes('revokes'),
  hasDecree: is.includes('hasDecree'),
})

export const changeKinds = {
  transfer: change('isSigned', 'revokes', 'hasDecree'),
  'registered-elsewhere': change('isSigned', 'revokes'),
  mail: change(),
  phone: change(),
  identity: change('isSigned', 'revokes', 'hasDecree'),
  position: change('hasDecree'),
} as const satisfies Record<string, Change>

export type ChangeKind = keyof typeof changeKinds
const kinds = Object.keys(changeKinds) as readonly ChangeKind[]

/** Holds for the kinds of change that need this. */
export const changeThat = (needs: keyof Change): Condition => ({
  field: 'changeKind',
  is: kinds.filter((kind) => changeKinds[kind][needs]),
})

/** Perubahan data pengguna: pindah instansi, pernah terdaftar di instansi lain, email, HP, identitas, jabatan (section E). */
export const dataChange: Procedure = {
  name: 'data-change',
  phases: ['fill', 'review', 'signature', 'legalise', 'revocation', 'hand-off', 'action'],
  phasesWhen: {
    signature: changeThat('isSigned'),
    revocation: changeThat('revokes'),
    action: changeThat('revokes'),
  },
  asks: [
    ...(['changeKind', 'signingStops', 'signingDeadline', 'agency', ...identityFields] as const),
    ...(['formerAgency', 'formerAgencyName', 'formerEmail', 'newEmail', 'newPhone'] as const),
    ...(['identityPart', 'newName', 'newNik', 'newNip', 'newUnit', 'newPosition'] as const),
    ...(['decreeNumber', 'decreeDate', 'effectiveOn', 'decree', 'changeReason'] as const),
  ],
  // Whoever holds the mailbox could else have a dossier legalised in its owner's name.
  confirmsIdentity: true,
  asksCode: true,
  form: 'data-change',
  issues: changeThat('revokes'),
  signing: 'off-on-the-way',
}
