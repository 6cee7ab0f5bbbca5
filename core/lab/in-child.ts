import { atMost } from './at-most.ts'
import type { HeicReport } from './heic-child.ts'
import type { ReadImage } from './image.ts'
import type { ImageTask } from './image-child.ts'
import { killable } from './killable.ts'
import type { PdfReport } from './pdf-child.ts'
import type { Refused } from './refused.ts'
import type { Defect, ReturnedReport, ReturnedTask } from './returned-form-child.ts'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const childOf = (name: string) => new URL(`./${name}-child.${extension}`, import.meta.url)
const pdfChild = killable<PdfReport>(childOf('pdf'), { timeoutMs: 15_000, memoryMaxBytes: 500_000_000 })
// A start costs as much as four photos.
const imageLimits = { timeoutMs: 30_000, memoryMaxBytes: 1_000_000_000, tasksMax: 200 }
const imageChild = killable<ReadImage | Refused, ImageTask>(childOf('image'), imageLimits)
const heicChild = killable<HeicReport>(childOf('heic'), { timeoutMs: 30_000, memoryMaxBytes: 1_000_000_000 })
const returnedLimits = { timeoutMs: 10_000, memoryMaxBytes: 500_000_000 }
const returnedChild = killable<ReturnedReport | Defect, ReturnedTask>(childOf('returned-form'), returnedLimits)
const returnedInTurn = atMost(2)

/** Reads a picture in a process that is killed after 30 s or at 1 GB; whatever kills it is called CORRUPT. */
export async function readPicture(task: ImageTask): Promise<ReadImage | Refused> {
  return (await imageChild(task)) ?? { refused: 'CORRUPT' }
}

/** Scans and draws a PDF in a process that is killed after 15 s or at 500 MB; whatever kills it is called CORRUPT. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReport> {
  return (await pdfChild(bytes)) ?? { refused: 'CORRUPT' }
}

/** Decodes a HEIC photo in a process that is killed after 30 s or at 1 GB; whatever kills it is called CORRUPT. */
export async function readHeic(bytes: Uint8Array): Promise<HeicReport> {
  return (await heicChild(bytes)) ?? { refused: 'CORRUPT' }
}

/**
 * Compares a returned form with the issued one in a process that is killed after 10 s or at 500 MB; whatever kills it is
 * called CORRUPT.
 * @throws Error when what was issued is no form
 */
export async function readReturnedForm(task: ReturnedTask): Promise<ReturnedReport> {
  const report = (await returnedInTurn(() => returnedChild(task))) ?? { refused: 'CORRUPT' }
  if ('defect' in report) throw new Error(report.defect)
  return report
}
