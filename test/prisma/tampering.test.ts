import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { hashOf } from '../../prisma/sql/chain.ts'
import { diy, requester } from '../case/given.ts'
import { type OpenStore, openSql } from './stores.ts'

const routing = { agencies: [diy], has: { slack: false, mail: false } }
let its: OpenStore
beforeAll(async () => {
  its = await openSql({ memory: true })
})
afterAll(() => its.close())

async function aCase(): Promise<{ id: string; number: string }> {
  const [id, number] = [randomUUID(), `PANDU-${randomUUID()}`]
  await its.store.inbox.receive([{ key: id, chat: requester.chat, address: 1, language: 'id', payload: {} }])
  const casework = new Casework([], [diy], its.clock.now())
  casework.open({ id, number, procedure: 'reactivation', chat: requester.chat, language: 'id' })
  casework.give(id, { type: 'answer', item: 'name', said: 'Siti Aminah' }, requester)
  casework.give(id, { type: 'answer', item: 'employment', said: 'pns' }, requester)
  await its.store.ledger.commit([casework.harvest(routing)])
  await its.sql!(`UPDATE "case" SET "requester" = 'x-${id}' WHERE "id" = '${id}'`)
  return { id, number }
}

async function faultOf(number: string) {
  for await (const finding of its.store.ledger.audit()) if (finding.number === number) return finding
  return undefined
}

it('a history can only grow', async () => {
  const { id } = await aCase()
  await expect(its.sql!(`UPDATE "event" SET "type" = 'x' WHERE "case_id" = '${id}'`)).rejects.toThrow(/append-only/)
  await expect(its.sql!(`DELETE FROM "event" WHERE "case_id" = '${id}'`)).rejects.toThrow(/append-only/)
})

it.each([
  [
    'a changed event',
    'UPDATE "event" SET "open" = jsonb_set("open", \'{item}\', \'"nik"\') WHERE "case_id" = $ AND "revision" = 2',
    'chain-broken',
    2,
  ],
  [
    'a changed sealed value',
    'UPDATE "event" SET "sealed" = set_byte("sealed", 30, get_byte("sealed", 30) # 1) WHERE "case_id" = $ AND "revision" = 2',
    'seal-broken',
    2,
  ],
  [
    'a removed sealed value',
    'UPDATE "event" SET "sealed" = NULL WHERE "case_id" = $ AND "revision" = 2',
    'seal-broken',
    2,
  ],
  ['a missing event', 'DELETE FROM "event" WHERE "case_id" = $ AND "revision" = 2', 'chain-broken', 2],
  ['a cut tail', 'DELETE FROM "event" WHERE "case_id" = $ AND "revision" = 3', 'chain-broken', 3],
  [
    'sealed values that changed places',
    'UPDATE "event" e SET "sealed" = o."sealed" FROM "event" o WHERE e."case_id" = $ AND o."case_id" = e."case_id" AND o."revision" = 5 - e."revision" AND e."revision" IN (2, 3)',
    'seal-broken',
    2,
  ],
  [
    'a sealed value with its digest, taken out of the chain',
    'UPDATE "event" SET "sealed" = NULL, "sealed_digest" = NULL WHERE "case_id" = $ AND "revision" = 2',
    'chain-broken',
    2,
  ],
  [
    'a sealed value where there was none',
    'UPDATE "event" SET "sealed" = \'\\x00\' WHERE "case_id" = $ AND "revision" = 1',
    'seal-broken',
    1,
  ],
  [
    'a hash that holds whole events in its text',
    'UPDATE "event" SET "hash" = "hash" || \'","\' || "hash" WHERE "case_id" = $ AND "revision" = 2',
    'chain-broken',
    2,
  ],
  [
    'events that changed places',
    'UPDATE "event" e SET "open" = o."open", "sealed" = o."sealed", "sealed_digest" = o."sealed_digest", "hash" = o."hash" FROM "event" o WHERE e."case_id" = $ AND o."case_id" = e."case_id" AND o."revision" = 5 - e."revision" AND e."revision" IN (2, 3)',
    'chain-broken',
    2,
  ],
  [
    'an event of a number that was left out',
    'UPDATE "event" SET "revision" = 4 WHERE "case_id" = $ AND "revision" = 3',
    'chain-broken',
    3,
  ],
  ['a row whose last hash was changed', 'UPDATE "case" SET "chain" = \'\' WHERE "id" = $', 'chain-broken', 4],
  ['all events gone', 'DELETE FROM "event" WHERE "case_id" = $', 'chain-broken', 1],
  ['a missing beginning', 'DELETE FROM "event" WHERE "case_id" = $ AND "revision" = 1', 'chain-broken', 1],
])('%s is found, at the right place', async (_, statement, fault, at) => {
  const { id, number } = await aCase()
  expect(await faultOf(number)).toMatchObject({ fault: null, events: 3 })
  await its.sql!('ALTER TABLE "event" DISABLE TRIGGER "event_grows"')
  await its.sql!(statement.replace('$', `'${id}'`))
  await its.sql!('ALTER TABLE "event" ENABLE TRIGGER "event_grows"')
  expect(await faultOf(number)).toMatchObject({ fault, at })
})

it('a row that was put back to an older picture no longer folds', async () => {
  const [one, other] = [await aCase(), await aCase()]
  await its.sql!(
    `UPDATE "case" SET "state" = (SELECT "state" FROM "case" WHERE "id" = '${other.id}') WHERE "id" = '${one.id}'`,
  )
  expect(await faultOf(one.number)).toMatchObject({ fault: 'fold-differs' })
})

it('a history whose hashes were made anew to fit, without its beginning, tells of no case', async () => {
  const { id, number } = await aCase()
  const open = { type: 'released', because: 'asked', at: its.clock.now(), author: { role: 'requester' } }
  const hash = hashOf(id, '', { revision: 1, open, sealedDigest: null })
  await its.sql!('ALTER TABLE "event" DISABLE TRIGGER "event_grows"')
  await its.sql!(`DELETE FROM "event" WHERE "case_id" = '${id}'`)
  await its.sql!('ALTER TABLE "event" ENABLE TRIGGER "event_grows"')
  await its.sql!(`INSERT INTO "event" ("case_id", "revision", "type", "at", "open", "hash")
    VALUES ('${id}', 1, 'released', now(), '${JSON.stringify(open)}', '${hash}')`)
  await its.sql!(`UPDATE "case" SET "chain" = '${hash}' WHERE "id" = '${id}'`)
  expect(await faultOf(number)).toEqual({ number, events: 1, fault: 'fold-differs' })
})

it('every case of many is looked at once, in the order of the numbers', async () => {
  const wanted = new Set<string>()
  for (let n = 0; n < 120; n += 1) wanted.add((await aCase()).number)
  const found: string[] = []
  for await (const { number, fault } of its.store.ledger.audit())
    if (wanted.has(number) && fault === null) found.push(number)
  expect(found).toEqual([...wanted].sort())
})

it('a look that was changed or taken out breaks the access log', async () => {
  for (let n = 0; n < 3; n += 1)
    await its.store.accessLog.record({
      staffId: 's',
      caseId: randomUUID(),
      what: 'case',
      ref: `${n}`,
      at: its.clock.now(),
    })
  expect(await its.store.accessLog.firstFault()).toBeUndefined()
  await its.sql!('ALTER TABLE "access" DISABLE TRIGGER "access_grows"')
  await its.sql!(`DELETE FROM "access" WHERE "ref" = '1'`)
  expect(await its.store.accessLog.firstFault()).toBe(3)
})
