import { allStatuses, type Status } from '../../core/case/status.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { isRank } from '../../core/ticket/place.ts'
import type { QueueView } from '../../core/ticket/queue.ts'
import type { QueueQuery } from '../../core/ticket/queue-page.ts'

/** What an address asks a list for; what it does not understand of it is not asked. */
export interface QueueFilter {
  readonly procedure?: ProcedureName
  readonly status?: Status
  readonly agency?: string
  readonly checks?: 'clean' | 'remarked'
  /** The rank behind which the page begins. */
  readonly after?: string
}

/** The filter in an address; `ask` reads one of its parameters. */
export function filterFrom(ask: (name: string) => string | undefined): QueueFilter {
  const procedure = procedureNames.find((name) => name === ask('procedure'))
  const status = allStatuses.find((name) => name === ask('status'))
  const agency = ask('agency')?.slice(0, 60)
  const checks = (['clean', 'remarked'] as const).find((name) => name === ask('checks'))
  const after = Buffer.from(ask('after') ?? '', 'base64url').toString('utf8')
  return {
    ...(procedure !== undefined && { procedure }),
    ...(status !== undefined && { status }),
    ...(agency !== undefined && agency !== '' && { agency }),
    ...(checks !== undefined && { checks }),
    ...(isRank(after) && { after }),
  }
}

/** True when something but the page is asked for. */
export const isFiltered = ({ after, ...rest }: QueueFilter): boolean => Object.keys(rest).length > 0

/** A view's query, narrowed; a filter never shows what the view would not. */
export function withFilter(query: QueueQuery, { procedure, status, agency, checks }: QueueFilter): QueueQuery {
  return {
    ...query,
    lanes: query.lanes.filter(
      (lane) => (agency === undefined || lane.agency === agency) && (status === undefined || lane.status === status),
    ),
    ...(procedure !== undefined && { procedure }),
    ...(checks !== undefined && { hasRemarks: checks === 'remarked' }),
  }
}

/** The address of a page of a view. */
export function addressOf(view: QueueView, { after, ...filter }: QueueFilter = {}): string {
  const query = new URLSearchParams({ view, ...filter })
  if (after !== undefined) query.set('after', Buffer.from(after).toString('base64url'))
  return `/desk?${query}`
}
