import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { Refused } from './refused.ts'

const PAGES_MAX = 20
// Signature fields are welcome; whatever runs, sends, carries other files or replaces the page (XFA) is not.
const ACTIVE_KEYS = ['JS', 'JavaScript', 'EF', 'EmbeddedFiles', 'XFA', 'RichMediaContent'].map((key) => PDFName.of(key))
const ACTIVE_ACTIONS = new Set(
  ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'RichMediaExecute'].map((key) =>
    PDFName.of(key),
  ),
)
const ACTIVE_SUBTYPES = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', '3D'].map((key) => PDFName.of(key)))

/** Reads a PDF's objects without drawing it. @returns the number of its pages, or why it is not let in */
export async function scanStructure(bytes: Uint8Array): Promise<number | Refused> {
  if (isCutOff(bytes)) return { refused: 'CORRUPT' }
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    if (document.isEncrypted) return { refused: 'ENCRYPTED' }
    if (hasActiveContent(document)) return { refused: 'ACTIVE_CONTENT' }
    const pages = document.getPageCount()
    if (pages < 1) return { refused: 'CORRUPT' }
    return pages > PAGES_MAX ? { refused: 'TOO_MANY_PAGES' } : pages
  } catch {
    // Loops in the page tree end the stack, broken objects the parser: both say the same of the file.
    return { refused: 'CORRUPT' }
  }
}

/** Tells whether the end is missing: readers repair such files silently, and show less than was sent. */
function isCutOff(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = text.lastIndexOf('%%EOF')
  const start = text.lastIndexOf('startxref', end)
  return end < 0 || start < 0 || /\d\s+\d+\s+obj\b/.test(text.toString('latin1', end))
}

function hasActiveContent(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => isActive(object))
}

function isActive(object: PDFObject): boolean {
  if (object instanceof PDFArray) return object.asArray().some(isActive)
  if (object instanceof PDFStream) return isActive(object.dict)
  if (!(object instanceof PDFDict)) return false
  if (ACTIVE_KEYS.some((key) => object.has(key))) return true
  const [action, subtype] = [object.get(PDFName.of('S')), object.get(PDFName.of('Subtype'))]
  if (action instanceof PDFName && ACTIVE_ACTIONS.has(action)) return true
  if (subtype instanceof PDFName && ACTIVE_SUBTYPES.has(subtype)) return true
  return object.values().some(isActive)
}
