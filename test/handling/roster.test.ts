import { expect, it } from 'vitest'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, goodAnswers, Story } from '../case/given.ts'

/** A submitted case and the house that asks the roster about it, for the n-th time. */
async function asking(rosterByNip?: () => Promise<never>) {
  const store = createMemoryStore(() => at)
  const story = new Story().submitted()
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const directory = { ...store.directory, ...(rosterByNip !== undefined && { rosterByNip }) }
  // Only what asking the roster reads of the ports.
  const ports = {
    ...store,
    directory,
    agencies: [diy],
    has: { slack: true, mail: true },
    now: () => at,
    wake: () => {},
  } as unknown as Ports
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  const item = { id: 1, kind: 'consult-roster', lane: 'work', caseId: story.case.id } as OutboxItem
  return {
    store,
    attempt: (attempts: number) => work({ ...item, attempts }),
    facts: async () => (await store.ledger.caseById(story.case.id))?.roster,
  }
}

it('a case hears what the roster says, also where no roster was ever imported', async () => {
  const { attempt, facts } = await asking()
  expect(await attempt(1)).toEqual({ state: 'sent' })
  expect(await facts()).toEqual({ isKnown: false, differs: [], hasPhone: false })
})

it('a case whose line is there is known', async () => {
  const { store, attempt, facts } = await asking()
  const line = {
    nik: '',
    name: '',
    email: '',
    phone: '+6281234567890',
    employment: '',
    unit: '',
    position: '',
    agency: 'diy',
  }
  await store.directory.importRoster([{ ...line, nip: String(goodAnswers.nip) }])
  await attempt(1)
  expect(await facts()).toEqual({ isKnown: true, differs: [], hasPhone: true })
})

it('a line that cannot be read holds no case up for ever: it counts as not in the roster, and operators hear', async () => {
  const { attempt, facts } = await asking(() => Promise.reject(new TypeError('unreadable')))
  await expect(attempt(4)).rejects.toThrow('unreadable')
  expect(await facts()).toBeNull()
  expect(await attempt(5)).toEqual({ state: 'dead', error: 'TypeError: unreadable' })
  expect(await facts()).toEqual({ isKnown: false, differs: [], hasPhone: false })
})

it('a store that is away is waited for, however often', async () => {
  const { attempt, facts } = await asking(() => Promise.reject(new Outage('away')))
  await expect(attempt(50)).rejects.toThrow('away')
  expect(await facts()).toBeNull()
})
