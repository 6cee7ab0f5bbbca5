import { describe, expect, it } from 'vitest'
import { amsChecks } from '../../bot/text/ams-step.ts'
import { rosterLine } from '../../bot/text/desk-case.ts'
import { deskStep } from '../../bot/text/desk-step.ts'
import { staffNext } from '../../bot/text/slack-next.ts'
import type { Staged } from '../../bot/text/staff-stage.ts'
import type { Case } from '../../core/case/case.ts'
import { procedureNames } from '../../core/procedure/names.ts'

const inReview = (procedure: Staged['procedure']): Staged & Pick<Case, 'setbacks'> => ({
  status: 'in-review',
  procedure,
  answers: {},
  revokesBefore: 'sending',
  trail: {},
  signedForm: null,
  setbacks: [],
})
const reviewed = procedureNames.filter((name) => name !== 'question')

describe('What a verifier does in AMS', () => {
  it.each(reviewed)('for %s is the same at the desk and in Slack', (procedure) => {
    const c = inReview(procedure)
    for (const language of ['id', 'en'] as const) {
      const check = amsChecks[procedure][language]
      expect(deskStep('verifier', c, true)[language]).toContain(check)
      expect(staffNext(c, language)).toContain(check)
    }
  })

  it('for a lost authenticator is no look for a disabled account', () => {
    const step = deskStep('verifier', inReview('lost-authenticator'), true)
    expect(step.id).not.toContain('dinonaktifkan')
    expect(step.en).not.toContain('disabled')
    const agent = deskStep('agent', { ...inReview('lost-authenticator'), status: 'with-contact-center' }, true)
    expect(agent.id).not.toContain('aktif kembali')
    for (const status of ['awaiting-requester', 'completed'] as const)
      expect(staffNext({ ...inReview('lost-authenticator'), status }, 'id')).toMatch(/pastikan akun\S* .*aktif\.$/)
  })

  it('is not said to whoever only looks on', () => {
    expect(deskStep('verifier', inReview('reactivation'), false).id).not.toContain('AMS')
  })
})

it('a roster that knows nobody is said by the number that was looked up: whoever is no ASN has no NIP', () => {
  const unknown = { isKnown: false, differs: [], hasPhone: false } as const
  expect(rosterLine(unknown, 'nip').id).toBe('NIP tidak tercatat')
  for (const language of ['id', 'en'] as const) expect(rosterLine(unknown, 'nik')[language]).toMatch(/^NIK/)
})
