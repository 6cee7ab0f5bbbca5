import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { fillSearch } from '../../core/handling/note-words.ts'
import type { SearchQuery } from '../../core/handling/search.ts'
import type { Erasure } from '../../core/privacy/erasure.ts'
import { plainWords } from '../../core/ticket/plain-words.ts'
import { Story } from '../case/given.ts'
import type { OpenStore } from './stores.ts'

const dayMs = 86_400_000
const opening = Date.parse('2026-11-20T02:00:00.000Z')

/** What every store promises of the search. */
export function keepsSearch(name: string, open: () => Promise<OpenStore>): void {
  describe(`the search of the ${name} store`, () => {
    let its: OpenStore
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const search = () => its.store.search

    /** A submitted case, `daysAgo` old; nothing of it is noted yet. */
    async function kept(daysAgo = 0, agency = 'diy'): Promise<Case> {
      n += 1
      const openedAt = new Date(opening - daysAgo * dayMs).toISOString()
      const { case: submitted } = new Story('lost-authenticator').submitted()
      const number = `PANDU-${name}-${n}`
      const c = { ...submitted, id: randomUUID(), number, requester: `chat-${n}`, openedAt, agency }
      const change = { before: undefined, after: c, events: [] }
      expect(await its.store.ledger.commit([{ changes: [change], owed: [], knocks: [] }])).toEqual([true])
      return c
    }
    async function noted(text: string, { daysAgo = 0, agency = 'diy', names = '' } = {}): Promise<Case> {
      const c = await kept(daysAgo, agency)
      const { words, people } = plainWords(`${names} ${text}`)
      await search().note(c, { words, people, names: plainWords(names).words })
      return c
    }
    const find = (text: string, more: Partial<SearchQuery> = {}) =>
      search().find({ ...plainWords(text), agencies: ['diy'], limit: 10, ...more })
    const numbersFor = async (text: string, more: Partial<SearchQuery> = {}) =>
      (await find(text, more)).map((found) => found.case.number)
    const order = (): Erasure => ({ by: { role: 'operator' }, because: 'order', at: its.clock.now() })

    it('finds a case by all the words that were asked, in any order and case', async () => {
      const a = await noted('Kode Kenari tidak muncul')
      await noted('kenari saja')
      expect(await numbersFor('MUNCUL kenari')).toEqual([a.number])
      expect(await numbersFor('kenari merpati')).toEqual([])
    })

    it('finds a word by its stem', async () => {
      const c = await noted('gelatiknya rusak')
      expect(await numbersFor('gelatik')).toEqual([c.number])
    })

    it('finds nothing when nothing is asked, and nothing in other agencies', async () => {
      await noted('cendrawasih', { agency: 'bkn' })
      expect(await find('')).toEqual([])
      expect(await find('cendrawasih')).toEqual([])
      expect(await find('cendrawasih', { agencies: [] })).toEqual([])
      expect(await numbersFor('cendrawasih', { agencies: ['diy', 'bkn'] })).toHaveLength(1)
    })

    it('looks through as many agencies as somebody serves', async () => {
      const c = await noted('nuri')
      const agencies = [...Array.from({ length: 40 }, (_, i) => `other-${i}`), 'diy']
      expect(await numbersFor('nuri', { agencies })).toEqual([c.number])
    })

    it('tells what a case was found by', async () => {
      await noted('merak', { names: 'Jalak Suren' })
      expect((await find('merak')).map(({ by }) => by)).toEqual(['words'])
      expect((await find('jalak merak')).map(({ by }) => by)).toEqual(['name'])
      await noted('198001012005011009 elang@diy.go.id 3404010101800009')
      for (const key of ['198001012005011009', '3404010101800009', 'Elang@DIY.go.id'])
        expect((await find(key)).map(({ by }) => by)).toEqual(['person'])
    })

    it('gives those opened last first, page by page, over years and within one week', async () => {
      const ages = [900, 0, 3, 30, 200, 1, 2, 400]
      const cases = []
      for (const daysAgo of ages) cases.push(await noted('pelatuk', { daysAgo }))
      const byAge = cases.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1)).map(({ number }) => number)
      expect(await numbersFor('pelatuk')).toEqual(byAge)
      const paged: string[] = []
      for (let last: Case | undefined; ; ) {
        const after = last && { openedAt: last.openedAt, caseId: last.id }
        const page = await find('pelatuk', { limit: 3, ...(after && { after }) })
        paged.push(...page.map((found) => found.case.number))
        last = page.at(-1)?.case
        if (page.length < 3) break
      }
      expect(paged).toEqual(byAge)
    })

    it('leaves none out of cases that were opened in the same moment', async () => {
      for (let i = 0; i < 5; i += 1) await noted('kutilang')
      const first = await find('kutilang', { limit: 3 })
      const last = first.at(-1)?.case
      const after = { openedAt: last?.openedAt ?? '', caseId: last?.id ?? '' }
      const all = [...first, ...(await find('kutilang', { after }))].map((found) => found.case.number)
      expect(new Set(all).size).toBe(5)
    })

    it('finds by what was noted last, and never goes back behind it', async () => {
      const c = await noted('camar')
      const later = { ...c, revision: c.revision + 1 }
      await search().note(later, { ...plainWords('bangau'), names: [] })
      await search().note(c, { ...plainWords('camar'), names: [] })
      expect(await numbersFor('camar')).toEqual([])
      expect(await numbersFor('bangau')).toEqual([c.number])
    })

    it('knows nothing more of a case that was erased, and notes nothing of it', async () => {
      const c = await noted('punai')
      expect(await its.store.rights.erase(c, order(), [])).toBe(true)
      expect(await find('punai')).toEqual([])
      await search().note(c, { ...plainWords('punai'), names: [] })
      expect(await find('punai')).toEqual([])
    })

    it('leaves no word behind when a case is erased just while one is noted', async () => {
      for (let round = 0; round < 5; round += 1) {
        const c = await kept()
        const beside = its.second ?? its.store
        const words = { ...plainWords(`rajawali${round}`), names: [] }
        const noting = Array.from({ length: 4 }, () => beside.search.note(c, words))
        const [isErased] = await Promise.all([its.store.rights.erase(c, order(), []), ...noting])
        expect(isErased).toBe(true)
        expect(await find(`rajawali${round}`)).toEqual([])
        if (its.sql !== undefined)
          expect(await its.sql(`SELECT FROM "case_search" WHERE "case_id" = '${c.id}'`)).toBe(0)
      }
    })

    it('asks for the cases whose words were never noted or were reduced by another lexer, and fills them', async () => {
      while ((await fillSearch(its.store)) > 0);
      const c = await noted('perkutut')
      expect(await search().stale('', 10)).toEqual([])
      if (its.sql === undefined) {
        const bare = await kept()
        expect(await search().stale('', 10)).toEqual([bare.id])
      } else {
        await its.sql(`UPDATE "case_search" SET "lexer" = '0/9', "tokens" = '{}' WHERE "case_id" = '${c.id}'`)
        expect(await search().stale('', 10)).toEqual([c.id])
      }
      expect(await fillSearch(its.store)).toBe(1)
      expect(await fillSearch(its.store)).toBe(0)
    })
  })
}
