import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signerMatch } from '../../core/signature/signer-match.ts'
import { bareName, isSameName } from '../../core/signature/signer-name.ts'

const word = fc.stringMatching(/^[a-z]{3,9}$/).filter((text) => bareName(`x ${text} x`) === `x ${text} x`)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const before = fc.constantFrom('Dr.', 'dr.', 'Drs.', 'Dra.', 'Ir.', 'Prof.', 'H.', 'Hj.', 'drg.', 'KH.', 'Apt.')
const behind = fc.constantFrom(
  'S.Kom.',
  'S.Kom',
  'M.T.',
  'M.Si',
  'Ph.D.',
  'S.H.',
  'M.H.',
  'A.Md.Kom.',
  'SE',
  'MM',
  'MBA',
)

describe('a name without its titles', () => {
  it.each([
    ['Dr. Hari Prasetyo, S.Kom., M.T.', 'hari prasetyo'],
    ['HARI PRASETYO', 'hari prasetyo'],
    ['Prof. Dr. Ir. H. Hari  Prasetyo S.Kom M.T.', 'hari prasetyo'],
    ['Hj. Siti Nur’aini, S.E., M.M.', 'siti nuraini'],
    ['Siti Nur-Aini', 'siti nur aini'],
    ['R. Bambang Sudibyo', 'r bambang sudibyo'],
    ['M. Yusuf', 'm yusuf'],
    ['José Ramos-Horta', 'jose ramos horta'],
    ['Dr.', 'dr'],
    ['', ''],
    [', S.Kom.', ''],
    ['I Gusti Ngurah Rai, Putra', 'i gusti ngurah rai putra'],
  ])('%s is %s', (text, bare) => expect(bareName(text)).toBe(bare))

  it.each([
    ['Hari Prasetyo', 'Hari Prasetya'],
    ['Hari Prasetyo', 'Hari'],
    ['Hari Prasetyo', 'Prasetyo Hari'],
    ['Muhammad Yusuf', 'M. Yusuf'],
    ['Hari Prasetyo', 'Hаri Prasetyo'], // the second "а" is Cyrillic
    ['Hari Prasetyo', 'Hari Prasetyo 2'],
    ['', ''],
    ['Dr.', 'Ir.'],
  ])('%s is not %s', (one, other) => expect(isSameName(one, other)).toBe(false))

  it('is the same whatever titles, case, dots and blanks stand around it', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(before),
        fc.array(behind),
        fc.boolean(),
        fc.boolean(),
        (who, a, b, isLoud, isTight) => {
          const dressed = [...a, who].join(isTight ? ' ' : '  ') + b.map((title) => `, ${title}`).join('')
          expect(bareName(isLoud ? dressed.toUpperCase() : dressed)).toBe(who)
        },
      ),
    )
  })

  it('stays what it is when it is taken again, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), name), (text) => {
        expect(bareName(bareName(text))).toBe(bareName(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is another one for other words, whatever titles they bear', () => {
    fc.assert(
      fc.property(name, name, fc.array(before), fc.array(behind), (one, other, a, b) => {
        fc.pre(one !== other)
        expect(isSameName(one, [...a, other].join(' ') + b.map((title) => `, ${title}`).join(''))).toBe(false)
      }),
    )
  })
})

describe('who signed', () => {
  const signer = (commonName: string, certSha256 = 'a'.repeat(64)) => ({ commonName, certSha256 })
  const known = [{ certSha256: 'a'.repeat(64) }]

  it.each([
    ['a pinned certificate, whatever name it bears now', signer('Hari P.'), known, 'pinned'],
    ['the officer’s name, and no certificate of theirs is known', signer('HARI PRASETYO, S.Kom.'), [], 'first'],
    ['the officer’s name on another certificate', signer('Hari Prasetyo', 'b'.repeat(64)), known, 'renewed'],
    ['another name', signer('Wahyu Nugroho'), [], 'other'],
    ['another name on another certificate', signer('Wahyu Nugroho', 'b'.repeat(64)), known, 'other'],
    ['nobody who could be read', null, known, 'other'],
  ] as const)('%s', (_, who, pins, match) => expect(signerMatch(who, 'Dr. Hari Prasetyo', pins)).toBe(match))
})
