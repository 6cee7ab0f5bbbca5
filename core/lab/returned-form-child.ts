// Runs in a process of its own, which the lab may kill: whoever holds a link may send a file made to stop its reader.
import type { Told } from './killable.ts'
import { PdfRefused } from './pdf/refused.ts'
import type { Refused } from './refused.ts'
import { NoForm, type ReturnedForm, returnedForm } from './returned-form.ts'

/** Both files to compare. */
export interface ReturnedTask {
  readonly issued: Uint8Array
  readonly returned: Uint8Array
}

/** What the child tells about a returned form. */
export type ReturnedReport = Refused | ReturnedForm

/** A defect of ours, as a value: a process that died of it could not say so. */
export interface Defect {
  readonly defect: string
}

async function report({ issued, returned }: ReturnedTask): Promise<ReturnedReport | Defect> {
  return returnedForm(issued, returned).catch((error: unknown): Defect | Refused => {
    if (error instanceof NoForm) return { defect: error.message }
    if (error instanceof PdfRefused) return { refused: 'CORRUPT' }
    throw error
  })
}

async function told(task: ReturnedTask): Promise<Told<ReturnedReport | Defect>> {
  try {
    return { answer: await report(task), isSpent: false }
  } catch {
    // A file whose fields or signature cannot be read is not what was issued, whoever's fault that is.
    return { answer: { refused: 'CORRUPT' }, isSpent: true }
  }
}

process.on('message', async (task: ReturnedTask) => {
  process.send?.(await told(task))
})
process.on('disconnect', () => process.exit())
