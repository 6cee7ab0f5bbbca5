import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { fold } from '../../core/case/evolve.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { bound, coolDownMs, isRebinding } from '../../core/identity/binding.ts'
import { coolingUntil, isCooling, mayAskCode, proofOf, untilMet } from '../../core/identity/proof.ts'
import { numbersOf, subjectOf } from '../../core/identity/subject.ts'
import { needsMeeting } from '../../core/procedure/course.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { at, goodAnswers, requester, Story, sari, system } from '../case/given.ts'

const nip = goodAnswers.nip ?? ''
const subject = { kind: 'nip', value: nip } as const
const prove = { type: 'prove', subject, coolsUntil: null } as const
const filled = (procedure: ProcedureName) => new Story(procedure).filled()

describe('a code', () => {
  it('is asked for nowhere where the mailbox may be in other hands, and not for a question', () => {
    const asking = procedureNames.filter((name) => mayAskCode(filled(name).case))
    expect(procedureNames.filter((name) => !asking.includes(name))).toEqual([
      'reactivation',
      'lost-authenticator',
      'question',
    ])
    for (const name of ['reactivation', 'lost-authenticator', 'question'] as const)
      expect(filled(name).try({ type: 'ask-code' })).toMatchObject({ refused: 'not-here' })
  })

  it('is asked for only once somebody is claimed, and not by anybody else', () => {
    const story = new Story('issuance')
    expect(story.try({ type: 'ask-code' })).toMatchObject({ refused: 'not-here' })
    expect(filled('issuance').try({ type: 'ask-code' }, sari)).toMatchObject({ refused: 'not-yours' })
    expect(filled('issuance').try(prove, requester)).toMatchObject({ refused: 'not-yours' })
  })

  it('proves once; then none is needed', () => {
    const story = filled('issuance').when({ type: 'ask-code' }).when(prove, system)
    expect(proofOf(story.case)).toBe('code')
    expect(story.try(prove, system)).toEqual([])
    for (const command of [{ type: 'ask-code' }, { type: 'waive-code', because: 'later' }] as const)
      expect(story.try(command)).toMatchObject({ refused: 'already-proved' })
    expect(fold(story.events)).toEqual(story.case)
  })

  it('about another number proves nothing', () => {
    const other = { ...prove, subject: { kind: 'nip', value: '199003052015031003' } } as const
    expect(filled('issuance').try(other, system)).toMatchObject({ refused: 'other-person' })
  })

  it('falls with the number that it was about, and with nothing else', () => {
    const answer = (item: string, said: string) =>
      filled('issuance').when(prove, system).when({ type: 'answer', item, said })
    expect(proofOf(answer('nip', '199003052015031003').case)).toBe('none')
    expect(proofOf(answer('employment', 'lainnya').case)).toBe('none')
    expect(proofOf(answer('nip', nip).case)).toBe('code')
    expect(proofOf(answer('unit', 'Umum').case)).toBe('code')
  })

  it('is worth nothing where a dossier is legalised or another’s certificate revoked, and spares a call elsewhere', () => {
    const calls = procedureNames.filter((name) => {
      const story = filled(name)
      return !isRefusal(story.try(prove, system)) && needsMeeting({ ...story.when(prove, system).case, rivals: [] })
    })
    expect(calls).toEqual(['reactivation', 'lost-authenticator', 'data-change'])
    const { case: revoked } = filled('revocation').when(prove, system)
    expect(needsMeeting(revoked)).toBe(false)
    expect(needsMeeting({ ...revoked, answers: { ...revoked.answers, revocationFor: 'other' } })).toBe(true)
  })

  it('missing calls for a call or a meeting wherever something is reviewed', () => {
    const free = procedureNames.filter((name) => !needsMeeting(filled(name).case))
    expect(free).toEqual(['question'])
  })
})

describe('whom a case claims', () => {
  const c = (answers: object) => ({ answers }) as unknown as Case
  it('is a NIP, or the NIK of who has none', () => {
    const nik = goodAnswers.nik ?? ''
    expect(subjectOf(c({ employment: 'pns', nip, nik }))).toEqual(subject)
    expect(subjectOf(c({ employment: 'lainnya', nip, nik }))).toEqual({ kind: 'nik', value: nik })
    expect(subjectOf(c({ employment: 'pns', nik }))).toBeUndefined()
    expect(subjectOf(c({}))).toBeUndefined()
    expect(numbersOf(c({ employment: 'pns', nip, nik }))).toEqual([subject, { kind: 'nik', value: nik }])
    expect(numbersOf(c({ employment: 'lainnya', nik }))).toEqual([{ kind: 'nik', value: nik }])
    expect(numbersOf(c({}))).toEqual([])
  })
})

describe('a chat that takes another one’s place', () => {
  const later = new Date(Date.parse(at) + coolDownMs).toISOString()
  const first = bound(undefined, { chat: 'one', by: 'code', at, key: 'a' })
  it('cools for a day, by a code and by a call; a meeting ends it', () => {
    expect(first).toMatchObject({ coolsUntil: null, previous: null })
    for (const by of ['code', 'call'] as const) {
      const second = bound(first, { chat: 'two', by, at, key: 'b' })
      expect(second).toMatchObject({ coolsUntil: later, previous: 'one' })
      expect(isRebinding(second, { key: 'b' })).toBe(true)
      expect(isRebinding(second, { key: 'c' })).toBe(false)
      expect(bound(second, { chat: 'two', by: 'meeting', at, key: 'c' }).coolsUntil).toBeNull()
    }
    expect(bound(first, { chat: 'two', by: 'meeting', at, key: 'b' }).coolsUntil).toBeNull()
  })

  it('holds its case until then, unless the person was met', () => {
    const identity = { method: 'call', by: { id: 'sari', name: 'Sari' }, at } as const
    const facts = { isKnown: true, differs: [], hasPhone: true } as const
    const none = { identity: null, proof: null, roster: facts }
    const elsewhere = { ...facts, isBoundElsewhere: true } as const
    expect(coolingUntil(none)).toBeNull()
    expect(coolingUntil({ ...none, proof: { at, coolsUntil: later } })).toBe(later)
    expect(coolingUntil({ ...none, roster: elsewhere, identity })).toBe(later)
    expect(coolingUntil({ ...none, identity })).toBeNull()
    const mine = { at, coolsUntil: null }
    expect(coolingUntil({ ...none, proof: mine, roster: elsewhere })).toBe(untilMet)
    expect(coolingUntil({ ...none, proof: mine, roster: { ...elsewhere, coolsUntil: later } })).toBe(later)
    expect(coolingUntil({ ...none, proof: { at, coolsUntil: later }, roster: elsewhere })).toBe(untilMet)
    expect(coolingUntil({ ...none, proof: mine, roster: elsewhere, identity })).toBe(later)
    expect(coolingUntil({ ...none, roster: elsewhere })).toBeNull()
    const met = { ...identity, method: 'meeting' } as const
    expect(coolingUntil({ identity: met, proof: { at, coolsUntil: later }, roster: elsewhere })).toBeNull()
    const proof = { at, coolsUntil: later }
    expect(isCooling({ ...none, proof }, at)).toBe(true)
    expect(isCooling({ ...none, proof }, later)).toBe(false)
  })
})
