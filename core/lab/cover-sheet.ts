import { coverKeywords, qrModules, qrPlace } from './dossier/cover-mark.ts'
import { faint, Sheet, type Style } from './sheet.ts'

/** One file of the dossier, as the sheet lists it. */
export interface ListedFile {
  readonly name: string
  readonly type: string
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
  /** What it was found to be worth, in words. */
  readonly verdict?: string
}

/** What a cover sheet says; every text is printed as given, dates are texts too. */
export interface CoverSheet {
  readonly heading: string
  /** The case number. */
  readonly number: string
  readonly agency: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly manifest: readonly ListedFile[]
  readonly timeline: readonly { readonly at: string; readonly text: string }[]
  readonly footer: string
  /** The digest of the dossier's manifest: drawn as a QR code with the number, and kept in the document's own data. */
  readonly manifestSha256?: string
  /** Where the verifier signs electronically: the name of the field, and what stands above it. */
  readonly signature?: { readonly field: string; readonly title: string }
  readonly titles?: Partial<CoverSheetTitles>
  /** ISO 8601; written as the document's date of creation, which it has none of otherwise. */
  readonly madeAt?: string
}

/** The sheet's own few words. */
export interface CoverSheetTitles {
  readonly facts: string
  readonly manifest: string
  readonly timeline: string
  readonly pages: string
  readonly page: (page: number, pages: number) => string
}

const indonesian: CoverSheetTitles = {
  facts: 'Data pengajuan',
  manifest: 'Daftar lampiran',
  timeline: 'Riwayat',
  pages: 'hlm.',
  page: (page, pages) => `Halaman ${page} dari ${pages}`,
}

const body: Style = { font: 'plain', size: 10 }
const label: Style = { font: 'plain', size: 10, color: faint, width: 150 }
const value: Style = { font: 'plain', size: 10, left: 160 }
/** The QR code stands to the right of the head. */
const besideQr = { width: 380 }
const fixed: Style = { font: 'fixed', size: 7.8, left: 22 }

/** The first sheet of a dossier as an A4 PDF: what it is about, its files with their SHA-256, its history. Equal input, equal bytes. */
export async function coverSheet(content: CoverSheet): Promise<Uint8Array> {
  const { heading, number, agency, footer } = content
  const titles = { ...indonesian, ...content.titles }
  const sheet = await sheetOf(content)
  sheet.row([[heading, { font: 'bold', size: 17, ...besideQr }]], 2)
  sheet.row([[number, { font: 'fixed', size: 13, ...besideQr }]], 2)
  sheet.row([[agency, { font: 'plain', size: 10, color: faint, ...besideQr }]], 12)
  sheet.rule()
  for (const paragraph of content.paragraphs) sheet.row([[paragraph, body]], 6)
  if (content.facts.length > 0) title(sheet, titles.facts)
  for (const [name, said] of content.facts)
    sheet.row(
      [
        [name, label],
        [said, value],
      ],
      3,
    )
  if (content.manifest.length > 0) title(sheet, titles.manifest)
  for (const [index, file] of content.manifest.entries()) fileRow(sheet, index + 1, file, titles)
  if (content.timeline.length > 0) title(sheet, titles.timeline)
  for (const { at, text } of content.timeline)
    sheet.row(
      [
        [at, label],
        [text, value],
      ],
      3,
    )
  if (content.signature !== undefined) {
    sheet.skip(12)
    sheet.signature(content.signature.field, content.signature.title, 250, 68)
  }
  return sheet.finish((page, pages) => [`${number} · ${footer}`, titles.page(page, pages)])
}

function sheetOf({ heading, number, madeAt, manifestSha256 }: CoverSheet): Promise<Sheet> {
  const at = madeAt === undefined ? undefined : new Date(madeAt)
  const keywords = manifestSha256 === undefined ? [] : coverKeywords(number, manifestSha256)
  return Sheet.create(`${heading} ${number}`, at, keywords).then((sheet) => {
    if (manifestSha256 !== undefined) sheet.square(qrModules(number, manifestSha256), qrPlace)
    return sheet
  })
}

function title(sheet: Sheet, text: string): void {
  sheet.skip(10)
  // A title is never left alone at the foot of a page.
  sheet.room(60)
  sheet.row([[text, { font: 'bold', size: 11.5 }]], 4)
}

function fileRow(
  sheet: Sheet,
  place: number,
  { name, type, pages, sizeBytes, sha256, verdict }: ListedFile,
  titles: CoverSheetTitles,
): void {
  sheet.room(46)
  const facts = [type.toUpperCase(), `${pages} ${titles.pages}`, sizeOf(sizeBytes)].join(' · ')
  sheet.row([
    [`${place}.`, { font: 'plain', size: 10, width: 20 }],
    [name, { font: 'bold', size: 10, left: 22, width: 300 }],
    [facts, { font: 'plain', size: 9, color: faint, left: 332 }],
  ])
  if (verdict !== undefined) sheet.row([[verdict, { font: 'plain', size: 9, color: faint, left: 22 }]])
  sheet.row([[`SHA-256 ${sha256}`, fixed]], 6)
}

function sizeOf(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} B`
  if (sizeBytes < 1_000_000) return `${Math.round(sizeBytes / 1000)} kB`
  return `${(sizeBytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
