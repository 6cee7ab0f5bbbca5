import { describe, expect, it } from 'vitest'
import { evidenceKinds } from '../../core/evidence/kind.ts'
import { dataChangeForm } from '../../core/form/data-change-form.ts'
import type { Answer } from '../../core/form/field.ts'
import { acroName, keysOf } from '../../core/form/layout.ts'
import { officialForms } from '../../core/form/official-forms.ts'
import { resetAuthenticatorForm } from '../../core/form/reset-authenticator-form.ts'
import { type FilledForm, fillForm, formContentOf, valuesOf } from '../../core/legalise/filled-form.ts'
import { changeKinds } from '../../core/procedure/data-change.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { changeSample, resetSample } from '../lab/sample-forms.ts'

const rowsOf = (form: FilledForm, title: string) => form.sections.find((section) => section.title === title)?.rows ?? []
const changesOf = (form: FilledForm) => form.sections.flatMap(({ changes }) => changes)
const pairs = (form: FilledForm) => changesOf(form).map(({ label, old, now }) => [label, old.text, now.text])

describe('the names of the fields in a form', () => {
  // Agencies map them and signed copies are compared by them: names are only added.
  it('stay as they are', () => {
    expect(keysOf(dataChangeForm).map(acroName)).toEqual(
      'name employment nip nik phone email agency unit position changeKind identityPart old.agency new.agency old.email new.email old.phone new.phone old.name new.name old.nik new.nik old.nip new.nip old.unit new.unit old.position new.position decreeNumber decreeDate effectiveOn changeReason number sha256 signer.name signer.title signer.nip'
        .split(' ')
        .map((key) => `pandu.${key}`),
    )
    expect(keysOf(resetAuthenticatorForm)).toEqual(
      expect.arrayContaining(
        'name procedure noticedOn lossReason lostOn device.1.name device.1.scannedAt device.5.statement passwordChangedAt forwarding filters sessions recovery number sha256'.split(
          ' ',
        ),
      ),
    )
  })
})

describe('a procedure that fills a form', () => {
  // The deadline is for the house, the list of devices stands there one by one, and the last is a statement of the form.
  const elsewhere = ['signingDeadline', 'devices', 'each-device', 'signingStops', ...evidenceKinds]

  it.each(procedureNames)('%s leaves no answer off it', (name) => {
    const { form, asks } = procedureOf(name)
    if (form === undefined) return
    const { sections } = officialForms[form]
    const placed = sections.flatMap((section) => {
      if ('rows' in section) return section.rows.map(({ key }) => key)
      return 'changes' in section
        ? section.changes.flatMap(({ ways }) => ways.flatMap(({ old, now }) => [...old, now]))
        : []
    })
    expect(asks.filter((ask) => !elsewhere.includes(ask) && !placed.some((key) => key === ask))).toEqual([])
  })
})

describe('Formulir Reset Authenticator', () => {
  it('says choices, days and what is not known in words', () => {
    expect(rowsOf(resetSample(), 'Pengamanan email dinas').map(({ text }) => text)).toEqual([
      '19 November 2026, 15.30 WIB',
      'Ada yang asing, sudah dibersihkan',
      'Sudah dicek, tidak ada yang asing',
      'Sudah dicek, tidak ada yang asing',
      'Tidak tahu',
    ])
  })

  it('lists every device with what proves it clean', () => {
    expect(rowsOf(resetSample(), 'Perangkat yang dipakai').map(({ key, text }) => [key, text])).toEqual([
      ['device.1.name', 'LAPTOP-RINA (Laptop atau komputer)'],
      ['device.1.scannedAt', '19 November 2026, 14.05 WIB'],
      ['device.2.name', 'iPhone 13 (iPhone atau iPad)'],
      ['device.2.statement', 'Sistem terbaru, tanpa profil atau VPN asing'],
    ])
  })

  it('leaves out what was not asked, with the title of what is empty', () => {
    const answers = { name: 'Rina Sari', lossReason: 'phone-lost', lostOn: null }
    const form = resetSample({}, { answers, procedure: 'Reset authenticator' })
    expect(form.sections.map(({ title }) => title)).toEqual(['Data pengguna', 'Alasan permohonan'])
    expect(rowsOf(form, 'Alasan permohonan').map(({ text }) => text)).toEqual([
      'Reset authenticator',
      'HP hilang atau rusak',
      'Tidak tahu',
    ])
  })

  it('leaves typed text alone, also where it reads like the key of a choice', () => {
    const unit = rowsOf(resetSample({ unit: 'pns', position: 'constructor' }), 'Data pengguna')
    expect(unit.slice(-2).map(({ text }) => text)).toEqual(['pns', 'constructor'])
  })

  it('says how and when the requester declared it, or that it is not declared', () => {
    expect(resetSample().requester.declared).toContain('21 November 2026, 14.30 WIB (pernyataan versi 1)')
    const undeclared = resetSample({}, { consent: null })
    expect(undeclared.requester.declared).toBe('Belum dinyatakan benar oleh pengguna.')
    expect(undeclared.madeAt).toBeNull()
  })
})

