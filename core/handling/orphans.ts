import { daysAfter } from '../case/deadline.ts'
import type { FileName } from './evidence-files.ts'
import { namedFiles } from './named-files.ts'
import type { Ports } from './ports.ts'

type Shelf = Pick<Ports, 'files' | 'ledger' | 'rights'>

/** What a crash leaves behind is found by the next daily look, or by one of those after a long rest. */
const lookBackDays = 30

/**
 * Removes files that no history names, written before `before` (ISO): a crash between a file and its row left them, and
 * the row was never tried again. @returns how many files
 */
export const collectOrphans = (ports: Shelf, before: string): Promise<number> =>
  ports.files.prune({ after: daysAfter(before, -lookBackDays), before }, (caseId) => wantedOf(ports, caseId))

/** What a case still wants; nothing when it was erased, undefined when this store has never heard of it. */
async function wantedOf({ ledger, rights }: Shelf, caseId: string): Promise<readonly FileName[] | undefined> {
  const c = await ledger.caseById(caseId)
  if (c !== undefined) return namedFiles(c, await ledger.history(caseId))
  return (await rights.erased(caseId)) === undefined ? undefined : []
}
