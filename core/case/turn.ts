import type { Case } from './case.ts'
import { awaitsCover } from './cover-trust.ts'
import { type Holder, holderOf } from './status.ts'

/** Whose turn it is with this case: a form that is back from the person in charge, and a cover sheet unsigned, wait for the verifier. */
export function turnOf({ status, signedForm, cover }: Pick<Case, 'status' | 'signedForm' | 'cover'>): Holder {
  const isVerifiers = (status === 'awaiting-signature' && signedForm !== null) || awaitsCover({ status, cover })
  return isVerifiers ? 'verifier' : holderOf(status)
}
