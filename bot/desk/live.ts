import { randomInt } from 'node:crypto'

/** What one open stream hears next: something changed, other people are on its case, it is still alive, or it is over. */
export type Beat = 'change' | 'presence' | 'alive' | 'over'

export interface LiveOptions {
  /** Changes closer together than this are told once, in milliseconds. */
  readonly coalesceMs: number
  /** Proxies cut streams that are silent for longer, in milliseconds. */
  readonly aliveEveryMs: number
}

const defaults: LiveOptions = { coalesceMs: 200, aliveEveryMs: 25_000 }

// A browser opens six connections to a host at the most; streams of many tabs must leave some for pages.
const streamsPerSession = 3

/** Tells every open page that something changed, never what: pages ask again, with the rights of that moment. */
export class Live {
  readonly #streams = new Map<Stream, { readonly session: string; caseId?: string }>()
  readonly #options: LiveOptions
  #pending: ReturnType<typeof setTimeout> | undefined
  // Begins anywhere, so that a page of a program that was started anew since does not pass for one of today.
  #count = randomInt(2 ** 47)

  constructor(options: Partial<LiveOptions> = {}) {
    this.#options = { ...defaults, ...options }
  }

  /** Tells the open pages, once for all changes that come close together. */
  notify(): void {
    this.#count += 1
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined
      for (const stream of this.#streams.keys()) stream.tell('change')
    }, this.#options.coalesceMs).unref()
  }

  /** Tells the open pages of one case that somebody came, went or writes. */
  stir(caseId: string): void {
    for (const [stream, of] of this.#streams) if (of.caseId === caseId) stream.tell('presence')
  }

  /** What changes are counted by: a page names the count that it was made at. */
  get mark(): string {
    return String(this.#count)
  }

  /**
   * A page made at an older mark hears at once that something changed: it may have been between page and stream.
   * @returns undefined when this session listens with enough pages already
   */
  open(session: string, mark = this.mark): Stream | undefined {
    const open = [...this.#streams.values()].filter((of) => of.session === session).length
    if (open >= streamsPerSession) return undefined
    const stream = new Stream(this.#options.aliveEveryMs, () => this.#streams.delete(stream))
    this.#streams.set(stream, { session })
    if (mark !== this.mark) stream.tell('change')
    return stream
  }

  /** A stream hears from now on who else is on this case. */
  follow(stream: Stream, caseId: string): void {
    const open = this.#streams.get(stream)
    if (open !== undefined) open.caseId = caseId
  }

  /** Ends every stream, so that the server can close. */
  stop(): void {
    clearTimeout(this.#pending)
    for (const stream of [...this.#streams.keys()]) stream.close()
  }

  get size(): number {
    return this.#streams.size
  }
}

/** One page that listens. */
export class Stream {
  readonly #aliveEveryMs: number
  readonly #onClose: () => void
  #waiting: ((beat: Beat) => void) | undefined
  #kept: Beat | undefined

  constructor(aliveEveryMs: number, onClose: () => void) {
    this.#aliveEveryMs = aliveEveryMs
    this.#onClose = onClose
  }

  tell(beat: Beat): void {
    if (this.#kept === 'over') return
    // Whoever is told of a change looks again at who is there as well.
    if (this.#kept === 'change' && beat !== 'over') return
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting === undefined || beat === 'over') this.#kept = beat
    waiting?.(beat)
  }

  /** The next thing to say; a change that came meanwhile is not lost. */
  next(): Promise<Beat> {
    const kept = this.#kept
    if (kept !== undefined) {
      if (kept !== 'over') this.#kept = undefined
      return Promise.resolve(kept)
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.tell('alive'), this.#aliveEveryMs).unref()
      this.#waiting = (beat) => {
        clearTimeout(timer)
        resolve(beat)
      }
    })
  }

  close(): void {
    this.tell('over')
    this.#onClose()
  }
}
