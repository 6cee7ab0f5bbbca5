import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../core/agency/agency.ts'
import type { Staff } from '../../core/agency/staff.ts'
import { absenceOf, announceAbsence, endAbsence } from '../../core/handling/absence.ts'
import { warnOfGaps } from '../../core/handling/coverage.ts'
import { moveCases } from '../../core/handling/move-cases.ts'
import type { OutboxItem, OwedRow } from '../../core/handling/outbox.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import { tellStaff } from '../../core/handling/tell-staff.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, Story, sari as sariActor } from '../case/given.ts'

const day = 24 * 3_600_000
const person = (id: string, role: Staff['role'] = 'verifier', more: Partial<Staff> = {}): Staff => ({
  id,
  role,
  agencies: ['diy'],
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  email: `${id}@jogjaprov.go.id`,
  slackUser: null,
  removedAt: null,
  ...more,
})
const [sari, budi, tono] = [person('sari'), person('budi'), person('tono')]
const rina = person('rina', 'verifier', { email: 'rina.wulandari@jogjaprov.go.id' })
const joko = person('joko', 'verifier', { agencies: ['bantul'], email: 'joko@bantulkab.go.id', slackUser: 'UJOKO' })
const dewi = person('dewi', 'agent')
const admin = person('ani', 'admin')

/** A house with these people and the cases of stories; rows that are owed now are worked by hand. */
async function house(people: readonly Staff[], options: { story?: Story; agency?: Partial<Agency> } = {}) {
  const clock = { now: at }
  const store = createMemoryStore(() => clock.now)
  const ports: Ports = {
    ...store,
    now: () => clock.now,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [
      { ...diy, ...options.agency },
      { ...diy, code: 'bantul', name: 'Pemkab Bantul' },
    ],
    has: { slack: true, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  for (const one of people) await store.directory.saveStaff(one)
  const story = options.story ?? new Story().claimed()
  const { case: c, events } = story
  await store.ledger.commit([{ changes: [{ before: undefined, after: c, events }], owed: [], knocks: [] }])
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  /** Works all timers that are due by now. @returns what is owed to people */
  const ring = async () => {
    for (;;) {
      const rows = await store.outbox.claim('work', 50, clock.now, 30_000)
      if (rows.length === 0) break
      for (const row of rows) await work(row)
      await store.outbox.settle(rows.map(({ id }) => ({ id, state: 'sent' as const })))
    }
    const rows = await store.outbox.claim('bulk', 100, clock.now, 30_000)
    await store.outbox.settle(rows.map(({ id }) => ({ id, state: 'sent' as const })))
    return rows
  }
  const later = (ms: number) => {
    clock.now = new Date(Date.parse(clock.now) + ms).toISOString()
  }
  const now = async () => (await store.ledger.caseById(c.id))!
  return { ports, ring, later, now, clock, c }
}

const told = (rows: readonly OwedRow[]) =>
  rows.map(({ target, payload }) => `${target} ${(payload as { code?: string }).code ?? ''}`)

describe('an absence that begins today', () => {
  const today = { from: '2026-11-23', until: '2026-11-27' }

  it('moves what the verifier holds to the deputy, and the requester hears the new name', async () => {
    const { ports, ring, now } = await house([sari, budi])
    await announceAbsence(ports, sari, { ...today, deputyId: 'budi' })
    const rows = await ring()
    expect(await now()).toMatchObject({ status: 'in-review', verifier: { id: 'budi', name: 'Budi' } })
    expect(told(rows)).toContain('chat:chat-1 new-verifier')
    expect(told(rows)).toContain('mail:budi handed-over')
    expect(
      await perform(ports, (await now()).id, [{ type: 'judge', verdicts: [] }], { staffId: 'budi', role: 'verifier' }),
    ).not.toHaveProperty('refused')
  })

  it('gives it back to the queue without a deputy, and the requester is told that too', async () => {
    const { ports, ring, now } = await house([sari, budi])
    await announceAbsence(ports, sari, { ...today, deputyId: null })
    expect(told(await ring())).toContain('chat:chat-1 new-verifier')
    expect(await now()).toMatchObject({ status: 'submitted', verifier: null })
  })

  it('gives no deputy their own case: that goes back to the queue', async () => {
    const { ports, ring, now } = await house([sari, rina])
    await announceAbsence(ports, sari, { ...today, deputyId: 'rina' })
    await ring()
    expect(await now()).toMatchObject({ status: 'submitted', verifier: null })
  })

  it('never voids a form that is out for its signature: a colleague goes on with it', async () => {
    const story = new Story('data-change').claimed().judged().when({ type: 'confirm-meeting' }, sariActor)
    story.when({ type: 'accept' }, story.seen())
    const { ports, ring, now } = await house([sari, budi], { story })
    await announceAbsence(ports, sari, { ...today, deputyId: null })
    await ring()
    expect(await now()).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'budi' } })
  })

  it('leaves a form that nobody could go on with to whoever comes, but to nobody whose own it is', async () => {
    const story = new Story('data-change').claimed().judged().when({ type: 'confirm-meeting' }, sariActor)
    story.when({ type: 'accept' }, story.seen())
    const { ports, now, c } = await house([{ ...sari, removedAt: at }, rina], { story })
    await moveCases(ports, sari, undefined)
    expect(await now()).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'sari' } })
    const takes = (staffId: string) => perform(ports, c.id, [{ type: 'take-over' }], { staffId, role: 'verifier' })
    expect(await takes('sari')).toMatchObject({ refused: 'not-yours' })
    expect(await takes('rina')).toMatchObject({ refused: 'own-case' })
    await ports.directory.saveStaff(budi)
    expect(await takes('budi')).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'budi' } })
  })

  it('leaves the case with the deputy for longer than a claim lasts', async () => {
    const { ports, ring, later, now } = await house([sari, budi])
    await announceAbsence(ports, sari, { ...today, deputyId: 'budi' })
    await ring()
    later(3_600_000)
    await ring()
    expect(await now()).toMatchObject({ status: 'in-review', verifier: { id: 'budi' } })
  })
})

