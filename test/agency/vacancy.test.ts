import { describe, expect, it } from 'vitest'
import type { Staff } from '../../core/agency/staff.ts'
import { vacanciesOf } from '../../core/agency/vacancy.ts'

const member = (id: string, role: Staff['role'], ...agencies: readonly string[]): Staff => ({
  id,
  role,
  agencies,
  name: id,
  email: `${id}@jogjaprov.go.id`,
  slackUser: null,
  removedAt: null,
})
const removedAt = '2026-11-23T02:00:00.000Z'
const dewi = member('dewi', 'agent', 'diy')
const wayan = member('wayan', 'verifier', 'bantul')
const named = { code: 'diy', fallbackVerifier: ' Wayan@JogjaProv.go.id ' }

describe('An agency', () => {
  it('needs an agent of its own, unless its contact center is outside', () => {
    expect(vacanciesOf({ code: 'diy' }, [dewi])).toEqual([])
    expect(vacanciesOf({ code: 'diy' }, [])).toEqual(['agent'])
    expect(vacanciesOf({ code: 'diy' }, [member('dewi', 'agent', 'bantul'), member('ani', 'admin', 'diy')])).toEqual([
      'agent',
    ])
    expect(vacanciesOf({ code: 'diy' }, [{ ...dewi, removedAt }])).toEqual(['agent'])
    expect(vacanciesOf({ code: 'diy', contactCenter: { isOutside: true } }, [])).toEqual([])
    expect(vacanciesOf({ code: 'diy', contactCenter: { email: 'cc@example.go.id' } }, [])).toEqual(['agent'])
  })

  it('can fall back on an active verifier of another agency, however their mail address is written', () => {
    expect(vacanciesOf(named, [dewi, wayan])).toEqual([])
  })

  it.each([
    ['nobody', []],
    ['somebody who was removed', [{ ...wayan, removedAt }]],
    ['an agent', [member('wayan', 'agent', 'bantul')]],
    ['a verifier of its own, who was asked already', [member('wayan', 'verifier', 'diy', 'bantul')]],
  ])('cannot fall back on %s', (_, staff: readonly Staff[]) => {
    expect(vacanciesOf(named, [dewi, ...staff])).toEqual(['fallback-verifier'])
  })
})
