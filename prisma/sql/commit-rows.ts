import type { Case } from '../../core/case/case.ts'
import type { KeptAnswer } from '../../core/handling/api-access.ts'
import type { CaseChange, Commit } from '../../core/handling/ledger.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { placeOf } from '../../core/ticket/place.ts'
import { linksOf } from './chain.ts'
import type { Keys } from './keys.ts'

/** Last hash of each case that was loaded or written by this program. */
export type Heads = Map<string, { readonly revision: number; readonly hash: string }>

/** Which key a row's payload is sealed under: its chat's, else its case's, else the house's. */
export const scopeOf = ({ target, caseId }: Pick<OwedRow, 'target' | 'caseId'>): string =>
  target.startsWith('chat:') ? target : caseId === undefined ? 'house' : `case:${caseId}`

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The lists that the statement takes, sealed; `written` gets the new end of every case's chain. */
export function listsOf(commits: readonly Commit[], keys: Keys, heads: Heads, written: Heads, now: string) {
  const replies = repliesIn(commits)
  // A new case gets its key with its row.
  const cases = commits.flatMap(({ changes }, n) =>
    changes.map(({ before, after }) => caseRow(keys, before, after, n, now)),
  )
  const events = commits.flatMap(({ changes }, n) =>
    changes.flatMap((change) => eventRows(keys, heads, written, change, n)),
  )
  return [
    commits.map((one, n) => turnRow(keys, one, n)),
    cases.map((row) => ({ ...row, chain: written.get(row.id)?.hash ?? '' })),
    events,
    commits.flatMap(({ owed }, n) =>
      owed.map((row, i) => ({ ...owedRow(keys, row, n, i, now), reply: replies.has(row) })),
    ),
    commits.flatMap(knockRows),
  ] as const
}

/** The rows that may leave at once: the first for its target, to the chat of its commit. */
function repliesIn(commits: readonly Commit[]): ReadonlySet<OwedRow> {
  const firsts = new Map<string, OwedRow>()
  for (const { owed } of commits) for (const row of owed) if (!firsts.has(row.target)) firsts.set(row.target, row)
  const isReply = ({ lane, replaces, notBefore }: OwedRow) =>
    lane === 'interactive' && replaces === undefined && notBefore === undefined
  const own = commits.flatMap(({ chat }) => (chat === undefined ? [] : (firsts.get(`chat:${chat.ref}`) ?? [])))
  return new Set(own.filter(isReply))
}

const turnRow = (keys: Keys, { inboxSeq, chat }: Commit, n: number) => ({
  n,
  seq: inboxSeq ?? null,
  chat: chat?.ref ?? null,
  turn: chat?.turn ?? null,
  state: chat === undefined ? null : base64(keys.seal(`chat:${chat.ref}`, `chat:state:${chat.ref}`, chat.state)),
})

const knockRows = ({ knocks, changes, inboxSeq }: Commit, n: number) =>
  knocks.map(({ chat, caseId }) => ({
    n,
    chat,
    knock: caseId,
    key: `knock:${caseId}:${changes[0]?.after.revision ?? `turn-${inboxSeq}`}`,
  }))

function caseRow(keys: Keys, before: Case | undefined, after: Case, n: number, now: string) {
  const scope = `case:${after.id}`
  const { place, waits, inHand, hasRemarks } = placeOf(after, now)
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
    place,
    waits,
    in_hand: inHand,
    has_remarks: hasRemarks,
    key: before === undefined ? base64(keys.make(scope)) : null,
    state: base64(keys.seal(scope, `case:state:${after.id}`, after)),
  }
}

function eventRows(keys: Keys, heads: Heads, written: Heads, { before, after, events }: CaseChange, n: number) {
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

/** An answer of the API as the statement takes it, sealed. */
export const answerRow = (keys: Keys, { key, request, status, body, expiresAt }: KeptAnswer, n: number) => ({
  ...{ n, key, request, status, expiresAt },
  sealed: base64(keys.seal('house', answerPlace(key), body)),
})

/** Where a sealed answer of the API lies. */
export const answerPlace = (key: string): string => `api-answer:${key}`

/** A row as the statements take it, sealed. */
export function owedRow(keys: Keys, row: OwedRow, n: number, i: number, now: string) {
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
