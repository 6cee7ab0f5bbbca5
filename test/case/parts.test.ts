import { describe, expect, it } from 'vitest'
import type { Actor } from '../../core/case/actor.ts'
import { authorise } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command, CommandType } from '../../core/case/command.ts'
import { mayCancel, rules, standInCommands } from '../../core/case/rules.ts'
import { allStatuses, holderOf } from '../../core/case/status.ts'
import { at, dewi, Story, sari } from './given.ts'

const types = Object.keys(rules) as CommandType[]
const held = { verifier: { id: 'sari', name: 'Sari' }, agent: { id: 'dewi', name: 'Dewi' } }
const base: Case = { ...new Story().case, submittedAt: at, ...held }
const refusedTo = (actor: Actor, type: CommandType, c: Case = base) => authorise(c, { type } as Command, actor)?.refused

describe('whoever has one part in a case', () => {
  const table: readonly (readonly [string, Actor, string])[] = [
    ['a verifier who was its agent', { ...sari, otherPart: 'agent' }, 'other-part'],
    ['an agent who was its verifier', { ...dewi, otherPart: 'verifier' } as Actor, 'other-part'],
    ['a verifier whose own it is', { ...sari, isRequester: true }, 'own-case'],
    ['an agent whose own it is', { ...dewi, isRequester: true } as Actor, 'own-case'],
  ]

  it.each(table)('%s may do nothing to it, in no status', (_, actor, why) => {
    for (const type of types)
      for (const status of allStatuses)
        expect([type, status, refusedTo(actor, type, { ...base, status })]).toEqual([
          type,
          status,
          rules[type].by.includes(actor.role) ? why : 'not-yours',
        ])
  })

  it('hears which part that was', () => {
    expect(authorise(base, { type: 'claim' }, { ...sari, otherPart: 'agent' })?.detail).toEqual({ part: 'agent' })
  })
})

describe('a settlement', () => {
  it('is the verifier’s during the review and the agent’s at the contact center, whoever had the case before', () => {
    expect(refusedTo(sari, 'settle', { ...base, status: 'in-review' })).toBeUndefined()
    expect(refusedTo(sari, 'settle', { ...base, status: 'with-contact-center' })).toBe('not-now')
    expect(refusedTo(dewi, 'settle', { ...base, status: 'with-contact-center' })).toBeUndefined()
    expect(refusedTo(dewi, 'settle', { ...base, status: 'in-review' })).toBe('not-now')
  })
})

describe('a verifier where the contact center is outside', () => {
  const standing: Actor = { ...sari, standsIn: true }
  const free = { ...base, agent: null }

  it('may do the agents’ steps that need nobody to take the case, where an agent may, and nothing more', () => {
    for (const type of types)
      for (const status of allStatuses) {
        const c = { ...free, status }
        const asVerifier = refusedTo(sari, type, c)
        const isAgents =
          standInCommands.has(type) && (!rules[type].by.includes('verifier') || holderOf(status) === 'agent')
        const mayAgent = rules[type].in.includes(status) && (type !== 'cancel' || mayCancel('agent', status))
        expect([type, status, refusedTo(standing, type, c)]).toEqual([
          type,
          status,
          isAgents ? (mayAgent ? undefined : 'not-now') : asVerifier,
        ])
      }
  })

  it('leaves a case alone that an agent has taken all the same, another agency’s, and their own', () => {
    const c = { ...base, status: 'with-contact-center' as const }
    expect(refusedTo(standing, 'approve', c)).toBe('held-by-other')
    expect(refusedTo({ ...standing, agencies: ['bantul'] }, 'approve', { ...c, agent: null })).toBe('not-yours')
    expect(refusedTo({ ...standing, isRequester: true }, 'approve', { ...c, agent: null })).toBe('own-case')
  })

  it('walks the whole way: sent back, sent again, approved, link sent, and is its author', () => {
    const story = new Story().sent()
    story.when({ type: 'send-back', text: 'Tanggal tidak terlihat' }, standing)
    expect(story.case.status).toBe('returned')
    expect(story.events.at(-1)?.author).toEqual({ role: 'verifier', id: 'sari' })
    story
      .when({ type: 'claim' }, standing)
      .when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, { ...story.seen(), standsIn: true })
    story.when({ type: 'prepare', dossierSha256: 'e'.repeat(64) }, { role: 'system' })
    story.when({ type: 'send', channels: ['mail'] }, { role: 'system' })
    story.when({ type: 'approve' }, standing).when({ type: 'send-link' }, standing)
    expect(story.case).toMatchObject({ status: 'awaiting-requester', agent: null })
  })
})
