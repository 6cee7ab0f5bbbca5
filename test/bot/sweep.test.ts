import { expect, it, vi } from 'vitest'
import { createSweep } from '../../bot/sweep.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { diy, Story } from '../case/given.ts'

const now = '2026-11-23T02:00:00.000Z'

function house(at = now) {
  const store = createMemoryStore(() => at)
  // Only what sweeping reads of the ports.
  const ports = { ...store, agencies: [diy], has: { slack: false, mail: false }, now: () => at, wake: () => {} }
  const log = { info: vi.fn(), error: vi.fn() }
  return { store, log, sweep: createSweep(ports as unknown as Ports, '/nowhere', log) }
}

it('a start sweeps out at once what is over, and says how much', async () => {
  const { store, log, sweep } = house()
  await store.deskAccess.saveLink('old', 'sari', '2026-11-23T01:00:00.000Z')
  await store.deskAccess.saveLink('good', 'sari', '2026-11-23T03:00:00.000Z')
  await store.rights.saveCopyLink('old copy', 'chat-1', '2026-11-23T01:00:00.000Z')
  sweep.start()
  await vi.waitFor(() =>
    expect(log.info).toHaveBeenCalledWith('swept', {
      access: 2,
      codes: 0,
      roster: 0,
      drafts: 0,
      hooks: 0,
      mails: 0,
      files: 0,
    }),
  )
  await sweep.stop()
  expect(await store.deskAccess.spendLink('good', now)).toBe('sari')
  expect(log.error).not.toHaveBeenCalled()
})

it('a start erases what is over its time, and says how much of each class', async () => {
  const { store, log, sweep } = house('2027-06-01T00:00:00.000Z')
  const story = new Story().filled().when({ type: 'cancel' })
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  sweep.start()
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith('erased what is over its time', { draft: 1 }))
  await sweep.stop()
  expect(await store.ledger.caseById(story.case.id)).toBeUndefined()
})

it('a start forgets what a killed import of a roster set aside', async () => {
  const { store, log, sweep } = house()
  store.directory.sweepRoster = async (at) => (at === now ? 50_000 : 0)
  sweep.start()
  const swept = { access: 0, codes: 0, roster: 50_000, drafts: 0, hooks: 0, mails: 0, files: 0 }
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith('swept', swept))
  await sweep.stop()
})

it('a start forgets words that nobody touched for a month', async () => {
  const { store, log, sweep } = house()
  const story = new Story().claimed()
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  await store.drafts.keepDrafts('sari', story.case.id, { reply: 'lama' }, '2026-10-23T02:00:00.000Z')
  await store.drafts.keepDrafts('sari', story.case.id, { note: 'baru' }, '2026-10-25T02:00:00.000Z')
  sweep.start()
  const swept = { access: 0, codes: 0, roster: 0, drafts: 1, hooks: 0, mails: 0, files: 0 }
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith('swept', swept))
  await sweep.stop()
  expect(await store.drafts.draftsOf('sari', story.case.id)).toEqual({ note: 'baru' })
})

it('what fails is told, and holds up nothing else', async () => {
  const { store, log, sweep } = house()
  store.rights.walk = () => Promise.reject(new Error('away'))
  await store.deskAccess.saveLink('old', 'sari', '2026-11-23T01:00:00.000Z')
  sweep.start()
  await vi.waitFor(() => expect(log.error).toHaveBeenCalled())
  await sweep.stop()
  expect(log.info).toHaveBeenCalledWith('swept', {
    access: 1,
    codes: 0,
    roster: 0,
    drafts: 0,
    hooks: 0,
    mails: 0,
    files: 0,
  })
})
