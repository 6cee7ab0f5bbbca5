import type { PdfRevision } from '../pdf/document.ts'
import { type PdfDictionary, type PdfValue, wholeOf } from '../pdf/value.ts'

/** Left, bottom, right, top. */
type Box = readonly [number, number, number, number]

const hidden = 2
/** Of its page: more than that is not the place of a signature. */
const partMax = 0.25

/** True when a widget shows something: it takes room, is not hidden, and has something to draw. */
export function isVisible(revision: PdfRevision, { entries }: PdfDictionary): boolean {
  const rect = revision.resolve(entries.get('Rect'))
  if (rect === undefined || rect.kind === 'null') return false
  const box = boxOf(revision, rect)
  const flags = wholeOf(revision.resolve(entries.get('F'))) ?? 0
  const isDrawn = ['AP', 'MK', 'BS', 'Border'].some((key) => entries.has(key))
  return isDrawn && (flags & hidden) === 0 && (box === undefined || areaOf(box) > 0)
}

/** True when a widget that shows something lies over others of its page, or over much of the page. */
export function isIntrusive(
  revision: PdfRevision,
  page: PdfDictionary,
  widget: PdfDictionary,
  others: readonly PdfValue[],
): boolean {
  if (!isVisible(revision, widget)) return false
  const box = boxOf(revision, widget.entries.get('Rect'))
  const media = boxOf(revision, inherited(revision, page, 'MediaBox'))
  if (box === undefined || media === undefined || areaOf(box) > partMax * areaOf(media)) return true
  return others.some((other) => {
    const annotation = revision.resolve(other)
    if (annotation?.kind !== 'dictionary') return false
    const place = boxOf(revision, annotation.entries.get('Rect'))
    return place !== undefined && overlap(box, place) > 0
  })
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
