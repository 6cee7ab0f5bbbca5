import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { secretIn } from '../../core/privacy/secret.ts'
import { harmless, leaks } from './secret-phrases.ts'

const told = Object.entries(leaks).flatMap(([kind, phrases]) => phrases.map((phrase) => ({ kind, phrase })))
const missed = (phrases: readonly string[]) => phrases.filter((phrase) => secretIn(phrase) === undefined)
const share = (part: readonly string[], whole: readonly unknown[]) => part.length / whole.length

describe('the secret guard', () => {
  it('is held against a corpus of several hundred different phrases', () => {
    const all = [...told.map(({ phrase }) => phrase), ...harmless]
    expect(told.length).toBeGreaterThanOrEqual(250)
    expect(harmless.length).toBeGreaterThanOrEqual(350)
    expect(new Set(all).size).toBe(all.length)
  })

  it('finds at least 97 of 100 secrets', () => {
    const lost = missed(told.map(({ phrase }) => phrase))
    expect(share(lost, told), lost.join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('finds action links of every domain that the house names, and the known one always', () => {
    const link = (domain: string) => `https://portal.${domain}/reset-authenticator?token=abc123`
    expect(secretIn(link('bsre.go.id'))).toBeUndefined()
    expect(secretIn(link('bsre.go.id'), ['bsre.go.id'])).toBe('action-link')
    expect(secretIn(link('bssn.go.id'), ['bsre.go.id'])).toBe('action-link')
    expect(secretIn(link('bsreXgo.id'), ['bsre.go.id'])).toBeUndefined()
    expect(secretIn(`https://l.example.com/?u=${link('bssn.go.id')}`)).toBe('action-link')
  })

  it('finds them in longer messages too', () => {
    const inside = told
      .filter(({ phrase }) => !/^\W*[\d٠-٩]{3}\W?[\d٠-٩]{3}\W*$/.test(phrase) && !/[.](?:jpg|png)$/.test(phrase))
      .map(({ phrase }) => `Selamat pagi Bapak/Ibu admin. Mohon bantuannya: ${phrase}\nTerima kasih banyak sebelumnya.`)
    const lost = missed(inside)
    expect(share(lost, inside), lost.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('says rightly which kind it is', () => {
    const wrong = told.filter(({ kind, phrase }) => (secretIn(phrase) ?? kind) !== kind)
    expect(wrong.map(({ phrase }) => `${secretIn(phrase)}: ${phrase}`)).toEqual([])
  })

  it('raises at most one false alarm in 100', () => {
    const alarms = harmless.filter((phrase) => secretIn(phrase) !== undefined)
    expect(share(alarms, harmless), alarms.join('\n')).toBeLessThanOrEqual(0.01)
  })

  it('never takes the numbers of offices, people and days for a code', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`))
    const numbers = fc.oneof(
      digits(18),
      digits(16),
      digits(18).map((nip) => `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip[14]} ${nip.slice(15)}`),
      fc.stringMatching(/^08\d{8,11}$/),
      fc.stringMatching(/^\+628\d{8,11}$/),
      fc
        .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 999_999 }))
        .map((pair) => formatCaseNumber(...pair)),
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      fc
        .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString()),
    )
    const words = fc.constantFrom(
      '',
      'NIP ',
      'nomor saya ',
      'kasus ',
      'tanggal ',
      'lupa passphrase, ',
      'sudah ganti password ',
      'kode error 2031, NIP ',
    )
    fc.assert(
      fc.property(words, numbers, (lead, number) => {
        expect(secretIn(lead + number), lead + number).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('finds any strong secret behind the word for it, in either language', () => {
    const secrets = fc.stringMatching(/^[A-Z][a-z]{3,8}[#!*&]\d{2,4}$/)
    const leads = fc.constantFrom(
      'passphrase saya ',
      'Passphrase: ',
      'password email dinas saya ',
      'kata sandi = ',
      'my password is ',
      'pw: ',
      'paspres tte sy ',
    )
    const tails = fc.constantFrom('', ' min', ', tolong dicek', '\ntapi salah terus')
    fc.assert(
      fc.property(leads, secrets, tails, (lead, secret, tail) => {
        expect(secretIn(lead + secret + tail), lead + secret + tail).toBeDefined()
      }),
    )
  })

  it('comes to an end whatever it is given, long before this test is given up', () => {
    const scraps = fc.constantFrom(
      'passphrase ',
      'saya ',
      'kode ',
      '1 ',
      '123',
      'bssn.go.id/',
      'a@',
      '"',
      ':',
      ' ',
      'secret key abcd ',
      'password-',
    )
    fc.assert(
      fc.property(
        fc.oneof(scraps, fc.string({ maxLength: 8 })),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (scrap, end) => {
          const text = scrap.repeat(Math.min(4000, Math.ceil(4000 / Math.max(1, scrap.length)))) + end
          // A pattern that tries again and again would still be at it when the time of the test is over.
          expect(secretIn(text) ?? 'nothing').toBeTypeOf('string')
        },
      ),
      { numRuns: 60 },
    )
  })
})
