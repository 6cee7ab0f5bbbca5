import { acroName, type SignatureBlock } from '../form/layout.ts'
import type { FilledForm } from '../legalise/filled-form.ts'
import { BREADTH, type Column, type FormSheet, LINE, type Look, PALE } from './form-sheet.ts'

const left: Column = { left: 0, width: 200 }
const right: Column = { left: BREADTH - 250, width: 250 }
const BOX = 68
const GAP = 4
const body: Look = { font: 'plain', size: 9 }
const strong: Look = { font: 'bold', size: 9 }
const head: Look = { ...strong, column: right }

/** The end of the form, never parted by a page: the requester's declaration, and the box that waits for the signature. */
export function drawSignature(sheet: FormSheet, form: FilledForm): void {
  sheet.keep(heightOfSignature(sheet, form))
  sheet.skip(3 * GAP)
  const { top } = sheet
  for (const [words, look] of declaration(form)) sheet.text(words, look)
  const end = sheet.top
  sheet.top = top
  if (form.signature) drawBox(sheet, form, form.signature)
  sheet.top = Math.min(sheet.top, end)
}

function drawBox(sheet: FormSheet, form: FilledForm, { field, title }: SignatureBlock): void {
  sheet.text(title, head)
  sheet.skip(GAP)
  const box = sheet.box(right, BOX)
  sheet.page.drawRectangle({ ...box, borderColor: LINE, borderWidth: 0.8 })
  sheet.fields.signature(sheet.page, box, field, `Tanda tangan elektronik: ${title}`)
  sheet.skip(BOX + GAP)
  for (const { key, tip, text, look, label } of signerLines(form)) {
    if (label) sheet.draw(label, { ...body, column: right }, sheet.top)
    sheet.value({ name: acroName(key), tip, text }, look)
  }
}

/** How much of a page the end of a form needs, in points. */
export function heightOfSignature(sheet: FormSheet, form: FilledForm): number {
  const height = (parts: readonly (readonly [string, Look])[]) =>
    parts.reduce((sum, [words, look]) => sum + sheet.heightOf(words, look), 0)
  const named = signerLines(form).map(({ text, look }) => [text, look] as const)
  const signed = form.signature ? height([[form.signature.title, head], ...named]) + 2 * GAP + BOX : 0
  return 3 * GAP + Math.max(signed, height(declaration(form)))
}

const declaration = ({ requester }: FilledForm): readonly (readonly [string, Look])[] => [
  ['Pengguna', { ...strong, column: left }],
  [requester.name, { ...body, column: left }],
  [requester.declared, { ...body, size: 8.2, color: PALE, column: left }],
]

/** What is printed below the signature; what is not known of the signer is left out. */
function signerLines({ signer: { name, title, nip } }: FilledForm) {
  const numbered = { left: right.left + 21, width: right.width - 21 }
  return [
    { key: 'signer.name', tip: 'Nama penanda tangan', text: name, look: { ...strong, column: right }, label: '' },
    { key: 'signer.title', tip: 'Jabatan penanda tangan', text: title, look: { ...body, column: right }, label: '' },
    { key: 'signer.nip', tip: 'NIP penanda tangan', text: nip, look: { ...body, column: numbered }, label: 'NIP' },
  ].flatMap(({ text, ...line }) => (text ? [{ ...line, text }] : []))
}
