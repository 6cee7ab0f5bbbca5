import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Event } from '../../core/case/event.ts'
import { fold } from '../../core/case/evolve.ts'
import type { Commit } from '../../core/handling/ledger.ts'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { canonical, sha256 } from '../../prisma/sql/chain.ts'
import type { Client } from '../../prisma/sql/client.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { dewi, Story } from '../case/given.ts'
import type { Span } from './scenario.ts'
import type { StoreKind, World } from './world.ts'

/** 22 350 events. */
const cases = 600
const casesAtOnce = 20

/** B14: events that `audit verify` checks in a second, and texts of their size that the same SHA-256 alone takes. */
export async function auditRates(
  world: World,
  kind: StoreKind,
  rounds: number,
): Promise<readonly { readonly audit: Span; readonly raw: Span }[]> {
  const { dataDir, env } = await world.contender(kind)
  const database = await openDatabase(env.DATABASE_URL === undefined ? { dataDir } : { url: env.DATABASE_URL })
  const [sealer, evidenceDir] = [createSealer(randomBytes(32)), join(dataDir, 'evidence')]
  const open = () =>
    createSqlStore(database.prisma, { sealer, evidenceDir, now: () => new Date().toISOString(), newId: randomUUID })
  try {
    await fill(open().ledger)
    const bytes = await hashedBytes(database.prisma)
    const spans = []
    // One round more than counts: the first warms the compilers. Each by a store that knows no keys yet.
    for (let round = 0; round <= rounds; round += 1) {
      const audit = await verify(open().ledger)
      if (round > 0) spans.push({ audit, raw: rawHashes(bytes) })
    }
    return spans
  } finally {
    await database.close()
  }
}

const given = (story: Story): readonly Event[] => story.events

/** Whole cases, the longest of them closed by the contact center, and such as are still being filled in. */
const histories: readonly (readonly Event[])[] = [
  given(new Story('reactivation').sent().when({ type: 'take' }, dewi).when({ type: 'approve' }, dewi)),
  given(new Story('lost-authenticator').sent()),
  given(new Story('reactivation').claimed().judged()),
  given(new Story('reactivation').filled()),
]

async function fill(ledger: Store['ledger']): Promise<void> {
  for (let n = 0; n < cases; n += casesAtOnce) {
    const written = await ledger.commit(Array.from({ length: casesAtOnce }, (_, i) => aHistory(n + i)))
    if (written.includes(false)) throw new Error('a new case was not written')
  }
}

function aHistory(n: number): Commit {
  const [id, number] = [randomUUID(), `PANDU-2026-${String(n + 1).padStart(6, '0')}-X`]
  const history = histories[n % histories.length] ?? []
  const events = history.map((event) => (event.type === 'opened' ? { ...event, id, number } : event))
  const after = fold(events)
  if (after === undefined) throw new Error('a history without events')
  return { changes: [{ before: undefined, after, events }], owed: [], knocks: [] }
}

/** Average size of the texts that the hashes of the stored events cover. */
async function hashedBytes(client: Client): Promise<number> {
  const links = await client.event.findMany({ omit: { sealed: true } })
  const texts = links.map(({ caseId, revision, open, sealedDigest, hash }) =>
    // Every hash is as long as the one before it.
    canonical({ caseId, previous: hash, revision, open, sealedDigest }),
  )
  return Math.round(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length)
}

/** Reads the store as the verb does, without the start of a process around it. */
async function verify(ledger: Store['ledger']): Promise<Span> {
  const startedAt = performance.now()
  let count = 0
  for await (const { fault, events } of ledger.audit()) {
    if (fault !== null) throw new Error(`the store does not verify: ${fault}`)
    count += events
  }
  return { count, seconds: (performance.now() - startedAt) / 1000 }
}

const rawCount = 250_000

function rawHashes(bytes: number): Span {
  const text = 'x'.repeat(bytes)
  const startedAt = performance.now()
  for (let n = 0; n < rawCount; n += 1) sha256(`${n}${text}`.slice(0, bytes))
  return { count: rawCount, seconds: (performance.now() - startedAt) / 1000 }
}
