import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { PdfRefused } from '../pdf/refused.ts'

/** The head of an indirect object at the end of some text. */
const head = /(\d+)[\s\0]+\d+[\s\0]*$/
const headMaxBytes = 40

/**
 * Ends of what looks like an object or a trailer behind an offset, in the data of a stream or in a string, and is none.
 * Viewers that cannot find one object repair the whole file (ISO 32000-2, annex I), and take such for the newest. @throws PdfRefused
 */
export function falseStructures({ bytes, revisions, spending }: PdfDocument, from: number): readonly number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const later = revisions.filter(({ end }) => end > from)
  let starts: ReadonlySet<number> | undefined
  const found: number[] = []
  for (let at = file.indexOf('obj', from); at >= 0; at = file.indexOf('obj', at + 3)) {
    spending.scanned(headMaxBytes)
    const match = head.exec(file.toString('latin1', Math.max(from, at - headMaxBytes), at))
    if (match === null) continue
    starts ??= new Set(later.flatMap(startsIn))
    if (!starts.has(at - match[0].length)) found.push(at + 3)
  }
  const isSection = (at: number) =>
    later.some(({ sections }) => sections.some(({ start, end }) => start <= at && at < end))
  for (let at = file.indexOf('trailer', from); at >= 0; at = file.indexOf('trailer', at + 7)) {
    spending.scanned(headMaxBytes * (later.length + 1))
    if (!isSection(at) && /^[\s\0]*<</.test(file.toString('latin1', at + 7, at + headMaxBytes))) found.push(at + 7)
  }
  return found
}

function startsIn(revision: PdfRevision): readonly number[] {
  const sections = revision.sections.flatMap(({ start, hybrid }) => [start, ...(hybrid ? [hybrid.start] : [])])
  return [...sections, ...[...revision.defines.keys()].flatMap((number) => startOf(revision, number))]
}

function startOf(revision: PdfRevision, number: number): readonly number[] {
  try {
    const place = revision.object(number)?.place
    return place?.in === 'file' ? [place.start] : []
  } catch (error) {
    if (error instanceof PdfRefused && error.code !== 'BUDGET') return []
    throw error
  }
}
