import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
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
  ['a cut tail', 'DELETE FROM "event" WHERE "case_id" = $ AND "revision" = 2', 'chain-broken', 2],
  ['a missing beginning', 'DELETE FROM "event" WHERE "case_id" = $ AND "revision" = 1', 'chain-broken', 1],
])('%s is found, at the right place', async (_, statement, fault, at) => {
  const { id, number } = await aCase()
  expect(await faultOf(number)).toMatchObject({ fault: null, events: 2 })
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
