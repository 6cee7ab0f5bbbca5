import type { Changes } from './changes.ts'

/** How it went, as the case remembers it. */
export const ratingChanges: Changes<'rating-asked' | 'rated'> = {
  'rating-asked': (_, { at }) => ({ rating: { askedAt: at, given: null } }),
  rated: ({ rating }, { at, score }) => ({
    rating: { askedAt: rating?.askedAt ?? at, given: { score, since: rating?.given?.since ?? at } },
  }),
}
