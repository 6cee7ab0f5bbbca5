/** Lanes: what a person waits for, what may wait a little, the house's own work, files that are looked at, and what other helpdesks are told. */
export type Lane = 'interactive' | 'bulk' | 'work' | 'evidence' | 'hooks'

/** An effect owed to somebody, written in the commit that owes it. */
export interface OwedRow {
  /** `caseId:revision:effect`: the same effect is owed once. */
  readonly dedup: string
  readonly lane: Lane
  /** Rows of one target are delivered one after another: `chat:<ref>`, `slack:<channel>`, `mail:<staff>`, `work:<case>`. */
  readonly target: string
  readonly kind: string
  readonly caseId?: string
  readonly payload: unknown
  readonly notBefore?: string
  /** A view edited in place, such as `panel:<caseId>`: at most one repaint of it waits at a time. */
  readonly replaces?: string
  /** This message puts a question to its chat. */
  readonly asks?: true
}

/** An owed effect, leased to one sender. */
export interface OutboxItem extends OwedRow {
  readonly id: number
  readonly attempts: number
  /** An earlier attempt may have reached the network; look before sending again where the network lets you. */
  readonly isAmbiguous: boolean
  /** What the network called the view that this one replaces. */
  readonly previousRef?: string
  /** Where a chat's rows go. */
  readonly address?: number
  readonly language?: 'id' | 'en'
  readonly leasedAt: string
  /** Why the store cannot read it: its payload is null, and it will never arrive. */
  readonly unreadable?: string
}

export type Outcome =
  | { readonly id: number; readonly state: 'sent'; readonly ref?: string }
  | { readonly id: number; readonly state: 'due' | 'ambiguous'; readonly notBefore: string; readonly error: string }
  | { readonly id: number; readonly state: 'dead'; readonly error: string }

/** Port: what is owed, leased in the order of its targets. */
export interface Outbox {
  /** Leases up to `limit` due rows of a lane that have no earlier undone row for their target. */
  claim(lane: Lane, limit: number, at: string, leaseMs: number): Promise<readonly OutboxItem[]>
  settle(outcomes: readonly Outcome[]): Promise<void>
  /** Ends every lease: only for who knows that nobody holds one. */
  release(): Promise<void>
  /** What the network called the view that stands for `replaces` now; undefined when none was sent. */
  refOf(replaces: string): Promise<string | undefined>
  /** When the next row of a lane falls due; undefined when none waits. */
  nextDueAt(lane: Lane): Promise<string | undefined>
  /** Counts by lane and state, and the age of the oldest due row, for `doctor` and `/metrics`. */
  pending(): Promise<
    readonly { readonly lane: Lane; readonly state: string; readonly count: number; readonly oldest: string }[]
  >
}
