import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { parseMomentAhead, parsePastMoment } from '../../core/form/moment.ts'

const now = { date: '2026-11-22', time: '16:30' }
const at = (date: string, time?: string) => ({ ok: true, value: time ? { date, time } : { date } })

describe('a day that is over', () => {
  it.each([
    ['21-11-2026', at('2026-11-21')],
    ['21/11/2026 14.30', at('2026-11-21', '14:30')],
    ['21.11.2026 14.30', at('2026-11-21', '14:30')],
    ['14:30 21/11/2026', at('2026-11-21', '14:30')],
    ['21 11 2026', at('2026-11-21')],
    ['21 / 11 / 26', at('2026-11-21')],
    ['21 November 2026 pukul 14:30', at('2026-11-21', '14:30')],
    ['Sabtu, 21 November 2026 pukul 14.30 WIB', at('2026-11-21', '14:30')],
    ['21 Nov 2026', at('2026-11-21')],
    ['21 Nop 2026', at('2026-11-21')],
    ['21 nov 14.30', at('2026-11-21', '14:30')],
    ['21 Nov', at('2026-11-21')],
    ['25 Nov', at('2025-11-25')],
    ['21/11', at('2026-11-21')],
    ['Nov 21, 2026 2:30 PM', at('2026-11-21', '14:30')],
    ['November 21st 2026 at 2pm', at('2026-11-21', '14:00')],
    ['5 Mei 2026', at('2026-05-05')],
    ['May 5', at('2026-05-05')],
    ['17 Agustus 2026 jam 12 siang', at('2026-08-17', '12:00')],
    ['2026-11-21T14:30', at('2026-11-21', '14:30')],
    ['2026-11-21T14:30:05.123+07:00', at('2026-11-21', '14:30')],
    ['2026-11-21T18:30:00Z', at('2026-11-22', '01:30')],
    ['5 Mei 2026 00.30 WITA', at('2026-05-04', '23:30')],
    ['kemarin 14.00', at('2026-11-21', '14:00')],
    ['kemaren sore jam 5', at('2026-11-21', '17:00')],
    ['tadi pagi jam 9', at('2026-11-22', '09:00')],
    ['semalam', at('2026-11-21')],
    ['kemarin lusa pukul 20.15', at('2026-11-20', '20:15')],
    ['3 hari yang lalu', at('2026-11-19')],
    ['two days ago', { ok: false, fault: { code: 'not-a-date' } }],
    ['2 days ago', at('2026-11-20')],
    ['yesterday 2:05 am', at('2026-11-21', '02:05')],
    ['hari ini', at('2026-11-22')],
    ['today 12:00 am', at('2026-11-22', '00:00')],
    ['baru saja', at('2026-11-22', '16:30')],
    ['11/21/2026', at('2026-11-21')],
    ['05/06/2026', at('2026-06-05')],
  ])('%j is read', (text, expected) => {
    expect(parsePastMoment(text, now)).toEqual(expected)
  })

  it.each([
    ['', { code: 'empty' }],
    ['kapan ya', { code: 'not-a-date' }],
    ['14.30', { code: 'not-a-date' }],
    ['21112026', { code: 'not-a-date' }],
    ['kemarin atau hari ini', { code: 'not-a-date' }],
    ['30/02/2026', { code: 'bad-day', found: 30, min: 1, max: 28 }],
    ['29-2-2025', { code: 'bad-day', found: 29, min: 1, max: 28 }],
    ['32 November 2026', { code: 'bad-day', found: 32, min: 1, max: 30 }],
    ['21/13/2026', { code: 'bad-month', found: 13, min: 1, max: 12 }],
    ['1/1/1999', { code: 'bad-year', found: 1999, min: 2000, max: 2099 }],
    ['kemarin 25.00', { code: 'bad-time' }],
    ['kemarin 14.60', { code: 'bad-time' }],
    ['kemarin 14', { code: 'bad-time' }],
    ['21 Nov 2026 jam 12 malam', { code: 'bad-time' }],
    ['21 Nov 2026 14.30-15.00', { code: 'bad-time' }],
    ['21 Nov atau 22 Nov', { code: 'bad-time' }],
    ['besok', { code: 'in-future' }],
    ['23-11-2026', { code: 'in-future' }],
    ['hari ini 16.31', { code: 'in-future' }],
  ])('%j is refused', (text, fault) => {
    expect(parsePastMoment(text, now)).toEqual({ ok: false, fault })
  })

  it('is the same day however it is written', () => {
    const months = [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.nat(23), fc.nat(59), (ago, hour, minute) => {
        const date = dateAfter('2026-11-21', -ago)
        const [year, month, day] = date.split('-').map(Number) as [number, number, number]
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const dotted = time.replace(':', '.')
        const written = [
          `${day}-${month}-${year} ${dotted}`,
          `${day}/${month}/${year} ${time} WIB`,
          `${day} ${months[month - 1]} ${year} pukul ${dotted}`,
          `${day} ${months[month - 1]?.slice(0, 3)} ${year}, ${time}`,
          `${date}T${time}`,
          `${time} ${day}.${month}.${year}`,
        ]
        for (const text of written) expect(parsePastMoment(text, now)).toEqual(at(date, time))
      }),
    )
  })

  it('read is always a real day in the past, and reads again as itself', () => {
    const scraps = fc.constantFrom(
      '21',
      '11',
      '2026',
      '26',
      'nov',
      'kemarin',
      'jam',
      '14.30',
      '/',
      '-',
      ' ',
      '.',
      'pm',
      'lusa',
      '3 hari lalu',
      '9',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps, { maxLength: 7 }).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const read = parsePastMoment(text, now)
          if (!read.ok) return
          const { date, time } = read.value
          expect(calendarDate(...(date.split('-').map(Number) as [number, number, number]))).toBe(date)
          expect(`${date} ${time ?? ''}` <= `${now.date} ${now.time}`).toBe(true)
          expect(parsePastMoment(time ? `${date} ${time}` : date, now)).toEqual(read)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a day yet to come', () => {
  it.each([
    ['besok', at('2026-11-23')],
    ['lusa jam 9', at('2026-11-24', '09:00')],
    ['3 hari lagi', at('2026-11-25')],
    ['21 Nov', at('2027-11-21')],
    ['1 Des', at('2026-12-01')],
    ['tomorrow 10am', at('2026-11-23', '10:00')],
    ['hari ini', at('2026-11-22')],
    ['nanti sore', at('2026-11-22')],
    ['hari ini 10.00', { ok: false, fault: { code: 'in-past' } }],
    ['kemarin', { ok: false, fault: { code: 'in-past' } }],
    ['21-11-2026', { ok: false, fault: { code: 'in-past' } }],
  ])('%j is read', (text, expected) => {
    expect(parseMomentAhead(text, now)).toEqual(expected)
  })
})

it('WIB is seven hours ahead of UTC, over midnight too', () => {
  expect(wibMoment(Date.parse('2026-12-31T17:05:00Z'))).toEqual({ date: '2027-01-01', time: '00:05' })
})