describe('Formulir Perubahan Data', () => {
  const kind = (changeKind: string, answers: Record<string, Answer>) => pairs(changeSample({ changeKind, ...answers }))

  it('sets old beside new, from where the kind of the change has them', () => {
    expect(pairs(changeSample())).toEqual([
      [
        'Instansi',
        'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Sleman',
        'Dinas Komunikasi dan Informatika Daerah Istimewa Yogyakarta',
      ],
      ['Email dinas', 'rina.wulandari@slemankab.go.id', 'rina.wulandari@jogjaprov.go.id'],
    ])
    expect(kind('phone', { newPhone: '+6281300000000' })).toEqual([['Nomor HP', '+6281234567890', '+6281300000000']])
    expect(kind('identity', { newName: 'Rina Wulandari Putri', newNip: '198703152010012008' })).toEqual([
      ['Nama lengkap', 'Rina Wulandari', 'Rina Wulandari Putri'],
      ['NIP/NI PPPK', '198703152010012007', '198703152010012008'],
    ])
    expect(kind('position', { newUnit: 'Sekretariat', newPosition: null })).toEqual([
      ['Unit kerja', 'Bidang Layanan E-Government', 'Sekretariat'],
      ['Jabatan', 'Pranata Komputer Ahli Muda', 'Tidak tahu'],
    ])
  })

  it('marks an old datum that nobody stated, and gives it the same field whatever it was asked as', () => {
    const [agency, email] = changesOf(changeSample({ formerAgencyName: null, formerEmail: null }))
    expect([agency?.old.text, email?.old.text]).toEqual(['Instansi lain', '–'])
    const mail = changeSample({ changeKind: 'mail', newEmail: 'rina@jogjaprov.go.id', formerEmail: null })
    expect(valuesOf(mail)).toMatchObject({
      'old.email': 'rina.wulandari@jogjaprov.go.id',
      'new.email': 'rina@jogjaprov.go.id',
    })
  })

  it('says that the certificate is revoked first only where it is', () => {
    const isSaid = (changeKind: string) =>
      changeSample({ changeKind }).statements.some((text) => text.includes('dicabut lebih dahulu'))
    for (const [kind, { revokes }] of Object.entries(changeKinds)) expect(isSaid(kind)).toBe(revokes)
  })

  it('is to be signed only where the kind of change needs it', () => {
    for (const [changeKind, { isSigned }] of Object.entries(changeKinds)) {
      const form = changeSample({ changeKind })
      expect(form.signature?.field).toBe(isSigned ? 'TTE_PJ' : undefined)
      expect(Object.hasOwn(valuesOf(form), 'signer.name')).toBe(isSigned)
    }
  })
})

describe('the content of a form', () => {
  const c = {
    number: 'PANDU-2026-000123-C',
    procedure: 'lost-authenticator',
    isAgencyGiven: true,
    agency: 'diy',
    consent: { version: '1', textSha256: '0', at: '2026-11-21T07:30:00.000Z' },
    answers: { name: 'Rina Sari', employment: 'lainnya', nip: '198703152010012007', lossReason: 'phone-lost' },
  } as const

  it('is what the case asks for: an answer that no longer counts is not on the form', () => {
    const content = formContentOf(c, [{ code: 'diy', name: 'Pemda DIY' }], { signer: { name: 'X' }, formSha256: '0' })
    expect(content).toMatchObject({ agency: 'Pemda DIY', procedure: 'Reset authenticator' })
    const values = valuesOf(fillForm(resetAuthenticatorForm, content))
    expect(values).toMatchObject({ name: 'Rina Sari', employment: 'Lainnya (bukan ASN)', agency: 'Pemda DIY' })
    expect(values).not.toHaveProperty('nip')
  })
})
