import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { Story } from '../case/given.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsSearch } from './search-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsSearch('memory', openMemory)
keepsSearch('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsSearch('server', async () => openSql({ url: await freshServerDatabase() }))
})

it('holds no word, and the same word of cases of two weeks by two different hashes', async () => {
  const its = await openSql({ memory: true })
  for (const openedAt of ['2026-11-02T02:00:00.000Z', '2026-11-23T02:00:00.000Z']) {
    const c = { ...new Story().submitted().case, id: randomUUID(), number: openedAt, openedAt }
    await its.store.ledger.commit([{ changes: [{ before: undefined, after: c, events: [] }], owed: [], knocks: [] }])
    await its.store.search.note(c, { words: ['kenari'], names: ['kenari'], people: [{ kind: 'nik', value: '34' }] })
  }
  const shared = 'UPDATE "case_search" a SET "week" = 1 FROM "case_search" b'
  expect(await its.sql!(`UPDATE "case_search" SET "week" = 1 WHERE "tokens" && '{kenari,34,diy}'`)).toBe(0)
  expect(await its.sql!(`${shared} WHERE a."case_id" <> b."case_id" AND a."tokens" && b."tokens"`)).toBe(0)
  expect(await its.sql!(`UPDATE "case_search" SET "week" = 1 WHERE cardinality("tokens") = 4`)).toBe(2)
  await its.close()
})

it('tells the colour of the checks of cases that are older than it', async () => {
  const its = await openSql({ memory: true })
  const c = new Story().submitted().case
  await its.store.ledger.commit([{ changes: [{ before: undefined, after: c, events: [] }], owed: [], knocks: [] }])
  await its.sql!('UPDATE "case" SET "has_remarks" = NULL')
  await its.store.search.note({ ...c, revision: c.revision + 1 }, { words: [], names: [], people: [] })
  expect(await its.sql!('UPDATE "case" SET "has_remarks" = NULL WHERE "has_remarks" IS NULL')).toBe(1)
  await its.store.search.note(c, { words: [], names: [], people: [] })
  expect(await its.sql!('UPDATE "case" SET "has_remarks" = "has_remarks" WHERE "has_remarks" IS NULL')).toBe(0)
  await its.close()
})
