import type { Case } from '../../core/case/case.ts'
import { isOpen } from '../../core/case/status.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import { isInView, type QueueView, queueViews, withContactCenter } from '../../core/ticket/queue.ts'
import { isOutside } from '../../core/ticket/stand-in.ts'
import type { Visitor } from './visitor.ts'

const listMax = 300

/** One person's queue: the cases of a view in order, and how many each view holds. */
export interface QueueList {
  readonly view: QueueView
  readonly cases: readonly Case[]
  readonly counts: Readonly<Partial<Record<QueueView, number>>>
  /** Something in hand of this person is urgent. */
  readonly isMineUrgent: boolean
  readonly isCut: boolean
  readonly agencies: Ports['agencies']
}

export async function queueList(ports: Ports, { staff, role }: Visitor, view: QueueView): Promise<QueueList> {
  const agencies = agenciesOf(ports, [staff])
  const find = async (of: QueueView) =>
    mayTake(
      ports,
      [staff],
      await ports.ledger.find({ agencies, statuses: withContactCenter(role, of), limit: listMax }),
    )
  const open = await find('all')
  const ended = view === 'ended' ? await find('ended') : []
  const of = (one: QueueView) =>
    [...open, ...ended].filter((c) => isInView(c, role, staff.id, one, isOutside(ports.agencies, c)))
  const counted = queueViews.filter((one) => one !== 'ended')
  return {
    view,
    cases: of(view),
    counts: Object.fromEntries(counted.map((one) => [one, of(one).length])),
    isMineUrgent: of('mine').some((c) => c.isUrgent),
    isCut: open.length === listMax || ended.length === listMax,
    agencies: ports.agencies,
  }
}

/** The case to work on after this one: mine first, then what waits. */
export async function nextCase(ports: Ports, visitor: Visitor, done: Case): Promise<Case | undefined> {
  const { staff, role } = visitor
  const agencies = agenciesOf(ports, [staff])
  const found = await ports.ledger.find({ agencies, statuses: withContactCenter(role, 'all'), limit: listMax })
  const open = await mayTake(ports, [staff], found)
  const others = open.filter((c) => c.id !== done.id && isOpen(c.status))
  return (
    others.find((c) => isInView(c, role, staff.id, 'mine') && !waitsForOthers(c)) ??
    others.find((c) => isInView(c, role, staff.id, 'waiting'))
  )
}

/** In hand, but with nothing to do in it for now. */
const waitsForOthers = ({ status, signedForm }: Case): boolean =>
  status === 'awaiting-requester' || (status === 'awaiting-signature' && signedForm === null)
