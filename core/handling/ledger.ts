import type { ChatRef } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import type { Status } from '../case/status.ts'
import type { PageQuery, QueueQuery } from '../ticket/queue-page.ts'
import type { KeptAnswer } from './api-access.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'

/** What happened to one case: `after` is `before` with `events` folded in. */
export interface CaseChange {
  readonly before: Case | undefined
  readonly after: Case
  readonly events: readonly Event[]
}

/** What a chat remembers between updates; kept sealed. */
export interface ChatState {
  /** Telegram's chat id: where to write to. */
  readonly address: number
  readonly language: 'id' | 'en'
  /** What its person is called, first letters only. */
  readonly name?: string
  /** The dialogue's own memory, opaque to everybody else. */
  readonly memory?: unknown
  /** When it opened cases within the last day, whatever became of them. */
  readonly openings?: readonly string[]
  /** The case that the dialogue is about. */
  readonly focus?: string
}

/** A chat as a turn found it; `turn` guards against two programs playing the same update. */
export interface Chat {
  readonly ref: string
  readonly turn: number
  readonly state: ChatState
}

/** Everything that one step leaves behind: it is written whole, or not at all. */
export interface Commit {
  /** The inbox row that led here; must still be undone. */
  readonly inboxSeq?: number
  readonly chat?: Chat
  readonly changes: readonly CaseChange[]
  readonly owed: readonly OwedRow[]
  /** Chats whose dialogue must ask afresh. */
  readonly knocks: readonly { readonly chat: string; readonly caseId: string }[]
  /** What whoever asked for it is told; where its key has an answer already, nothing is written and the commit throws. */
  readonly answer?: KeptAnswer
}

/** How replies are leased in the commit that owes them. */
export interface ReplyLease {
  readonly leaseMs: number
  /** Targets whose leased rows are all at hand here: another one may be leased behind them. */
  readonly held: ReadonlySet<string>
}

/** What was written, and what of it may leave at once. */
export interface Committed {
  readonly isWritten: readonly boolean[]
  readonly claimed: readonly OutboxItem[]
}

export interface CaseQuery {
  readonly agencies?: readonly string[]
  readonly statuses?: readonly Status[]
  readonly verifier?: string
  readonly agent?: string
  readonly requester?: ChatRef
  /** Those of the counter alone; of one member of staff who opened them. */
  readonly counter?: { readonly openedBy?: string }
  readonly openedAfter?: string
  readonly limit: number
}

/** Port: the cases and their histories. */
export interface Ledger {
  /** Writes each commit whole or not at all, in one statement. @returns which of them were written; a false one lost a race and is to be played again */
  commit(commits: readonly Commit[]): Promise<readonly boolean[]>
  /** The same, and leases the replies to the chats of these commits behind which nothing can come late: one look less for each. */
  commitAndClaim(commits: readonly Commit[], lease: ReplyLease): Promise<Committed>
  caseById(id: string): Promise<Case | undefined>
  caseByNumber(number: string): Promise<Case | undefined>
  /** Cases in queue order: urgent first, then by due time, oldest first. */
  find(query: CaseQuery): Promise<readonly Case[]>
  /** A page of a queue, in the order of ranks (`rankOf`); what it costs does not grow with the store. */
  page(query: PageQuery): Promise<readonly Case[]>
  /** How many cases a queue holds, at most `most`. */
  count(query: QueueQuery, most: number): Promise<number>
  history(caseId: string): Promise<readonly Event[]>
  chat(ref: string): Promise<Chat | undefined>
  /** Reserves serial numbers for new cases of a year; none is ever handed out twice. */
  reserveNumbers(count: number): Promise<readonly number[]>
  /** The moment until which a claim holds without activity; undefined when none was renewed. */
  leaseUntil(caseId: string): Promise<string | undefined>
  renewLease(caseId: string, until: string): Promise<void>
  /** Checks every history: chain unbroken, sealed parts present, fold equal to row. Yields one line per bad case. */
  audit(): AsyncIterable<AuditFinding>
}

export interface AuditFinding {
  readonly number: string
  readonly events: number
  readonly fault: 'chain-broken' | 'seal-broken' | 'fold-differs' | null
  /** Its key was dropped and its chain says so: only the chain can be checked. */
  readonly isErased?: true
  /** Revision of the first bad event. */
  readonly at?: number
}
