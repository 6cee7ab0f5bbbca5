import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Calendar,
  isWorkingTime,
  nextOpening,
  nextWorkingMoment,
  officeHours,
  openingBeside,
  workingHoursAfter,
  workingHoursBetween,
  workingTimeBetween,
} from '../../core/agency/calendar.ts'

/** A moment of November 2026 in WIB; the 23rd is a Monday. */
const wib = (day: number, time: string): string => new Date(`2026-11-${day}T${time}:00+07:00`).toISOString()
const friday = { fromHour: 11.5, untilHour: 13, days: [5] }
const withBreak: Calendar = { ...officeHours, breaks: [friday] }

describe('working hours', () => {
  it('run from opening to closing, and over nights, weekends and holidays', () => {
    expect(workingHoursAfter(wib(23, '09:00'), 4)).toBe(wib(23, '13:00'))
    expect(workingHoursAfter(wib(23, '15:00'), 4)).toBe(wib(24, '11:00'))
    expect(workingHoursAfter(wib(27, '15:00'), 4)).toBe(wib(30, '11:00'))
    expect(workingHoursAfter(wib(23, '03:00'), 1)).toBe(wib(23, '09:00'))
    expect(workingHoursAfter(wib(23, '15:00'), 4, { ...officeHours, holidays: ['2026-11-24'] })).toBe(wib(25, '11:00'))
  })

  it('stand still during the Friday break, on Fridays only', () => {
    expect(workingHoursAfter(wib(27, '11:00'), 1, withBreak)).toBe(wib(27, '13:30'))
    expect(workingHoursAfter(wib(26, '11:00'), 1, withBreak)).toBe(wib(26, '12:00'))
    expect(workingHoursBetween(wib(27, '11:00'), wib(27, '14:00'), withBreak)).toBe(1.5)
    expect(isWorkingTime(wib(27, '12:00'), withBreak)).toBe(false)
  })

  it('are told stretch by stretch, cut at both ends', () => {
    expect(workingTimeBetween(wib(27, '10:00'), wib(30, '09:00'), withBreak)).toEqual([
      { from: wib(27, '10:00'), until: wib(27, '11:30') },
      { from: wib(27, '13:00'), until: wib(27, '16:00') },
      { from: wib(30, '08:00'), until: wib(30, '09:00') },
    ])
    expect(workingTimeBetween(wib(28, '10:00'), wib(29, '09:00'), withBreak)).toEqual([])
    expect(workingTimeBetween(wib(27, '10:00'), wib(27, '09:00'))).toEqual([])
  })

  it('take a daily lunch break and one that sticks out of the day', () => {
    const lunch: Calendar = {
      ...officeHours,
      breaks: [
        { fromHour: 12, untilHour: 13 },
        { fromHour: 15.5, untilHour: 18 },
      ],
    }
    expect(workingHoursBetween(wib(23, '00:00'), wib(24, '00:00'), lunch)).toBe(6.5)
  })

  it('are other ones on other weekdays', () => {
    const short: Calendar = { ...officeHours, weekdays: { 5: { opensAtHour: 7, closesAtHour: 11.5 } } }
    expect(workingHoursAfter(wib(27, '11:00'), 1, short)).toBe(wib(30, '08:30'))
    expect(nextOpening(wib(26, '12:00'), short)).toBe(wib(27, '07:00'))
  })

  it('are other ones between two dates, with breaks of their own, and on a Saturday that was named', () => {
    const ramadan: Calendar = {
      ...withBreak,
      holidays: ['2026-11-25'],
      exceptions: [
        { from: '2026-11-23', until: '2026-11-29', opensAtHour: 8, closesAtHour: 15, breaks: [] },
        { from: '2026-11-28', until: '2026-11-28', days: [6], opensAtHour: 9, closesAtHour: 10 },
      ],
    }
    const hoursOf = (day: number) => workingHoursBetween(wib(day, '00:00'), wib(day, '23:59'), ramadan)
    expect([23, 24, 25, 27, 28, 29, 30].map(hoursOf)).toEqual([7, 7, 0, 7, 1, 0, 8])
  })

  it('end with the closing moment', () => {
    expect(isWorkingTime(wib(23, '08:00'))).toBe(true)
    expect(isWorkingTime(wib(23, '16:00'))).toBe(false)
    expect(nextWorkingMoment(wib(23, '16:00'))).toBe(wib(24, '08:00'))
    expect(nextWorkingMoment(wib(23, '10:00'))).toBe(wib(23, '10:00'))
  })

  it('are found beside a day off, before and after it', () => {
    expect(openingBeside('2026-11-29', 'before')).toBe(wib(27, '08:00'))
    expect(openingBeside('2026-11-29', 'after')).toBe(wib(30, '08:00'))
    expect(openingBeside('2026-11-24', 'before')).toBe(openingBeside('2026-11-24', 'after'))
  })

  it('let nobody wait for ever for an office that never opens', () => {
    const closed: Calendar = { ...officeHours, opensAtHour: 9, closesAtHour: 9 }
    expect(workingHoursAfter(wib(23, '09:00'), 1, closed) > '2028').toBe(true)
    expect(workingHoursBetween(wib(23, '09:00'), wib(30, '09:00'), closed)).toBe(0)
    expect(isWorkingTime(wib(23, '09:00'), closed)).toBe(false)
    expect(nextOpening(wib(23, '09:00'), closed)).toBe(wib(24, '09:00'))
  })
})

