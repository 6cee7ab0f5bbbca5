import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'

/**
 * What became of the pages that were issued. `none`: they look as they did, but for the boxes that wait for a signature.
 * `added`: all their words are there in their order, and something visible besides. `other`: anything else.
 */
export type PageChange = 'none' | 'added' | 'other'

/** A box of a page in points, from its lower left corner; pages count from 0. */
export interface PageBox {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Look {
  readonly words: readonly string[]
  readonly widthPx: number
  readonly heightPx: number
  readonly pixelsPerPoint: number
  /** One byte for a pixel, grey, from the upper left. */
  readonly pixels: Uint8Array
}

/** What was compared: the change, and all words of the pages that came back. */
export interface ComparedPages {
  readonly change: PageChange
  readonly words: readonly string[]
}

const LONG_SIDE_PX = 1400
/** Fields that are written anew may set their words a hair aside. */
const SAME_SHADE = 24

let library: Promise<PDFiumLibrary> | undefined

/** Compares pages as people see them: their text, and what is drawn outside of the signature boxes. */
export async function pageChange(
  issued: Uint8Array,
  returned: Uint8Array,
  boxes: readonly PageBox[],
): Promise<ComparedPages> {
  library ??= PDFiumLibrary.init()
  const ours = await (await library).loadDocument(issued)
  const theirs = await (await library).loadDocument(returned)
  try {
    const count = theirs.getPageCount()
    if (count !== ours.getPageCount()) return { change: 'other', words: [] }
    const words: string[] = []
    let change: PageChange = 'none'
    for (let index = 0; index < count; index++) {
      const [before, after] = [await lookOf(ours.getPage(index)), await lookOf(theirs.getPage(index))]
      words.push(...after.words)
      const here = changeOf(
        before,
        after,
        boxes.filter(({ page }) => page === index),
      )
      if (here === 'other' || change === 'none') change = here
      if (change === 'other') break
    }
    return { change, words }
  } finally {
    theirs.destroy()
    ours.destroy()
  }
}

function changeOf(before: Look, after: Look, boxes: readonly PageBox[]): PageChange {
  if (!isWithin(before.words, after.words)) return 'other'
  return isSameSight(before, after, boxes) ? 'none' : 'added'
}

async function lookOf(page: PDFiumPage): Promise<Look> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const pixelsPerPoint = LONG_SIDE_PX / Math.max(originalWidth, originalHeight)
  const [widthPx, heightPx] = [Math.round(originalWidth * pixelsPerPoint), Math.round(originalHeight * pixelsPerPoint)]
  if (!(widthPx >= 1 && heightPx >= 1)) throw new RangeError('a page without size')
  const words = wordsIn(page.getText())
  const { data } = await page.render({
    width: widthPx,
    height: heightPx,
    scale: 1,
    colorSpace: 'Gray',
    renderFormFields: true,
    render: async (drawn) => Uint8Array.from(drawn.data),
  })
  return { words, widthPx, heightPx, pixelsPerPoint, pixels: data }
}

/** The words of a text, as they are whatever breaks its lines. */
export const wordsIn = (text: string): readonly string[] => text.normalize('NFKC').split(/\s+/).filter(Boolean)

/** True when all of the first stand in the second, in their order. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let at = 0
  for (const word of many) if (word === few[at]) at += 1
  return at === few.length
}

function isSameSight(before: Look, after: Look, boxes: readonly PageBox[]): boolean {
  const { widthPx, heightPx, pixelsPerPoint, pixels } = before
  if (after.widthPx !== widthPx || after.heightPx !== heightPx) return false
  const hidden = boxes.map(({ x, y, width, height }) => ({
    left: x * pixelsPerPoint - 1,
    right: (x + width) * pixelsPerPoint + 1,
    top: heightPx - (y + height) * pixelsPerPoint - 1,
    bottom: heightPx - y * pixelsPerPoint + 1,
  }))
  for (let at = 0; at < pixels.length; at++) {
    if (Math.abs((pixels[at] ?? 0) - (after.pixels[at] ?? 0)) <= SAME_SHADE) continue
    const [column, row] = [at % widthPx, Math.floor(at / widthPx)]
    const isHidden = hidden.some(
      ({ left, right, top, bottom }) => left <= column && column <= right && top <= row && row <= bottom,
    )
    if (!isHidden) return false
  }
  return true
}
