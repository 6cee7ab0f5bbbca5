import { describe, expect, it } from 'vitest'
import { hoursText, pausedText, usedText } from '../../bot/text/desk-clock.ts'
import type { ClockReading } from '../../core/case/clock-reading.ts'

const clock: ClockReading = {
  counts: 'working-hours',
  targetHours: 8,
  usedHours: 6 + 1 / 6,
  stretches: [],
  pausedHours: null,
}

describe('the time of a case', () => {
  it('is what is used of its target, in hours and percent', () => {
    expect(usedText(clock, 'id')).toBe('6 j 10 m dari 8 j terpakai (77 %)')
    expect(usedText(clock, 'en')).toBe('6 h 10 m of 8 h used (77 %)')
    expect(usedText({ ...clock, usedHours: 9 }, 'id')).toBe('9 j dari 8 j terpakai (112 %)')
    expect(usedText({ ...clock, usedHours: 0, targetHours: 0 }, 'id')).toBe('0 m dari 0 m terpakai (100 %)')
  })

  it('is told in days only where days are counted', () => {
    expect(hoursText(30 * 24, 'id')).toBe('30 hari')
    expect(hoursText(16, 'id')).toBe('16 j')
    expect(hoursText(0.5, 'en')).toBe('30 m')
  })

  it('says what is left of a clock that stands still', () => {
    expect(pausedText(2, 'id')).toContain('sisanya 2 j')
    expect(pausedText(2, 'en')).toContain('2 h are left')
  })
})