const hour = fc.integer({ min: 0, max: 96 }).map((quarters) => quarters / 4)
const weekday = fc.integer({ min: 0, max: 6 })
const hours = fc.tuple(hour, hour).map(([a, b]) => ({ opensAtHour: Math.min(a, b), closesAtHour: Math.max(a, b) }))
const pause = fc.record({
  fromHour: hour,
  untilHour: hour,
  days: fc.option(fc.uniqueArray(weekday), { nil: undefined }),
})
const date = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10))
const calendar: fc.Arbitrary<Calendar> = fc
  .record({
    days: fc.uniqueArray(weekday, { minLength: 1 }),
    usual: hours,
    holidays: fc.array(date, { maxLength: 5 }),
    breaks: fc.option(fc.array(pause, { maxLength: 3 }), { nil: undefined }),
    weekdays: fc.option(fc.dictionary(weekday.map(String), hours), { nil: undefined }),
    exceptions: fc.option(
      fc.array(
        fc
          .record({ dates: fc.tuple(date, date), hours, days: fc.option(fc.uniqueArray(weekday), { nil: undefined }) })
          .map(({ dates, hours: its, days }) => {
            const [from = '', until = ''] = dates.toSorted()
            return { ...its, days, from, until }
          }),
        { maxLength: 2 },
      ),
      { nil: undefined },
    ),
  })
  .map(({ usual, ...rest }) => ({ ...usual, ...rest }))
  // An office that never opens has a test of its own.
  .filter((one) => workingHoursBetween('2027-03-01T00:00:00Z', '2027-03-08T00:00:00Z', one) > 1)
const moment = fc.integer({ min: 0, max: 70 * 24 * 60 }).map((n) => new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString())
const span = fc.integer({ min: 1, max: 60 * 60 }).map((minutes) => minutes / 60)

describe('any calendar', () => {
  it('counts between as many hours as it went ahead', () => {
    fc.assert(
      fc.property(calendar, moment, span, (its, at, h) => {
        expect(workingHoursBetween(at, workingHoursAfter(at, h, its), its)).toBeCloseTo(h, 6)
      }),
    )
  })

  it('goes ahead in two steps as far as in one', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        (its, at, a, b) => {
          const twice = workingHoursAfter(workingHoursAfter(at, a / 60, its), b / 60, its)
          expect(Math.abs(Date.parse(twice) - Date.parse(workingHoursAfter(at, (a + b) / 60, its)))).toBeLessThan(10)
        },
      ),
    )
  })

  it('adds up: the hours of two neighbouring stretches are those of both', () => {
    fc.assert(
      fc.property(calendar, moment, moment, moment, (its, ...moments) => {
        const [a = '', b = '', c = ''] = moments.toSorted()
        const both = workingHoursBetween(a, b, its) + workingHoursBetween(b, c, its)
        expect(workingHoursBetween(a, c, its)).toBeCloseTo(both, 6)
      }),
    )
  })

  it('never goes back, neither for a later start nor for more hours', () => {
    fc.assert(
      fc.property(calendar, moment, moment, span, span, (its, x, y, g, h) => {
        const [early, late] = x < y ? [x, y] : [y, x]
        expect(workingHoursAfter(early, h, its) <= workingHoursAfter(late, h, its)).toBe(true)
        expect(workingHoursAfter(x, Math.min(g, h), its) <= workingHoursAfter(x, Math.max(g, h), its)).toBe(true)
        expect(workingHoursAfter(x, h, its) > x).toBe(true)
      }),
    )
  })

  it('never ends inside a closed hour', () => {
    fc.assert(
      fc.property(calendar, moment, span, (its, at, h) => {
        const justBefore = new Date(Date.parse(workingHoursAfter(at, h, its)) - 1).toISOString()
        expect(isWorkingTime(justBefore, its)).toBe(true)
        expect(isWorkingTime(nextWorkingMoment(at, its), its)).toBe(true)
      }),
    )
  })
})
