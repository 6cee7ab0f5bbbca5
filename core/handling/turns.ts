import { Casework } from './casework.ts'
import { crashPoint } from './crash-point.ts'
import type { Turn } from './inbox.ts'
import type { ChatState, Commit, ReplyLease } from './ledger.ts'
import { Outage } from './outage.ts'
import type { Lane, OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** What a played turn leaves: the chat's new state and the calls that the dialogue owes. */
export interface Played {
  readonly state: ChatState
  readonly calls: readonly Omit<OwedRow, 'dedup'>[]
}

/** Values a script may not make for itself. */
export interface PlayTools {
  newId(): string
  /** A number for a new case; every call hands out another one. */
  caseNumber(): string
}

/** Plays one update on the loaded cases: a pure transition, synchronous but for the script engine's own turns. */
export type Play = (turn: Turn, casework: Casework, tools: PlayTools) => Promise<Played>

/** What a batch of turns came to. */
export interface Worked {
  readonly count: number
  /** Replies that it leased: the caller sends them. */
  readonly claimed: readonly OutboxItem[]
  /** The lanes in which more waits than that. */
  readonly owedLanes: ReadonlySet<Lane>
  /** Updates that will never be played: whoever runs the house must know. `reason` names a kind only. */
  readonly setAside: readonly SetAside[]
}

interface SetAside {
  readonly seq: number
  readonly reason: string
}

const nothing: Worked = { count: 0, claimed: [], owedLanes: new Set(), setAside: [] }

/** What a person is told when their update failed for good. */
export type Calm = (turn: Turn) => Played

const attemptsMax = 5
const deadlineMs = 5_000
const batchMax = 64

/** Works the inbox: every update once, oldest first per chat, all of a turn in one commit. */
export class Turns {
  readonly #ports: Ports
  readonly #play: Play
  readonly #calm: Calm
  readonly #tools: PlayTools & { ready(count: number): Promise<void> }

  constructor(ports: Ports, play: Play, calm: Calm, tools: PlayTools & { ready(count: number): Promise<void> }) {
    this.#ports = ports
    this.#play = play
    this.#calm = calm
    this.#tools = tools
  }

  /** Plays and commits the oldest update of every waiting chat, up to a batch, and leases what it answers. */
  async work(lease: ReplyLease): Promise<Worked> {
    const turns = await this.#ports.inbox.next(batchMax, [])
    if (turns.length === 0) return nothing
    await this.#tools.ready(turns.length)
    const setAside: SetAside[] = []
    const played = await Promise.all(turns.map((turn) => this.#step(turn, setAside)))
    const commits = played.filter((commit) => commit !== undefined)
    // One that lost a race stays in the inbox and is played again on the case as it then stands.
    crashPoint('turn-played')
    const { claimed } = await this.#ports.ledger.commitAndClaim(commits, lease)
    crashPoint('turn-committed')
    const taken = new Set(claimed.map(({ dedup }) => dedup))
    const left = commits.flatMap(({ owed }) => owed.filter(({ dedup }) => !taken.has(dedup)))
    return { count: turns.length, claimed, owedLanes: new Set(left.map(({ lane }) => lane)), setAside }
  }

  async #step(turn: Turn, setAside: SetAside[]): Promise<Commit | undefined> {
    const quarantined = (reason: string) => {
      setAside.push({ seq: turn.seq, reason })
      // A dialogue is always safe to forget, for the case knows what is owed.
      return this.#commitOf(turn, async () => this.#calm(turn), true)
    }
    if (turn.unreadable !== undefined) {
      await this.#ports.inbox.fail(turn.seq, turn.unreadable, this.#ports.now())
      return quarantined('unreadable')
    }
    try {
      return await this.#commitOf(turn, this.#play)
    } catch (error) {
      if (error instanceof Outage) throw error
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
      const { attempts } = await this.#ports.inbox.fail(turn.seq, reason, later(this.#ports.now(), turn.attempts))
      if (attempts < attemptsMax) return undefined
      return quarantined(error instanceof Error ? error.name : 'unknown')
    }
  }

  async #commitOf(turn: Turn, play: Play, isQuarantine = false): Promise<Commit> {
    const { openings } = turn.chat.state
    const casework = new Casework(turn.cases, this.#ports.agencies, this.#ports.now(), openings)
    const { state: played, calls } = await withDeadline(play(turn, casework, this.#tools))
    const state = { ...played, ...(casework.openings.length > 0 && { openings: casework.openings }) }
    const harvest = casework.harvest(this.#ports)
    const owed = calls.map((call, n): OwedRow => ({ ...call, dedup: `turn:${turn.seq}:${n}` }))
    const again = isQuarantine && turn.knock === undefined ? [{ chat: turn.chat.ref, caseId: state.focus ?? '' }] : []
    return {
      inboxSeq: turn.seq,
      chat: { ...turn.chat, state },
      changes: harvest.changes,
      // The answer to a person's press goes out before what follows from it.
      owed: [...owed, ...harvest.owed],
      knocks: [...harvest.knocks, ...again],
    }
  }
}

const later = (now: string, attempts: number): string => new Date(Date.parse(now) + 50 * 2 ** attempts).toISOString()

function withDeadline<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the turn did not end')), deadlineMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
