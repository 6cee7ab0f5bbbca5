import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { assign, assignees } from '../../core/handling/assign.ts'
import { endShift } from '../../core/handling/end-shift.ts'
import { linkCases, mergeCases } from '../../core/handling/join-cases.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports, Store } from '../../core/handling/ports.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, goodAnswers, Story } from '../case/given.ts'

const minutes = (n: number): string => new Date(Date.parse(at) + n * 60_000).toISOString()
const person = (id: string, more: Partial<Staff> = {}): Staff => ({
  id,
  role: 'agent',
  agencies: ['diy'],
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@jogjaprov.go.id`,
  slackUser: `U${id.toUpperCase()}`,
  removedAt: null,
  ...more,
})
const dewi = { staffId: 'dewi', role: 'agent' } as const
const other = 'PANDU-2026-000002-V'

describe('agents who share their cases', () => {
  let clock: string
  let store: Store
  let ports: Ports
  let c: Case

  beforeEach(async () => {
    clock = at
    store = createMemoryStore(() => clock)
    ports = {
      ...store,
      now: () => clock,
      newId: randomUUID,
      newToken: randomUUID,
      pick: () => 0,
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      agencies: [diy, { ...diy, code: 'bantul' }],
      has: { slack: true, mail: true },
      contactCenterEmail: undefined,
      wake: () => {},
    }
    const people = [person('dewi'), person('eko'), person('sari', { role: 'verifier' })]
    const outside = [person('joko', { agencies: ['bantul'] }), person('ani', { role: 'admin' })]
    for (const one of [...people, ...outside]) await ports.directory.saveStaff(one)
    c = await keep(new Story().sent())
  })

  const keep = async (story: Story, more: Partial<Case> = {}): Promise<Case> => {
    const after = { ...story.case, ...more }
    await ports.ledger.commit([{ changes: [{ before: undefined, after, events: story.events }], owed: [], knocks: [] }])
    return after
  }
  const keepAnother = (more: Partial<Case> = {}, story = new Story().sent()) =>
    keep(story, { id: '5f0e3d9c-0000-4000-8000-000000000002', number: other, ...more })
  const ring = (kind: string, payload: object = {}) =>
    houseWork(ports, async () => ({ refused: 'CORRUPT' }))({
      id: 1,
      dedup: `${kind}-1`,
      lane: 'work',
      target: 'work:1',
      kind,
      payload,
      caseId: c.id,
      attempts: 1,
      isAmbiguous: false,
      leasedAt: clock,
    } satisfies OutboxItem)
  const now = async () => (await ports.ledger.caseById(c.id))!
  const owed = async () =>
    (await store.outbox.claim('bulk', 100, '2027-01-01T00:00:00.000Z', 1000)).map(({ target, kind, payload }) => ({
      target,
      kind,
      payload,
    }))

  it('lose a case on which nothing was done for twenty minutes, not one on which something was', async () => {
    await perform(ports, c.id, [{ type: 'take' }], dewi)
    clock = minutes(20)
    await ports.ledger.renewLease(c.id, minutes(35))
    expect(await ring('lease')).toEqual({ state: 'later', at: minutes(35) })
    clock = minutes(36)
    await ring('lease')
    expect((await now()).agent).toBeNull()
    expect((await ports.ledger.history(c.id)).at(-1)).toMatchObject({ type: 'put-back', because: 'lease-over' })
  })

  it('keep what they put aside, and have it for twenty minutes again once that is over', async () => {
    await perform(ports, c.id, [{ type: 'take' }, { type: 'snooze', span: 'hour', why: 'bsre' }], dewi)
    clock = minutes(40)
    await ring('lease')
    expect((await now()).agent?.id).toBe('dewi')
    await ring('wake')
    expect((await now()).snooze).toMatchObject({ until: minutes(60) })
    clock = minutes(60)
    await ring('wake')
    expect(await now()).toMatchObject({ snooze: null, agent: { id: 'dewi' } })
    clock = minutes(70)
    await ring('lease')
    expect((await now()).agent?.id).toBe('dewi')
    clock = minutes(80)
    await ring('lease')
    expect((await now()).agent).toBeNull()
  })

  it('assign only to whoever could take it', async () => {
    expect((await assignees(ports, c)).map(({ id }) => id)).toEqual(['dewi', 'eko'])
    for (const nobody of ['sari', 'joko', 'ani', 'nobody', ''])
      expect(await assign(ports, c, nobody, dewi, c.decision)).toEqual({ refused: 'not-assignable' })
    expect(await assign(ports, c, 'eko', dewi, c.decision)).toMatchObject({ agent: { id: 'eko' } })
  })

  it('never assign a case to its own requester', async () => {
    await ports.directory.saveStaff(person('rina', { email: goodAnswers.email ?? '' }))
    expect(await assign(ports, c, 'rina', dewi, c.decision)).toEqual({ refused: 'not-assignable' })
  })

  it('tell a colleague in Slack and by mail, and nobody who left', async () => {
    await ring('tell-colleague', { staffId: 'eko', code: 'assigned' })
    expect(await owed()).toEqual([
      { target: 'mail:eko', kind: 'staff-mail', payload: { code: 'assigned', staffId: 'eko' } },
      { target: 'slack:UEKO', kind: 'staff-notice', payload: { code: 'assigned' } },
    ])
    await ports.directory.saveStaff(person('eko', { removedAt: at }))
    await ring('tell-colleague', { staffId: 'eko', code: 'relieved' })
    expect(await owed()).toEqual([])
  })

  it('are heard by every other agent and admin when they ask for help', async () => {
    await perform(ports, c.id, [{ type: 'take' }], dewi)
    await owed()
    await ring('call-for-help')
    expect((await owed()).map(({ target }) => target).toSorted()).toEqual([
      'mail:ani',
      'mail:eko',
      'slack:UANI',
      'slack:UEKO',
    ])
  })

  it('link two cases in both directions', async () => {
    const another = await keepAnother()
    await linkCases(ports, c, other, dewi)
    await ring('link-back', { number: other })
    expect((await now()).links).toEqual([other])
    expect((await ports.ledger.caseById(another.id))?.links).toEqual([c.number])
  })

  it('learn nothing of a number that is not theirs to see', async () => {
    await keepAnother({ agency: 'bantul' })
    for (const number of [other, 'PANDU-2026-999999-X', ''])
      expect(await linkCases(ports, c, number, dewi)).toEqual({ refused: 'no-such-case' })
    expect(await mergeCases(ports, c, other, dewi, c.decision)).toEqual({ refused: 'no-such-case' })
  })

  it('merge what the same chat asked for twice; nothing of somebody else, nothing into what has ended', async () => {
    await perform(ports, c.id, [{ type: 'take' }], dewi)
    const { decision } = await now()
    const another = await keepAnother({ requester: 'chat-2' })
    expect(await mergeCases(ports, c, other, dewi, decision)).toEqual({ refused: 'other-requester' })
    await ports.ledger.commit([
      {
        changes: [
          {
            before: another,
            after: { ...another, requester: c.requester, revision: another.revision + 1 },
            events: [],
          },
        ],
        owed: [],
        knocks: [],
      },
    ])
    expect(await mergeCases(ports, c, c.number, dewi, decision)).toEqual({ refused: 'same-case' })
    expect(await mergeCases(ports, c, other, dewi, decision)).toMatchObject({ status: 'cancelled' })
    expect(await mergeCases(ports, another, c.number, dewi, another.decision)).toEqual({ refused: 'ended-case' })
  })

  it('give everything back at the end of a shift but what they put aside', async () => {
    const another = await keepAnother()
    await perform(ports, c.id, [{ type: 'take' }], dewi)
    await perform(ports, another.id, [{ type: 'take' }, { type: 'snooze', span: 'day', why: 'bsre' }], dewi)
    const staff = (await ports.directory.staffById('dewi'))!
    expect(await endShift(ports, staff, 'agent')).toBe(1)
    expect((await now()).agent).toBeNull()
    expect((await ports.ledger.caseById(another.id))?.agent?.id).toBe('dewi')
    expect(await endShift(ports, staff, 'agent')).toBe(0)
  })
})
