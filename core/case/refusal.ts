import type { FieldFaultCode } from '../form/fault.ts'

/** Why a command was not carried out, as a closed list; each code has a sentence in two languages in `bot/text`. */
export type RefusalCode =
  | 'not-yours'
  | 'not-now'
  | 'changed'
  | 'own-case'
  | 'other-part'
  | 'held-by-other'
  | 'unknown-item'
  | 'item-settled'
  | 'too-many-files'
  | 'no-such-option'
  | 'no-device'
  | 'password-before-scan'
  | 'incomplete'
  | 'still-checking'
  | 'consent-missing'
  | 'already-open'
  | 'too-many-cases'
  | 'undecided'
  | 'nothing-failing'
  | 'failing-items'
  | 'reason-too-short'
  | 'secret-inside'
  | 'identity-missing'
  | 'no-call'
  | 'no-roster-number'
  | 'roster-pending'
  | 'frozen'
  | 'not-seen'
  | 'too-late'
  | 'unchanged'
  | 'not-here'
  | 'unsigned-form'
  | 'signature-invalid'
  | 'signature-untrusted'
  | 'signature-unreadable'
  | 'signature-unconfirmed'
  | 'unsigned-cover'
  | 'other-cover'
  | 'cover-unclear'
  | 'signer-other'
  | 'signer-renewed'
  | 'no-anchors'
  | 'form-missing'
  | 'other-form'
  | 'already-asked'
  | 'too-far-ahead'
  | 'already-proved'
  | 'other-person'
  | 'cooling-down'
  | 'employment-not-accepted'
  | 'nothing-written'
  | 'words-too-long'
  | 'too-many-messages'
  | 'asks-secret'
  | 'no-chat'
  | 'variable-empty'
  | 'said-meanwhile'
  | 'no-such-case'
  | 'same-case'
  | 'ended-case'
  | 'other-requester'
  | 'too-many-links'
  | 'not-assignable'
  | FieldFaultCode

/** An expected "no": a value, never thrown. `detail` carries what the sentence mentions, without personal data. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export const refuse = (refused: RefusalCode, detail?: Refusal['detail']): Refusal =>
  detail === undefined ? { refused } : { refused, detail }

export const isRefusal = (value: object): value is Refusal => 'refused' in value
