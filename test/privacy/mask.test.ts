import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDigits, maskEmail, maskName, maskPhone } from '../../core/privacy/mask.ts'

describe('a masked', () => {
  it.each([
    ['Rina Sari', 'R••• S•••'],
    ['  budi  ', 'B•••'],
    ["Ni'mah Al-Hadi", 'N••• A•••'],
    ['Dr. Siti, S.Kom.', 'D••• S••• S•••'],
    ['', '•••'],
    ['123', '•••'],
  ])('name: %j is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it.each([
    ['198703152010011005', '•••1005'],
    ['3404 0115 0387 0001', '•••0001'],
    ['1234567', '•••'],
    ['', '•••'],
  ])('number: %j is shown as %s', (digits, shown) => {
    expect(maskDigits(digits)).toBe(shown)
  })

  it.each([
    ['+6281234567890', '+62•••7890'],
    ['081234567890', '•••7890'],
    ['+62123', '+62•••'],
  ])('phone number: %j is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  it.each([
    ['budi.santoso@jogjaprov.go.id', 'b•••@jogjaprov.go.id'],
    ['1987@jogjaprov.go.id', '•••@jogjaprov.go.id'],
    ['budi', '•••'],
    ['@jogjaprov.go.id', '•••'],
  ])('address: %j is shown as %s', (address, shown) => {
    expect(maskEmail(address)).toBe(shown)
  })

  it('number never shows more than its last four digits, nor how long it was', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+62)?[\d .-]{0,24}$/), (typed) => {
        for (const shown of [maskDigits(typed), maskPhone(typed).replace(/^\+62/, '')]) {
          expect(shown).toMatch(/^•••(?:\d{4})?$/)
          expect(typed.replace(/\D/g, '').endsWith(shown.slice(3))).toBe(true)
        }
      }),
    )
  })

  it('name never shows a second letter of a word, and address none of the mailbox but its first letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9}){0,3}$/), (name) => {
        expect(maskName(name).replace(/[• ]/g, '')).toHaveLength(name.split(' ').length)
        expect(maskEmail(`${name.replaceAll(' ', '.')}@x.go.id`)).toBe(`${name[0]}•••@x.go.id`)
      }),
    )
  })
})
