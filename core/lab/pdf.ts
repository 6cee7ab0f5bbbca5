import { killable } from './killable.ts'
import type { PdfReport } from './pdf-child.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const inChild = killable<PdfReport>(new URL(`./pdf-child.${extension}`, import.meta.url), {
  timeoutMs: 15_000,
  memoryMaxBytes: 500_000_000,
})

/** Scans and draws a PDF in a process that is killed after 15 s or at 500 MB; whatever kills it is called CORRUPT. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReport> {
  return (await inChild(bytes)) ?? { refused: 'CORRUPT' }
}
