import { expect, it } from 'vitest'
import { fold } from '../../core/case/evolve.ts'
import { Casework } from '../../core/handling/casework.ts'
import { takeIn } from '../../core/handling/evidence.ts'
import { forgetEvidence } from '../../core/handling/forget-evidence.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { announce } from '../../core/message/announce.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, consent, diy, requester, Story, sari, system } from '../case/given.ts'
import { textPicture } from '../lab/sample-images.ts'

const scan = 'antivirus-scan.1'
const sha = (letter: string): string => letter.repeat(64)
const parts = ['original', 'thumbnail', 'preview-1', 'preview-2'] as const

/** Which of these contents are still there once the house forgot what nobody needs. */
async function left(story: Story, ...shas: readonly string[]) {
  const store = createMemoryStore(() => at)
  const { id } = story.case
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  for (const sha256 of shas) for (const part of parts) await store.files.put(id, sha256, part, new Uint8Array([1]))
  // Only what forgetting reads of the ports.
  const delivery = await forgetEvidence({ ...store, now: () => at } as unknown as Ports, story.case)
  const there = []
  for (const sha256 of shas)
    for (const part of parts) if ((await store.files.get(id, sha256, part)) !== undefined) there.push(sha256)
  return { delivery, there: [...new Set(there)] }
}

/** Whether the last events of a story, from one on, owe the house a look at what may go. */
const owesForgetting = (story: Story, from: number): boolean =>
  announce(fold(story.events.slice(0, from)), story.case, story.events.slice(from)).some(
    ({ what }) => what === 'forget-evidence',
  )

it('a picture that was cleared before anybody saw it is forgotten with all that was drawn from it', async () => {
  const story = new Story().filled().attached(scan, sha('1'))
  const from = story.events.length
  story.when({ type: 'clear-evidence', item: scan }).attached(scan, sha('2'))
  expect(owesForgetting(story, from)).toBe(true)
  expect((await left(story, sha('1'), sha('2'))).there).toEqual([sha('2')])
})

it('what was sent stays, also when it was returned and replaced: somebody decided by it', async () => {
  const story = new Story().filled().when({ type: 'clear-evidence', item: scan }).attached(scan, sha('1'))
  story.when({ type: 'submit', consent }).when({ type: 'claim' }, sari).judged([scan]).when({ type: 'return' }, sari)
  story.attached(scan, sha('2')).when({ type: 'clear-evidence', item: scan }).attached(scan, sha('3'))
  expect((await left(story, sha('1'), sha('2'), sha('3'))).there).toEqual([sha('1'), sha('3')])
})

it('a draft that ended leaves no file behind, a sent one keeps what it was decided by', async () => {
  const draft = new Story().filled().attached(scan, sha('1'))
  const from = draft.events.length
  draft.when({ type: 'expire' }, system)
  expect(owesForgetting(draft, from)).toBe(true)
  expect((await left(draft, sha('1'))).there).toEqual([])
  const sent = new Story().filled().attached(scan, sha('1')).when({ type: 'submit', consent })
  const sentAt = sent.events.length
  sent.when({ type: 'cancel' })
  expect(owesForgetting(sent, sentAt)).toBe(false)
  expect((await left(sent, sha('1'))).there).toEqual([sha('1')])
})

it('a proof of a device that is no longer named is forgotten', async () => {
  const story = new Story().filled().attached(scan, sha('1'))
  const from = story.events.length
  story.when({ type: 'answer', item: 'devices', said: [{ kind: 'computer', name: 'Lain' }] })
  expect(owesForgetting(story, from)).toBe(true)
  expect((await left(story, sha('1'))).there).toEqual([])
})

it('waits while a file is on its way: it may be the same picture again', async () => {
  const story = new Story().filled().attached(scan, sha('1')).when({ type: 'clear-evidence', item: scan })
  story.when({ type: 'attach', item: scan, file: { id: 'late', name: 'a.jpg', sizeBytes: 1, source: 'tg' } })
  const { delivery, there } = await left(story, sha('1'))
  expect(delivery).toMatchObject({ state: 'later' })
  expect(there).toEqual([sha('1')])
})

it('a picture that is taken back while it is looked at leaves nothing behind', async () => {
  const { ledger, files } = createMemoryStore(() => at)
  const put: string[] = []
  // Only what taking a file in and clearing it read of the ports.
  const ports = {
    ledger,
    files: { ...files, put: async (...file: Parameters<typeof files.put>) => put.push(file[1]) && files.put(...file) },
    now: () => at,
    agencies: [diy],
    has: { slack: false, mail: false },
    wake: () => {},
  } as unknown as Ports
  const file = { id: 'late', name: 'a.jpg', sizeBytes: 1, source: 'tg' }
  const story = new Story().when({ type: 'attach', item: 'email-password-change', file })
  const { id } = story.case
  await ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const picture = await textPicture().png().toBuffer()
  const row = { caseId: id, payload: { fileId: 'late' }, attempts: 1 } as unknown as OutboxItem
  const takeBackMeanwhile = async () => {
    const work = new Casework([story.case], [diy], at)
    work.give(id, { type: 'clear-evidence', item: 'email-password-change' }, requester)
    await ledger.commit([work.harvest(ports)])
    return picture
  }
  await takeIn(ports, takeBackMeanwhile, row)
  expect(put.length).toBeGreaterThan(1)
  for (const part of parts) expect(await files.get(id, put[0] ?? '', part)).toBeUndefined()
})
