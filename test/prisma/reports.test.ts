import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Event } from '../../core/case/event.ts'
import { dewi, requester, Story, sari, system } from '../case/given.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { answered } from './answered.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

const span = { from: '2026-11-22T17:00:00.000Z', until: '2026-11-23T17:00:00.000Z' }
const dayBefore = '2026-11-22T16:59:59.000Z'

function countsFigures(name: string, open: () => Promise<OpenStore>): void {
  describe(`${name}: the figures of a period`, () => {
    let its: OpenStore
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())

    /** Keeps a story as a case of its own, of another agency or another day where that is said. */
    async function kept(story: Story, { agency = 'diy', at }: { agency?: string; at?: string } = {}): Promise<Case> {
      n += 1
      const id = `5f0e3d9c-0000-4000-8000-${String(n).padStart(12, '0')}`
      const chat = `chat-${name}-${n}`
      await its.store.inbox.receive([{ key: `${name}-${n}`, chat, address: n, language: 'id', payload: {} }])
      await answered(its.store, chat)
      const after = { ...story.case, id, number: formatCaseNumber(2026, n), agency, requester: chat }
      const events = story.events.map((event): Event => ({ ...event, at: at ?? event.at }))
      const [isWritten] = await its.store.ledger.commit([
        { changes: [{ before: undefined, after, events }], owed: [], knocks: [] },
      ])
      expect(isWritten).toBe(true)
      return after
    }
    const figures = (agencies = ['diy']) => its.store.reports.figuresOf({ agencies, ...span })

    it('are none where nothing happened', async () => {
      expect(await figures()).toEqual({ volume: [], reasons: [], turns: [], scores: { good: 0, fair: 0, poor: 0 } })
      expect((await figures([])).volume).toEqual([])
    })

    it('count a case once however often it was sent, and only those of the day and the agency', async () => {
      const corrected = new Story()
        .claimed()
        .judged(['unit', 'nip'])
        .when({ type: 'return' }, sari)
        .when({ type: 'answer', item: 'unit', said: 'Bidang Aplikasi' })
        .when({ type: 'answer', item: 'nip', said: '198504122010012005' })
      await kept(corrected.when({ type: 'submit', consent: { version: 'v', textSha256: 'a'.repeat(64) } }))
      await kept(new Story('lost-authenticator').submitted())
      await kept(new Story().submitted(), { at: dayBefore })
      await kept(new Story().submitted(), { agency: 'bantul' })
      await kept(new Story().filled())
      expect((await figures()).volume).toEqual([
        { day: '2026-11-23', procedure: 'lost-authenticator', count: 1 },
        { day: '2026-11-23', procedure: 'reactivation', count: 1 },
      ])
      expect((await figures(['diy', 'bantul'])).volume).toContainEqual({
        day: '2026-11-23',
        procedure: 'reactivation',
        count: 2,
      })
    })

    it('tell what failed why, most first, devices together, and what was rejected as a whole', async () => {
      await kept(new Story().claimed().judged(['unit', 'antivirus-scan.1']))
      await kept(new Story().claimed().when({ type: 'reject', reason: 'R22' }, sari))
      expect((await figures()).reasons).toEqual([
        { item: 'unit', reason: 'R16', count: 2 },
        { item: 'antivirus-scan', reason: 'R16', count: 1 },
        { item: 'nip', reason: 'R16', count: 1 },
        { item: null, reason: 'R22', count: 1 },
      ])
    })

    it('time the turn of each holder, and say how often it was done in time', async () => {
      const agencies = ['turns']
      const hours = (n: number): string =>
        new Date(Date.parse('2026-11-23T02:00:00.000Z') + n * 3_600_000).toISOString()
      const returned = (after: number) =>
        new Story().claimed().judged(['unit']).when({ type: 'return' }, sari, hours(after))
      // The review has eight working hours; the office closes seven after the sending.
      await kept(returned(2), { agency: 'turns' })
      await kept(returned(3), { agency: 'turns' })
      await kept(returned(14), { agency: 'turns' })
      const again = returned(1).when({ type: 'answer', item: 'unit', said: 'Bidang Aplikasi' }, requester, hours(4))
      const consent = { version: 'v', textSha256: 'a'.repeat(64) }
      await kept(again.when({ type: 'submit', consent }, requester, hours(5)), { agency: 'turns' })
      const approved = new Story().sent().when({ type: 'take' }, dewi).when({ type: 'approve' }, dewi, hours(2))
      await kept(approved.when({ type: 'send-link' }, dewi, hours(3)), { agency: 'turns' })
      expect((await figures(agencies)).turns).toEqual([
        { holder: 'verifier', count: 5, keptCount: 5, medianMinutes: 120, mostMinutes: 840 },
        { holder: 'agent', count: 2, keptCount: 2, medianMinutes: 60, mostMinutes: 120 },
        { holder: 'requester', count: 1, keptCount: 1, medianMinutes: 240, mostMinutes: 240 },
      ])
    })

    it('take the last word of a requester, and nothing of a case that was erased', async () => {
      const done = () => new Story().sent().when({ type: 'complete' }).when({ type: 'ask-rating' }, system)
      await kept(done().when({ type: 'rate', score: 'good' }).when({ type: 'rate', score: 'poor' }))
      await kept(done())
      const gone = await kept(done().when({ type: 'rate', score: 'good' }))
      expect((await figures()).scores).toEqual({ good: 1, fair: 0, poor: 1 })
      const order = {
        by: { role: 'staff', id: 'id' in dewi ? dewi.id : '' },
        because: 'order',
        at: its.clock.now(),
      } as const
      expect(await its.store.rights.erase(gone, order, [])).toBe(true)
      expect((await figures()).scores).toEqual({ good: 0, fair: 0, poor: 1 })
    })
  })
}

countsFigures('memory', openMemory)
countsFigures('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  countsFigures('server', async () => openSql({ url: await freshServerDatabase() }))
})
