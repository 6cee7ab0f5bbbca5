import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { isRefusal } from '../../core/case/refusal.ts'
import { fillSearch } from '../../core/handling/note-words.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, Story, sari } from '../case/given.ts'

async function house() {
  const store = createMemoryStore(() => at)
  const ports: Ports = {
    ...store,
    now: () => at,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: () => '',
    agencies: [diy],
    has: { slack: false, mail: false },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  const person = { agencies: ['diy'], email: 'sari@x.id', slackUser: null, removedAt: null } as const
  await store.directory.saveStaff({ ...person, id: 'sari', role: 'verifier', name: 'Sari' })
  const story = new Story('passphrase-reset').submitted().when({ type: 'claim' }, sari)
  const change = { before: undefined, after: story.case, events: story.events }
  await store.ledger.commit([{ changes: [change], owed: [], knocks: [] }])
  const note = async (text: string) => {
    const after = await perform(ports, story.case.id, [{ type: 'note', text }], { staffId: 'sari', role: 'verifier' })
    if (isRefusal(after)) throw new Error(after.refused)
  }
  const find = async (word: string) =>
    (await store.search.find({ words: [word], people: [], agencies: ['diy'], limit: 9 })).length
  return { ports, note, find, id: story.case.id }
}

it('is found by a note once the house has done its work, which waits once however much is said', async () => {
  const { ports, note, find } = await house()
  await note('Kenari biru')
  await note('Merpati abu')
  const rows = (await ports.outbox.claim('work', 10, at, 60_000)).filter(({ kind }) => kind === 'note-words')
  expect(rows).toHaveLength(1)
  expect(await find('kenari')).toBe(0)
  const work = houseWork(ports, () => Promise.reject(new Error('no file is fetched')))
  for (const row of rows) expect(await work(row)).toEqual({ state: 'sent' })
  expect([await find('kenari'), await find('merpati'), await find('elang')]).toEqual([1, 1, 0])
})

it('carries no word in what is owed for it', async () => {
  const { ports, note } = await house()
  await note('Kenari biru')
  const rows = await ports.outbox.claim('work', 10, at, 60_000)
  expect(JSON.stringify(rows.filter(({ kind }) => kind === 'note-words'))).not.toMatch(/kenari/i)
})

it('fills in cases that are older than the search, once', async () => {
  const { ports, find } = await house()
  expect(await find('wulandari')).toBe(0)
  expect(await fillSearch(ports)).toBe(1)
  expect(await find('wulandari')).toBe(1)
  expect(await fillSearch(ports)).toBe(0)
})
