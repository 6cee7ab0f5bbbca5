import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAgencies } from '../../bot/agencies.ts'
import { holidaysIn } from '../../bot/holidays-file.ts'
import { temporaryFolder } from '../folder.ts'

const agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'X', nip: '1', title: 'Kepala' },
  employmentAccepted: ['pns'],
}
const usual = { days: [1, 2, 3, 4, 5], opensAtHour: 8, closesAtHour: 16 }
const folder = () => temporaryFolder('calendar')
const read = (more: object, holidays?: string) => {
  const path = folder()
  if (holidays !== undefined) writeFileSync(join(path, 'holidays.txt'), holidays)
  writeFileSync(join(path, 'agencies.json'), JSON.stringify([{ ...agency, ...more }]))
  return readAgencies(join(path, 'agencies.json'))[0]
}

describe('the calendar of an agency', () => {
  it('may stay as short as it always was', () => {
    expect(read({ calendar: usual })?.calendar).toEqual({ ...usual, holidays: [] })
    expect(read({})?.calendar).toBeUndefined()
  })

  it('has breaks, other weekdays and dated exceptions, with hours as numbers or as they are read on a clock', () => {
    const calendar = {
      ...usual,
      opensAtHour: '07:30',
      breaks: [{ fromHour: 11.5, untilHour: '13.00', days: [5] }],
      weekdays: { 5: { opensAtHour: 7.5, closesAtHour: '11:30' } },
      exceptions: [{ from: '2027-02-08', until: '2027-03-09', opensAtHour: 8, closesAtHour: 15, breaks: [] }],
    }
    expect(read({ calendar })?.calendar).toEqual({
      ...calendar,
      opensAtHour: 7.5,
      holidays: [],
      breaks: [{ fromHour: 11.5, untilHour: 13, days: [5] }],
      weekdays: { 5: { opensAtHour: 7.5, closesAtHour: 11.5 } },
    })
  })

  it.each([
    [{ calendar: { ...usual, opensAtHour: '25:00' } }, /calendar\.opensAtHour.*must be an hour/],
    [{ calendar: { ...usual, closesAtHour: 8 } }, /opensAtHour before closesAtHour/],
    [{ calendar: { ...usual, breaks: [{ fromHour: 13, untilHour: 11.5 }] } }, /calendar\.breaks: .*fromHour before/],
    [{ calendar: { ...usual, weekdays: { 7: { opensAtHour: 8, closesAtHour: 9 } } } }, /calendar\.weekdays/],
    [
      {
        calendar: {
          ...usual,
          exceptions: [{ from: '2027-03-09', until: '2027-02-08', opensAtHour: 8, closesAtHour: 9 }],
        },
      },
      /calendar\.exceptions/,
    ],
    [{ quietHours: { fromHour: 21 } }, /quietHours/],
    [{ remindAtPercent: [0] }, /remindAtPercent/],
    [{ staffNotices: 'never' }, /working-hours or always/],
  ])('refuses %j and says what is right', (more, words) => {
    expect(() => read(more)).toThrow(words)
  })
})

describe('a file of holidays', () => {
  it('is read beside the agencies and added to the days that are listed', () => {
    const calendar = { ...usual, holidays: ['2030-07-15'], holidaysFile: 'holidays.txt' }
    const its = read(
      { calendar },
      '\uFEFF# contoh\r\n2030-03-04 Hari contoh # catatan\r\n\r\n2030-07-15;Hari kedua\r\n',
    )
    expect(its?.calendar).toEqual({ ...usual, holidays: ['2030-03-04', '2030-07-15'] })
  })

  it('is refused with the number of every bad line, or when it is not there', () => {
    const calendar = { ...usual, holidaysFile: 'holidays.txt' }
    expect(() => read({ calendar }, '2030-03-04 Baik\n2030-02-30 Tidak ada\n17-08-2030 Terbalik')).toThrow(
      /line 2: [\s\S]*line 3: /,
    )
    expect(() => read({ calendar })).toThrow(/diy: holidaysFile holidays.txt cannot be read/)
  })

  it('has an example that is good and says that it is made up', () => {
    const text = readFileSync(new URL('../../docs/holidays.example.txt', import.meta.url), 'utf8')
    expect(holidaysIn(text)).toMatchObject({ faults: [], days: ['2030-03-04', '2030-03-05', '2030-07-15'] })
    expect(text).toContain('MADE UP')
  })
})
