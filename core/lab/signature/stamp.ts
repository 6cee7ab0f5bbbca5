import type { PdfRevision } from '../pdf/document.ts'
import { type PdfDictionary, type PdfValue, wholeOf } from '../pdf/value.ts'

/** Left, bottom, right, top. */
type Box = readonly [number, number, number, number]

const hidden = 2
/** Of its page: more than that is not the place of a signature. */
const partMax = 0.25

/** True when a widget shows something: it takes room, is not hidden, and has something to draw. */
export function isVisible(revision: PdfRevision, { entries }: PdfDictionary): boolean {
  const flags = wholeOf(revision.resolve(entries.get('F'))) ?? 0
  const isDrawn = ['AP', 'MK', 'BS', 'Border'].some((key) => entries.has(key))
  return isDrawn && (flags & hidden) === 0 && hasRoom(revision, entries)
}

function hasRoom(revision: PdfRevision, entries: PdfDictionary['entries']): boolean {
  const rect = revision.resolve(entries.get('Rect'))
  if (rect === undefined || rect.kind === 'null') return false
  const box = boxOf(revision, rect)
  return box === undefined || areaOf(box) > 0
}

/**
 * True when widgets lie over others of their page, or together over much of it; those that show nothing yet count as well,
 * as their signature may draw there later.
 */
export function areIntrusive(
  revision: PdfRevision,
  page: PdfDictionary,
  widgets: readonly PdfDictionary[],
  others: readonly PdfValue[],
): boolean {
  const wide = widgets.filter(({ entries }) => hasRoom(revision, entries))
  if (wide.length === 0) return false
  const boxes = wide.map(({ entries }) => boxOf(revision, entries.get('Rect')))
  const places = others.map((other) => boxOfAnnotation(revision, other))
  const isOver = boxes.some((box) => box === undefined || places.some((place) => place && overlap(box, place) > 0))
  const room = Math.min(...['MediaBox', 'CropBox'].map((key) => areaOfPage(revision, page, key)))
  return isOver || boxes.reduce((sum, box) => sum + (box ? areaOf(box) : 0), 0) > partMax * room
}

function boxOfAnnotation(revision: PdfRevision, value: PdfValue): Box | undefined {
  const annotation = revision.resolve(value)
  return annotation?.kind === 'dictionary' ? boxOf(revision, annotation.entries.get('Rect')) : undefined
}

/** Without a box that can be read, a page has no room; without a narrower one, no limit. */
function areaOfPage(revision: PdfRevision, page: PdfDictionary, key: string): number {
  const value = inherited(revision, page, key)
  if (value === undefined) return key === 'MediaBox' ? 0 : Number.POSITIVE_INFINITY
  const box = boxOf(revision, value)
  return box === undefined ? 0 : areaOf(box)
}

function boxOf(revision: PdfRevision, value: PdfValue | undefined): Box | undefined {
  const array = revision.resolve(value)
  if (array?.kind !== 'array' || array.items.length !== 4) return undefined
  const numbers = array.items.map((item) => revision.resolve(item)).map((item) => item?.kind === 'number' && item.value)
  const [a, b, c, d] = numbers
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number') return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

const areaOf = ([left, bottom, right, top]: Box): number => (right - left) * (top - bottom)

function overlap(one: Box, other: Box): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  return width > 0 && height > 0 ? width * height : 0
}

const levelsMax = 50

/** A page's own entry, or that of the nearest node above it (ISO 32000-2 §7.7.3.4). */
function inherited(revision: PdfRevision, page: PdfDictionary, key: string): PdfValue | undefined {
  let node: PdfValue | undefined = page
  for (let level = 0; level < levelsMax && node?.kind === 'dictionary'; level++) {
    const value = revision.resolve(node.entries.get(key))
    if (value !== undefined) return value
    node = revision.resolve(node.entries.get('Parent'))
  }
  return undefined
}
