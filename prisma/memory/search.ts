import type { Case } from '../../core/case/case.ts'
import type { CaseSearch, Found, SearchAsked } from '../../core/handling/search.ts'
import type { PersonKey } from '../../core/ticket/plain-words.ts'
import type { State } from './state.ts'

/** What a case is found by, in the memory store. */
export interface NotedWords {
  readonly revision: number
  readonly words: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly people: ReadonlySet<string>
}

/** So much of Indonesian grammar as tests of the desk need. */
const stem = (word: string): string => (word.length > 6 ? word.replace(/(?:kah|lah|nya|ku|mu)$/, '') : word)
const keyOf = ({ kind, value }: PersonKey): string => `${kind}:${value}`

export function memoryCaseSearch({ cases, searchWords }: State): CaseSearch {
  return {
    async note(c, { words, names, people }) {
      if (!cases.has(c.id) || (searchWords.get(c.id)?.revision ?? 0) > c.revision) return
      searchWords.set(c.id, {
        revision: c.revision,
        words: new Set(words.map(stem)),
        names: new Set(names.map(stem)),
        people: new Set(people.map(keyOf)),
      })
    },
    async find({ agencies, after, limit, ...asked }) {
      if (asked.words.length + asked.people.length === 0) return []
      const found = [...cases.values()].filter((c) => agencies.includes(c.agency ?? ''))
      const behind = found.filter((c) => after === undefined || rankOf(c) < `${after.openedAt}${after.caseId}`)
      return behind
        .flatMap((c) => foundBy(c, searchWords.get(c.id), asked))
        .toSorted((a, b) => (rankOf(a.case) < rankOf(b.case) ? 1 : -1))
        .slice(0, limit)
    },
    async stale(after, limit) {
      const old = [...cases.values()].filter((c) => c.submittedAt !== null && !searchWords.has(c.id) && c.id > after)
      return old
        .map(({ id }) => id)
        .toSorted()
        .slice(0, limit)
    },
  }
}

const rankOf = (c: Case): string => `${c.openedAt}${c.id}`

function foundBy(c: Case, noted: NotedWords | undefined, { words, people }: SearchAsked): readonly Found[] {
  if (noted === undefined || !people.every((one) => noted.people.has(keyOf(one)))) return []
  const stems = words.map(stem)
  if (!stems.every((one) => noted.words.has(one))) return []
  const isName = stems.some((one) => noted.names.has(one))
  return [{ case: c, by: people.length > 0 ? 'person' : isName ? 'name' : 'words' }]
}
