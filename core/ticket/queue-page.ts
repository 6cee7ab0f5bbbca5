import type { Case } from '../case/case.ts'
import type { Status } from '../case/status.ts'
import type { ProcedureName } from '../procedure/names.ts'
import { placeOf, rankOf } from './place.ts'

/** Cases of one agency in one status. */
export interface Lane {
  readonly agency: string
  readonly status: Status
}

/** Which cases a list shows; all that is given must hold. */
export interface QueueQuery {
  readonly lanes: readonly Lane[]
  readonly waits?: 'verifier' | 'agent'
  /** Only those for which somebody waits no more: one of them has it. */
  readonly isTaken?: true
  readonly inHand?: string
  readonly procedure?: ProcedureName
  readonly hasRemarks?: boolean
  /** Only those due by then, or before. */
  readonly dueBy?: string
  /** Only these, by their ids. */
  readonly ids?: readonly string[]
}

/** One page of a list. */
export interface PageQuery extends QueueQuery {
  /** The rank behind which it begins; from the top without. */
  readonly after?: string
  readonly limit: number
}

/** True when a case is among those of a query, by what is kept beside it `at` its last change. */
export function isAmong(c: Case, query: QueueQuery, at: string): boolean {
  const { place, waits, inHand, hasRemarks } = placeOf(c, at)
  return (
    place !== null &&
    query.lanes.some(({ agency, status }) => agency === c.agency && status === c.status) &&
    (query.waits === undefined || waits === query.waits) &&
    (query.isTaken === undefined || waits === null) &&
    (query.inHand === undefined || inHand === query.inHand) &&
    (query.procedure === undefined || c.procedure === query.procedure) &&
    (query.ids === undefined || query.ids.includes(c.id)) &&
    (query.hasRemarks === undefined || hasRemarks === query.hasRemarks) &&
    (query.dueBy === undefined || (c.dueAt !== null && c.dueAt <= query.dueBy))
  )
}

/** By code points, as ranks are compared everywhere. */
export const byRank = (a: Case, b: Case): number => (rankOf(a) < rankOf(b) ? -1 : 1)
