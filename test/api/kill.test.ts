import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { number } from '../desk/desk-fixture.ts'
import { temporaryFolder } from '../folder.ts'
import { storeIn } from '../prisma/sealing.ts'
import { type ApiWorld, apiWorld } from './api-fixture.ts'
import type { Asked } from './kill-child.ts'

/** Before the commit, and between the commit and its answer. */
const deaths = ['command-decided', 'command-committed'] as const

describeOnServer('a write of the API whose program is killed', () => {
  let database: Database
  let world: ApiWorld
  let key: string
  let asked: Pick<Asked, 'url' | 'folder' | 'key'>
  beforeAll(async () => {
    const [url, folder] = [await freshServerDatabase(), temporaryFolder('api')]
    database = await openDatabase({ url })
    world = await apiWorld({ store: storeIn(database, folder) })
    key = await world.key()
    asked = { url, folder, key }
  })
  afterAll(() => database.close())

  const notes = async () => (await world.ports.ledger.caseByNumber(number))?.talk?.notes ?? 0

  it('is done once when it is asked again, wherever it died, and answered as if nothing had been', async () => {
    for (const [n, point] of deaths.entries()) {
      const child = fork(new URL('./kill-child.ts', import.meta.url), { execArgv: ['--import', 'tsx'], silent: true })
      child.send({ ...asked, once: `key-${point}`, point } satisfies Asked)
      expect(await once(child, 'exit'), point).toEqual([null, 'SIGKILL'])
      const isCommitted = point === 'command-committed'
      expect(await notes(), point).toBe(isCommitted ? n + 1 : n)
      for (const isSecond of [false, true]) {
        const answer = await world.give(key, 'note', { text: `catatan key-${point}` }, `key-${point}`)
        expect(answer.status, point).toBe(200)
        expect(answer.headers.get('Idempotency-Replayed')).toBe(isCommitted || isSecond ? 'true' : null)
        expect(await notes(), point).toBe(n + 1)
      }
    }
  })
})
