import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityRemarks } from '../../core/form/agreement.ts'
import { factsOfNik, parseNik } from '../../core/form/nik.ts'
import { factsOfNip, parseNip } from '../../core/form/nip.ts'

const today = '2026-11-22'
const pad = (value: number, width: number) => String(value).padStart(width, '0')

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2003-12-31'), noInvalidDate: true })
const nips = fc
  .tuple(
    day,
    fc.integer({ min: 20, max: 23 }),
    fc.constantFrom(1, 3, 12, 21, 22, 99),
    fc.constantFrom(1, 2),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([born, age, code, sex, sequence]) => {
    const date = born.toISOString().slice(0, 10).replaceAll('-', '')
    return `${date}${born.getUTCFullYear() + age}${pad(code, 2)}${sex}${pad(sequence, 3)}`
  })
const niks = fc
  .tuple(fc.integer({ min: 110101, max: 979999 }), day, fc.boolean(), fc.integer({ min: 1, max: 9999 }))
  .map(([place, born, isFemale, serial]) => {
    const [year, month, dayOfMonth] = born.toISOString().slice(0, 10).split('-').map(Number) as [number, number, number]
    return `${place}${pad(dayOfMonth + (isFemale ? 40 : 0), 2)}${pad(month, 2)}${pad(year % 100, 2)}${pad(serial, 4)}`
  })

describe('a NIP', () => {
  it('is taken as digits, however it is spaced', () => {
    for (const text of [
      '198703152010011005',
      '19870315 201001 1 005',
      '19870315.201001.1.005',
      'NIP: 19870315-201001-1-005',
      'nip.198703152010011005',
    ])
      expect(parseNip(text, today)).toEqual({ ok: true, value: '198703152010011005' })
  })

  it('of a PPPK carries a code from 21 where a PNS has a month', () => {
    expect(parseNip('199001012021211001', today).ok).toBe(true)
    expect(factsOfNip('199001012021211001')).toEqual({
      birthDate: '1990-01-01',
      sex: 'male',
      employment: 'PPPK',
      appointedYear: 2021,
    })
    expect(factsOfNip('198703152010012005').employment).toBe('PNS')
  })

  it.each([
    ['', { code: 'empty' }],
    ['   ', { code: 'empty' }],
    ['NIP', { code: 'empty' }],
    ['19870315201001100', { code: 'wrong-count', found: 17, min: 18, max: 18 }],
    ['1987031520100110055', { code: 'wrong-count', found: 19, min: 18, max: 18 }],
    ['19870315201001100O', { code: 'not-a-digit', at: 18 }],
    ['1987 03 l5 201001 1 005', { code: 'not-a-digit', at: 7 }],
    ['198713152010011005', { code: 'bad-month', at: 5, found: 13, min: 1, max: 12 }],
    ['198700152010011005', { code: 'bad-month', at: 5, found: 0, min: 1, max: 12 }],
    ['198702302010011005', { code: 'bad-day', at: 7, found: 30, min: 1, max: 28 }],
    ['198704722010011005', { code: 'bad-day', at: 7, found: 72, min: 1, max: 30 }],
    ['190003152010011005', { code: 'bad-birth-year', at: 1, found: 1900, min: 1946, max: 2011 }],
    ['202003152040011005', { code: 'bad-birth-year', at: 1, found: 2020, min: 1946, max: 2011 }],
    ['198703152000011005', { code: 'bad-appointment-year', at: 9, found: 2000, min: 2002, max: 2027 }],
    ['198703152030011005', { code: 'bad-appointment-year', at: 9, found: 2030, min: 2002, max: 2027 }],
    ['198703152010131005', { code: 'bad-appointment-month', at: 13, found: 13, min: 1, max: 12 }],
    ['198703152010001005', { code: 'bad-appointment-month', at: 13, found: 0, min: 1, max: 12 }],
    ['198703152010013005', { code: 'bad-sex', at: 15, found: 3, min: 1, max: 2 }],
    ['198703152010011000', { code: 'zero-sequence', at: 16, found: 0, min: 1, max: 999 }],
  ])('%j is refused with the digit that is wrong', (text, fault) => {
    expect(parseNip(text, today)).toEqual({ ok: false, fault })
  })

  it('well formed is always taken, with blanks, dots or dashes anywhere', () => {
    fc.assert(
      fc.property(
        nips,
        fc.array(fc.constantFrom('', ' ', '.', '-', '\u00a0'), { minLength: 18, maxLength: 18 }),
        (nip, marks) => {
          const typed = [...nip].map((digit, index) => digit + marks[index]).join('')
          expect(parseNip(typed, today)).toEqual({ ok: true, value: nip })
        },
      ),
    )
  })

  it('is never taken from other text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = parseNip(text, today)
        if (read.ok) expect(read.value).toMatch(/^\d{18}$/)
        else expect(JSON.stringify(read.fault)).not.toContain(text.length > 8 ? text : '\u0000')
      }),
    )
  })
})

