import type { FormVerdict } from '../signature/form-verdict.ts'
import type { Case, SignedForm } from './case.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Why a file is not the signed copy of the form that was issued: what says something else is another form, whoever signed it. */
export function formFault({ relation, differs }: Pick<SignedForm, 'relation' | 'differs'>): Refusal | undefined {
  if (relation === 'other') return refuse('other-form')
  if (differs.length > 0) return refuse('other-form', { fields: differs.join(', ') })
  return relation === 'same-bytes' ? refuse('unsigned-form') : undefined
}

/**
 * Why nobody may let a form with that signature go on. What somebody filled in after signing is refused as well: whoever
 * signed has not signed that.
 */
export function signatureFault({ verdict, reasons }: Pick<FormVerdict, 'verdict' | 'reasons'>): Refusal | undefined {
  const [reason = ''] = reasons
  if (verdict === 'NOT_SIGNED') return refuse('unsigned-form')
  if (verdict === 'UNREADABLE') return refuse('signature-unreadable')
  if (verdict === 'INVALID') return refuse('signature-invalid', { reason })
  if (verdict === 'UNTRUSTED') return refuse('signature-untrusted')
  return reasons.includes('FORM_FILLED') ? refuse('signature-invalid', { reason: 'FORM_FILLED' }) : undefined
}

/** True while a verifier must say that the form counts: its signature needs a look, or its fields could not be read. */
export const needsConfirmation = ({ relation, verdict, confirmed }: SignedForm): boolean =>
  confirmed === undefined && (verdict?.verdict !== 'VALID' || relation === 'flattened')

/** Why the form of a case does not count yet; undefined where it does, and where none is owed. */
export function formGap({ status, signedForm }: Pick<Case, 'status' | 'signedForm'>): Refusal | undefined {
  if (status !== 'awaiting-signature') return undefined
  if (signedForm === null) return refuse('form-missing')
  return needsConfirmation(signedForm) ? refuse('signature-unconfirmed') : undefined
}

/** True when legalising the case is the first confirmed use of a certificate under the officer's own name. */
export const isFirstUse = ({ verdict, confirmed }: SignedForm): boolean =>
  verdict?.verdict === 'VALID' && verdict.match === 'first' && confirmed === undefined
