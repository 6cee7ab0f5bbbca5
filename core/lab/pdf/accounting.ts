import type { PdfDocument, PdfRevision } from './document.ts'
import { PdfRefused } from './refused.ts'
import { isSpace, isWordAt, slackBytes } from './sign.ts'
import { revisionEndAt } from './xref-chain.ts'

/**
 * Bytes that a reader has no reason to look at, or two: `unlisted` ones belong to nothing that their revision lists,
 * `overlapping` ones to two things, `misplaced` ones to an object that only another revision lists.
 */
export interface Unaccounted {
  readonly start: number
  readonly end: number
  readonly why: 'unlisted' | 'overlapping' | 'misplaced'
}

interface Claim {
  readonly start: number
  readonly end: number
  readonly isMisplaced: boolean
}

/**
 * All bytes from an offset on that are not accounted for, in order: what stands in no object that its revision lists, in no
 * cross-reference section and no end of a revision, and is neither white space nor a harmless comment. Listed objects that
 * cannot be read account for nothing. @throws PdfRefused with `BUDGET` alone
 */
export function unaccounted(document: PdfDocument, from = 0): readonly Unaccounted[] {
  const { bytes } = document
  const found: Unaccounted[] = []
  let at = from
  const gap = (end: number) => {
    const start = behindHarmless(document, at, end)
    if (start < end) found.push({ start, end: lastBefore(bytes, start, end), why: 'unlisted' })
  }
  for (const { start, end, isMisplaced } of claimsOf(document, from)) {
    if (isMisplaced) found.push({ start, end, why: 'misplaced' })
    if (start < at) found.push({ start, end: Math.min(at, end), why: 'overlapping' })
    else gap(start)
    at = Math.max(at, end)
  }
  gap(bytes.length)
  return found
}

/** What may account for bytes behind an offset, by where it begins, each beginning once. */
function claimsOf(document: PdfDocument, from: number): readonly Claim[] {
  const claims = new Map<number, Claim>()
  document.revisions.forEach((revision, i) => {
    if (revision.end <= from) return
    const since = document.revisions[i - 1]?.end ?? 0
    const ranges = [...structureOf(document.bytes, revision), ...objectsOf(revision, from)]
    for (const { start, end } of ranges)
      if (end > from && !claims.has(start)) claims.set(start, { start, end, isMisplaced: start < since })
  })
  const behind = [...claims.values()].filter(({ start }) => start >= from)
  return behind.sort((one, other) => one.start - other.start)
}

type Range = Pick<Claim, 'start' | 'end'>

function structureOf(bytes: Uint8Array, { sections, startxref, eofEnd }: PdfRevision): readonly Range[] {
  const [newest, older] = sections
  const hybrids = sections.flatMap(({ hybrid }) => (hybrid === undefined ? [] : [hybrid]))
  const firstPage = newest !== undefined && older !== undefined ? firstPageEnd(bytes, newest.end) : []
  return [...sections, ...hybrids, ...firstPage, { start: startxref, end: eofEnd }]
}

/** Behind the first page's section of a linearized file an end follows that leads nowhere (annex F.3.4). */
function firstPageEnd(bytes: Uint8Array, at: number): readonly Range[] {
  try {
    const { start, eofEnd } = revisionEndAt(bytes, at)
    return [{ start, end: eofEnd }]
  } catch (error) {
    if (error instanceof PdfRefused) return []
    throw error
  }
}

function objectsOf(revision: PdfRevision, from: number): readonly Range[] {
  const ranges: Range[] = []
  for (const [number, entry] of revision.defines)
    if (entry.kind === 'file' && entry.offset + slackBytes >= from) {
      const place = placeOf(revision, number)
      if (place !== undefined) ranges.push(place)
    }
  return ranges
}

function placeOf(revision: PdfRevision, number: number): Range | undefined {
  try {
    const place = revision.object(number)?.place
    return place?.in === 'file' ? place : undefined
  } catch (error) {
    if (error instanceof PdfRefused && error.code !== 'BUDGET') return undefined
    throw error
  }
}

/** What a comment costs besides its bytes. */
const COMMENT_BYTES = 64

/** Words by which a reader that repairs files finds things; a comment that holds one is no mere comment. */
const telling = ['%%EOF', '%PDF-', 'startxref', 'xref', 'trailer', 'obj', 'stream']

/** The first offset that is neither white space nor in a harmless comment; the file's own header is one. */
function behindHarmless({ bytes, spending }: PdfDocument, from: number, end: number): number {
  let at = from
  while (at < end) {
    if (isSpace(bytes[at])) at += 1
    else if (bytes[at] !== 0x25) return at
    else {
      const line = lineEnd(bytes, at, end)
      spending.scanned(line - at + COMMENT_BYTES)
      const isHeader = at === 0 && isWordAt(bytes, 0, '%PDF-')
      if (!isHeader && isTelling(bytes, at, line)) return at
      at = line
    }
  }
  return end
}

function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1
  return at
}

function isTelling(bytes: Uint8Array, from: number, end: number): boolean {
  const text = Buffer.from(bytes.subarray(from, end)).toString('latin1')
  return telling.some((word) => text.includes(word))
}

function lastBefore(bytes: Uint8Array, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(bytes[at - 1])) at -= 1
  return at
}
