import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../core/agency/agency.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { actorFor, type Who } from '../../core/handling/people.ts'
import { perform } from '../../core/handling/perform.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, dewi, diy, goodAnswers, Story, sari } from '../case/given.ts'

const person = (id: string, role: Staff['role'], more: Partial<Staff> = {}): Staff => ({
  id,
  role,
  agencies: ['diy'],
  name: id,
  email: `${id}@jogjaprov.go.id`,
  slackUser: null,
  removedAt: null,
  ...more,
})

/** A house with some people and the case of one story. */
async function house(story: Story, people: readonly Staff[], agency: Agency = diy) {
  const store = createMemoryStore(() => at)
  const ports: Ports = {
    ...store,
    now: () => at,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [agency],
    has: { slack: false, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  for (const one of people) await store.directory.saveStaff(one)
  await store.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const give = async (command: Command, who: Who) => {
    const outcome = await perform(ports, story.case.id, [command], who)
    return isRefusal(outcome) ? outcome.refused : outcome.status
  }
  return { ports, give, c: story.case }
}

const asAgent = (staffId: string): Who => ({ staffId, role: 'agent' })
const asVerifier = (staffId: string): Who => ({ staffId, role: 'verifier' })

describe('the parts of one case', () => {
  const sent = () => new Story().sent()
  const returned = () => sent().when({ type: 'take' }, dewi).when({ type: 'send-back', text: 'buram' }, dewi)

  const table: readonly (readonly [string, Staff, Staff])[] = [
    ['the same mail address', person('sari', 'verifier'), person('x', 'agent', { email: 'Sari@Jogjaprov.go.id' })],
    [
      'the same Slack account',
      person('sari', 'verifier', { slackUser: 'U1' }),
      person('x', 'agent', { slackUser: 'U1' }),
    ],
    [
      'an entry removed since',
      person('sari', 'verifier', { removedAt: at }),
      person('x', 'agent', { email: 'sari@jogjaprov.go.id' }),
    ],
  ]

  it.each(table)('exclude each other for one person, known by %s', async (_, verifier, agent) => {
    const { give } = await house(sent(), [verifier, agent, person('dewi', 'agent')])
    expect(await give({ type: 'take' }, asAgent('x'))).toBe('other-part')
    expect(await give({ type: 'take' }, asAgent('dewi'))).toBe('with-contact-center')
  })

  it('exclude each other the other way round: who was its agent does not check it again', async () => {
    const people = [person('dewi', 'agent'), person('y', 'verifier', { email: 'DEWI@jogjaprov.go.id' })]
    const { give } = await house(returned(), [...people, person('sari', 'verifier')])
    expect(await give({ type: 'claim' }, asVerifier('y'))).toBe('other-part')
    expect(await give({ type: 'claim' }, asVerifier('sari'))).toBe('in-review')
  })

  it('do not follow a person into another case', async () => {
    const agent = person('x', 'agent', { email: 'budi@jogjaprov.go.id' })
    const { give } = await house(sent(), [person('sari', 'verifier'), person('budi', 'verifier'), agent])
    expect(await give({ type: 'take' }, asAgent('x'))).toBe('with-contact-center')
  })
})

describe('one’s own case', () => {
  const line = {
    nip: goodAnswers.nip ?? '',
    nik: goodAnswers.nik ?? '',
    name: 'Rina Wulandari',
    email: 'Rina.W@jogjaprov.go.id',
    phone: '',
    employment: 'pns' as const,
    unit: '',
    position: '',
    agency: 'diy',
  }
  const mine = { email: 'rina.w@JOGJAPROV.go.id' }

  it.each([
    ['the NIP', line],
    ['the NIK of somebody without a NIP', { ...line, nip: '', employment: 'lainnya' as const }],
  ])('is known by the mail that the roster has for %s, to verifiers and agents alike', async (_, known) => {
    const people = [person('v', 'verifier', mine), person('a', 'agent', mine)]
    const waiting = await house(new Story().submitted(), people)
    await waiting.ports.directory.importRoster([known])
    expect(await waiting.give({ type: 'claim' }, asVerifier('v'))).toBe('own-case')
    const gone = await house(new Story().sent(), people)
    await gone.ports.directory.importRoster([known])
    expect(await gone.give({ type: 'take' }, asAgent('a'))).toBe('own-case')
  })

  it('is known by the mail in the form, whatever the roster says', async () => {
    const people = [person('v', 'verifier', { email: 'rina.wulandari@jogjaprov.go.id' }), person('sari', 'verifier')]
    const { give } = await house(new Story().submitted(), people)
    expect(await give({ type: 'claim' }, asVerifier('v'))).toBe('own-case')
    expect(await give({ type: 'claim' }, asVerifier('sari'))).toBe('in-review')
  })
})

describe('a verifier where the contact center is outside', () => {
  const outside = { ...diy, contactCenter: { isOutside: true } }

  it('records what it answered, though it was their own review, and may review again', async () => {
    const { give, ports, c } = await house(new Story().sent(), [person('sari', 'verifier')], outside)
    expect(await give({ type: 'send-back', text: 'Tanggal tidak terlihat' }, asVerifier('sari'))).toBe('returned')
    expect(await give({ type: 'claim' }, asVerifier('sari'))).toBe('in-review')
    const author = (await ports.ledger.history(c.id)).find(({ type }) => type === 'sent-back')?.author
    expect(author).toEqual({ role: 'verifier', id: 'sari' })
  })

  it('has no such part elsewhere', async () => {
    const { give } = await house(new Story().sent(), [person('sari', 'verifier')])
    expect(await give({ type: 'approve' }, asVerifier('sari'))).toBe('not-yours')
  })
})

describe('removal', () => {
  it('ends every right at once, also that to what one holds', async () => {
    const { give, ports, c } = await house(new Story().claimed(), [person('sari', 'verifier')])
    await ports.directory.saveStaff(person('sari', 'verifier', { removedAt: at }))
    expect(await actorFor(ports, asVerifier('sari'), c)).toBeUndefined()
    for (const command of [
      { type: 'judge', verdicts: [] },
      { type: 'release', because: 'asked' },
    ] as const)
      expect(await give(command, asVerifier(sari.id))).toBe('not-yours')
  })
})
