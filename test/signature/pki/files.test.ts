import { describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { valuesOf } from '../../../core/legalise/filled-form.ts'
import { issue, nameOf, root } from '../../lab/cms/make-pki.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { editedPdf } from './edited-pdf.ts'
import { fieldsIn } from './fields-in.ts'
import { encrypted, hasQpdf, qpdf } from './qpdf.ts'
import { rewritten } from './rewrite.ts'
import { signPdf } from './sign-pdf.ts'
import { judged, world } from './world.ts'

const sample = changeSample()
const form = await formPdf(sample)
const values = Object.fromEntries(Object.entries(valuesOf(sample)).map(([key, text]) => [`pandu.${key}`, text]))
const { signer, chain } = world
const stranger = issue({ name: nameOf('Orang Asing'), issuer: root('CA lain') })
const verdict = (file: Uint8Array) => judged(file).verdict
const saved = await rewritten(form)
const packed = await rewritten(form, { isPacked: true })

/** What every kind of file must allow: one signature, another one after it, and nothing else. */
function holds(file: Uint8Array): void {
  const signed = signPdf(file, { signer, chain })
  const { verdict: first, signatures } = judged(signed)
  expect([first, signatures[0]?.coverage]).toEqual(['VALID', 'ENTIRE_FILE'])
  expect(fieldsIn(signed)).toEqual(values)
  const other = issue({ name: nameOf('Sari Wulandari'), issuer: world.issuing })
  const twice = judged(signPdf(signed, { signer: other, chain, field: 'Kedua' }))
  expect([twice.verdict, ...twice.signatures.map(({ coverage, changes }) => `${coverage} ${changes}`)]).toEqual([
    'VALID',
    'ENTIRE_REVISION SIGNED_AGAIN',
    'ENTIRE_FILE NONE',
  ])
  const untrusted = judged(signPdf(signed, { signer: stranger, field: 'Kedua' }))
  expect([untrusted.verdict, untrusted.signatures[0]?.verdict]).toEqual(['UNTRUSTED', 'VALID'])
}

/** Nobody changes a value behind a signature, with a second signature over it or without one. */
function refusesChanges(file: Uint8Array): void {
  const edited = editedPdf(signPdf(file, { signer, chain }), 'pandu.name', 'Orang Lain')
  expect(judged(edited).signatures[0]?.changes).not.toBe('NONE')
  expect(verdict(edited)).not.toBe('VALID')
  expect(verdict(signPdf(edited, { signer, chain, field: 'Kedua' }))).not.toBe('VALID')
}

describe('a form of ours', () => {
  it.each([
    ['as it was issued', form],
    ['saved anew by a program before it signs', saved],
    ['with packed objects and a cross-reference stream', packed],
  ])('%s bears one signature and a second one, and keeps its values', (_, file) => {
    holds(file)
    refusesChanges(file)
  })

  it('keeps the issued bytes in front of what a signing program appends', () => {
    expect(signPdf(form, { signer, chain }).subarray(0, form.length).equals(form)).toBe(true)
  })

  it('is invalid when a value was changed by an update after the signature', () => {
    const edited = judged(editedPdf(signPdf(form, { signer, chain }), 'pandu.name', 'Orang Lain'))
    expect([edited.verdict, edited.reasons[0]]).toEqual(['INVALID', 'MODIFIED_AFTER_SIGNING'])
  })

  it('is no longer what was signed when a program saves it anew behind the signature', async () => {
    const again = await rewritten(signPdf(form, { signer, chain }))
    expect(verdict(again)).toBe('INVALID')
  })

  it('certified against every change refuses a second signature, and allows it otherwise', () => {
    const twice = (certify: 1 | 2 | 3) => verdict(signPdf(signPdf(form, { signer, chain, certify }), { signer, chain }))
    expect([twice(1), twice(2), twice(3)]).toEqual(['INVALID', 'VALID', 'VALID'])
  })
})

describe.skipIf(!hasQpdf)('a form that qpdf turned into another kind of file', () => {
  it.each([
    ['of PDF 2.0', ['--force-version=2.0']],
    ['of PDF 2.0 with packed objects', ['--force-version=2.0', '--object-streams=generate']],
    ['that is linearized', ['--linearize']],
    ['that is linearized with packed objects', ['--linearize', '--object-streams=generate']],
    ['whose streams are not packed', ['--stream-data=uncompress']],
  ])('%s bears signatures and keeps its values', (_, words) => {
    const file = qpdf(form, ...words)
    holds(file)
    refusesChanges(file)
  })

  it.each([
    ['AES of 128 bits', encrypted.aes128],
    ['AES of 256 bits', encrypted.aes256],
  ])('encrypted by %s for its owner alone can be signed and read', (_, words) => {
    const file = qpdf(form, ...words, '--object-streams=disable')
    expect(openPdf(file).isEncrypted).toBe(true)
    const signed = signPdf(file, { signer, chain })
    expect(judged(signed)).toMatchObject({ verdict: 'VALID', file: { isEncrypted: true } })
    expect(fieldsIn(signed)).toEqual(values)
    expect(verdict(Buffer.concat([signed.subarray(0, -40), Buffer.from('x'.repeat(40))]))).toBe('INVALID')
  })

  it('encrypted for whoever knows the password is not read', () => {
    const file = qpdf(form, '--encrypt', 'rahasia', 'pemilik', '256', '--')
    expect(verdict(file)).toBe('UNREADABLE')
  })
})
