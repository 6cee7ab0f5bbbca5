import { isDeepStrictEqual } from 'node:util'
import type { Event } from '../../core/case/event.ts'
import { fold } from '../../core/case/evolve.ts'
import type { AuditFinding } from '../../core/handling/ledger.ts'
import { canonical, digestOf, eventOf, hashOf, type Link } from './chain.ts'
import { type Client, rows } from './client.ts'
import type { Keys } from './keys.ts'
import { openCase, openSealed } from './ledger.ts'

interface AuditRow {
  readonly id: string
  readonly number: string
  readonly key: Uint8Array
  readonly state: Uint8Array
  readonly chain: string
}

const pageSize = 100

/** Walks every case by number: chain, seals, and whether the events still fold into the row. */
export async function* audit(client: Client, keys: Keys): AsyncGenerator<AuditFinding> {
  for (let after = ''; ; ) {
    const page = await rows<AuditRow>(client, PAGE, after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return
    const histories = await historiesOf(client, page)
    for (const row of page) yield check(keys, row, histories.get(row.id) ?? [])
    after = last.number
  }
}

const PAGE = `SELECT "id"::text, "number", "key", "state", "chain" FROM "case" WHERE "number" > $1 ORDER BY "number" LIMIT $2::int`

type StoredLink = Awaited<ReturnType<Client['event']['findMany']>>[number]

/** The histories of a page of cases, in one query. */
async function historiesOf(
  client: Client,
  page: readonly AuditRow[],
): Promise<ReadonlyMap<string, readonly StoredLink[]>> {
  const where = { caseId: { in: page.map(({ id }) => id) } }
  const links = await client.event.findMany({ where, orderBy: [{ caseId: 'asc' }, { revision: 'asc' }] })
  const histories = new Map<string, StoredLink[]>()
  for (const link of links) {
    const history = histories.get(link.caseId) ?? []
    history.push(link)
    histories.set(link.caseId, history)
  }
  return histories
}

function check(keys: Keys, row: AuditRow, links: readonly StoredLink[]): AuditFinding {
  const finding = { number: row.number, events: links.length }
  const events: Event[] = []
  let hash = ''
  keys.learn(`case:${row.id}`, new Uint8Array(row.key))
  for (const [n, link] of links.entries()) {
    const open = link.open as Record<string, unknown>
    hash = hashOf(row.id, hash, { revision: n + 1, open, sealedDigest: link.sealedDigest })
    if (link.revision !== n + 1 || link.hash !== hash) return { ...finding, fault: 'chain-broken', at: n + 1 }
    const sealed = unsealed(keys, row.id, link.revision, link.sealed)
    const isWhole =
      sealed === null ? link.sealedDigest === null : sealed !== undefined && digestOf(sealed) === link.sealedDigest
    if (!isWhole || sealed === undefined) return { ...finding, fault: 'seal-broken', at: n + 1 }
    events.push(eventOf(open, sealed))
  }
  if (hash !== row.chain) return { ...finding, fault: 'chain-broken', at: links.length + 1 }
  return { ...finding, fault: isSame(fold(events), keys, row) ? null : 'fold-differs' }
}

function unsealed(keys: Keys, id: string, revision: number, sealed: Uint8Array | null): Link['sealed'] | undefined {
  try {
    return openSealed(keys, id, revision, sealed)
  } catch {
    return undefined
  }
}

function isSame(folded: unknown, keys: Keys, row: AuditRow): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(canonical(folded)), JSON.parse(canonical(openCase(keys, row))))
  } catch {
    return false
  }
}
