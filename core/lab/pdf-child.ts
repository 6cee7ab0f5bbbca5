// Runs in a process of its own, which the lab may kill: a PDF is a program, and drawing it can take any time and memory.
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { type Derived, deriveDrawn } from './image.ts'
import type { Told } from './killable.ts'
import { scanStructure } from './pdf-structure.ts'
import type { Refused } from './refused.ts'

/** What the child tells about a PDF: how many pages it has, and what its first ones look like. */
export type PdfReport = Refused | { readonly pages: number; readonly drawn: readonly Derived[] }

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
    const drawn: Derived[] = []
    for (let index = 0; index < Math.min(pages, DRAWN_PAGES_MAX); index++)
      drawn.push(await drawPage(document.getPage(index)))
    return { pages, drawn }
  } finally {
    document.destroy()
  }
}

async function drawPage(page: PDFiumPage): Promise<Derived> {
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
  return deriveDrawn(data, width, height)
}

process.on('message', async (bytes: Uint8Array) => process.send?.(await report(bytes)))
process.on('disconnect', () => process.exit())
