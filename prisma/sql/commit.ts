import type { Case } from '../../core/case/case.ts'
import type { CaseChange, Commit } from '../../core/handling/ledger.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { linksOf } from './chain.ts'
import { type Client, rows } from './client.ts'
import type { Keys } from './keys.ts'
import { COMMIT } from './statements.ts'

const headsMax = 50_000

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Which key a row's payload is sealed under: its chat's, else its case's, else the house's. */
export const scopeOf = ({ target, caseId }: Pick<OwedRow, 'target' | 'caseId'>): string =>
  target.startsWith('chat:') ? target : caseId === undefined ? 'house' : `case:${caseId}`

/** Last hash of each case that was loaded or written by this program. */
export type Heads = Map<string, { readonly revision: number; readonly hash: string }>

/** Writes each commit whole or not at all, all in one statement. */
export async function commit(
  client: Client,
  keys: Keys,
  heads: Heads,
  commits: readonly Commit[],
  now: string,
): Promise<readonly boolean[]> {
  await keys.ensure(commits.flatMap(scopesIn))
  if (heads.size > headsMax) heads.clear()
  await readHeads(client, heads, commits)
  const written = new Map<string, { revision: number; hash: string }>()
  const input = {
    turns: commits.map(({ inboxSeq, chat }, n) => ({
      n,
      seq: inboxSeq ?? null,
      chat: chat?.ref ?? null,
      turn: chat?.turn ?? null,
      state: chat === undefined ? null : base64(keys.seal(`chat:${chat.ref}`, `chat:state:${chat.ref}`, chat.state)),
    })),
    cases: commits.flatMap(({ changes }, n) => changes.map(({ before, after }) => caseRow(keys, before, after, n))),
    events: commits.flatMap(({ changes }, n) =>
      changes.flatMap((change) => eventRows(keys, heads, written, change, n)),
    ),
    owed: commits.flatMap(({ owed }, n) => owed.map((row, i) => owedRow(keys, row, n, i, now))),
    knocks: commits.flatMap(({ knocks, changes, inboxSeq }, n) =>
      knocks.map(({ chat, caseId }) => ({
        n,
        chat,
        knock: caseId,
        key: `knock:${caseId}:${changes[0]?.after.revision ?? `turn-${inboxSeq}`}`,
      })),
    ),
  }
  // Known only after the events are linked.
  const cases = input.cases.map((row) => ({ ...row, chain: written.get(row.id)?.hash ?? '' }))
  const done = await rows<{ n: number }>(
    client,
    COMMIT,
    ...[input.turns, cases, input.events, input.owed, input.knocks].map((list) => JSON.stringify(list)),
    now,
  )
  const isWritten = commits.map((_, n) => done.some((row) => row.n === n))
  commits.forEach(({ changes }, n) => {
    for (const { after } of changes) {
      const head = written.get(after.id)
      if (isWritten[n] === true && head !== undefined) heads.set(after.id, head)
      else heads.delete(after.id)
    }
  })
  return isWritten
}

const scopesIn = ({ chat, changes, owed }: Commit): string[] => [
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

function caseRow(keys: Keys, before: Case | undefined, after: Case, n: number) {
  const scope = `case:${after.id}`
  return {
    n,
    id: after.id,
    expected: before?.revision ?? 0,
    number: after.number,
    procedure: after.procedure,
    agency: after.agency,
    status: after.status,
    requester: after.requester,
    verifier: after.verifier?.id ?? null,
    agent: after.agent?.id ?? null,
    revision: after.revision,
    decision: after.decision,
    is_urgent: after.isUrgent,
    opened_at: after.openedAt,
    due_at: after.dueAt,
    ended_at: after.endedAt,
    key: before === undefined ? base64(keys.make(scope)) : null,
    state: base64(keys.seal(scope, `case:state:${after.id}`, after)),
  }
}

function eventRows(
  keys: Keys,
  heads: Heads,
  written: Map<string, { revision: number; hash: string }>,
  { before, after, events }: CaseChange,
  n: number,
) {
  const scope = `case:${after.id}`
  const links = linksOf(after.id, heads.get(after.id)?.hash ?? '', before?.revision ?? 0, events)
  written.set(after.id, { revision: after.revision, hash: links.at(-1)?.hash ?? '' })
  return links.map(({ revision, open, sealed, sealedDigest, hash }) => ({
    n,
    case_id: after.id,
    revision,
    type: open.type,
    at: open.at,
    open,
    hash,
    sealed_digest: sealedDigest,
    sealed: sealed === null ? null : base64(keys.seal(scope, `event:sealed:${after.id}:${revision}`, sealed)),
  }))
}

function owedRow(keys: Keys, row: OwedRow, n: number, i: number, now: string) {
  return {
    n,
    i,
    dedup: row.dedup,
    lane: row.lane,
    target: row.target,
    kind: row.kind,
    case_id: row.caseId ?? null,
    payload: base64(keys.seal(scopeOf(row), `outbox:payload:${row.dedup}`, row.payload)),
    replaces: row.replaces ?? null,
    asks: row.asks === true,
    claim_at: row.notBefore ?? now,
  }
}
