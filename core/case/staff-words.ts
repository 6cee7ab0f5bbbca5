import { secretIn } from '../privacy/secret.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Why words of staff may not reach a requester: nobody hands out a passphrase, a password, a code or a link of BSrE's. */
export const faultInWords = (text: string | undefined): Refusal | undefined =>
  text !== undefined && secretIn(text) !== undefined ? refuse('secret-inside') : undefined
