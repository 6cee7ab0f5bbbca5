import { type Changes, goOn } from './changes.ts'

/** How the signed form, the revocation and the new issuance change a case. */
export const changeChanges: Changes<
  | 'form-issued'
  | 'signed-form-received'
  | 'signature-confirmed'
  | 'revocation-planned'
  | 'revocation-asked'
  | 'revoked'
  | 'reissue-asked'
  | 'certificate-noted'
> = {
  'form-issued': (_, e) => ({ form: { sha256: e.formSha256, at: e.at }, signedForm: null, dueAt: e.dueAt }),
  'signed-form-received': (_, e) => ({
    signedForm: {
      ...e.form,
      // Older histories know of no names, for nothing had looked at the signature.
      verdict: e.form.verdict === null || e.secret === undefined ? null : { ...e.form.verdict, ...e.secret },
      at: e.at,
    },
    ...(e.dueAt !== undefined && { dueAt: e.dueAt }),
  }),
  'signature-confirmed': (c, e) =>
    c.signedForm === null ? {} : { signedForm: { ...c.signedForm, confirmed: { ...e.secret.by, at: e.at } } },
  'revocation-planned': (_, e) => ({ revocationOn: e.on }),
  'revocation-asked': (c, e) => ({
    status: 'awaiting-revocation',
    dueAt: e.dueAt,
    trail: { ...c.trail, revocationAsked: e.at },
  }),
  revoked: (c, e) => ({ ...goOn(c, 'revocation', e.at), dueAt: null, trail: { ...c.trail, revoked: e.at } }),
  'certificate-noted': (_, e) => ({ certificateUntil: e.until }),
  'reissue-asked': (c, e) => ({ trail: { ...c.trail, reissueAsked: e.at } }),
}
