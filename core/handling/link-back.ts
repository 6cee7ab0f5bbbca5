import type { Case } from '../case/case.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** Notes on the other one of two cases that they belong together. A full list of links is no reason to try again. */
export async function linkBack(ports: Ports, c: Case, { payload }: OutboxItem): Promise<Delivery> {
  const { number } = payload as { readonly number: string }
  const other = await ports.ledger.caseByNumber(number)
  if (other !== undefined) await perform(ports, other.id, [{ type: 'link', to: c.number }], 'house')
  return { state: 'sent' }
}
