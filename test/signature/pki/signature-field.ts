import { formFields } from '../../../core/lab/pdf/fields.ts'
import type { PdfDictionary, PdfValue } from '../../../core/lab/pdf/value.ts'
import { stringText } from './pdf-text.ts'
import type { PdfUpdate } from './pdf-update.ts'

/** Where a signature is put and how it looks. */
export interface FieldWish {
  /** The full name of an empty field; the first empty one when left out, and a new one where there is none. */
  readonly field?: string | undefined
  /** Draws words into the field. */
  readonly appearance?: string | undefined
}

/** Puts a signature, by its reference, into a field of the form; makes the field, and the form, where they are missing. */
export function placeSignature(update: PdfUpdate, signature: string, { field: name, appearance }: FieldWish): void {
  const fields = formFields(update.document, update.revision).filter(({ type }) => type === 'Sig')
  const field = fields.find((one) => one.value === undefined && (name === undefined || one.name === name))
  if (field === undefined) {
    if (fields.some((one) => one.name === name)) throw new Error(`${name} is signed already`)
    addField(update, signature, name ?? `Signature${fields.length + 1}`)
    return
  }
  const [widget] = field.widgets
  const look = appearance && widget ? { AP: drawn(update, widget.value, appearance) } : {}
  const isOwnWidget = widget?.number === field.object.number
  update.change(field.object.number, { V: signature, ...(isOwnWidget && look) })
  if (widget && !isOwnWidget && appearance) update.change(widget.number, look)
  changeForm(update, undefined)
}

function drawn(update: PdfUpdate, widget: PdfValue, words: string): string {
  const rect = widget.kind === 'dictionary' ? update.revision.resolve(widget.entries.get('Rect')) : undefined
  const corners = rect?.kind === 'array' ? rect.items.map((one) => (one.kind === 'number' ? one.value : 0)) : []
  const [left = 0, bottom = 0, right = 0, top = 0] = corners
  const [width, height] = [right - left, top - bottom]
  const content = `BT /F1 8 Tf 4 ${(height / 2).toFixed(1)} Td ${stringText(words)} Tj ET`
  const font = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'
  const head = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${font} /Length ${content.length}`
  return `<< /N ${update.add(`<< ${head} >>\nstream\n${content}\nendstream`)} >>`
}

function addField(update: PdfUpdate, signature: string, name: string): void {
  const { root } = update
  const page = firstPage(update)
  const widget = '/Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0]'
  const field = update.add(`<< ${widget} /FT /Sig /T ${stringText(name)} /V ${signature} /P ${page} 0 R >>`)
  const annotations = dictionaryAt(update, page).entries.get('Annots')
  grow(update, annotations, field, (list) => update.change(page, { Annots: list }))
  if (dictionaryAt(update, root).entries.has('AcroForm')) changeForm(update, field)
  else update.change(root, { AcroForm: update.add(`<< /Fields [${field}] /SigFlags 3 >>`) })
}

/** Says in the form that there are signatures, and names a new field there. */
function changeForm(update: PdfUpdate, field: string | undefined): void {
  const entry = dictionaryAt(update, update.root).entries.get('AcroForm')
  const form = update.revision.resolve(entry)
  if (form?.kind !== 'dictionary') throw new Error('a field without a form')
  const changes: Record<string, string> = { SigFlags: '3' }
  if (field !== undefined)
    grow(update, form.entries.get('Fields'), field, (list) => {
      changes.Fields = list
    })
  if (entry?.kind === 'reference') update.change(entry.number, changes)
  else update.change(update.root, { AcroForm: update.changed(form, changes) })
}

/** Adds to an array, which is changed where it stands. */
function grow(update: PdfUpdate, list: PdfValue | undefined, item: string, put: (grown: string) => void): void {
  const array = update.revision.resolve(list)
  const items = array?.kind === 'array' ? array.items.map((one) => update.text(one)) : []
  const grown = `[${[...items, item].join(' ')}]`
  if (list?.kind === 'reference') update.put(list.number, grown)
  else put(grown)
}

function firstPage(update: PdfUpdate): number {
  let entry = dictionaryAt(update, update.root).entries.get('Pages')
  for (let depth = 0; depth < 20 && entry?.kind === 'reference'; depth++) {
    const kids = update.revision.resolve(dictionaryAt(update, entry.number).entries.get('Kids'))
    if (kids === undefined) return entry.number
    entry = kids.kind === 'array' ? kids.items[0] : undefined
  }
  throw new Error('a file without pages')
}

function dictionaryAt(update: PdfUpdate, number: number): PdfDictionary {
  const value = update.revision.object(number)?.value
  if (value?.kind !== 'dictionary') throw new Error(`object ${number} is no dictionary`)
  return value
}
