import { isProved, mayAskCode } from '../identity/proof.ts'
import { isSameSubject, subjectOf } from '../identity/subject.ts'
import type { Decisions } from './decide.ts'
import { refuse } from './refusal.ts'

/** How a claim to be somebody becomes a proved one, and what is known of other claims. */
export const identityDecisions: Decisions<'ask-code' | 'waive-code' | 'prove' | 'note-rivals'> = {
  'ask-code'(c) {
    if (isProved(c)) return refuse('already-proved')
    return mayAskCode(c) ? [{ type: 'code-asked' }] : refuse('not-here')
  },

  'waive-code'(c, { because }) {
    if (isProved(c)) return refuse('already-proved')
    return c.waived === because ? [] : [{ type: 'code-waived', because }]
  },

  // The number may have been changed since the code was asked for: then it proves nothing about who is claimed now.
  prove(c, { subject, coolsUntil }) {
    if (!isSameSubject(subjectOf(c), subject)) return refuse('other-person')
    return c.proof === null ? [{ type: 'proved', coolsUntil }] : []
  },

  'note-rivals': (c, { rivals }) =>
    JSON.stringify(rivals) === JSON.stringify(c.rivals) ? [] : [{ type: 'rivals-noted', rivals }],
}
