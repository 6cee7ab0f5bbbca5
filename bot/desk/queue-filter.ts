import { allStatuses, type Status } from '../../core/case/status.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { type DueSpan, dueSpans, endOfSpan } from '../../core/ticket/due-span.ts'
import { isRank } from '../../core/ticket/place.ts'
import { plainWords } from '../../core/ticket/plain-words.ts'
import type { QueueView } from '../../core/ticket/queue.ts'
import type { QueueQuery } from '../../core/ticket/queue-page.ts'

/** What an address asks a list for; what it does not understand of it is not asked. */
export interface QueueFilter {
  readonly procedure?: ProcedureName
  readonly status?: Status
  readonly agency?: string
  readonly checks?: 'clean' | 'remarked'
  /** Id of the member of staff who has it in hand. */
  readonly holder?: string
  readonly due?: DueSpan
  /** Words that stand in the case; never a number of a person, for they are in an address. */
  readonly text?: string
  /** The rank behind which the page begins. */
  readonly after?: string
}

const textMax = 100

/** The filter in an address; `ask` reads one of its parameters. */
export function filterFrom(ask: (name: string) => string | undefined): QueueFilter {
  const procedure = procedureNames.find((name) => name === ask('procedure'))
  const status = allStatuses.find((name) => name === ask('status'))
  const [agency, holder] = [ask('agency')?.slice(0, 60), ask('holder')?.slice(0, 60)]
  const checks = (['clean', 'remarked'] as const).find((name) => name === ask('checks'))
  const due = dueSpans.find((span) => span === ask('due'))
  const text = plainWords((ask('text') ?? '').slice(0, textMax)).words.join(' ')
  const after = Buffer.from(ask('after') ?? '', 'base64url').toString('utf8')
  return {
    ...(procedure !== undefined && { procedure }),
    ...(status !== undefined && { status }),
    ...(agency !== undefined && agency !== '' && { agency }),
    ...(checks !== undefined && { checks }),
    ...(holder !== undefined && holder !== '' && { holder }),
    ...(due !== undefined && { due }),
    ...(text !== '' && { text }),
    ...(isRank(after) && { after }),
  }
}

/** True when somebody wrote a number or address of a person, which may stand in no address. */
export const namesPerson = (typed: string | undefined): boolean => plainWords(typed ?? '').people.length > 0

/** How many things narrow the list. */
export const filterCount = ({ after, ...rest }: QueueFilter): number => Object.keys(rest).length

/** True when something but the page is asked for. */
export const isFiltered = (filter: QueueFilter): boolean => filterCount(filter) > 0

/** A view's query, narrowed; a filter never shows what the view would not. Its words are looked for elsewhere. */
export function withFilter(query: QueueQuery, filter: QueueFilter, at: string): QueueQuery {
  const { procedure, status, agency, checks, holder, due } = filter
  const isOther = holder !== undefined && query.inHand !== undefined && query.inHand !== holder
  const lanes = query.lanes.filter(
    (lane) => (agency === undefined || lane.agency === agency) && (status === undefined || lane.status === status),
  )
  const ends = [query.dueBy, due && endOfSpan(due, at)].filter((end) => end !== undefined).toSorted()
  return {
    ...query,
    lanes: isOther ? [] : lanes,
    ...(procedure !== undefined && { procedure }),
    ...(checks !== undefined && { hasRemarks: checks === 'remarked' }),
    ...(holder !== undefined && { inHand: holder }),
    ...(ends[0] !== undefined && { dueBy: ends[0] }),
  }
}

/** The address of a page of a view. */
export const addressOf = (view: QueueView, filter: QueueFilter = {}): string => `/desk?${queryText(view, filter)}`

/** What stands behind the question mark of that address. */
export function queryText(view: QueueView, { after, ...filter }: QueueFilter = {}): string {
  const query = new URLSearchParams({ view, ...filter })
  if (after !== undefined) query.set('after', Buffer.from(after).toString('base64url'))
  return `${query}`
}
