import { describe, expect, it } from 'vitest'
import { type Absence, absenceFault, isAwayOn } from '../../core/agency/absence.ts'
import { gapOf, presentOn } from '../../core/agency/coverage.ts'
import type { Staff } from '../../core/agency/staff.ts'

const today = '2026-11-23'
const person = (id: string, more: Partial<Staff> = {}): Staff => ({
  id,
  role: 'verifier',
  agencies: ['diy'],
  name: id,
  email: `${id}@jogjaprov.go.id`,
  slackUser: null,
  removedAt: null,
  ...more,
})
const [sari, budi, tono] = [person('sari'), person('budi'), person('tono')]
const away = (staffId: string, from: string, until: string, more: Partial<Absence> = {}): Absence => ({
  id: `${staffId}-${from}`,
  staffId,
  from,
  until,
  deputyId: null,
  endedAt: null,
  ...more,
})

describe('an absence', () => {
  it('lasts from its first day to its last, unless it was ended by hand', () => {
    const absence = away('sari', '2026-12-01', '2026-12-03')
    const days = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04']
    expect(days.map((day) => isAwayOn(absence, day))).toEqual([false, true, true, false])
    expect(isAwayOn({ ...absence, endedAt: '2026-12-01T00:00:00.000Z' }, '2026-12-02')).toBe(false)
  })

  it.each([
    ['2026-12-01', '2026-12-05', null, undefined],
    ['2026-11-23', '2026-11-23', 'budi', undefined],
    ['2026-11-20', '2026-11-24', null, undefined],
    ['', '2026-12-05', null, 'not-a-day'],
    ['2026-02-30', '2026-12-05', null, 'not-a-day'],
    ['2026-12-05', '2026-12-01', null, 'backwards'],
    ['2026-11-01', '2026-11-22', null, 'over'],
    ['2026-12-01', '2027-12-01', null, 'too-long'],
    ['2028-12-01', '2028-12-02', null, 'too-far'],
    ['2026-12-01', '2026-12-05', 'sari', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'twin', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'dewi', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'joko', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'gone', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'nobody', 'deputy-unfit'],
    ['2026-12-01', '2026-12-05', 'tono', 'deputy-away'],
  ] as const)('from %s until %s with %s is judged %s', (from, until, deputyId, fault) => {
    const known = [away('tono', '2026-12-05', '2026-12-09')]
    const people = [
      sari,
      budi,
      tono,
      person('twin', { email: 'SARI@jogjaprov.go.id' }),
      person('dewi', { role: 'agent' }),
      person('joko', { agencies: ['bantul'] }),
      person('gone', { removedAt: today }),
    ]
    const deputy = people.find(({ id }) => id === deputyId)
    expect(absenceFault({ from, until, deputyId }, sari, deputy, known, today)).toBe(fault)
  })
})

describe('the coverage of an agency', () => {
  it('counts who works for it on a day: not the removed, not the absent, not other agencies’', () => {
    const staff = [sari, budi, person('joko', { agencies: ['bantul'] }), person('gone', { removedAt: today })]
    expect(presentOn(staff, [away('budi', today, today)], 'diy', today)).toEqual([sari])
  })

  it('has a gap at once with fewer than two people, whatever the number of their entries', () => {
    expect(gapOf('diy', [sari, person('twin', { email: 'Sari@jogjaprov.go.id' })], [], today)).toEqual({
      agency: 'diy',
      on: today,
      present: 1,
    })
    expect(gapOf('diy', [], [], today)?.present).toBe(0)
    expect(gapOf('diy', [sari, budi], [], today)).toBeUndefined()
  })

  it('sees the gap that an announced absence makes from 14 days before it, and not earlier', () => {
    expect(gapOf('diy', [sari, budi], [away('budi', '2026-12-07', '2026-12-08')], today)).toMatchObject({
      on: '2026-12-07',
      present: 1,
    })
    expect(gapOf('diy', [sari, budi], [away('budi', '2026-12-08', '2026-12-08')], today)).toBeUndefined()
    expect(gapOf('diy', [sari, budi, tono], [away('budi', '2026-12-07', '2026-12-08')], today)).toBeUndefined()
  })
})
