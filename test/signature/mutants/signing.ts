import { type Anatomy, anatomyOf } from './anatomy.ts'
import { type CmsShape, cmsOver } from './cms-maker.ts'
import type { Identity } from './identity.ts'
import { entryOf, numberOf, withEntry } from './token.ts'
import { type UpdateShape, updated } from './update.ts'

const contentsSize = 4_000
const rangePlaceholder = '[0 0000000000 0000000000 0000000000]'

/** How a field is signed. */
export interface SigningShape extends CmsShape {
  readonly subFilter?: string
  /** DocMDP permission: makes the signature certify the document (ISO 32000-2 §12.8.2.2). */
  readonly certify?: 1 | 2 | 3
  readonly field?: string
  /** Entries of the widget; one without place or appearance when left out. */
  readonly widget?: string
  /** Objects that change in the same update. */
  readonly objects?: Readonly<Record<number, string>>
  readonly update?: UpdateShape
}

/** The dictionary of a signature that is still to be made. */
export function placeholder({ subFilter = 'ETSI.CAdES.detached', certify }: SigningShape): string {
  const transform = '/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P'
  const reference = certify ? `/Reference [<< /Type /SigRef ${transform} ${certify} >> >>]` : ''
  const zeros = `<${'00'.repeat(contentsSize)}>`
  return `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} ${reference} /ByteRange ${rangePlaceholder} /Contents ${zeros} /M (D:20261101100000+07'00') >>`
}

/** Fills the last placeholder of a file with its range and signature. */
export function filled(file: Buffer, signer: Identity, shape: CmsShape = {}): Buffer {
  const bytes = Buffer.from(file)
  const range = bytes.lastIndexOf(rangePlaceholder)
  const start = bytes.indexOf(`<${'00'.repeat(contentsSize)}>`, range)
  const end = start + contentsSize * 2 + 2
  bytes.write(`[0 ${start} ${end} ${bytes.length - end}]`.padEnd(rangePlaceholder.length), range, 'latin1')
  const cms = cmsOver(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]), signer, shape)
  bytes.write(cms.toString('hex'), start + 1, 'latin1')
  return bytes
}

/** Signs by an incremental update that adds a field without appearance to the first page. */
export function signedUpdate(pdf: Anatomy, signer: Identity, shape: SigningShape = {}): Buffer | undefined {
  const [page, root] = [firstPage(pdf), pdf.objects.get(pdf.root) ?? '']
  if (page === undefined) return undefined
  const [signature, field] = [pdf.size, pdf.size + 1]
  const widget = `/Type /Annot /Subtype /Widget ${shape.widget ?? '/F 132 /Rect [0 0 0 0]'}`
  const name = shape.field ?? `Sig${field}`
  const objects: Record<number, string> = {
    ...shape.objects,
    [signature]: placeholder(shape),
    [field]: `<< ${widget} /FT /Sig /T (${name}) /V ${signature} 0 R /P ${page} 0 R >>`,
  }
  const now = (number: number) => objects[number] ?? pdf.objects.get(number) ?? ''
  const annotations = entryOf(now(page), 'Annots')
  const array = numberOf(annotations)
  const list = array === undefined ? annotations?.text : now(array).trim()
  const more = `[${list?.slice(1, -1) ?? ''} ${field} 0 R]`
  if (array === undefined) objects[page] = withEntry(now(page), 'Annots', more)
  else objects[array] = more
  const form = entryOf(root, 'AcroForm')
  const formNumber = numberOf(form)
  const formText = formNumber === undefined ? (form?.text ?? '<< /Fields [] >>') : now(formNumber)
  const fields = entryOf(formText, 'Fields')
  const fieldsNumber = numberOf(fields)
  const fieldList = fieldsNumber === undefined ? (fields?.text ?? '[]') : now(fieldsNumber).trim()
  const moreFields = `[${fieldList.slice(1, -1)} ${field} 0 R]`
  if (fieldsNumber !== undefined) objects[fieldsNumber] = moreFields
  const newForm = withEntry(
    fieldsNumber === undefined ? withEntry(formText, 'Fields', moreFields) : formText,
    'SigFlags',
    '3',
  )
  let newRoot = objects[pdf.root] ?? root
  if (formNumber === undefined) newRoot = withEntry(newRoot, 'AcroForm', newForm)
  else objects[formNumber] = newForm
  if (shape.certify) newRoot = withEntry(newRoot, 'Perms', `<< /DocMDP ${signature} 0 R >>`)
  if (newRoot !== root) objects[pdf.root] = newRoot
  return filled(updated(pdf, objects, shape.update), signer, shape)
}

/** The number of the first page. */
export function firstPage(pdf: Anatomy): number | undefined {
  let at = numberOf(entryOf(pdf.objects.get(pdf.root) ?? '', 'Pages'))
  for (let guard = 0; guard < 10 && at !== undefined; guard += 1) {
    const body = pdf.objects.get(at) ?? ''
    const kids = entryOf(body, 'Kids')
    if (kids === undefined) return body === '' ? undefined : at
    const array = numberOf(kids)
    const first = /(\d+)\s+\d+\s+R/.exec(array === undefined ? kids.text : (pdf.objects.get(array) ?? ''))
    at = first ? Number(first[1]) : undefined
  }
  return undefined
}

/** A file read again; one that was just made always can be. */
export function mustRead(file: Buffer): Anatomy {
  const pdf = anatomyOf(file)
  if (pdf === undefined) throw new Error('what was made cannot be read')
  return pdf
}
