import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFreeText } from '../../core/form/free-text.ts'
import { parsePersonName } from '../../core/form/name.ts'
import { isUnknownAnswer } from '../../core/form/unknown.ts'

describe("a person's name", () => {
  it.each([
    ['  Budi   Santoso ', 'Budi Santoso', []],
    ["Ni'mah", "Ni'mah", []],
    ['D’Angelo', "D'Angelo", []],
    ['Sri‑Mulyani', 'Sri-Mulyani', []],
    ['Muh. Ali', 'Muh. Ali', []],
    ['Dede S.', 'Dede S.', []],
    ['José Ñandú', 'José Ñandú', []],
    ['Budi \u202e\u200b\u0000Santoso', 'Budi Santoso', []],
    ['Budi Santoso, S.Kom., M.T.', 'Budi Santoso, S.Kom., M.T.', ['S.Kom.', 'M.T.']],
    ['Dr. Ir. Siti Aminah', 'Dr. Ir. Siti Aminah', ['Dr.', 'Ir.']],
    ['Rina S.Pd.I', 'Rina S.Pd.I', ['S.Pd.I']],
    ['Ma. Teresa', 'Ma. Teresa', []],
  ])('%j is taken as %j, titles %j', (text, name, titles) => {
    expect(parsePersonName(text)).toEqual({ ok: true, value: { name, titles } })
  })

  it.each([
    ['', { code: 'empty' }],
    ['\u200b\u202e', { code: 'empty' }],
    ['Bo', { code: 'too-short', found: 2, min: 3 }],
    ['A'.repeat(101), { code: 'too-long', found: 101, max: 100 }],
    ['Budi2', { code: 'has-digit', at: 5 }],
    ['Budi ② ', { code: 'has-digit', at: 6 }],
    ['Budi <b>', { code: 'bad-character', at: 6 }],
    ['Budi, Sleman Utara', { code: 'bad-character', at: 5 }],
    ['Вudi', { code: 'bad-character', at: 1 }],
    ['Budi 😀', { code: 'bad-character', at: 6 }],
    ['...', { code: 'bad-character', at: 1 }],
  ])('%j is refused', (text, fault) => {
    expect(parsePersonName(text)).toEqual({ ok: false, fault })
  })

  it('taken holds only letters and its few marks, and is taken again unchanged', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z .',’\u202e-]{3,60}$/)),
        (text) => {
          const read = parsePersonName(text)
          if (!read.ok) return
          expect(read.value.name).toMatch(/^[\p{L}\p{M} .,'-]{3,100}$/u)
          expect(parsePersonName(read.value.name)).toEqual(read)
        },
      ),
    )
  })
})

describe('free text', () => {
  it('keeps its lines and loses what cannot be seen', () => {
    expect(parseFreeText(' satu\r\n\r\n\r\n\r\ndua\u0007 \u202etiga\u00a0 x ', 40)).toEqual({
      ok: true,
      value: 'satu\n\ndua tiga x',
    })
  })

  it('is counted in characters as people count them', () => {
    expect(parseFreeText('😀😀😀', 3).ok).toBe(true)
    expect(parseFreeText('😀😀😀😀', 3)).toEqual({ ok: false, fault: { code: 'too-long', found: 4, max: 3 } })
    expect(parseFreeText('pendek', 90, 10)).toEqual({ ok: false, fault: { code: 'too-short', found: 6, min: 10 } })
    expect(parseFreeText(' \u200b\n ', 90)).toEqual({ ok: false, fault: { code: 'empty' } })
  })

  it('taken holds no control character and is taken again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseFreeText(text, 50)
        if (!read.ok) return
        expect(read.value).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(parseFreeText(read.value, 50)).toEqual(read)
      }),
    )
  })
})

describe('an answer that says "I do not know"', () => {
  it.each([
    'Tidak tahu',
    'TIDAK TAHU.',
    'tdk tahu',
    'ga tau',
    'gatau',
    'gak tau min',
    'nggak inget lagi',
    'kurang tahu pak',
    'maaf, saya lupa',
    'entahlah',
    "don't know",
    'I don’t know',
    'not sure',
    'idk',
    'n/a',
    '-',
    '—',
  ])('is recognised: %j', (text) => {
    expect(isUnknownAnswer(text)).toBe(true)
  })

  it.each([
    '',
    'tidak',
    'ya',
    'tahu',
    'tidak ada',
    'lupa passphrase',
    'tidak tahu malu',
    '0',
    'Budi',
    '?',
    '-5',
    'n/a123',
    'saya tidak tahu caranya full scan',
  ])('is not any other: %j', (text) => {
    expect(isUnknownAnswer(text)).toBe(false)
  })
})
