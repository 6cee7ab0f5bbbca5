import type { Spending } from './budget.ts'
import { PdfRefused } from './refused.ts'
import { behindSlack, isWordAt } from './sign.ts'
import { lastRevisionEnd, type RevisionEnd, revisionEndAt, xrefChain } from './xref-chain.ts'
import type { XrefSection } from './xref-section.ts'

/** The sections that one `%%EOF` ends, the newest first. */
export interface RevisionPart {
  readonly sections: readonly XrefSection[]
  readonly end: RevisionEnd
}

const HEADER_MAX_BYTES = 1024

/** The revisions of a file along its cross-reference sections, the oldest first. @throws PdfRefused */
export function revisionChain(bytes: Uint8Array, spending: Spending): readonly RevisionPart[] {
  checkHeader(bytes)
  const last = lastRevisionEnd(bytes)
  const sections = xrefChain(bytes, last.section, spending)
  const parts: RevisionPart[] = []
  for (let i = 0; i < sections.length; ) {
    const part = partAt(bytes, sections, i)
    const newer = parts.at(-1)
    if (newer === undefined && part.end.start !== last.start) throw new PdfRefused('STARTXREF', last.start)
    // Nothing of a newer revision may stand within an older one.
    if (newer?.sections.some(({ start }) => start < part.end.eofEnd)) throw new PdfRefused('XREF', part.end.start)
    parts.push(part)
    i += part.sections.length
  }
  return parts.reverse()
}

function checkHeader(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_MAX_BYTES + 8))
  const at = head.indexOf('%PDF-')
  if (at < 0 || at > HEADER_MAX_BYTES || !/^\d\.\d/.test(head.toString('latin1', at + 5, at + 8)))
    throw new PdfRefused('HEADER')
}

/** The revision whose newest section is this one; `startxref` behind it must lead back to that section. */
function partAt(bytes: Uint8Array, sections: readonly XrefSection[], index: number): RevisionPart {
  const [newest, older, ...rest] = sections.slice(index, index + 3)
  if (newest === undefined) throw new PdfRefused('XREF')
  const isPair = older !== undefined && older.start > newest.start
  // Only a linearized original has its main section behind that of the first page (annex F.3).
  if (isPair && (rest.length > 0 || !isLinearized(bytes))) throw new PdfRefused('XREF', newest.start)
  const end = revisionEndAt(bytes, (isPair ? older : newest).end)
  // What a hybrid's trailer leads to must be of the same revision or older.
  if ((newest.hybrid?.end ?? 0) > end.start || (isPair && (older.hybrid?.end ?? 0) > end.start))
    throw new PdfRefused('XREF', newest.start)
  if (behindSlack(bytes, end.section) !== newest.start) throw new PdfRefused('STARTXREF', end.start)
  return { sections: isPair ? [newest, older] : [newest], end }
}

/** The dictionary that says so is the first object of the file. */
function isLinearized(bytes: Uint8Array): boolean {
  for (let at = 0; at < HEADER_MAX_BYTES; at++) if (isWordAt(bytes, at, '/Linearized')) return true
  return false
}
