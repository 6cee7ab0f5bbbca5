import type { Condition } from '../procedure/condition.ts'
import { changeThat } from '../procedure/data-change.ts'

/** The kinds of evidence that a procedure may ask (source page, section F 3–4). */
export const evidenceKinds = [
  'antivirus-scan',
  'ios-condition',
  'email-password-change',
  'screenshot',
  'recommendation-letter',
  'decree',
  'revocation-basis',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** When a kind is asked, besides where its procedure lists it, and whether "none" will do. */
export const evidenceRules: Readonly<
  Partial<Record<EvidenceKind, { readonly when?: Condition; readonly isOptional?: true }>>
> = {
  screenshot: { isOptional: true },
  decree: { when: changeThat('hasDecree') },
  'revocation-basis': { when: { field: 'revocationFor', is: ['other'] } },
}

export const isEvidenceKind = (name: string): name is EvidenceKind => evidenceKinds.some((kind) => kind === name)

/** Files that one item takes at the most. */
export const filesPerItemMax = 10
/** Files that one case takes in all, replaced and refused ones included: nobody fills the disk. */
export const filesPerCaseMax = 200
/** The Bot API hands out files up to this size (getFile). */
export const fileSizeMaxBytes = 20 * 1024 * 1024
