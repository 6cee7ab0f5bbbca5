// Runs in a process of its own, which the lab may kill: a PDF is a program, and drawing it can take any time and memory.
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import type { Told } from './killable.ts'
import { scanStructure } from './pdf-structure.ts'
import type { Refused } from './refused.ts'

/** A page drawn, four bytes (RGBA) a pixel. */
export interface DrawnPage {
  readonly rgba: Uint8Array
  readonly width: number
  readonly height: number
}

/** What the child tells about a PDF. */
export type PdfReport = Refused | { readonly pages: number; readonly drawn: readonly DrawnPage[] }

const DRAWN_PAGES_MAX = 3
const LONG_SIDE_PX = 1600

let library: PDFiumLibrary | undefined

async function report(bytes: Uint8Array): Promise<Told<PdfReport>> {
  const pages = await scanStructure(bytes)
  if (typeof pages !== 'number') return { answer: pages, isSpent: false }
  library ??= await PDFiumLibrary.init()
  try {
    return { answer: await draw(library, bytes, pages), isSpent: false }
  } catch {
    // What is left of the library after a fault is not trusted with the next file.
    return { answer: { refused: 'CORRUPT' }, isSpent: true }
  }
}

async function draw(pdfium: PDFiumLibrary, bytes: Uint8Array, pages: number): Promise<PdfReport> {
  const document = await pdfium.loadDocument(bytes)
  try {
    // Where the two readers disagree the file is not what it seems.
    if (document.getPageCount() !== pages) return { refused: 'CORRUPT' }
    const drawn: DrawnPage[] = []
    for (let index = 0; index < Math.min(pages, DRAWN_PAGES_MAX); index++)
      drawn.push(await drawPage(document.getPage(index)))
    return { pages, drawn }
  } finally {
    document.destroy()
  }
}

async function drawPage(page: PDFiumPage): Promise<DrawnPage> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = LONG_SIDE_PX / Math.max(originalWidth, originalHeight)
  const [width, height] = [Math.round(originalWidth * scale), Math.round(originalHeight * scale)]
  if (!(width >= 1 && height >= 1)) throw new RangeError('a page without size')
  const { data } = await page.render({
    width,
    height,
    scale: 1,
    renderFormFields: true,
    render: async ({ data }) => data,
  })
  return { rgba: data, width, height }
}

process.on('message', async (bytes: Uint8Array) => process.send?.(await report(bytes)))
process.on('disconnect', () => process.exit())
