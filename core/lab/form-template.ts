import { PDFDict, PDFDocument, type PDFFont, PDFName, PDFRef, PDFSignature, PDFTextField } from '@cantoo/pdf-lib'
import { acroName, keysOf } from '../form/layout.ts'
import { cleanLines } from '../form/typed-text.ts'
import { type FilledForm, valuesOf } from '../legalise/filled-form.ts'
import { FormFields } from './form-field.ts'
import { formFonts } from './form-font.ts'
import { markForm } from './form-mark.ts'
import { PALE } from './form-sheet.ts'
import { scanStructure } from './pdf-structure.ts'
import { linesOf, printable } from './printable.ts'

/** An agency's own PDF form: which of our keys (`keysOf`) goes into which of its text fields, and where it is signed. */
export interface FormTemplate {
  readonly bytes: Uint8Array
  readonly fields: Readonly<Record<string, string>>
  readonly signatureField: string
}

/** A template and its mapping do not fit; `faults` has every reason. */
export class TemplateError extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`the form template does not fit: ${faults.join('; ')}`)
    this.name = 'TemplateError'
    this.faults = faults
  }
}

/** Everything that keeps a template from being filled with forms of a layout; nothing when it fits. */
export async function templateFaults(template: FormTemplate, layout: FilledForm['layout']): Promise<readonly string[]> {
  const scanned = await scanStructure(template.bytes)
  if (typeof scanned !== 'number') return [`the file is refused: ${scanned.refused}`]
  const document = await PDFDocument.load(template.bytes, { updateMetadata: false })
  const fields = new Map(
    document
      .getForm()
      .getFields()
      .map((field) => [field.getName(), field]),
  )
  const keys = keysOf(layout)
  const faults = Object.entries(template.fields).flatMap(([key, name]) => {
    if (!keys.includes(key)) return [`"${key}" is no value of the form ${layout.name}`]
    if (!fields.has(name)) return [`it has no field "${name}" for "${key}"`]
    return fields.get(name) instanceof PDFTextField ? [] : [`its field "${name}" for "${key}" takes no text`]
  })
  const signature = fields.get(template.signatureField)
  if (!(signature instanceof PDFSignature)) faults.push(`it has no signature field "${template.signatureField}"`)
  else if (signature.acroField.dict.has(PDFName.of('V'))) faults.push(`"${template.signatureField}" is signed already`)
  return faults
}

/** Fills an agency's own form; number and content hash stand at the foot of its pages. @throws TemplateError when it does not fit */
export async function filledTemplate(form: FilledForm, template: FormTemplate): Promise<Uint8Array> {
  const faults = await templateFaults(template, form.layout)
  if (faults.length > 0) throw new TemplateError(faults)
  const document = await PDFDocument.load(template.bytes, { updateMetadata: false })
  const { plain } = await formFonts(document)
  const values = valuesOf(form)
  for (const [key, name] of Object.entries(template.fields))
    fill(document.getForm().getTextField(name), values[key] ?? '', plain)
  // Every mapped field shows its value already: no reader need draw it anew, its own way.
  document.getForm().acroForm.dict.delete(PDFName.of('NeedAppearances'))
  markPages(document, form, plain)
  markForm(document, form)
  return document.save({ updateFieldAppearances: false, useObjectStreams: false })
}

function fill(field: PDFTextField, value: string, font: PDFFont): void {
  const text = field.isMultiline() ? cleanLines(value) : cleanLines(value).replaceAll('\n', ' ')
  // What does not fit is set smaller, never cut off.
  field.removeMaxLength()
  field.setText(text)
  if (!fits(field, text, font)) field.setFontSize(0)
  field.enableReadOnly()
  for (const widget of field.acroField.getWidgets()) dropLook(widget.dict)
  field.updateAppearances(font)
}

function fits(field: PDFTextField, text: string, font: PDFFont): boolean {
  const size = Number(/([\d.]+)\s+Tf/.exec(field.acroField.getDefaultAppearance() ?? '')?.[1] ?? 0)
  return field.acroField.getWidgets().every((widget) => {
    const { width, height } = widget.getRectangle()
    const lines = linesOf(printable(text, font), font, size || 1, width - 8)
    return lines.length <= (field.isMultiline() ? Math.max(1, Math.floor((height - 6) / (size * 1.2))) : 1)
  })
}

/** The look that the empty template had would stay behind as an object that nothing refers to. */
function dropLook(widget: PDFDict): void {
  const look = widget.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'))
  if (look instanceof PDFRef) widget.context.delete(look)
  widget.delete(PDFName.of('AP'))
}

function markPages(document: PDFDocument, { number, formSha256 }: FilledForm, font: PDFFont): void {
  const fields = new FormFields(document, font)
  const look = { font, size: 6, leading: 7, color: PALE }
  for (const page of document.getPages())
    for (const [key, text, x, width] of [
      ['number', number, 28, 110],
      ['sha256', formSha256, 140, 260],
    ] as const)
      fields.place(
        page,
        { x, y: 10, width, height: 8 },
        { name: acroName(key), tip: key, text },
        { ...look, lines: [text] },
      )
}
