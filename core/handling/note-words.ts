import type { Case } from '../case/case.ts'
import { wordsOf } from '../ticket/case-words.ts'
import type { Delivery } from './deliver.ts'
import type { Ports } from './ports.ts'

/** Notes by what a case is found, from all that was said about it. Done again it notes the same. */
export async function noteWords({ ledger, search }: Pick<Ports, 'ledger' | 'search'>, c: Case): Promise<Delivery> {
  await search.note(c, wordsOf(c, await ledger.history(c.id)))
  return { state: 'sent' }
}

/** Cases that one run looks through at most, and how many of them are read at once. */
const [runMax, pageSize] = [2_000, 100]

/**
 * Notes the words of cases that are older than the search, or whose words were reduced otherwise than now. What cannot be
 * read is left out. @returns how many were noted
 */
export async function fillSearch(ports: Pick<Ports, 'ledger' | 'search'>): Promise<number> {
  let [after, count] = ['', 0]
  for (let looked = 0; looked < runMax; looked += pageSize) {
    const ids = await ports.search.stale(after, pageSize)
    for (const id of ids) {
      const c = await ports.ledger.caseById(id)
      if (c === undefined) continue
      await noteWords(ports, c)
      count += 1
    }
    after = ids.at(-1) ?? ''
    if (ids.length < pageSize) break
  }
  return count
}
