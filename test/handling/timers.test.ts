import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { houseWork } from '../../core/handling/work.ts'
import { announce } from '../../core/message/announce.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, budi, dewi, diy, Story, sari, system } from '../case/given.ts'

const minutes = (n: number): string => new Date(Date.parse(at) + n * 60_000).toISOString()
const days = (n: number): string => minutes(n * 24 * 60)

/** The house at some moment, with the case of a story in its store. */
async function houseAt(moment: string, story: Story) {
  const store = createMemoryStore(() => moment)
  const ports: Ports = {
    ...store,
    now: () => moment,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [diy],
    has: { slack: true, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  const ring = (kind: string, payload: object = {}) =>
    work({
      id: 1,
      dedup: `timer-${kind}`,
      lane: 'work',
      target: 'timer:1',
      kind,
      payload,
      caseId: story.case.id,
      attempts: 1,
      isAmbiguous: false,
      leasedAt: moment,
    } satisfies OutboxItem)
  const now = async () => (await store.ledger.caseById(story.case.id))!
  return { ports, ring, now }
}

describe('the timer of a claim', () => {
  const reclaimed = () =>
    new Story().claimed().when({ type: 'release', because: 'asked' }, sari).when({ type: 'claim' }, budi, minutes(18))

  it('takes no later claim of a colleague away', async () => {
    const house = await houseAt(minutes(20), reclaimed())
    await house.ports.ledger.renewLease((await house.now()).id, minutes(19))
    expect(await house.ring('lease')).toEqual({ state: 'sent' })
    expect(await house.now()).toMatchObject({ status: 'in-review', verifier: { id: 'budi' } })
  })

  it('releases a claim in which nothing moved, and waits where something did', async () => {
    const idle = await houseAt(minutes(38), reclaimed())
    await idle.ring('lease')
    expect(await idle.now()).toMatchObject({ status: 'submitted', verifier: null })
    const busy = await houseAt(minutes(38), reclaimed())
    await busy.ports.ledger.renewLease((await busy.now()).id, minutes(50))
    expect(await busy.ring('lease')).toEqual({ state: 'later', at: minutes(50) })
  })
})

describe('the notice that time runs out', () => {
  it('is not given for a correction because the draft before it would have ended', async () => {
    const story = new Story().claimed().judged(['nik']).when({ type: 'return' }, sari)
    const early = await houseAt(days(12), story)
    await early.ring('expiry-notice', { endsAt: days(14) })
    expect(await early.ports.outbox.pending()).toEqual([])
    const late = await houseAt(days(28), story)
    await late.ring('expiry-notice', { endsAt: days(30) })
    expect(await late.ports.outbox.pending()).toMatchObject([{ lane: 'bulk' }])
  })

  it('is owed half-way and two days before the end, of drafts and corrections alike', () => {
    const owed = (story: Story, from: number) =>
      announce(undefined, story.case, story.events.slice(from)).filter(({ what }) => what.startsWith('expiry'))
    const draft = { to: 'house', endsAt: days(14) }
    expect(owed(new Story(), 0)).toEqual([
      { ...draft, what: 'expiry-notice', at: days(7) },
      { ...draft, what: 'expiry-notice', at: days(12) },
      { to: 'house', what: 'expiry', at: days(14) },
    ])
    const returned = new Story().claimed().judged(['nik']).when({ type: 'return' }, sari)
    const times = owed(returned, returned.events.length - 1).map((message) => 'at' in message && message.at)
    expect(times).toEqual([days(15), days(28), days(30)])
  })

  it('asks after a link within a day, and ends a last step of which nothing is heard', async () => {
    const linked = new Story().sent().when({ type: 'take' }, dewi).when({ type: 'send-link' }, dewi)
    const asked = await houseAt(days(1), linked)
    await asked.ring('expiry-notice', { endsAt: days(30) })
    const [notice] = await asked.ports.outbox.claim('bulk', 5, days(1), 1000)
    expect(notice).toMatchObject({ kind: 'notice', payload: { code: 'still-your-turn' } })
    const over = await houseAt(days(30), linked)
    await over.ring('expiry')
    expect(await over.now()).toMatchObject({ status: 'expired' })
    const early = await houseAt(days(29), linked)
    await early.ring('expiry')
    expect(await early.now()).toMatchObject({ status: 'awaiting-requester' })
  })
})

describe('a due time', () => {
  it('is looked at when it comes, whoever set it', () => {
    const told = (story: Story, command: Parameters<Story['when']>[0], actor: Parameters<Story['when']>[1]) => {
      const before = story.case
      const from = story.events.length
      story.when(command, actor)
      return announce(before, story.case, story.events.slice(from)).filter(({ what }) => what === 'remind')
    }
    const taken = () => new Story().sent().when({ type: 'take' }, dewi)
    expect(told(taken(), { type: 'approve' }, dewi)).toHaveLength(1)
    expect(told(taken(), { type: 'send-back', text: 'buram' }, dewi)).toHaveLength(1)
    const linked = () => taken().when({ type: 'send-link' }, dewi)
    expect(told(linked(), { type: 'report-setback', kind: 'link-expired', text: '' }, undefined)).toHaveLength(1)
    expect(told(linked().when({ type: 'complete' }), { type: 'reopen' }, undefined)).toHaveLength(1)
    expect(told(new Story().legalised(), { type: 'prepare', dossierSha256: 'd' }, system)).toEqual([])
  })
})
