import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { formFields } from '../../../core/lab/pdf/fields.ts'
import { PdfRefused } from '../../../core/lab/pdf/refused.ts'
import { textOf } from '../../../core/lab/pdf/text.ts'
import { smallest, type Written, writtenPdf } from './written-pdf.ts'

const withForm = (fields: string, objects: Written['objects']): Written => ({
  objects: { ...smallest, 1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields ${fields} >> >>`, ...objects },
})
const fieldsOf = (written: readonly Written[], revision = written.length - 1) => {
  const document = openPdf(writtenPdf(written))
  const seen = document.revisions[revision]
  if (seen === undefined) throw new Error('no such revision')
  return formFields(document, seen)
}
const shown = (written: readonly Written[], revision?: number) =>
  fieldsOf(written, revision).map(({ name, type, value }) => [
    name,
    type,
    value?.kind === 'string' ? textOf(value.bytes) : value?.kind,
  ])

it('names fields in full, and lets them inherit type, value and flags', () => {
  const form = withForm('[4 0 R]', {
    4: '<< /T (a) /FT /Tx /V (of all) /Ff 1 /Kids [5 0 R 6 0 R] >>',
    5: '<< /T (b) /Parent 4 0 R >>',
    6: '<< /T (c) /Parent 4 0 R /FT /Btn /V (own) /Ff 2 >>',
  })
  expect(shown([form])).toEqual([
    ['a.b', 'Tx', 'of all'],
    ['a.c', 'Btn', 'own'],
  ])
  expect(fieldsOf([form]).map(({ flags }) => flags)).toEqual([1, 2])
})

it('tells a field from its widgets', () => {
  const form = withForm('[4 0 R 5 0 R]', {
    4: '<< /T (several) /FT /Tx /Kids [6 0 R 7 0 R] >>',
    5: '<< /T (one) /FT /Tx /Subtype /Widget >>',
    6: '<< /Subtype /Widget >>',
    7: '<< /Subtype /Widget >>',
  })
  expect(fieldsOf([form]).map(({ widgets }) => widgets.map(({ number }) => number))).toEqual([[6, 7], [5]])
})

it('reads each revision by itself', () => {
  const filled = { objects: { 4: '<< /T (nama) /FT /Tx /V (Sari) >>' } }
  const both = [withForm('[4 0 R]', { 4: '<< /T (nama) /FT /Tx /V (Rina) >>' }), filled]
  expect([shown(both, 0), shown(both, 1)]).toEqual([[['nama', 'Tx', 'Rina']], [['nama', 'Tx', 'Sari']]])
})

it('keeps the reference to a signature beside the signature', () => {
  const form = withForm('[4 0 R]', { 4: '<< /T (TTE) /FT /Sig /V 5 0 R >>', 5: '<< /Type /Sig >>' })
  const [field] = fieldsOf([form])
  expect(field?.valueEntry).toMatchObject({ kind: 'reference', number: 5 })
  expect(field?.value?.kind).toBe('dictionary')
})

it('finds none without a form, and none where a reference leads nowhere', () => {
  expect(shown([{ objects: smallest }])).toEqual([])
  expect(shown([withForm('[9 0 R null]', {})])).toEqual([])
})

it.each<[string, Written]>([
  ['stands in itself', withForm('[4 0 R]', { 4: '<< /T (a) /Kids [4 0 R] >>' })],
  ['stands twice', withForm('[4 0 R 4 0 R]', { 4: '<< /T (a) >>' })],
  ['is no dictionary', withForm('[4 0 R]', { 4: '(a)' })],
  ['is not indirect', withForm('[<< /T (a) >>]', {})],
])('refuses a form in which a field %s', (_, form) => {
  expect(() => fieldsOf([form])).toThrow(new PdfRefused('FORM').message)
})

it('refuses fields below fields without end', () => {
  const deep = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i + 4, `<< /T (a) /Kids [${i + 5} 0 R] >>`]))
  expect(() => fieldsOf([withForm('[4 0 R]', deep)])).toThrow('BUDGET')
})

it.each([true, false])('reads a form of pdf-lib, object streams: %s', async (useObjectStreams) => {
  const made = await PDFDocument.create()
  const page = made.addPage()
  for (const [name, value] of [
    ['nama', 'Rina Wulandari'],
    ['catatan', 'Łódź – “é”'],
  ] as const) {
    const field = made.getForm().createTextField(name)
    field.addToPage(page)
    field.acroField.setValue(PDFHexString.fromText(value))
  }
  const bytes = await made.save({ useObjectStreams, updateFieldAppearances: false })
  const document = openPdf(bytes)
  const [revision] = document.revisions
  if (revision === undefined) throw new Error('no revision')
  const read = formFields(document, revision).map(({ name, value }) => [
    name,
    value?.kind === 'string' && textOf(value.bytes),
  ])
  expect(read).toEqual([
    ['nama', 'Rina Wulandari'],
    ['catatan', 'Łódź – “é”'],
  ])
})
