import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { isOpen } from '../../core/case/status.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import type { SavedView } from '../../core/handling/saved-views.ts'
import { bySkill } from '../../core/handling/skills.ts'
import { rankOf } from '../../core/ticket/place.ts'
import { plainWords } from '../../core/ticket/plain-words.ts'
import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { byRank, type QueueQuery } from '../../core/ticket/queue-page.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { type LastLook, lastLooks } from './last-look.ts'
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
  /** Who opened each of them last. */
  readonly looks: ReadonlyMap<string, LastLook>
  /** Of each view without filters; one more than `countMax` where there are more. */
  readonly counts: Readonly<Partial<Record<QueueView, number>>>
  /** Something in hand of this person is urgent. */
  readonly isMineUrgent: boolean
  /** The rank behind which the next page begins. */
  readonly next?: string
  /** There are more cases with the words of the filter than were looked at. */
  readonly areMoreWithText: boolean
  /** Who may have a case in hand. */
  readonly holders: readonly Staff[]
  /** This person's own lists. */
  readonly saved: readonly SavedView[]
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
  const ids = await idsWith(ports, visitor, filter.text)
  const found = await ports.ledger.page({
    ...withFilter(queue.query(view), filter, at),
    ...(ids !== undefined && { ids }),
    ...(after !== undefined && { after }),
    limit: pageSize + 1,
  })
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  const counts = await Promise.all(counted.map(async (one) => [one, await queue.count(one)] as const))
  const cases = await queue.mine(found.slice(0, pageSize))
  return {
    view,
    filter,
    cases,
    looks: await lastLooks(ports, cases),
    counts: Object.fromEntries(counts),
    isMineUrgent: (await queue.top('mine', 1)).some((c) => c.isUrgent),
    ...(last !== undefined && { next: rankOf(last) }),
    areMoreWithText: ids !== undefined && ids.length >= withTextMax,
    holders: await holdersFor(ports, visitor),
    saved: await ports.savedViews.viewsOf(visitor.staff.id),
    agencies: ports.agencies,
  }
}

/** Of more cases with these words only the newest are looked at. */
const withTextMax = 300

async function idsWith(ports: Ports, { staff }: Visitor, text: string | undefined) {
  if (text === undefined) return undefined
  const agencies = [...new Set(agenciesOf(ports, [staff]))]
  const found = await ports.search.find({ ...plainWords(text), agencies, limit: withTextMax })
  return found.map((hit) => hit.case.id)
}

const holdersMax = 100

/** Who else can have a case of this person's agencies in hand. */
async function holdersFor(ports: Ports, { staff, role }: Visitor): Promise<readonly Staff[]> {
  const present = (await ports.directory.staff()).filter((one) => one.removedAt === null && one.role === role)
  const near = present.filter(({ agencies }) => agencies.some((code) => staff.agencies.includes(code)))
  return near.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, holdersMax)
}

function queueOf(ports: Ports, { staff, role }: Visitor, at: string) {
  const agencies = [...new Set(agenciesOf(ports, [staff]))]
  const query = (view: QueueView): QueueQuery =>
    queryOf(view, { role, staffId: staff.id, agencies, known: ports.agencies, at })
  const mine = (cases: readonly Case[]) => mayTake(ports, [staff], cases)
  const top = async (view: QueueView, limit: number, more: Partial<QueueQuery> = {}) =>
    mine(await ports.ledger.page({ ...query(view), ...more, limit }))
  // What another agency's verifiers can do themselves is told apart case by case.
  const standsIn = agencies.length > staff.agencies.length
  const count = async (view: QueueView) =>
    standsIn ? (await top(view, countMax + 1)).length : ports.ledger.count(query(view), countMax + 1)
  return { query, mine, top, count }
}

const nextMost = 50

/**
 * What waits for this person, the first of many: what they know best, then what nobody on duty knows better, then what
 * others do; of each the most urgent first.
 */
export async function waitingCases(ports: Ports, visitor: Visitor, at: string): Promise<readonly Case[]> {
  const queue = queueOf(ports, visitor, at)
  const skills = visitor.staff.skills ?? []
  // However many others are due before them.
  const own = await Promise.all(skills.map((procedure) => queue.top('waiting', nextMost, { procedure })))
  return bySkill(ports, visitor.staff, [...own.flat().toSorted(byRank), ...(await queue.top('waiting', nextMost))])
}

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