describe('an absence in the future', () => {
  it('moves nothing before its first midnight in WIB, and nothing once it was ended by hand', async () => {
    for (const isEnded of [false, true]) {
      const { ports, ring, later, now, clock } = await house([sari, budi])
      await announceAbsence(ports, sari, { from: '2026-11-25', until: '2026-11-26', deputyId: 'budi' })
      await ring()
      expect((await now()).verifier?.id).toBe('sari')
      if (isEnded) expect(await endAbsence(ports, 'sari')).toBe(true)
      later(Date.parse('2026-11-24T17:00:00Z') - Date.parse(clock.now))
      await ring()
      expect((await now()).verifier?.id).toBe(isEnded ? 'sari' : 'budi')
    }
  })

  it('ends by its last day, and a newer one takes its place', async () => {
    const { ports, later } = await house([sari, budi])
    await announceAbsence(ports, sari, { from: '2026-11-25', until: '2026-11-26', deputyId: null })
    await announceAbsence(ports, sari, { from: '2026-12-01', until: '2026-12-02', deputyId: null })
    expect(await absenceOf(ports, 'sari')).toMatchObject({ from: '2026-12-01' })
    later(12 * day)
    expect(await absenceOf(ports, 'sari')).toBeUndefined()
  })
})

describe('too few verifiers', () => {
  const warned = async (h: Awaited<ReturnType<typeof house>>) =>
    told(await h.ring()).filter((row) => row.endsWith('few-verifiers'))

  it('are told to the admin at once, and once', async () => {
    const h = await house([sari, admin])
    await warnOfGaps(h.ports)
    await warnOfGaps(h.ports)
    expect(await warned(h)).toEqual(['mail:ani few-verifiers'])
  })

  it('are told 14 days before an absence that would leave too few, not before', async () => {
    const h = await house([sari, budi, admin])
    await announceAbsence(h.ports, sari, { from: '2026-12-21', until: '2026-12-22', deputyId: null })
    expect(await warned(h)).toEqual([])
    h.later(13 * day)
    expect(await warned(h)).toEqual([])
    h.later(day)
    expect(await warned(h)).toEqual(['mail:ani few-verifiers'])
  })

  it('are no matter while two others are there', async () => {
    const h = await house([sari, budi, tono, admin])
    await announceAbsence(h.ports, sari, { from: '2026-11-23', until: '2026-11-24', deputyId: null })
    expect(await warned(h)).toEqual([])
  })
})

