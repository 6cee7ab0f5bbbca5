import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, momentText, spanText, timeLeft, timeText, workingTimeText } from '../../bot/text/moment.ts'

describe('a point in time', () => {
  it('is told in WIB, with the weekday, in both languages', () => {
    expect(timeText('2026-11-24T08:00:00.000Z', 'id')).toBe('Sel 24 Nov 2026, 15.00 WIB')
    expect(timeText('2026-11-24T08:00:00.000Z', 'en')).toBe('Tue 24 Nov 2026, 15:00 WIB')
  })

  it('just before midnight UTC is already the next day', () => {
    expect(dayText('2026-12-31T17:30:00.000Z', 'id')).toBe('Jum 1 Jan 2027')
  })

  it('without a known time is a day', () => {
    expect(momentText({ date: '2026-08-17' }, 'id')).toBe('Sen 17 Agu 2026')
    expect(momentText({ date: '2026-05-01', time: '09:05' }, 'en')).toBe('Fri 1 May 2026, 09:05 WIB')
  })
})

describe('the time that is left', () => {
  const now = '2026-11-24T08:00:00.000Z'
  const minutes = (count: number) => new Date(Date.parse(now) + count * 60_000).toISOString()

  it.each([
    [130, '2 j 10 m lagi', '2 h 10 m left'],
    [-35, 'lewat 35 m', '35 m overdue'],
    [60, '1 j lagi', '1 h left'],
    [0, '0 m lagi', '0 m left'],
    [3 * 1440 + 4 * 60 + 59, '3 hari 4 j lagi', '3 d 4 h left'],
    [1440 + 59, '1 hari lagi', '1 d left'],
  ])('of %i minutes is told by its two largest units', (count, id, en) => {
    expect(timeLeft(minutes(count), now, 'id')).toBe(id)
    expect(timeLeft(minutes(count), now, 'en')).toBe(en)
  })

  it('is never empty nor finer than a minute', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (count) => {
        expect(spanText(count, 'id')).toMatch(/^(?:[1-9]\d* hari(?: \d{1,2} j)?|\d{1,2} j(?: \d{1,2} m)?|\d{1,2} m)$/)
      }),
    )
  })
})

describe('a target', () => {
  it('is told in whole working days, else in hours', () => {
    expect(workingTimeText(8, 8, 'id')).toBe('1 hari kerja')
    expect(workingTimeText(16, 8, 'en')).toBe('2 working days')
    expect(workingTimeText(4, 8, 'id')).toBe('4 jam kerja')
    expect(workingTimeText(1, 8, 'en')).toBe('1 working hour')
    expect(workingTimeText(8, 7.5, 'id')).toBe('8 jam kerja')
  })
})
