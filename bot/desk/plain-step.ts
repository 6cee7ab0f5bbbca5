import type { Action } from './case-forms.ts'

/** A step that needs nothing but the press. */
export const plain = (
  type:
    | 'claim'
    | 'take'
    | 'put-back'
    | 'approve'
    | 'send-link'
    | 'reopen'
    | 'confirm-revoked'
    | 'ask-reissue'
    | 'withdraw-legalisation',
): Action['commands'] => {
  return ({ seen }) => [[{ type, seen }]]
}
