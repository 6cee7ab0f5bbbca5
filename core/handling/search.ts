import type { Case } from '../case/case.ts'
import type { CaseWords } from '../ticket/case-words.ts'
import type { PersonKey } from '../ticket/plain-words.ts'

/** What somebody looks for: all of it must be in the case. */
export interface SearchAsked {
  readonly words: readonly string[]
  readonly people: readonly PersonKey[]
}

/** How many words are looked for at once; a person asks for two or three. */
export const askedMax = 6

/** Where a page of findings begins: behind the case that was opened then. */
export interface SearchPlace {
  readonly openedAt: string
  readonly caseId: string
}

export interface SearchQuery extends SearchAsked {
  /** Codes of the agencies whose cases are looked through. */
  readonly agencies: readonly string[]
  readonly after?: SearchPlace
  readonly limit: number
}

/** What of the asked a case was found by. */
export const grounds = ['person', 'name', 'words'] as const

export interface Found {
  readonly case: Case
  /** By a number or an address; by a name alone; else by words. */
  readonly by: (typeof grounds)[number]
}

/**
 * Port: which cases hold a word, without unsealing them. Words are reduced to their stems and kept as keyed hashes only,
 * so that whoever has the store alone can neither read them nor look for one. They go with their case.
 */
export interface CaseSearch {
  /** Notes by what a case is found from now on, in place of what was noted before. Of an erased case nothing is. */
  note(c: Case, words: CaseWords): Promise<void>
  /** The cases that have all that is asked for, those opened last first. Nothing asked finds nothing. */
  find(query: SearchQuery): Promise<readonly Found[]>
  /** Submitted cases behind `after` whose words were never noted, or reduced by another lexer, in the order of their ids. */
  stale(after: string, limit: number): Promise<readonly string[]>
}
