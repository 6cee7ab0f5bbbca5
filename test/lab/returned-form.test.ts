import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { PdfRefused } from '../../core/lab/pdf/refused.ts'
import { returnedForm } from '../../core/lab/returned-form.ts'
import { changeSample } from './sample-forms.ts'

let issued: Uint8Array
beforeAll(async () => {
  issued = await formPdf(changeSample())
})

type Change = (document: PDFDocument) => void
const sign: Change = (document) => {
  const { dict } = document.getForm().getSignature('TTE_PJ').acroField
  dict.set(PDFName.of('V'), document.context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite' }))
}
const mail: Change = (document) => document.getForm().getTextField('pandu.new.email').setText('else@jogjaprov.go.id')
const changed = async (bytes: Uint8Array, forIncrementalUpdate: boolean, ...changes: readonly Change[]) => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate })
  for (const change of changes) change(document)
  // Appending is what the library does by itself with a file loaded for it.
  return document.save({ updateFieldAppearances: false, rewrite: !forIncrementalUpdate })
}

describe('a form that comes back', () => {
  it('as it was issued is the same bytes: nobody signed it', async () => {
    expect(await returnedForm(issued, Uint8Array.from(issued))).toEqual({
      relation: 'same-bytes',
      differing: [],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('with a signature added behind its bytes is appended', async () => {
    const signed = await changed(issued, true, sign)
    expect(Buffer.from(signed).subarray(0, issued.length).equals(issued)).toBe(true)
    expect(await returnedForm(issued, signed)).toEqual({
      relation: 'appended',
      differing: [],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('with another value added behind its bytes names the field, never the value', async () => {
    const changedForm = await changed(issued, true, mail, sign)
    expect(await returnedForm(issued, changedForm)).toEqual({
      relation: 'appended',
      differing: ['pandu.new.email'],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('written anew with the same number, hash and values is rewritten', async () => {
    const rewritten = await changed(issued, false, sign)
    expect(Buffer.from(rewritten).subarray(0, issued.length).equals(issued)).toBe(false)
    expect(await returnedForm(issued, rewritten)).toEqual({
      relation: 'rewritten',
      differing: [],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('written anew with another value is another form', async () => {
    const other = await changed(issued, false, mail)
    expect(await returnedForm(issued, other)).toEqual({
      relation: 'other',
      differing: ['pandu.new.email'],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('of another case, or of the same case before a correction, is another form', async () => {
    const of = async (form: ReturnType<typeof changeSample>) => returnedForm(issued, await formPdf(form))
    expect(await of(changeSample({}, { number: 'PANDU-2026-000125-X' }))).toEqual({
      relation: 'other',
      differing: ['pandu.number'],
      isStamped: false,
      isSuspicious: false,
    })
    expect(await of(changeSample({ unit: 'Sekretariat' }, { formSha256: 'f'.repeat(64) }))).toEqual({
      relation: 'other',
      differing: ['pandu.sha256', 'pandu.unit'],
      isStamped: false,
      isSuspicious: false,
    })
  })

  it('with a field more or a field less names it', async () => {
    const more = await changed(issued, false, (document) => document.getForm().createTextField('catatan').setText('x'))
    expect(await returnedForm(issued, more)).toEqual({
      relation: 'other',
      differing: ['catatan'],
      isStamped: false,
      isSuspicious: false,
    })
    const less = await changed(issued, false, (document) => {
      const form = document.getForm()
      form.removeField(form.getTextField('pandu.nik'))
    })
    expect(await returnedForm(issued, less)).toEqual({
      relation: 'other',
      differing: ['pandu.nik'],
      isStamped: false,
      isSuspicious: false,
    })
  })

  const draw: Change = (document) => document.getPage(0).drawText('Nomor 800/12', { x: 50, y: 20, size: 8 })
  const cover: Change = (document) => document.getPage(0).drawRectangle({ x: 150, y: 600, width: 90, height: 20 })
  /** As programs do that print a form into its page. */
  const flatten: Change = (document) => {
    const form = document.getForm()
    form.removeField(form.getField('TTE_PJ'))
    form.flatten({ updateFieldAppearances: false })
  }

  it.each([
    ['a number', draw],
    ['a picture over its words', cover],
  ])('with %s put on its page before it was signed is stamped, however it was written', async (_, stamp) => {
    for (const isAppended of [true, false])
      expect(await returnedForm(issued, await changed(issued, isAppended, stamp, sign))).toEqual({
        relation: isAppended ? 'appended' : 'rewritten',
        differing: [],
        isStamped: true,
        isSuspicious: false,
      })
  })

  it('with a layer that may be shown or hidden is suspicious, though nothing of it is seen', async () => {
    const layer: Change = ({ catalog, context }) => {
      const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('x') }))
      catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [group], D: {} }))
    }
    expect(await returnedForm(issued, await changed(issued, true, layer, sign))).toMatchObject({
      relation: 'appended',
      isStamped: false,
      isSuspicious: true,
    })
  })

  it('with another look of a field whose value stayed is stamped', async () => {
    const looks: Change = (document) => {
      mail(document)
      document.getForm().updateFieldAppearances()
      const { dict } = document.getForm().getTextField('pandu.new.email').acroField
      dict.set(PDFName.of('V'), PDFString.of('rina.wulandari@jogjaprov.go.id'))
    }
    expect(await returnedForm(issued, await changed(issued, false, looks, sign))).toEqual({
      relation: 'rewritten',
      differing: [],
      isStamped: true,
      // What was drawn before lies in the file still, and nothing leads to it.
      isSuspicious: true,
    })
  })

  it('with a page more, or without its words, is another form', async () => {
    const more = await changed(issued, true, (document) => void document.addPage(), sign)
    expect(await returnedForm(issued, more)).toMatchObject({ relation: 'other' })
    const bare = await changed(issued, false, (document) => {
      document.getPage(0).node.delete(PDFName.of('Contents'))
    })
    expect(await returnedForm(issued, bare)).toMatchObject({ relation: 'other' })
  })

  it('flattened with all its values is our form still, and of another value it is not', async () => {
    expect(await returnedForm(issued, await changed(issued, false, flatten))).toEqual({
      relation: 'flattened',
      differing: [],
      isStamped: false,
      isSuspicious: false,
    })
    const other = await formPdf(changeSample({ unit: 'Sekretariat' }, { formSha256: 'f'.repeat(64) }))
    expect(await returnedForm(issued, await changed(other, false, flatten))).toMatchObject({ relation: 'other' })
  })

  it('scanned is another file, all of its fields missing, and broken it is none that anybody reads', async () => {
    const scan = await PDFDocument.create()
    scan.addPage()
    const { differing, relation } = await returnedForm(issued, await scan.save())
    expect(relation).toBe('other')
    expect(differing).toContain('pandu.sha256')
    await expect(returnedForm(issued, Buffer.from('%PDF-1.7 nothing'))).rejects.toThrow(PdfRefused)
  })

  it('is never called ours for bytes at random, and never fails the reader', async () => {
    const mutants = fc.record({ at: fc.nat(issued.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) })
    await fc.assert(
      fc.asyncProperty(mutants, async ({ at, bytes }) => {
        const mutant = Uint8Array.from(issued)
        mutant.set(bytes.slice(0, mutant.length - at), at)
        fc.pre(!Buffer.from(mutant).equals(issued))
        const relation = await returnedForm(issued, mutant).then(
          (form) => form.relation,
          (error: unknown) => error,
        )
        // Whatever draws the pages may give up too: the process that reads forms calls that a broken file.
        if (!(relation instanceof Error)) expect(relation).toMatch(/^(rewritten|other)$/)
      }),
      { numRuns: 60 },
    )
    await expect(returnedForm(Buffer.from('no form'), issued)).rejects.toThrow('what was issued is no form')
  })
})
