import { type Changes, goOn } from './changes.ts'

/** How the signed form, the revocation and the new issuance change a case. */
export const changeChanges: Changes<
  | 'form-issued'
  | 'signed-form-received'
  | 'revocation-planned'
  | 'revocation-asked'
  | 'revoked'
  | 'reissue-asked'
  | 'certificate-noted'
> = {
  'form-issued': (_, e) => ({ form: { sha256: e.formSha256, at: e.at }, signedForm: null, dueAt: e.dueAt }),
  'signed-form-received': (_, e) => ({
    signedForm: { ...e.form, at: e.at },
    ...(e.dueAt !== undefined && { dueAt: e.dueAt }),
  }),
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
