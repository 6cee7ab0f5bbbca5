import type { Commit, Committed, ReplyLease } from '../../core/handling/ledger.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { type Client, rows } from './client.ts'
import { answerRow, type Heads, listsOf, scopeOf } from './commit-rows.ts'
import type { Keys } from './keys.ts'
import { COMMIT } from './statements.ts'

const headsMax = 50_000

interface Means {
  readonly client: Client
  readonly keys: Keys
  readonly heads: Heads
  readonly now: string
}

/** A commit that was written by its number, or a reply that was leased by its row. */
interface DoneRow {
  readonly n: number | null
  readonly id: string | null
  readonly dedup: string | null
}

/** Writes each commit whole or not at all, all in one statement; with a lease, replies come back leased. */
export async function commit(means: Means, commits: readonly Commit[], lease?: ReplyLease): Promise<Committed> {
  const { client, keys, heads } = means
  await keys.ensure(commits.flatMap(scopesIn))
  if (heads.size > headsMax) heads.clear()
  await readHeads(client, heads, commits)
  // Nothing is waited for from here until all is sealed: what is erased meanwhile takes its key along.
  const live = commits.filter((one) => !isOrphaned(one, keys))
  const { isWritten, claimed } = await commitLive(means, live, lease)
  const written = new Set(live.filter((_, n) => isWritten[n]))
  return { isWritten: commits.map((one) => written.has(one)), claimed }
}

/** True when the chat or a case of it was erased since it was read: nothing of it can be written any more. */
const isOrphaned = ({ chat, changes }: Commit, keys: Keys): boolean =>
  (chat !== undefined && !keys.has(`chat:${chat.ref}`)) ||
  changes.some(({ before, after }) => before !== undefined && !keys.has(`case:${after.id}`))

async function commitLive(
  { client, keys, heads, now }: Means,
  commits: readonly Commit[],
  lease?: ReplyLease,
): Promise<Committed> {
  if (commits.length === 0) return { isWritten: [], claimed: [] }
  const written: Heads = new Map()
  const lists = listsOf(commits, keys, heads, written, now)
  const until = lease === undefined ? null : new Date(Date.parse(now) + lease.leaseMs).toISOString()
  const held = [...(lease?.held ?? [])]
  const answers = commits.flatMap(({ answer }, n) => (answer === undefined ? [] : [answerRow(keys, answer, n)]))
  const values = lists.map((list) => JSON.stringify(list))
  const done = await rows<DoneRow>(client, COMMIT, ...values, now, until, held, JSON.stringify(answers))
  const numbers = new Set(done.map(({ n }) => n))
  const isWritten = commits.map((_, n) => numbers.has(n))
  commits.forEach(({ changes }, n) => {
    for (const { after } of changes) {
      const head = written.get(after.id)
      if (isWritten[n] === true && head !== undefined) heads.set(after.id, head)
      else heads.delete(after.id)
    }
  })
  return { isWritten, claimed: itemsOf(commits, done, now) }
}

/** The leased rows as a sender wants them, from what is at hand. */
function itemsOf(commits: readonly Commit[], done: readonly DoneRow[], now: string): readonly OutboxItem[] {
  const ids = new Map(done.flatMap(({ id, dedup }) => (id === null ? [] : [[dedup, Number(id)] as const])))
  return commits.flatMap(({ chat, owed }) =>
    owed.flatMap((row) => {
      const id = ids.get(row.dedup)
      if (id === undefined || chat === undefined) return []
      const { address, language } = chat.state
      return [{ ...row, id, attempts: 1, isAmbiguous: false, leasedAt: now, address, language }]
    }),
  )
}

const scopesIn = ({ chat, changes, owed, answer }: Commit): string[] => [
  ...(answer === undefined ? [] : ['house']),
  ...(chat === undefined ? [] : [`chat:${chat.ref}`]),
  ...changes.flatMap(({ before, after }) => (before === undefined ? [] : [`case:${after.id}`])),
  ...owed.map(scopeOf).filter((scope) => !scope.startsWith('case:')),
]

async function readHeads(client: Client, heads: Heads, commits: readonly Commit[]): Promise<void> {
  const stale = commits
    .flatMap(({ changes }) => changes)
    .filter(({ before }) => before !== undefined && heads.get(before.id)?.revision !== before.revision)
  if (stale.length === 0) return
  const found = await rows<{ id: string; revision: number; chain: string }>(
    client,
    HEADS,
    stale.map(({ after }) => after.id),
  )
  for (const { id, revision, chain } of found) heads.set(id, { revision, hash: chain })
}

const HEADS = `SELECT "id"::text, "revision", "chain" FROM "case" WHERE "id" = ANY ($1::uuid[])`
