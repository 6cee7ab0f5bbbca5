import type { Event } from '../../core/case/event.ts'
import { fold } from '../../core/case/evolve.ts'
import type { AuditFinding } from '../../core/handling/ledger.ts'
import { historyIn, PAGE, type PageRow, type StoredHistory } from './audit-page.ts'
import { canonical, digestOf, eventOf, hashOf, type Link, sha256 } from './chain.ts'
import { type Client, rows } from './client.ts'
import { erasedType } from './erase.ts'
import type { Keys } from './keys.ts'

const pageSize = 100

/** Walks every case by number: chain, seals, and whether the events still fold into the row. */
export async function* audit(client: Client, keys: Keys): AsyncGenerator<AuditFinding> {
  const pageAfter = (number: string) => rows<PageRow>(client, PAGE, number, pageSize)
  for (let coming = pageAfter(''); ; ) {
    const page = await coming
    const last = page.at(-1)
    if (last === undefined) return
    // The database gathers the next page while this one is checked.
    coming = pageAfter(last.number)
    // Told when it is awaited; whoever stops reading before that is not interested.
    coming.catch(() => {})
    for (const row of page) yield check(keys, historyIn(row))
  }
}

function check(keys: Keys, history: StoredHistory): AuditFinding {
  const { id, number, key, state, chain, links } = history
  if (history.isErased) return checkErased(history)
  const finding = { number, events: links.length }
  const events: Event[] = []
  let hash = ''
  keys.learn(`case:${id}`, key)
  for (const [n, link] of links.entries()) {
    hash = hashOf(id, hash, { revision: n + 1, open: link.open, sealedDigest: link.sealedDigest })
    if (link.revision !== n + 1 || link.hash !== hash) return { ...finding, fault: 'chain-broken', at: n + 1 }
    const sealed = unsealed(keys, id, link)
    if (sealed === undefined) return { ...finding, fault: 'seal-broken', at: n + 1 }
    events.push(eventOf(link.open, sealed))
  }
  if (hash !== chain) return { ...finding, fault: 'chain-broken', at: links.length + 1 }
  return { ...finding, fault: isFolded(events, keys, id, state) ? null : 'fold-differs' }
}

/** Without its key: the chain with the digests of what was sealed, the fact at its end, and that the rest is gone. */
function checkErased({ id, number, key, state, chain, links }: StoredHistory): AuditFinding {
  const finding = { number, events: links.length, isErased: true } as const
  let hash = ''
  for (const [n, { revision, open, sealedDigest, ...link }] of links.entries()) {
    hash = hashOf(id, hash, { revision: n + 1, open, sealedDigest })
    if (revision !== n + 1 || link.hash !== hash) return { ...finding, fault: 'chain-broken', at: n + 1 }
  }
  if (hash !== chain) return { ...finding, fault: 'chain-broken', at: links.length + 1 }
  // Whoever only dropped a key has not erased it by the rules.
  const isSaid = links.at(-1)?.open.type === erasedType
  return { ...finding, fault: isSaid && key.length === 0 && state.length === 0 ? null : 'seal-broken' }
}

/** The sealed part that the chain speaks of, null where it speaks of none; undefined when it is not that. */
function unsealed(
  keys: Keys,
  id: string,
  { revision, sealed, sealedDigest }: StoredHistory['links'][number],
): Link['sealed'] | undefined {
  if (sealed === null || sealedDigest === null) return sealed === sealedDigest ? null : undefined
  try {
    const bytes = keys.openBytes(`case:${id}`, `event:sealed:${id}:${revision}`, sealed)
    // What has the digest was written as a sealed part.
    const value = JSON.parse(textOf(bytes)) as NonNullable<Link['sealed']>
    // Sealed as it is digested, unless its names stood in another order.
    return sha256(bytes) === sealedDigest || digestOf(value) === sealedDigest ? value : undefined
  } catch {
    return undefined
  }
}

function isFolded(events: readonly Event[], keys: Keys, id: string, state: Uint8Array): boolean {
  try {
    const [folded, stored] = [fold(events), textOf(keys.openBytes(`case:${id}`, `case:state:${id}`, state))]
    // Mostly the very same text; the names may stand in another order.
    return JSON.stringify(folded) === stored || canonical(folded) === canonical(JSON.parse(stored))
  } catch {
    return false
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
