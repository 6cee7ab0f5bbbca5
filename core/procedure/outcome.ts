/** How a verifier or an agent ends a case that needs no dossier; each code is a sentence to the requester. */
export const outcomes = [
  'link-sent',
  'mail-corrected',
  'verified-in-ams',
  'not-registered',
  'registered',
  'already-registered',
  'registered-elsewhere',
  'old-certificate-active',
  'revoked',
  'already-inactive',
  'asked-bsre',
  'answered',
] as const
export type Outcome = (typeof outcomes)[number]

/** What was done in AMS and is not taken back: settled only after as whole a review as a dossier gets. */
export const lasting: ReadonlySet<Outcome> = new Set(['revoked', 'registered'])
