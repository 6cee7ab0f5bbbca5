import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { rankOf } from '../../core/ticket/place.ts'
import type { PageQuery } from '../../core/ticket/queue-page.ts'
import { dewi, Story, sari } from '../case/given.ts'
import type { OpenStore } from './stores.ts'

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T02:00:00.000Z`

/** What every store promises of the queues of the desk. */
export function keepsQueues(name: string, open: () => Promise<OpenStore>): void {
  describe(`queues on the ${name} store`, () => {
    let its: OpenStore
    let serial = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())

    /** A case of an agency of its own, so that no test sees another's. */
    const keep = async (agency: string, story: Story, more: Partial<Case> = {}): Promise<Case> => {
      serial += 1
      const number = `PANDU-2026-${String(serial).padStart(6, '0')}-X`
      const after = { ...story.case, id: randomUUID(), number, agency, ...more }
      const change = { before: undefined, after, events: story.events }
      expect(await its.store.ledger.commit([{ changes: [change], owed: [], knocks: [] }])).toEqual([true])
      return after
    }
    const submitted = () => new Story('lost-authenticator').submitted()
    const lanes = (agency: string, ...statuses: Case['status'][]) => statuses.map((status) => ({ agency, status }))
    const numbers = async (query: Omit<PageQuery, 'limit'>, limit = 10) =>
      (await its.store.ledger.page({ ...query, limit })).map(({ number }) => number)

    it('gives pages in order, each behind the last case of the one before, none twice and none left out', async () => {
      const kept: Case[] = []
      for (const [dueAt, isUrgent] of [
        [null, false],
        [day(26), false],
        [day(25), false],
        [day(25), false],
        [day(28), true],
        [null, true],
      ] as const)
        kept.push(await keep('paged', submitted(), { dueAt, isUrgent }))
      const wanted = [4, 5, 2, 3, 1, 0].map((n) => kept[n]?.number)
      const query = { lanes: lanes('paged', 'submitted') }
      expect(await numbers(query)).toEqual(wanted)
      const walked: Case[] = []
      for (;;) {
        const last = walked.at(-1)
        const page = await its.store.ledger.page({ ...query, limit: 2, ...(last && { after: rankOf(last) }) })
        if (page.length === 0) break
        walked.push(...page)
      }
      expect(walked.map(({ number }) => number)).toEqual(wanted)
    })

    it('gives of certain cases those that the query has, in order and page by page', async () => {
      const kept = [
        await keep('known', submitted(), { dueAt: day(26) }),
        await keep('known', submitted(), { dueAt: day(25) }),
      ]
      const other = await keep('far', submitted())
      const query = { lanes: lanes('known', 'submitted'), ids: [...kept, other].map(({ id }) => id) }
      expect(await numbers(query)).toEqual([kept[1]?.number, kept[0]?.number])
      expect(await numbers({ ...query, after: rankOf(kept[1]!) })).toEqual([kept[0]?.number])
      expect(await numbers({ ...query, inHand: 'nobody' })).toEqual([])
      expect(await numbers({ ...query, ids: [] })).toEqual([])
    })

    it('counts no further than it is asked to', async () => {
      for (let n = 0; n < 3; n += 1) await keep('counted', submitted())
      const query = { lanes: lanes('counted', 'submitted') }
      expect(await its.store.ledger.count(query, 100)).toBe(3)
      expect(await its.store.ledger.count(query, 2)).toBe(2)
      expect(await its.store.ledger.count({ lanes: [] }, 100)).toBe(0)
    })

    it('parts what waits from what somebody has, and follows a case from one to the other', async () => {
      const waiting = await keep('parted', submitted())
      const story = submitted()
      const before = await keep('parted', story)
      story.when({ type: 'claim' }, sari)
      const { id, number, agency } = before
      const after = { ...story.case, id, number, agency }
      const events = story.events.slice(before.revision)
      await its.store.ledger.commit([{ changes: [{ before, after, events }], owed: [], knocks: [] }])
      const taken = await keep('parted', new Story().sent().when({ type: 'take' }, dewi))
      const sent = await keep('parted', new Story().sent())
      const all = { lanes: lanes('parted', 'submitted', 'in-review', 'with-contact-center') }
      expect(await numbers({ ...all, waits: 'verifier' })).toEqual([waiting.number])
      expect(await numbers({ ...all, waits: 'agent' })).toEqual([sent.number])
      expect(await numbers({ ...all, inHand: 'sari' })).toEqual([number])
      expect(await numbers({ lanes: lanes('parted', 'with-contact-center'), isTaken: true })).toEqual([taken.number])
      expect(await numbers({ lanes: lanes('parted', 'submitted'), inHand: 'sari' })).toEqual([])
      expect(await numbers(all)).toHaveLength(4)
    })

    it('narrows by agency, procedure, due time and what the pre-checks said', async () => {
      const urgent = await keep('narrow', submitted(), { dueAt: day(29), isUrgent: true })
      const soon = await keep('narrow', submitted(), { dueAt: day(24) })
      const other = await keep('narrow', new Story().submitted(), { dueAt: day(27) })
      await keep('narrow', submitted(), { dueAt: null })
      const query = { lanes: lanes('narrow', 'submitted') }
      expect(await numbers({ ...query, procedure: 'reactivation' })).toEqual([other.number])
      expect(await numbers({ ...query, dueBy: day(24) })).toEqual([soon.number])
      expect(await numbers({ ...query, dueBy: day(29) })).toEqual([urgent.number, soon.number, other.number])
      const remarked = await numbers({ ...query, hasRemarks: true })
      const clean = await numbers({ ...query, hasRemarks: false })
      expect([...remarked, ...clean].toSorted()).toEqual((await numbers(query)).toSorted())
      expect(await numbers({ lanes: lanes('elsewhere', 'submitted') })).toEqual([])
    })

    it('shows no draft, not even a cancelled one', async () => {
      await keep('drafts', new Story())
      await keep('drafts', new Story(), { status: 'cancelled' })
      expect(await numbers({ lanes: lanes('drafts', 'draft', 'cancelled') })).toEqual([])
    })
  })
}
