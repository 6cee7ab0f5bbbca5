import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldExample } from '../../bot/text/field.ts'
import { languages } from '../../bot/text/language.ts'
import { refusalSentence } from '../../bot/text/refusal.ts'
import { refuse } from '../../core/case/refusal.ts'
import { type FieldName, fieldOf, fields } from '../../core/form/field.ts'
import { readAnswer } from '../../core/form/read.ts'

const agencies = [
  {
    code: 'diy',
    name: 'Pemda DIY',
    emailDomains: ['jogjaprov.go.id', '*.jogjaprov.go.id'],
    personInCharge: { name: 'Budi', nip: '', title: '' },
    employmentAccepted: ['pns'],
  },
]

/** What a requester hears who types this to a field; the empty text when it is taken. */
function said(name: FieldName, text: string, language: 'id' | 'en' = 'id', at = '2026-11-22T03:00:00.000Z'): string {
  const answer = readAnswer({ name, field: fieldOf(name) }, text, { agency: 'diy' }, { at, agencies })
  return typeof answer === 'object' && answer !== null && 'refused' in answer
    ? refusalSentence(answer, language, name)
    : ''
}

describe('a wrong answer', () => {
  it.each([
    ['nip', '1985041220100110', 'NIP terdiri dari 18 angka; yang Anda kirim 16. Contoh bentuk: 19850412 201001 1 005'],
    ['nip', '19851312 201001 1 005', 'Angka ke-5 dan ke-6 (bulan lahir) seharusnya 01 sampai 12.'],
    ['nip', '19850412 201013 1 005', 'bulan pengangkatan 01 sampai 12 (PNS), atau kode 21 ke atas (PPPK)'],
    ['nip', '19850412 201001 3 005', 'Angka ke-15 (jenis kelamin) seharusnya 1 untuk pria atau 2 untuk wanita.'],
    ['nip', '19850412 201001 1 000', 'Angka ke-16 sampai ke-18 (nomor urut) seharusnya 001 sampai 999.'],
    ['nik', '3404 0112 0485 000', 'NIK terdiri dari 16 angka; yang Anda kirim 15.'],
    ['nik', '3404 0172 0485 0001', 'Angka ke-7 dan ke-8 (tanggal lahir; untuk wanita ditambah 40)'],
    ['nik', '0304 0112 0485 0001', 'Angka ke-1 dan ke-2 (kode provinsi) seharusnya 11 sampai 99.'],
    ['phone', '0274 512345', 'Nomor HP Indonesia diawali 08 atau +628.'],
    ['phone', '0812', 'dihitung dari 08, terdiri dari sedikitnya 9 angka; yang Anda kirim 4. Atau pilih Tidak tahu.'],
    ['name', 'S1ti', 'Nama tidak memuat angka; periksa karakter ke-2.'],
    ['email', 'siti@gmail.com', 'Pakai email dinas yang berakhir @jogjaprov.go.id atau .jogjaprov.go.id'],
    ['email', 'dinas@jogjaprov.go.id', 'Pakai email dinas atas nama Anda sendiri.'],
    ['scannedAt', '32/11/2026', 'Tanggalnya seharusnya 1 sampai 30. Tulis hari dulu, lalu bulan, lalu tahun.'],
    ['scannedAt', '25/11/2026', 'Waktu itu belum terjadi.'],
    ['signingDeadline', '1/11/2026', 'Tanggal itu sudah lewat.'],
  ] as const)('%s %j is told what is wrong and which form is right', (name, text, expected) => {
    expect(said(name, text)).toContain(expected)
  })

  it('never has its digits repeated', () => {
    const digits = fc.stringMatching(/^[0-9]{3,20}$/)
    fc.assert(
      fc.property(digits, fc.constantFrom('nip' as const, 'nik' as const, 'phone' as const), (text, name) => {
        const sentence = languages.map((language) =>
          said(name, text, language).replace(fieldExample(name, language)!, ''),
        )
        for (const part of sentence) expect(part).not.toMatch(/\d{5}/)
      }),
    )
  })

  it('never has its words repeated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12,20}[0-9<>]$/), (text) => {
        for (const name of ['name', 'email', 'scannedAt', 'phone'] as const)
          expect(said(name, text)).not.toContain(text.slice(0, 12))
      }),
    )
  })

  it('to the second device is told by the form of its field', () => {
    expect(refusalSentence(refuse('not-a-date'), 'en', 'scannedAt.2')).toContain('Example of the form: yesterday 14:30')
  })
})

describe('the examples of good answers', () => {
  it.each(
    (Object.keys(fields) as FieldName[]).flatMap((name) =>
      fieldExample(name, 'id') === undefined || name === 'devices' || name === 'email' ? [] : [name],
    ),
  )('%s is itself taken, on any day', (name) => {
    for (const at of ['2026-01-01T00:00:00.000Z', '2026-11-22T03:00:00.000Z', '2028-02-29T16:59:00.000Z'])
      for (const language of languages) expect(said(name, fieldExample(name, language)!, language, at)).toBe('')
  })
})

describe('a step that is refused', () => {
  it('names the status as it stands', () => {
    expect(refusalSentence(refuse('not-now', { status: 'in-review' }), 'id')).toContain('SEDANG DITINJAU')
    expect(refusalSentence(refuse('not-now', { status: 'in-review' }), 'en')).toContain('UNDER REVIEW')
  })

  it('stays whole when core sends no detail', () => {
    for (const code of ['not-now', 'incomplete', 'already-open', 'held-by-other', 'too-late', 'undecided'] as const)
      for (const language of languages) expect(refusalSentence(refuse(code), language)).not.toMatch(/undefined|NaN/)
  })

  it('does not take the name of a property of every object for a status', () => {
    expect(refusalSentence(refuse('not-now', { status: 'toString' }), 'id')).not.toContain('sekarang')
  })
})
