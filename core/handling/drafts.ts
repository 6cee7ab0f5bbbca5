/** Words that somebody of the staff is writing and has not sent: to the requester, or for themselves and colleagues. */
export const draftKinds = ['reply', 'note'] as const
export type DraftKind = (typeof draftKinds)[number]

export type Drafts = Readonly<Partial<Record<DraftKind, string>>>

/** A longer one is cut: what may be said at once is shorter by far. */
export const draftMax = 20_000

/** Port: unsent words of the staff, sealed with their case and erased with it. */
export interface DraftStore {
  /** What one person is writing in one case. */
  draftsOf(staffId: string, caseId: string): Promise<Drafts>
  /** Keeps the words that are given and leaves the others; empty ones are forgotten. Of an erased case nothing is kept. */
  keepDrafts(staffId: string, caseId: string, words: Drafts, at: string): Promise<void>
  /** Forgets what nobody touched since `before`. @returns how many */
  sweepDrafts(before: string): Promise<number>
}
