import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { diy } from '../case/given.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsPrints } from './print-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsPrints('memory', openMemory)
keepsPrints('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsPrints('server', async () => openSql({ url: await freshServerDatabase() }))
})

it('holds no digest and no outline that anybody could compute without the key', async () => {
  const its = await openSql({ memory: true })
  const id = randomUUID()
  await its.store.inbox.receive([{ key: id, chat: 'chat-1', address: 1, language: 'id', payload: {} }])
  const casework = new Casework([], [diy], its.clock.now())
  casework.open({ id, number: 'PANDU-1', procedure: 'issuance', chat: 'chat-1', language: 'id' })
  await its.store.ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
  const known = {
    sha256: 'ab'.repeat(32),
    upload: 'AQADknown',
    result: 'windows|2026-11-22|08:34|1204',
    looks: '0'.repeat(64),
  }
  await its.store.prints.note({ caseId: id, fileId: 'file', ...known, sentOn: '2026-11-23' })
  const bare = `"bytes" = '${known.sha256}' OR "upload" = '${known.upload}' OR "result" = '${known.result}'`
  expect(await its.sql!(`UPDATE "evidence_print" SET "file_id" = 'x' WHERE ${bare} OR "looks" = 0::bit(256)`)).toBe(0)
  expect(await its.sql!(`UPDATE "evidence_print" SET "file_id" = 'x' WHERE "looks" IS NOT NULL`)).toBe(1)
  await its.close()
})
