import { daysAfter } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { changeDays } from './rating.ts'
import { refuse } from './refusal.ts'

/** The question how it went, and its answer. */
export const ratingDecisions: Decisions<'ask-rating' | 'rate'> = {
  // Nobody is asked twice, also after it was opened again; at the counter there is no chat to ask in.
  'ask-rating': (c) => (c.rating !== undefined || c.counter !== undefined ? [] : [{ type: 'rating-asked' }]),

  rate(c, { score }, { at }) {
    // Nobody who was not asked has anything to press.
    if (c.rating === undefined) return refuse('not-now', { status: c.status })
    const { given } = c.rating
    if (given?.score === score) return []
    if (given !== null && daysAfter(given.since, changeDays) < at) return refuse('already-rated')
    return [{ type: 'rated', score }]
  },
}
