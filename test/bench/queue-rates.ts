import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { deepDay, now, type Town } from './case-town.ts'

const rowsOnPage = 51
const whose = { role: 'verifier', staffId: 'sari', agencies: ['diy'], known: [], at: now() } as const

/** A page of a view with its count, each view in its turn, from the top and from deep inside. */
export async function lookAtList({ store: { ledger } }: Pick<Town, 'store'>, n: number): Promise<void> {
  const view = queueViews[n % queueViews.length] ?? 'all'
  const isDeep = Math.floor(n / queueViews.length) % 2 === 1
  const query = queryOf(view, whose)
  await ledger.page({ ...query, ...(isDeep && hasDepth(view) && { after: `1${deepDay}` }), limit: rowsOnPage })
  await ledger.count(query, 100)
}

const hasDepth = (view: QueueView): boolean => view !== 'near'
