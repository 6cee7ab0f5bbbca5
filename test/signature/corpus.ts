import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { anchorsOf } from '../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../core/lab/signature/verify-pdf.ts'
import type { PdfSignatureReport } from '../../core/signature/report.ts'
import { ownRoots } from './own-roots.ts'

/** A file of other people, and what it is worth by their own tools. */
export interface Specimen {
  readonly file: string
  readonly expected: string
}

/** Where signed PDFs of other people lie, when they are there; they are read, never copied. */
export function corpusFolder(): string | undefined {
  const folder = process.env.SIGNED_PDF_CORPUS ?? resolve(import.meta.dirname, '../../../shared/corpus/signed-pdf')
  return existsSync(join(folder, 'manifest.tsv')) ? folder : undefined
}

/** All files of a folder's manifest.tsv. */
export function specimensIn(folder: string): readonly Specimen[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n')
  const at = (key: string) => head.split('\t').indexOf(key)
  const cells = lines.map((line) => line.split('\t'))
  return cells.map((row) => ({ file: row[at('file')] ?? '', expected: row[at('expected')] ?? '' }))
}

/** The verdict on a file with its own roots as anchors. */
export function judged(bytes: Uint8Array, at: string): PdfSignatureReport {
  return verifyPdf(bytes, { anchors: anchorsOf(ownRoots(bytes)), crls: [], at })
}

const fitting: Readonly<Record<string, readonly string[]>> = {
  INTACT: ['VALID', 'NEEDS_REVIEW', 'UNTRUSTED'],
  NOT_VALID: ['INVALID', 'NEEDS_REVIEW', 'UNREADABLE', 'NOT_SIGNED', 'UNTRUSTED'],
  NOT_SIGNED: ['NOT_SIGNED'],
}

/** True when a verdict fits what was expected. */
export const isFit = ({ expected }: Specimen, { verdict, reasons }: PdfSignatureReport): boolean =>
  (fitting[expected] ?? []).includes(verdict) &&
  !(expected === 'NOT_VALID' && verdict === 'UNTRUSTED' && reasons.length === 0)

/** Prints every file of a folder with its verdict, and how many fit. */
function print(folder: string): void {
  const at = new Date().toISOString()
  let [fit, total] = [0, 0]
  for (const specimen of specimensIn(folder)) {
    const bytes = readFileSync(join(folder, specimen.file))
    const roots = anchorsOf(ownRoots(bytes))
    const startedAt = performance.now()
    const report = verifyPdf(bytes, { anchors: roots, crls: [], at })
    const ms = (performance.now() - startedAt).toFixed(1)
    const isRight = isFit(specimen, report)
    total += 1
    if (isRight) fit += 1
    const cells = [
      isRight ? 'fits' : 'DIFFERS',
      specimen.expected,
      report.verdict,
      report.reasons.join(' ') || '-',
      `${ms} ms`,
    ]
    process.stdout.write(`${[specimen.file, ...cells].join('\t')}\n`)
  }
  process.stdout.write(`${fit} of ${total} fit (${((fit / total) * 100).toFixed(1)} %)\n`)
}

if (process.argv[1] === import.meta.filename) print(process.argv[2] ?? corpusFolder() ?? '.')
