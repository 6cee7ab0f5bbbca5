import type { Case } from '../../core/case/case.ts'
import { isOpen } from '../../core/case/status.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import { rankOf } from '../../core/ticket/place.ts'
import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import type { QueueQuery } from '../../core/ticket/queue-page.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { type QueueFilter, withFilter } from './queue-filter.ts'
import type { Visitor } from './visitor.ts'

const pageSize = 50

/** Counts beyond are told as "99+". */
export const countMax = 99
const counted = queueViews.filter((view) => view !== 'ended')

/** One person's queue: a page of a view in order, and how many each view holds. */
export interface QueueList {
  readonly view: QueueView
  readonly filter: QueueFilter
  readonly cases: readonly Case[]
  /** Of each view without filters; one more than `countMax` where there are more. */
  readonly counts: Readonly<Partial<Record<QueueView, number>>>
  /** Something in hand of this person is urgent. */
  readonly isMineUrgent: boolean
  /** The rank behind which the next page begins. */
  readonly next?: string
  readonly agencies: Ports['agencies']
}

export interface QueueAsked {
  readonly view: QueueView
  readonly filter: QueueFilter
}

export async function queueList(
  ports: Ports,
  visitor: Visitor,
  { view, filter }: QueueAsked,
  at: string,
): Promise<QueueList> {
  const queue = queueOf(ports, visitor, at)
  const { after } = filter
  const found = await ports.ledger.page({
    ...withFilter(queue.query(view), filter),
    ...(after !== undefined && { after }),
    limit: pageSize + 1,
  })
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  const counts = await Promise.all(counted.map(async (one) => [one, await queue.count(one)] as const))
  return {
    view,
    filter,
    cases: await queue.mine(found.slice(0, pageSize)),
    counts: Object.fromEntries(counts),
    isMineUrgent: (await queue.top('mine', 1)).some((c) => c.isUrgent),
    ...(last !== undefined && { next: rankOf(last) }),
    agencies: ports.agencies,
  }
}

function queueOf(ports: Ports, { staff, role }: Visitor, at: string) {
  const agencies = [...new Set(agenciesOf(ports, [staff]))]
  const query = (view: QueueView): QueueQuery =>
    queryOf(view, { role, staffId: staff.id, agencies, known: ports.agencies, at })
  const mine = (cases: readonly Case[]) => mayTake(ports, [staff], cases)
  const top = async (view: QueueView, limit: number) => mine(await ports.ledger.page({ ...query(view), limit }))
  // What another agency's verifiers can do themselves is told apart case by case.
  const standsIn = agencies.length > staff.agencies.length
  const count = async (view: QueueView) =>
    standsIn ? (await top(view, countMax + 1)).length : ports.ledger.count(query(view), countMax + 1)
  return { query, mine, top, count }
}

const nextMost = 50

/** What waits for this person, most urgent first; the first of many. */
export const waitingCases = (ports: Ports, visitor: Visitor, at: string): Promise<readonly Case[]> =>
  queueOf(ports, visitor, at).top('waiting', nextMost)

/** The case to work on after this one: mine first, then what waits. */
export async function nextCase(ports: Ports, visitor: Visitor, done: Case, at: string): Promise<Case | undefined> {
  const queue = queueOf(ports, visitor, at)
  const isNext = (c: Case) => c.id !== done.id && isOpen(c.status)
  const mine = (await queue.top('mine', nextMost)).find((c) => isNext(c) && !waitsForOthers(c))
  return mine ?? (await queue.top('waiting', nextMost)).find(isNext)
}

/** In hand, but with nothing to do in it for now. */
const waitsForOthers = ({ status, signedForm, snooze }: Case): boolean =>
  snooze != null || status === 'awaiting-requester' || (status === 'awaiting-signature' && signedForm === null)
