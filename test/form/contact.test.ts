import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOfficeEmail } from '../../core/form/email.ts'
import { parseMobileNumber } from '../../core/form/phone.ts'

const domains = ['jogjaprov.go.id', '*.slemankab.go.id']

describe('an office mail address', () => {
  it.each([
    ['Budi.Santoso@JogjaProv.go.id', 'budi.santoso@jogjaprov.go.id'],
    [' budi@jogjaprov.go.id. ', 'budi@jogjaprov.go.id'],
    ['<budi@jogjaprov.go.id>', 'budi@jogjaprov.go.id'],
    ['mailto:budi@jogjaprov.go.id', 'budi@jogjaprov.go.id'],
    ['e-mail: budi @ jogjaprov.go.id', 'budi@jogjaprov.go.id'],
    ["ni'mah_87@jogjaprov.go.id", "ni'mah_87@jogjaprov.go.id"],
    ['siti@dinkes.slemankab.go.id', 'siti@dinkes.slemankab.go.id'],
    ['administri@jogjaprov.go.id', 'administri@jogjaprov.go.id'],
  ])('%j is taken as %s', (text, value) => {
    expect(parseOfficeEmail(text, domains)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'empty'],
    ['budi', 'not-an-address'],
    ['@jogjaprov.go.id', 'not-an-address'],
    ['budi@', 'not-an-address'],
    ['budi@@jogjaprov.go.id', 'not-an-address'],
    ['budi..s@jogjaprov.go.id', 'not-an-address'],
    ['.budi@jogjaprov.go.id', 'not-an-address'],
    ['budi santoso@jogjaprov.go.id', 'not-an-address'],
    ['budi@jogjaprov.go.id siti@jogjaprov.go.id', 'not-an-address'],
    ['budi@jogjaprov', 'not-an-address'],
    ['büdi@jogjaprov.go.id', 'not-an-address'],
    ['budi@jogjaprov.go.id@evil.com', 'not-an-address'],
    ['"a b"@jogjaprov.go.id', 'not-an-address'],
    ['budi@gmail.com', 'other-domain'],
    ['budi@xjogjaprov.go.id', 'other-domain'],
    ['budi@jogjaprov.go.id.evil.com', 'other-domain'],
    ['budi@dinkes.jogjaprov.go.id', 'other-domain'],
    ['budi@slemankab.go.id', 'other-domain'],
    ['admin@jogjaprov.go.id', 'role-mailbox'],
    ['Admin2@jogjaprov.go.id', 'role-mailbox'],
    ['info@jogjaprov.go.id', 'role-mailbox'],
    ['dinas.kesehatan@jogjaprov.go.id', 'role-mailbox'],
    ['humas@jogjaprov.go.id', 'role-mailbox'],
    ['no-reply@jogjaprov.go.id', 'role-mailbox'],
    ['12345@jogjaprov.go.id', 'role-mailbox'],
    [`${'a'.repeat(65)}@jogjaprov.go.id`, 'too-long'],
    [`a@${'b'.repeat(250)}.go.id`, 'too-long'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseOfficeEmail(text, domains)).toMatchObject({ ok: false, fault: { code } })
  })

  it('taken is lower-case, in a domain of the agency, and taken again unchanged', () => {
    const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.+-]{0,20}$/)
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('jogjaprov.go.id', 'JOGJAPROV.GO.ID', 'x.slemankab.go.id', 'gmail.com'),
        (local, domain) => {
          const read = parseOfficeEmail(`${local}@${domain}`, domains)
          expect(read.ok && domain === 'gmail.com').toBe(false)
          if (!read.ok) {
            expect(['not-an-address', 'role-mailbox', 'other-domain']).toContain(read.fault.code)
            return
          }
          expect(read.value).toBe(`${local}@${domain}`.toLowerCase().replace(/[.]+$/, ''))
          expect(parseOfficeEmail(read.value, domains)).toEqual(read)
        },
      ),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseOfficeEmail(text, domains).ok === 'boolean'),
    )
  })
})

describe('a mobile number', () => {
  it.each([
    '081234567890',
    '6281234567890',
    '+6281234567890',
    '006281234567890',
    '81234567890',
    '0812-3456-7890',
    '+62 (0)812 3456 7890',
    '(0812) 3456.7890',
  ])('%s is taken as +6281234567890', (text) => {
    expect(parseMobileNumber(text)).toEqual({ ok: true, value: '+6281234567890' })
  })

  it.each([
    ['', { code: 'empty' }],
    ['-', { code: 'empty' }],
    ['0274123456', { code: 'not-a-mobile-number' }],
    ['+65 81234567', { code: 'not-a-mobile-number' }],
    ['08123456', { code: 'too-short', found: 8, min: 9, max: 13 }],
    ['08123456789012', { code: 'too-long', found: 14, min: 9, max: 13 }],
    ['0812345678a0', { code: 'not-a-digit', at: 11 }],
    ['0812+345678', { code: 'not-a-digit', at: 5 }],
    ['nomor saya', { code: 'not-a-digit', at: 1 }],
  ])('%j is refused', (text, fault) => {
    expect(parseMobileNumber(text)).toEqual({ ok: false, fault })
  })

  it('gives one E.164 form for every way to write it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^8\d{7,11}$/),
        fc.constantFrom('0', '62', '+62', '0062', '', '+62 '),
        (national, prefix) => {
          const read = parseMobileNumber(prefix + national)
          // A bare 8… that could itself be read with a prefix does not occur: none begins with 0 or 62.
          expect(read).toEqual({ ok: true, value: `+62${national}` })
          expect(`+62${national}`).toMatch(/^\+628\d{7,11}$/)
        },
      ),
    )
  })
})
