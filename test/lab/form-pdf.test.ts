import { execFileSync } from 'node:child_process'
import { PDFDocument, PDFName, PDFSignature, PDFTextField } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit } from '../../core/lab/admit.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { type FilledForm, valuesOf } from '../../core/legalise/filled-form.ts'
import { changeSample, emblem, letterhead, resetSample } from './sample-forms.ts'

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
const poppler = (tool: string, bytes: Uint8Array, ...more: readonly string[]) =>
  execFileSync(tool, ['-', ...more], { input: bytes, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
const textOf = (bytes: Uint8Array) => poppler('pdftotext', bytes, '-').replace(/\s+/g, ' ')

async function read(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const fields = document.getForm().getFields()
  const texts = fields.filter((field) => field instanceof PDFTextField)
  return {
    document,
    texts,
    signatures: fields.filter((field) => field instanceof PDFSignature),
    values: Object.fromEntries(texts.map((field) => [field.getName(), field.getText() ?? ''])),
  }
}
const expected = (form: FilledForm) =>
  Object.fromEntries(Object.entries(valuesOf(form)).map(([key, text]) => [`pandu.${key}`, text]))
const fixed = { reset: resetSample(), change: changeSample() }

describe.each([
  ['Formulir Reset Authenticator Pengguna', fixed.reset, 'TTE_VERIFIKATOR'],
  ['Formulir Perubahan Data Pengguna', fixed.change, 'TTE_PJ'],
])('the %s', (title, form, signatureField) => {
  it('carries every value in a read-only field of its fixed name', async () => {
    const { values, texts } = await read(await formPdf(form))
    expect(values).toEqual(expected(form))
    expect(texts.every((field) => field.isReadOnly())).toBe(true)
  })

  it('has one signature field, empty and in plain sight on the page that names its signer', async () => {
    const { signatures, document } = await read(await formPdf(form))
    expect(signatures.map((field) => field.getName())).toEqual([signatureField])
    const [field] = signatures
    expect(field!.acroField.dict.has(PDFName.of('V'))).toBe(false)
    const { width, height } = field!.acroField.getWidgets()[0]!.getRectangle()
    expect(Math.min(width / 3, height)).toBeGreaterThan(60)
    expect(document.getPageCount()).toBe(1)
  })

  it('says number and content hash in its own data too, and when it was declared', async () => {
    const { document } = await read(await formPdf(form))
    expect(document.getTitle()).toBe(`${title} ${form.number}`)
    expect(document.getSubject()).toBe(form.number)
    expect(document.getKeywords()).toContain(`pandu:sha256=${form.formSha256}`)
    expect(document.getCreationDate()?.toISOString()).toBe(form.madeAt)
  })

  it('is the same, byte for byte, for the same form and letterhead, and another for another', async () => {
    const head = { ...letterhead, logo: await emblem() }
    const bytes = await formPdf(form, head)
    expect(sha256(await formPdf(structuredClone(form), head))).toBe(sha256(bytes))
    expect(sha256(await formPdf(form))).not.toBe(sha256(bytes))
    expect(sha256(await formPdf({ ...form, formSha256: sha256('another') }, head))).not.toBe(sha256(bytes))
  })

  it('passes our own door: nothing in it runs, sends or fetches', async () => {
    const bytes = await formPdf(form, { ...letterhead, logo: await emblem() })
    expect(await admit(bytes)).toMatchObject({ type: 'pdf' })
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(
      /\/(JS|JavaScript|URI|Launch|OpenAction|AA|XFA|EmbeddedFile)\b/,
    )
  })

  it.skipIf(!hasPoppler)('reads on paper as it was filled, letterhead first, its letters inside', async () => {
    const bytes = await formPdf(form, letterhead)
    const text = textOf(bytes)
    const places = [...letterhead.lines, title.toUpperCase(), ...form.sections.map((section) => section.title)].map(
      (part) => text.indexOf(part),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
    for (const { rows, changes } of form.sections)
      for (const { text: said } of [...rows, ...changes.flatMap(({ old, now }) => [old, now])])
        for (const word of said.split(' ')) expect(text).toContain(word)
    expect(text).toContain(`NIP ${form.signer.nip}`)
    const fonts = poppler('pdffonts', bytes).trim().split('\n').slice(2)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/NotoSans-\w+ +CID TrueType +Identity-H +yes yes yes/)
  })
})

describe('a form that nobody signs', () => {
  it('has neither signature field nor signer', async () => {
    const form = changeSample({ changeKind: 'phone', newPhone: '+6281300000000' })
    const { signatures, values } = await read(await formPdf(form))
    expect(signatures).toEqual([])
    expect(values).toEqual(expected(form))
    expect(values['pandu.old.phone']).toBe('+6281234567890')
  })
})

describe('a form with much to say', () => {
  it.skipIf(!hasPoppler)('turns its pages, and prints a value longer than a page to its end', async () => {
    const words = Array.from({ length: 1500 }, (_, n) => `kata${n}`)
    const form = changeSample({ changeReason: words.join(' ') })
    const bytes = await formPdf(form)
    const { document, texts, values } = await read(bytes)
    const pages = document.getPageCount()
    expect(pages).toBeGreaterThan(2)
    expect(values['pandu.changeReason']).toBe(words.join(' '))
    const reason = texts.find((field) => field.getName() === 'pandu.changeReason')
    expect(reason!.acroField.getWidgets().length).toBeGreaterThan(1)
    const text = textOf(bytes)
    for (const word of words) expect(text).toContain(word)
    expect(text.split(form.formSha256)).toHaveLength(pages + 1)
    expect(text).toContain(`Halaman ${pages} dari ${pages}`)
  })

  it('never parts the signature from what is stated, nor writes below the foot', async () => {
    for (let lines = 1; lines < 40; lines += 3) {
      const bytes = await formPdf(changeSample({ changeReason: Array(lines).fill('baris').join('\n') }))
      const { document, signatures, texts } = await read(bytes)
      const last = document.getPages().at(-1)!
      const widgets = [...texts, ...signatures].flatMap((field) =>
        field.acroField
          .getWidgets()
          .map((widget) => ({ name: field.getName(), page: widget.P(), ...widget.getRectangle() })),
      )
      expect(widgets.find(({ name }) => name === 'TTE_PJ')?.page).toBe(last.ref)
      expect(widgets.find(({ name }) => name === 'pandu.signer.nip')?.page).toBe(last.ref)
      for (const { name, y } of widgets) if (!/number|sha256/.test(name)) expect(y).toBeGreaterThanOrEqual(57)
    }
  })

  it('takes five devices and a signer with a long title', async () => {
    const devices = Array.from({ length: 5 }, (_, n) => ({ kind: 'computer' as const, name: `${'W'.repeat(58)}${n}` }))
    const scans = Object.fromEntries(devices.map((_, n) => [`scannedAt.${n + 1}`, { date: '2026-11-19' }]))
    const signer = { name: 'N'.repeat(200), title: 'Plt. Kepala '.repeat(20) }
    const { values } = await read(await formPdf(resetSample({ devices, ...scans }, { signer })))
    expect(values['pandu.device.5.name']).toContain(`${'W'.repeat(58)}4`)
    expect(values['pandu.device.5.scannedAt']).toBe('19 November 2026')
    expect(values['pandu.signer.name']).toBe(signer.name)
    expect(values).not.toHaveProperty('pandu.signer.nip')
  })
})

describe('what people type', () => {
  it.skipIf(!hasPoppler)('is kept as it is, and shown as near as the letters can', async () => {
    const unit = 'Đặng Łukasz Ñandú Нова Ωμ 😀 مكتب → baru'
    const bytes = await formPdf(changeSample({ unit, position: `${'A'.repeat(200)}\u202e\u0000` }))
    const { values } = await read(bytes)
    expect(values['pandu.unit']).toBe(unit)
    expect(values['pandu.position']).toBe('A'.repeat(200))
    const text = textOf(bytes)
    expect(text).toContain('Đặng Łukasz Ñandú Нова Ωμ')
    expect(text.replaceAll(' ', '')).toContain('A'.repeat(200))
  })

  it('never fails a form, loses a value or changes it', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 150, maxLength: 400 }), fc.lorem())
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, unit, changeReason) => {
        const form = changeSample({ name, unit, changeReason })
        const { values, signatures } = await read(await formPdf(form, { lines: [unit] }))
        expect(Object.keys(values).toSorted()).toEqual(Object.keys(expected(form)).toSorted())
        const visible = (said: string) => said.normalize('NFC').replace(/[\s\p{C}]/gu, '')
        expect(visible(values['pandu.unit'] ?? '')).toBe(visible(unit))
        expect(signatures).toHaveLength(1)
      }),
      { numRuns: 12 },
    )
  })
})
