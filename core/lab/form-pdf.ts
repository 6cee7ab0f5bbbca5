import { acroName } from '../form/layout.ts'
import type { FilledForm } from '../legalise/filled-form.ts'
import { drawLetterhead, type Letterhead } from './form-letterhead.ts'
import { markForm } from './form-mark.ts'
import { drawSection, drawTitle } from './form-section.ts'
import { BREADTH, FormSheet, INK, type Look, PALE } from './form-sheet.ts'
import { drawSignature, heightOfSignature } from './form-signature.ts'

const centred: Look = { font: 'plain', size: 9.2, align: 'centre', color: PALE }
const statement: Look = { font: 'plain', size: 9, column: { left: 18, width: BREADTH - 18 } }
const small: Look = { font: 'plain', size: 7, color: PALE }

/**
 * Draws a filled form as an A4 PDF: values as read-only fields of fixed names (`acroName`), one empty signature field,
 * number and content hash at the foot of every page. Equal form and letterhead, equal bytes.
 */
export async function formPdf(form: FilledForm, letterhead?: Letterhead): Promise<Uint8Array> {
  const sheet = await FormSheet.create()
  if (letterhead) await drawLetterhead(sheet, letterhead)
  sheet.text(form.layout.title.toUpperCase(), { ...centred, font: 'bold', size: 13, color: INK })
  sheet.text(form.layout.subtitle, centred)
  sheet.text(`Nomor pengajuan ${form.number}`, centred)
  for (const [index, section] of form.sections.entries()) drawSection(sheet, section, letterOf(index))
  drawStatements(sheet, form, letterOf(form.sections.length))
  drawSignature(sheet, form)
  drawFoot(sheet, form)
  markForm(sheet.document, form)
  return sheet.document.save({ updateFieldAppearances: false, useObjectStreams: false })
}

const letterOf = (index: number) => String.fromCharCode('A'.charCodeAt(0) + index)

function drawStatements(sheet: FormSheet, form: FilledForm, letter: string): void {
  // Nobody signs an empty page: what is stated and the signature stay together.
  const height = form.statements.reduce((sum, words) => sum + sheet.heightOf(words, statement) + 2, 0)
  drawTitle(sheet, `${letter}. Pernyataan`, height + heightOfSignature(sheet, form))
  for (const [index, words] of form.statements.entries()) {
    sheet.keep(sheet.heightOf(words, statement))
    sheet.draw(`${index + 1}.`, { font: 'plain', size: statement.size }, sheet.top)
    sheet.text(words, statement)
    sheet.skip(2)
  }
}

function drawFoot(sheet: FormSheet, { number, formSha256 }: FilledForm): void {
  const facts = [
    ['Nomor pengajuan', 'number', number],
    ['SHA-256 isi', 'sha256', formSha256],
  ] as const
  sheet.foot((page, pages) => {
    sheet.rule(0.6, 5)
    const count = `Halaman ${page} dari ${pages}`
    const width = sheet.fonts.plain.widthOfTextAtSize(count, small.size)
    sheet.draw(count, { ...small, column: { left: BREADTH - width, width } }, sheet.top)
    for (const [label, name, text] of facts) {
      sheet.draw(label, small, sheet.top)
      const look: Look = { ...small, column: { left: 66, width: 300 } }
      // A number and a digest are of our own making: one line each.
      sheet.place({ name: acroName(name), tip: label, text }, sheet.lines(text, look), look, 9.5, 9.5)
      sheet.skip(9.5)
    }
  })
}
