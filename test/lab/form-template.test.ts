import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataChangeForm } from '../../core/form/data-change-form.ts'
import { acroName, keysOf } from '../../core/form/layout.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { formPaper, issuedForm } from '../../core/lab/form-paper.ts'
import { type FormTemplate, filledTemplate, TemplateError, templateFaults } from '../../core/lab/form-template.ts'
import { temporaryFolder } from '../folder.ts'
import { changeSample, emblem, letterhead } from './sample-forms.ts'

/** A form as an agency might have drawn it itself. */
async function agencyForm({ signed = false } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([595, 842])
  page.drawText('FORMULIR INSTANSI', { x: 60, y: 780 })
  const form = document.getForm()
  for (const [index, name] of ['Nama Pemohon', 'NIP', 'Email Lama', 'Email Baru', 'Alasan'].entries()) {
    const field = form.createTextField(name)
    if (name === 'Alasan') field.enableMultiline()
    field.addToPage(page, { x: 60, y: 700 - index * 40, width: 200, height: 24 })
    if (name !== 'Alasan') field.setFontSize(11)
    if (name === 'NIP') field.setMaxLength(10)
  }
  form.createCheckBox('Setuju').addToPage(page, { x: 60, y: 400 })
  const { context } = document
  const signature = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of('Tanda Tangan') })
  signature.set(PDFName.of('Rect'), context.obj([300, 300, 500, 380]))
  if (signed) signature.set(PDFName.of('V'), context.obj({ Type: 'Sig' }))
  const ref = context.register(signature)
  form.acroForm.addField(ref)
  page.node.addAnnot(ref)
  return document.save({ useObjectStreams: false })
}

const fields = {
  name: 'Nama Pemohon',
  nip: 'NIP',
  'old.email': 'Email Lama',
  'new.email': 'Email Baru',
  changeReason: 'Alasan',
}
let template: FormTemplate
let folder: string
beforeAll(async () => {
  template = { bytes: await agencyForm(), fields, signatureField: 'Tanda Tangan' }
  folder = temporaryFolder('paper')
})
const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

describe("an agency's own template", () => {
  it('gets the values into its own fields, read-only, whole, and keeps its signature field empty', async () => {
    const form = changeSample({ changeReason: 'Alasan yang panjang sekali. '.repeat(20) })
    const document = await load(await filledTemplate(form, template))
    const read = (name: string) => document.getForm().getTextField(name)
    expect(read('Nama Pemohon').getText()).toBe('Rina Wulandari')
    expect(read('NIP').getText()).toBe('198703152010012007')
    expect(read('Email Lama').getText()).toBe('rina.wulandari@slemankab.go.id')
    expect(read('Email Baru').getText()).toBe('rina.wulandari@jogjaprov.go.id')
    expect(read('Alasan').getText()).toBe('Alasan yang panjang sekali. '.repeat(20).trim())
    expect(Object.values(fields).every((name) => read(name).isReadOnly())).toBe(true)
    expect(document.getForm().getSignature('Tanda Tangan').acroField.dict.has(PDFName.of('V'))).toBe(false)
  })

  it('carries number and content hash as fields of ours, and in its own data', async () => {
    const form = changeSample()
    const document = await load(await filledTemplate(form, template))
    expect(document.getForm().getTextField(acroName('number')).getText()).toBe(form.number)
    expect(document.getForm().getTextField(acroName('sha256')).getText()).toBe(form.formSha256)
    expect(document.getSubject()).toBe(form.number)
  })

  it('is the same, byte for byte, for the same form', async () => {
    const once = sha256(await filledTemplate(changeSample(), template))
    expect(sha256(await filledTemplate(changeSample(), template))).toBe(once)
    expect(sha256(await filledTemplate(changeSample({ name: 'Rini Wulandari' }), template))).not.toBe(once)
  })

  it('takes a value in letters that its own font lacks', async () => {
    const document = await load(await filledTemplate(changeSample({ name: 'Đặng Łukasz 😀' }), template))
    expect(document.getForm().getTextField('Nama Pemohon').getText()).toBe('Đặng Łukasz 😀')
  })

  it('is refused with everything that does not fit, at once', async () => {
    const wrong = {
      ...template,
      signatureField: 'TTD',
      fields: { ...fields, name: 'Nama', nik: 'Setuju', nama: 'NIP' },
    }
    const faults = [
      'it has no field "Nama" for "name"',
      'its field "Setuju" for "nik" takes no text',
      '"nama" is no value of the form data-change',
      'it has no signature field "TTD"',
    ]
    expect(await templateFaults(wrong, dataChangeForm)).toEqual(expect.arrayContaining(faults))
    const refused = filledTemplate(changeSample(), wrong)
    await expect(refused).rejects.toBeInstanceOf(TemplateError)
    await expect(refused).rejects.toThrow(/no field "Nama" for "name".*no signature field "TTD"/)
  })

  it('is refused when somebody signed it already, or when it is no PDF', async () => {
    const signed = { ...template, bytes: await agencyForm({ signed: true }) }
    expect(await templateFaults(signed, dataChangeForm)).toEqual(['"Tanda Tangan" is signed already'])
    const broken = { ...template, bytes: template.bytes.slice(0, 400) }
    expect(await templateFaults(broken, dataChangeForm)).toEqual(['the file is refused: CORRUPT'])
  })

  it('may map every value that the form can have', () => {
    expect(keysOf(dataChangeForm)).toEqual(
      expect.arrayContaining(['name', 'old.email', 'new.email', 'decreeNumber', 'number', 'sha256', 'signer.nip']),
    )
    expect(new Set(keysOf(dataChangeForm)).size).toBe(keysOf(dataChangeForm).length)
  })
})

describe('the paper of an agency', () => {
  it('is read from the files that its configuration names', async () => {
    const [logo, file] = [join(folder, 'logo.png'), join(folder, 'form.pdf')]
    writeFileSync(logo, await emblem())
    writeFileSync(file, template.bytes)
    const own = await formPaper({ letterhead: { ...letterhead, logo } })
    const filled = await formPaper({ formTemplate: { file, fields, signatureField: 'Tanda Tangan' } })
    expect((await load(await issuedForm(changeSample(), own))).getForm().getSignature('TTE_PJ')).toBeDefined()
    expect((await load(await issuedForm(changeSample(), filled))).getForm().getTextField('NIP').getText()).toMatch(
      /^1987/,
    )
    await expect(formPaper({ letterhead: { lines: [], logo: join(folder, 'none.png') } })).rejects.toThrow('ENOENT')
  })
})