describe('a NIK', () => {
  it('is taken as digits', () => {
    for (const text of ['3404011503870001', '3404 0115 0387 0001', '34.04.01.150387.0001', 'NIK 3404011503870001'])
      expect(parseNik(text)).toEqual({ ok: true, value: '3404011503870001' })
  })

  it('of a woman has 40 more in the day', () => {
    expect(factsOfNik('3404015503870001')).toEqual({
      birthDay: 15,
      birthMonth: 3,
      birthYearOfCentury: 87,
      sex: 'female',
    })
    expect(parseNik('3404017103870001').ok).toBe(true)
  })

  it('knows leap days of both centuries', () => {
    expect(parseNik('3404012902960001').ok).toBe(true)
    expect(parseNik('3404012902000001').ok).toBe(true)
    expect(parseNik('3404012902970001')).toEqual({
      ok: false,
      fault: { code: 'bad-day', at: 7, found: 29, min: 1, max: 28 },
    })
  })

  it.each([
    ['', { code: 'empty' }],
    ['34040115038700012', { code: 'wrong-count', found: 17, min: 16, max: 16 }],
    ['340401150387001', { code: 'wrong-count', found: 15, min: 16, max: 16 }],
    ['34040115038700o1', { code: 'not-a-digit', at: 15 }],
    ['0904011503870001', { code: 'bad-region', at: 1, found: 9, min: 11, max: 99 }],
    ['3404010003870001', { code: 'bad-day', at: 7, found: 0, min: 1, max: 31 }],
    ['3404013203870001', { code: 'bad-day', at: 7, found: 32, min: 1, max: 31 }],
    ['3404014003870001', { code: 'bad-day', at: 7, found: 40, min: 1, max: 31 }],
    ['3404017203870001', { code: 'bad-day', at: 7, found: 72, min: 1, max: 31 }],
    ['3404017104870001', { code: 'bad-day', at: 7, found: 71, min: 41, max: 70 }],
    ['3404011513870001', { code: 'bad-month', at: 9, found: 13, min: 1, max: 12 }],
    ['3404011500870001', { code: 'bad-month', at: 9, found: 0, min: 1, max: 12 }],
    ['3404011503870000', { code: 'zero-sequence', at: 13, found: 0, min: 1, max: 9999 }],
  ])('%j is refused with the digit that is wrong', (text, fault) => {
    expect(parseNik(text)).toEqual({ ok: false, fault })
  })

  it('well formed is always taken, and one digit more or less never', () => {
    fc.assert(
      fc.property(niks, fc.nat(15), (nik, place) => {
        expect(parseNik(nik)).toEqual({ ok: true, value: nik })
        expect(parseNik(nik.slice(0, place) + nik.slice(place + 1))).toMatchObject({
          fault: { code: 'wrong-count', found: 15 },
        })
        expect(parseNik(`${nik.slice(0, place)}7${nik.slice(place)}`)).toMatchObject({
          fault: { code: 'wrong-count', found: 17 },
        })
      }),
    )
  })
})

describe('NIP beside NIK', () => {
  it.each([
    ['198703152010011005', '3404011503870001', []],
    ['198703152010012005', '3404015503870001', []],
    ['198703152010012005', '3404011503870001', ['sex-differs']],
    ['198703152010011005', '3404011603870001', ['birth-date-differs']],
    ['198703152010011005', '3404015504880001', ['birth-date-differs', 'sex-differs']],
  ])('%s and %s give remarks, never a refusal', (nip, nik, remarks) => {
    expect(identityRemarks(nip, nik)).toEqual(remarks)
  })
})
