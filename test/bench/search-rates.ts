import type { CaseSearch, SearchPlace } from '../../core/handling/search.ts'
import type { PlainWords } from '../../core/ticket/plain-words.ts'
import { nipOf, type Town, unsealable, wordOf } from './case-town.ts'

const limit = 51
const words = (...ranks: readonly number[]): PlainWords => ({ words: ranks.map(wordOf), people: [] })
const person = (n: number): PlainWords => ({ words: [], people: [{ kind: 'nip', value: nipOf(n) }] })

/** From words that nearly every case has to one that hardly any has, two together, and a person. */
const asked: readonly PlainWords[] = [
  ...[words(1), words(10), words(100), words(1_000), words(5_000), words(19_999)],
  ...[words(1, 2), words(3, 40), words(30, 3_000), words(2_000, 3_000), words(1, 19_000)],
  ...[person(7), person(480)],
]

const page = (search: CaseSearch, n: number, after?: SearchPlace) =>
  search.find({ ...(asked[n % asked.length] ?? words(1)), agencies: ['diy'], limit, ...(after && { after }) })

export const preparedForSearch = (town: Town): Promise<void> =>
  unsealable(town, async (search) => {
    for (const n of asked.keys()) await page(search, n)
  })

/** The first page of what is found. */
export const lookFor = ({ store }: Pick<Town, 'store'>, n: number): Promise<unknown> => page(store.search, n)
