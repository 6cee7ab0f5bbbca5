import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietUntil, toldAt } from '../../core/message/quiet.ts'

const wib = (day: number, time: string): string => new Date(`2026-11-${day}T${time}:00+07:00`).toISOString()

describe('the quiet hours', () => {
  it('last from nine in the evening to six in the morning, WIB', () => {
    expect(quietUntil(wib(23, '20:59'))).toBeUndefined()
    expect(quietUntil(wib(23, '21:00'))).toBe(wib(24, '06:00'))
    expect(quietUntil(wib(24, '05:59'))).toBe(wib(24, '06:00'))
    expect(quietUntil(wib(24, '06:00'))).toBeUndefined()
  })

  it('may lie within a day, or be none', () => {
    expect(quietUntil(wib(23, '12:30'), { fromHour: 12, untilHour: 13.5 })).toBe(wib(23, '13:30'))
    expect(quietUntil(wib(23, '14:00'), { fromHour: 12, untilHour: 13.5 })).toBeUndefined()
    expect(quietUntil(wib(23, '00:00'), { fromHour: 0, untilHour: 0 })).toBeUndefined()
  })

  it('hold back only what may wait, and nothing that is waited for', () => {
    const night = wib(23, '23:00')
    expect(toldAt('legalised', night, false)).toBe(wib(24, '06:00'))
    expect(toldAt('legalised', night, true)).toBeUndefined()
    for (const code of ['call-words', 'frozen', 'evidence-refused', 'revoked', 'rebound', 'checked'] as const)
      expect(toldAt(code, night, false), code).toBeUndefined()
  })

  it('are none from midnight to midnight: nothing would ever be said', () => {
    for (const [fromHour, untilHour] of [
      [0, 24],
      [24, 0],
      [0, 0],
      [8, 8],
    ] as const)
      expect(quietUntil(wib(23, '23:00'), { fromHour, untilHour })).toBeUndefined()
  })

  it('end within a day, outside of themselves', () => {
    const hour = fc.integer({ min: 0, max: 48 }).map((halves) => halves / 2)
    const minute = fc.integer({ min: 0, max: 3 * 24 * 60 })
    fc.assert(
      fc.property(hour, hour, minute, (fromHour, untilHour, n) => {
        const at = new Date(Date.UTC(2026, 10, 20, 0, n)).toISOString()
        const end = quietUntil(at, { fromHour, untilHour })
        if (end === undefined) return
        expect(end > at).toBe(true)
        expect(Date.parse(end) - Date.parse(at)).toBeLessThanOrEqual(24 * 3_600_000)
        expect(quietUntil(end, { fromHour, untilHour })).toBeUndefined()
      }),
    )
  })
})
