/** How satisfied a requester says to be, best first: one tap, no words. */
export const scores = ['good', 'fair', 'poor'] as const
export type Score = (typeof scores)[number]

/** How it went, as its requester said. */
export interface Rating {
  readonly askedAt: string
  /** The last word, and when the first one was given; null as long as nothing was said. */
  readonly given: { readonly score: Score; readonly since: string } | null
}

/** How long a completed case waits before its requester is asked, in milliseconds: until then it shows whether it holds. */
export const askAfterMs = 3_600_000

/** Days after the first word in which it can be changed. */
export const changeDays = 1
