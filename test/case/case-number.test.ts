import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCaseNumber, parseCaseNumber } from '../../core/case/case-number.ts'

const years = fc.integer({ min: 2000, max: 2099 })
const serials = fc.integer({ min: 1, max: 9_999_999 })

describe('a case number', () => {
  it('has year, serial and a letter', () => {
    expect(formatCaseNumber(2026, 123)).toBe('PANDU-2026-000123-C')
    expect(formatCaseNumber(2026, 1234567)).toMatch(/^PANDU-2026-1234567-[A-Z]$/)
  })

  it.each([
    'PANDU-2026-000123-C',
    'pandu-2026-000123-c',
    ' PANDU 2026 000123 C ',
    'PANDU2026000123C',
    'Pandu–2O26–OOOI23–c',
    'PANDU.2026.0OOl23.C',
    '#pandu-2026-000123-c',
  ])('is understood as typed: %j', (text) => {
    expect(parseCaseNumber(text)).toBe('PANDU-2026-000123-C')
  })

  it.each([
    '',
    'PANDU',
    'PANDU-2026-000123',
    'PANDU-2026-000123-K',
    'PANDU-2026-000124-C',
    'PANDU-2026-00123-C',
    '2026-000123-C',
    'PANDU-2026-000123-CC',
    'PANDU-2026-000123-3',
    'BANDU-2026-000123-C',
  ])('is none: %j', (text) => {
    expect(parseCaseNumber(text)).toBeUndefined()
  })

  it('is read back from every spelling of it', () => {
    fc.assert(
      fc.property(years, serials, fc.func(fc.boolean()), (year, serial, isLower) => {
        const number = formatCaseNumber(year, serial)
        const typed = [...number.replaceAll('-', '')].map((c, i) => (isLower(i) ? c.toLowerCase() : c)).join('')
        expect(parseCaseNumber(number)).toBe(number)
        expect(parseCaseNumber(typed)).toBe(number)
        expect(parseCaseNumber(typed.slice(0, -1).replaceAll('0', 'O').replaceAll('1', 'l') + typed.slice(-1))).toBe(
          number,
        )
      }),
    )
  })

  it('with one wrong character is none', () => {
    fc.assert(
      fc.property(
        years,
        serials,
        fc.nat(),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (year, serial, place, other) => {
          const number = formatCaseNumber(year, serial)
          const at = 6 + (place % (number.length - 6))
          if (number[at] === other || number[at] === '-') return
          expect(parseCaseNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeUndefined()
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('with two digits swapped, side by side or apart, is none', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 999_999 }), fc.nat(9), fc.nat(9), (year, serial, one, two) => {
        const plain = formatCaseNumber(year, serial).replaceAll('-', '')
        const [a, b] = [plain[5 + one] ?? '', plain[5 + two] ?? '']
        if (a === b) return
        const swapped = [...plain]
        swapped[5 + one] = b
        swapped[5 + two] = a
        expect(parseCaseNumber(swapped.join(''))).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('is not made of nonsense', () => {
    for (const [year, serial] of [
      [26, 1],
      [2026, 0],
      [2026, 1.5],
      [2026, Number.NaN],
      [20265, 1],
      [2026, 1e9],
    ] as const)
      expect(() => formatCaseNumber(year, serial)).toThrow(RangeError)
  })
})