describe('a case that no verifier of its agency can review', () => {
  const arrived = async (people: readonly Staff[], agency: Partial<Agency> = {}) => {
    const h = await house(people, { story: new Story().submitted(), agency })
    const item = { dedup: 'row-1', payload: { code: 'arrived' } } as unknown as OutboxItem
    await tellStaff(h.ports, 'verifier', h.c, item)
    return { ...h, rows: await h.ring() }
  }
  const toRequester = (rows: readonly OwedRow[]) => rows.filter(({ target }) => target.startsWith('chat:'))
  const fallback = { fallbackVerifier: 'Joko@bantulkab.go.id' }

  it('is nobody’s matter while one can', async () => {
    const { rows } = await arrived([sari, rina, joko, dewi], fallback)
    expect(told(rows)).toEqual(['mail:sari arrived'])
  })

  it.each([
    ['nobody is there', [joko, dewi, admin]],
    ['the only verifier was removed', [{ ...sari, removedAt: at }, joko, dewi, admin]],
    ['it is the only verifier’s own', [rina, joko, dewi, admin]],
  ])('goes to the fallback verifier when %s, who may act, and the requester hears the name', async (_, people) => {
    const { rows, ports, c, now, later, ring } = await arrived(people, fallback)
    expect(told(rows)).toEqual(expect.arrayContaining(['mail:joko substitute', 'slack:UJOKO substitute']))
    expect(told(rows)).toContain('mail:ani few-verifiers')
    expect(toRequester(rows)).toMatchObject([{ payload: { code: 'substitute', as: 'verifier', name: 'Joko' } }])
    await perform(ports, c.id, [{ type: 'claim' }], { staffId: 'joko', role: 'verifier' })
    expect(await now()).toMatchObject({ status: 'in-review', verifier: { id: 'joko' } })
    await ports.directory.saveStaff(budi)
    const judge = { type: 'judge', verdicts: [] } as const
    expect(await perform(ports, c.id, [judge], { staffId: 'joko', role: 'verifier' })).not.toHaveProperty('refused')
    later(60_000)
    const late = { dedup: 'row-2', payload: { code: 'overdue' } } as unknown as OutboxItem
    await tellStaff(ports, 'verifier', await now(), late)
    expect(told(await ring())).toEqual(expect.arrayContaining(['mail:budi overdue', 'mail:joko overdue']))
  })

  it('stands in the fallback verifier’s lists only while nobody of its agency can review it', async () => {
    const h = await house([joko], { story: new Story().submitted(), agency: fallback })
    expect(agenciesOf(h.ports, [joko])).toEqual(['bantul', 'diy'])
    expect(await mayTake(h.ports, [joko], [h.c])).toEqual([h.c])
    await h.ports.directory.saveStaff(sari)
    expect(await mayTake(h.ports, [joko], [h.c])).toEqual([])
    expect(await mayTake(h.ports, [sari], [h.c])).toEqual([h.c])
    expect(agenciesOf(h.ports, [dewi])).toEqual(['diy'])
  })

  it('goes to the fallback verifier when everybody is away', async () => {
    const h = await house([sari, joko], { story: new Story().submitted(), agency: fallback })
    await announceAbsence(h.ports, sari, { from: '2026-11-23', until: '2026-11-24', deputyId: null })
    await tellStaff(h.ports, 'verifier', h.c, { dedup: 'r', payload: { code: 'arrived' } } as unknown as OutboxItem)
    expect(told(await h.ring())).toContain('mail:joko substitute')
  })

  it('is told to the agents without a fallback, who may not review it, and to the requester', async () => {
    const { rows, ports, c } = await arrived([joko, dewi])
    expect(told(rows)).toContain('mail:dewi no-verifier')
    expect(toRequester(rows)).toMatchObject([{ payload: { code: 'substitute', as: 'agent', name: 'Dewi' } }])
    const claim = (staffId: string, role: 'verifier' | 'agent') =>
      perform(ports, c.id, [{ type: 'claim' }], { staffId, role })
    expect(await claim('joko', 'verifier')).toMatchObject({ refused: 'not-yours' })
    expect(await claim('dewi', 'agent')).toMatchObject({ refused: 'not-yours' })
  })

  it('is told to its requester even where nobody works at all', async () => {
    expect(toRequester((await arrived([])).rows)).toMatchObject([{ payload: { code: 'substitute', as: 'nobody' } }])
  })

  it('is not the fallback’s once its agency has somebody, nor when it is their own', async () => {
    const ready = await house([sari, joko], { story: new Story().submitted(), agency: fallback })
    const claim = [{ type: 'claim' }] as const
    expect(await perform(ready.ports, ready.c.id, claim, { staffId: 'joko', role: 'verifier' })).toMatchObject({
      refused: 'not-yours',
    })
    const own = { fallbackVerifier: rina.email }
    const { rows } = await arrived([{ ...rina, agencies: ['bantul'] }, dewi], own)
    expect(told(rows)).toContain('mail:dewi no-verifier')
  })
})
