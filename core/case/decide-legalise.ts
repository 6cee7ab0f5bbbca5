import { isMismatch } from '../signature/signer-match.ts'
import { staffOf } from './actor.ts'
import { coverFault } from './cover-trust.ts'
import { dueAfter } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { refuse } from './refusal.ts'

/** How a verifier legalises by their own signature: the cover sheet goes out and comes back signed, once. */
export const legaliseDecisions: Decisions<'issue-cover' | 'sign-cover' | 'withdraw-legalisation'> = {
  'issue-cover': (c, { coverSha256 }) => (c.cover == null ? [{ type: 'cover-issued', coverSha256 }] : []),

  'sign-cover'(c, { sheet, isOwn }, { actor }) {
    // What was signed is sealed: a second signature is a second legalisation.
    if (c.cover == null || c.cover.signedSha256 !== undefined) return refuse('not-now', { status: c.status })
    const fault = coverFault(sheet)
    if (fault !== undefined) return fault
    const { signer, match, sha256: signedSha256, verdict } = sheet
    if (signer === null || match === 'other') return refuse('signer-other')
    if (match === 'renewed' && !isOwn) return refuse('signer-renewed')
    const pins = match === 'first' || isMismatch(match)
    return [{ type: 'cover-signed', signedSha256, verdict, match, pins, secret: { by: staffOf(actor), signer } }]
  },

  'withdraw-legalisation'(c, _, s) {
    if (c.cover == null || c.cover.signedSha256 !== undefined) return refuse('not-now', { status: c.status })
    return [{ type: 'legalisation-withdrawn', dueAt: dueAfter(c, 'review', s), secret: { by: staffOf(s.actor) } }]
  },
}
