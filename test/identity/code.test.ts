import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeIn, codesBelow, codeText } from '../../core/identity/code.ts'

const words = fc.constantFrom('', 'kode saya ', 'Kodenya: ', 'ini ', '“', 'code is ')
const ends = fc.constantFrom('', '.', ' ya', '”', ' terima kasih')

describe('a code in a text', () => {
  it('is found however it is grouped and whatever words stand around it', () => {
    fc.assert(
      fc.property(fc.nat(codesBelow - 1), fc.constantFrom('', ' ', '-'), words, ends, (number, gap, before, after) => {
        const code = codeText(number)
        expect(code).toMatch(/^\d{8}$/)
        expect(codeIn(`${before}${code.slice(0, 4)}${gap}${code.slice(4)}${after}`)).toBe(code)
      }),
    )
  })

  it('is none with more or fewer digits, or with others beside it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), words, ends, (digits, before, after) => {
        fc.pre(digits.length !== 8)
        expect(codeIn(`${before}${digits}${after}`)).toBeUndefined()
      }),
    )
    for (const text of ['12345678 atau 87654321', '12345678 jam 10', 'NIP 198504122010012005', '12 34 56 78', ''])
      expect(codeIn(text)).toBeUndefined()
  })

  it('may be typed in full-width digits', () => {
    expect(codeIn('１２３４ ５６７８')).toBe('12345678')
  })
})
