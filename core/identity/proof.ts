import type { Case } from '../case/case.ts'
import { phaseOf } from '../case/status.ts'
import { procedureOf } from '../procedure/registry.ts'
import { coolDownMs } from './binding.ts'
import { subjectOf } from './subject.ts'

/** A code that was typed right: this chat reads the mailbox on record. */
export interface CodeProof {
  readonly at: string
  /** The chat took another one's place and waits until then. */
  readonly coolsUntil: string | null
}

/** Why no code was used. */
export const waivers = ['no-mailbox', 'newcomer', 'later'] as const
export type Waiver = (typeof waivers)[number]

/** Another open case that claims the same person. */
export interface Rival {
  readonly number: string
  /** By a code, a call or a meeting: a claim without any has no weight. */
  readonly isProved: boolean
}

/** What shows that a claim is true; `none` = identitas belum terbukti. */
export type ProofKind = 'code' | 'call' | 'meeting' | 'none'

type Claim = Pick<Case, 'identity' | 'proof'>

export const proofOf = ({ identity, proof }: Claim): ProofKind => identity?.method ?? (proof === null ? 'none' : 'code')

export const isProved = (claim: Claim): boolean => proofOf(claim) !== 'none'

/** True for a procedure in which a code to the mailbox on record is worth something. */
export const asksCode = ({ procedure }: Pick<Case, 'procedure'>): boolean => procedureOf(procedure).asksCode === true

/** True while the requester may ask for a code: somebody is claimed, nothing shows it yet, and nobody has decided. */
export const mayAskCode = (c: Case): boolean =>
  asksCode(c) && !isProved(c) && subjectOf(c) !== undefined && ['fill', 'review'].includes(phaseOf(c.status))

/** No moment comes after it: such a wait ends when somebody is met. */
export const untilMet = '9999-12-31T00:00:00.000Z'

type Tied = Pick<Case, 'identity' | 'proof' | 'roster'>

/**
 * Until when nothing is let through because the chat took another one's place, or lost its own to another one since it was
 * proved; null when nothing cools. Whoever was met need not wait.
 */
export function coolingUntil({ identity, proof, roster }: Tied): string | null {
  if (identity?.method === 'meeting') return null
  const proved = proof?.coolsUntil ?? null
  if (roster?.isBoundElsewhere !== true || (identity === null && proof === null)) return proved
  const tied = roster.coolsUntil ?? (identity === null ? untilMet : dayAfter(identity.at))
  return proved === null || tied > proved ? tied : proved
}

const dayAfter = (at: string): string => new Date(Date.parse(at) + coolDownMs).toISOString()

export const isCooling = (c: Tied, at: string): boolean => (coolingUntil(c) ?? '') > at
