import { describe, expect, it } from 'vitest'
import { periodDaysMax, periodOf, spanOf } from '../../core/ticket/period.ts'

// Wednesday, 25 November 2026, 01.00 WIB, while it is Tuesday in UTC.
const at = '2026-11-24T18:00:00.000Z'

describe('The period of a report', () => {
  it('is named by days of WIB, weeks from Monday', () => {
    expect(periodOf({ name: 'week' }, at)).toEqual({ name: 'week', from: '2026-11-23', to: '2026-11-25' })
    expect(periodOf({ name: 'week' }, '2026-11-29T03:00:00.000Z').from).toBe('2026-11-23')
    expect(periodOf({ name: 'month' }, at)).toEqual({ name: 'month', from: '2026-11-01', to: '2026-11-25' })
    expect(periodOf({ name: 'quarter' }, at)).toEqual({ name: 'quarter', from: '2026-08-28', to: '2026-11-25' })
  })

  it('is from one day to another, and never longer than a year', () => {
    const asked = { from: '2026-02-28', to: '2026-03-01' }
    expect(periodOf(asked, at)).toEqual({ name: 'days', ...asked })
    const { from, to } = periodOf({ from: '2001-01-01', to: '2026-11-25' }, at)
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(periodDaysMax - 1)
  })

  it.each([
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-02', to: '2026-03-01' },
    { from: 'x', to: '' },
    { name: "week' OR 1=1" },
  ])('is this month where it makes no sense: %o', (asked) => {
    expect(periodOf(asked, at).name).toBe('month')
  })

  it('begins and ends at midnight of WIB', () => {
    expect(spanOf({ name: 'days', from: '2026-11-23', to: '2026-11-23' })).toEqual({
      from: '2026-11-22T17:00:00.000Z',
      until: '2026-11-23T17:00:00.000Z',
    })
  })
})
