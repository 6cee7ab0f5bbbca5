import type { Sealer } from '../../core/handling/sealer.ts'
import type { CaseSearch, Found, SearchAsked, SearchPlace, SearchQuery } from '../../core/handling/search.ts'
import { askedMax } from '../../core/handling/search.ts'
import { placeOf } from '../../core/ticket/place.ts'
import { type Client, rows } from './client.ts'
import type { Keys } from './keys.ts'
import { openCase } from './ledger.ts'
import { findText, LEX, NOTE_WORDS, SPAN, STALE } from './search-statements.ts'

interface FoundRow {
  readonly id: string
  readonly key: Uint8Array
  readonly state: Uint8Array
  readonly is_named: boolean
}

const weekMs = 7 * 86_400_000
/** Weeks since 1970: tokens of two of them differ. */
export const weekOf = (at: string): number => Math.floor(Date.parse(at) / weekMs)
/** Characters of a hash that are kept: 72 bits, so that no two words of a store meet by chance. */
const tokenChars = 12
/** How many weeks each look goes back; whoever asks for a common word is answered by the first. */
const looks = [1, 3, 12, 48, 192, 768]
/** Of more agencies the weeks are not told apart in the index, but row by row. */
const agencyMax = 8

/** What stands in the index for one thing by which a case of that week is found. */
export const searchToken = (sealer: Sealer, week: number, kind: string, value: string): string =>
  sealer.blind('search', `${week}|${kind}|${value}`).slice(0, tokenChars)

/** The search in PostgreSQL, by keyed hashes of stems. */
export function sqlCaseSearch(client: Client, keys: Keys, sealer: Sealer, now: () => string): CaseSearch {
  const token = (week: number, kind: string, value: string) => searchToken(sealer, week, kind, value)
  const lex = async (...texts: readonly string[]) => {
    const found = await rows<{ stems: readonly string[]; lexer: string }>(client, LEX, JSON.stringify(texts))
    return { stems: found.map(({ stems }) => stems), lexer: found[0]?.lexer ?? '' }
  }
  return {
    async note(c, { words, names, people }) {
      const { stems, lexer } = await lex(words.join(' '), names.join(' '))
      const week = weekOf(c.openedAt)
      const tokens = [
        ...(stems[0] ?? []).map((stem) => token(week, 'word', stem)),
        ...(stems[1] ?? []).map((stem) => token(week, 'name', stem)),
        ...people.map(({ kind, value }) => token(week, kind, value)),
        token(week, 'agency', c.agency ?? ''),
      ]
      const kept = [...new Set(tokens)]
      const { hasRemarks } = placeOf(c, now())
      const facts = [c.id, c.agency, c.openedAt, week, c.revision, lexer, kept, hasRemarks] as const
      await client.$executeRawUnsafe(NOTE_WORDS, ...facts)
    },
    async find(query) {
      const asked = await reduced(query)
      if (asked.stems.length + asked.people.length === 0 || query.agencies.length === 0) return []
      const [span] = await rows<{ first: number | null; last: number | null }>(client, SPAN)
      if (span?.first == null || span.last === null) return []
      const last = query.after === undefined ? span.last : weekOf(query.after.openedAt)
      return lookBack(query, asked, { first: span.first, last })
    },
    async stale(after, limit) {
      const { lexer } = await lex('')
      const from = after === '' ? '00000000-0000-0000-0000-000000000000' : after
      return (await rows<{ id: string }>(client, STALE, lexer, from, limit)).map(({ id }) => id)
    },
  }

  /** Words that the lexer makes nothing of are not asked for. */
  async function reduced({ words, people }: SearchAsked) {
    const { stems } = await lex(words.slice(0, askedMax).join(' '))
    return { stems: (stems[0] ?? []).slice(0, askedMax), people: people.slice(0, askedMax) }
  }

  /** From the last week backwards, further with each look, until the page is full. */
  async function lookBack(query: SearchQuery, asked: Asked, { first, last }: { first: number; last: number }) {
    const found: Found[] = []
    let to = last
    for (const weeks of looks) {
      const from = weeks === looks.at(-1) ? first : Math.max(first, to - weeks + 1)
      if (to < first || found.length >= query.limit) break
      const range = Array.from({ length: to - from + 1 }, (_, n) => from + n)
      const hits = await look(query, asked, range, query.limit - found.length)
      found.push(...hits.map((row) => foundBy(keys, row, asked)))
      to = from - 1
    }
    return found
  }

  async function look({ agencies, after }: SearchQuery, asked: Asked, weeks: readonly number[], limit: number) {
    const inWeeks = (kind: string, value: string) => weeks.map((week) => token(week, kind, value))
    const wanted = [
      ...asked.people.map(({ kind, value }) => inWeeks(kind, value)),
      ...asked.stems.map((stem) => inWeeks('word', stem)),
      ...(agencies.length > agencyMax ? [] : [agencies.flatMap((code) => inWeeks('agency', code))]),
    ]
    const names = asked.stems.flatMap((stem) => inWeeks('name', stem))
    const values = [agencies, ...behind(after), limit, names, ...wanted] as const
    return client.$transaction(async (tx) => {
      // Only this index can tell what an array holds, and it is read by a bitmap (`plan-settings.ts`).
      await tx.$executeRawUnsafe('SET LOCAL enable_bitmapscan = on')
      return rows<FoundRow>(tx, findText(wanted.length), ...values)
    })
  }
}

interface Asked {
  readonly stems: readonly string[]
  readonly people: SearchAsked['people']
}

const behind = (after: SearchPlace | undefined) => [after?.openedAt ?? null, after?.caseId ?? null] as const

function foundBy(keys: Keys, row: FoundRow, { people }: Asked): Found {
  return { case: openCase(keys, row), by: people.length > 0 ? 'person' : row.is_named ? 'name' : 'words' }
}
