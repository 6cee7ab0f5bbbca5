import { expect, it } from 'vitest'
import { reportDead } from '../../core/handling/dead-letter.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, Story } from '../case/given.ts'

async function deadRow(story: Story, kind = 'notice') {
  const store = createMemoryStore(() => at)
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  // Only what a report reads of the ports.
  const ports = {
    ...store,
    agencies: [diy],
    has: { slack: true, mail: true },
    wake: () => {},
    now: () => at,
  } as unknown as Ports
  const item = { id: 7, kind, caseId: story.case.id } as OutboxItem
  await reportDead(ports, item)
  await reportDead(ports, item)
  return (await store.outbox.claim('work', 10, at, 1000)).map((row) => [row.kind, row.payload])
}

it('whoever holds the case hears once that something will never arrive', async () => {
  expect(await deadRow(new Story().submitted())).toEqual([['tell-verifiers', { code: 'undelivered' }]])
  expect(await deadRow(new Story().sent())).toEqual([['tell-agents', { code: 'undelivered' }]])
})

it('nobody hears of a draft, of an ended case, or of a notice about a notice', async () => {
  expect(await deadRow(new Story().filled())).toEqual([])
  expect(await deadRow(new Story().submitted().when({ type: 'cancel' }))).toEqual([])
  expect(await deadRow(new Story().submitted(), 'staff-mail')).toEqual([])
})
