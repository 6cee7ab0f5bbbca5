import { noCase } from '../../core/handling/access-log.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import type { Found, SearchAsked, SearchPlace } from '../../core/handling/search.ts'
import type { Desk, Visitor } from './visitor.ts'

const pageSize = 50

/** A page of what was found. */
export interface FoundList {
  readonly found: readonly Found[]
  /** Where the next page begins. */
  readonly next?: SearchPlace
}

/** What this person may see of the cases that have all that is asked for; every search is on record, never its words. */
export async function foundList(
  desk: Desk,
  visitor: Visitor,
  asked: SearchAsked,
  after: SearchPlace | undefined,
): Promise<FoundList> {
  const { ports } = desk
  const { staff } = visitor
  const agencies = [...new Set(agenciesOf(ports, [staff]))]
  const page = await ports.search.find({
    ...asked,
    agencies,
    limit: pageSize + 1,
    ...(after !== undefined && { after }),
  })
  const hits = page.slice(0, pageSize)
  const last = page.length > pageSize ? hits.at(-1)?.case : undefined
  const theirs = new Set(
    await mayTake(
      ports,
      [staff],
      hits.map((hit) => hit.case),
    ),
  )
  const found = hits.filter((hit) => theirs.has(hit.case))
  const record = (caseId: string, ref: string) => recordSearch(desk, visitor, caseId, ref)
  await record(noCase, askedKinds(asked))
  // That a person has a case is something that this person learned.
  for (const hit of found) if (hit.by === 'person') await record(hit.case.id, hit.case.number)
  return { found, ...(last !== undefined && { next: { openedAt: last.openedAt, caseId: last.id } }) }
}

/** Puts on record that somebody looked for something; never what. */
export const recordSearch = ({ ports }: Desk, { staff }: Visitor, caseId: string, ref: string): Promise<void> =>
  ports.accessLog.record({ staffId: staff.id, caseId, what: 'search', ref, at: ports.now() })

/** What kinds of things were asked for: "nip words". */
const askedKinds = ({ words, people }: SearchAsked): string =>
  [...new Set([...people.map(({ kind }) => kind), ...(words.length > 0 ? ['words'] : [])])].join(' ')

/** A place as forms and addresses carry it. */
export const placeText = ({ openedAt, caseId }: SearchPlace): string =>
  Buffer.from(`${openedAt}|${caseId}`).toString('base64url')

/** The place in a text; undefined when it is none. */
export function placeIn(text: string | undefined): SearchPlace | undefined {
  const [, openedAt, caseId] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      Buffer.from(text ?? '', 'base64url').toString('utf8'),
    ) ?? []
  if (openedAt === undefined || caseId === undefined || Number.isNaN(Date.parse(openedAt))) return undefined
  return { openedAt, caseId }
}
