import type { Case } from './case.ts'
import { type Holder, holderOf } from './status.ts'

/** Whose turn it is with this case: a form that is back from the person in charge waits for the verifier. */
export function turnOf({ status, signedForm }: Pick<Case, 'status' | 'signedForm'>): Holder {
  return status === 'awaiting-signature' && signedForm !== null ? 'verifier' : holderOf(status)
}
