import {
  AnnotationFlags,
  beginMarkedContent,
  degrees,
  drawTextLines,
  endMarkedContent,
  PDFAcroSignature,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  type PDFTextField,
  popGraphicsState,
  pushGraphicsState,
  type RGB,
} from '@cantoo/pdf-lib'
import { cleanLines } from '../form/typed-text.ts'

/** A rectangle on a page, in points from the lower left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One value as a field: its full text, and what people read when they point at it. */
export interface TextValue {
  readonly name: string
  readonly tip: string
  readonly text: string
}

/** Lines as they stand in a box: already printable, the first at its top. */
export interface SetLines {
  readonly lines: readonly string[]
  readonly font: PDFFont
  readonly size: number
  readonly leading: number
  readonly color: RGB
}

const FONT = 'PanduForm'

/**
 * Writes the AcroForm of a document. A field that goes on over pages, or stands on every page, is one field
 * with several places; its value is the exact text, its places show the lines given.
 */
export class FormFields {
  readonly #document: PDFDocument
  readonly #placed = new Map<string, PDFTextField>()

  constructor(document: PDFDocument, font: PDFFont) {
    this.#document = document
    // A template may have fonts of its own, which its other fields use.
    const { dict } = document.getForm().acroForm
    const resources = dictIn(document, dict, 'DR')
    dictIn(document, resources, 'Font').set(PDFName.of(FONT), font.ref)
  }

  /** Shows a value as a read-only text field. */
  place(page: PDFPage, box: Box, value: TextValue, set: SetLines): void {
    const field = this.#placed.get(value.name) ?? this.#create(value, set.size)
    if (set.lines.length > 1) field.enableMultiline()
    const { context } = this.#document
    const normal = context.register(
      context.formXObject(drawn(box, set), {
        BBox: [0, 0, box.width, box.height],
        Resources: { Font: { [FONT]: set.font.ref } },
      }),
    )
    const widget = context.register(
      context.obj({ ...widgetOf(page, box), Parent: field.ref, AP: { N: normal }, MK: {}, BS: { W: 0 } }),
    )
    field.acroField.addWidget(widget)
    page.node.addAnnot(widget)
  }

  /** An empty signature field that an electronic signature fills. */
  signature(page: PDFPage, box: Box, name: string, tip: string): void {
    const { context } = this.#document
    const dict = context.obj({
      ...widgetOf(page, box),
      FT: 'Sig',
      T: PDFString.of(name),
      TU: PDFHexString.fromText(tip),
    })
    const field = PDFAcroSignature.fromDict(dict, context.register(dict))
    this.#document.getForm().acroForm.addField(field.ref)
    page.node.addAnnot(field.ref)
  }

  #create({ name, tip, text }: TextValue, size: number): PDFTextField {
    const field = this.#document.getForm().createTextField(name)
    field.setText(cleanLines(text))
    field.enableReadOnly()
    field.acroField.setDefaultAppearance(`/${FONT} ${size} Tf 0 g`)
    field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(tip))
    this.#placed.set(name, field)
    return field
  }
}

function drawn({ height }: Box, { lines, font, size, leading, color }: SetLines) {
  const set = lines.map((line, index) => ({
    encoded: font.encodeText(line),
    x: 0,
    y: height - index * leading - size,
  }))
  const [rotate, xSkew, ySkew] = [degrees(0), degrees(0), degrees(0)]
  const text = drawTextLines(set, { color, font: FONT, size, rotate, xSkew, ySkew })
  return [beginMarkedContent('Tx'), pushGraphicsState(), ...text, popGraphicsState(), endMarkedContent()]
}

function dictIn(document: PDFDocument, parent: PDFDict, key: string): PDFDict {
  const known = parent.lookupMaybe(PDFName.of(key), PDFDict)
  if (known) return known
  const fresh = PDFDict.withContext(document.context)
  parent.set(PDFName.of(key), fresh)
  return fresh
}

const widgetOf = (page: PDFPage, { x, y, width, height }: Box) => ({
  Type: 'Annot',
  Subtype: 'Widget',
  Rect: [x, y, x + width, y + height],
  P: page.ref,
  F: AnnotationFlags.Print,
})
