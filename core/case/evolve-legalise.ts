import type { Changes } from './changes.ts'

/** How the cover sheet that its verifier signs changes a case. */
export const legaliseChanges: Changes<'cover-issued' | 'cover-signed' | 'legalisation-withdrawn'> = {
  'cover-issued': (_, e) => ({ cover: { sha256: e.coverSha256, at: e.at } }),
  'cover-signed': (c, e) => (c.cover == null ? {} : { cover: { ...c.cover, signedSha256: e.signedSha256 } }),
  // Nobody signed it, so nothing was sealed: the review begins anew, and with it whatever follows.
  'legalisation-withdrawn': (_, e) => ({
    status: 'submitted',
    verifier: null,
    manifest: null,
    legalisedBy: null,
    cover: null,
    form: null,
    signedForm: null,
    dueAt: e.dueAt,
  }),
}
