import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengeForm, challengeOf, expectedChallenge } from '../../core/evidence/challenge.ts'
import { diy } from '../case/given.ts'

describe('the code that pictures of a case show', () => {
  it('has one form, and is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(challengeOf({ id })).toMatch(new RegExp(`^${challengeForm.source}$`))
        expect(challengeOf({ id })).toBe(challengeOf({ id }))
      }),
    )
  })

  it('differs between cases, however alike their ids are', () => {
    const codes = Array.from({ length: 2000 }, (_, n) =>
      challengeOf({ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` }),
    )
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is asked of scans and of the state of an iPhone, unless the agency does without', () => {
    const c = { id: 'case', agency: diy.code }
    expect(expectedChallenge(c, 'antivirus-scan', [diy])).toBe(challengeOf(c))
    expect(expectedChallenge(c, 'ios-condition', [diy])).toBe(challengeOf(c))
    expect(expectedChallenge(c, 'email-password-change', [diy])).toBeNull()
    expect(expectedChallenge(c, 'antivirus-scan', [{ ...diy, challengeCode: false }])).toBeNull()
  })
})
