import type { Bilingual } from '../../../text/language.ts'
import { storyText } from '../../../text/simulator-story.ts'
import type { Cast, Move, Where } from './move.ts'

/** Times faster than reading; 0 = without waiting. */
export const speeds = [1, 4, 0] as const
export type Speed = (typeof speeds)[number]

export type Mode = 'idle' | 'playing' | 'paused' | 'stuck' | 'done'

export interface StoryOptions {
  /** Begins a new case; `origin` is where this server was reached. */
  cast(origin: string): Cast
  /** Called when there is something new to show. */
  changed(): void
  /** Resolves after the next change in the world, or that many milliseconds. */
  waitForChange(timeoutMs: number): Promise<void>
}

const settleMs = 120
const patienceMs = 20_000

/** How long a watcher needs for so many characters, in milliseconds. */
export const readingMs = (chars: number, speed: Speed): number =>
  speed === 0 ? 0 : Math.min(4500, 1100 + chars * 14) / speed

/** Plays the people of a case at reading speed, each move from what stands on their screens at that moment. */
export class Story {
  mode: Mode = 'idle'
  speed: Speed = 1
  line: Bilingual = storyText.invitation
  where: Where | undefined
  /** The block of the modal that the move is about. */
  at: string | undefined
  /** Moves made in this case so far. */
  count = 0
  readonly #options: StoryOptions
  #cast: Cast | undefined
  /** Rises with every pause and start: a loop that is not the newest ends. */
  #run = 0

  constructor(options: StoryOptions) {
    this.#options = options
  }

  /** Begins a new case. */
  play(origin: string): void {
    this.#cast = this.#options.cast(origin)
    this.count = 0
    this.#go()
  }

  resume(): void {
    if (this.#cast === undefined || (this.mode !== 'paused' && this.mode !== 'stuck')) return
    for (const player of this.#cast.players) player.resumed?.()
    this.#go()
  }

  pause(): void {
    if (this.mode === 'playing') this.#rest('paused', storyText.paused)
  }

  #go(): void {
    this.#run += 1
    this.mode = 'playing'
    this.#options.changed()
    // Whatever fails in a move stops the story in words; the person can go on by hand.
    void this.#loop(this.#run).catch((error: unknown) => this.#rest('stuck', told(error)))
  }

  #rest(mode: Mode, line: Bilingual): void {
    this.#run += 1
    this.mode = mode
    this.line = line
    this.where = undefined
    this.at = undefined
    this.#options.changed()
  }

  async #loop(run: number): Promise<void> {
    let waitedMs = 0
    while (this.#isMine(run) && this.#cast !== undefined) {
      await pause(settleMs)
      const move = await this.#next(this.#cast)
      if (!this.#isMine(run)) return
      if (move !== undefined) {
        waitedMs = 0
        await this.#make(move, run)
      } else if (this.#cast.isOver()) return this.#rest('done', storyText.done)
      else if (waitedMs > patienceMs) return this.#rest('stuck', storyText.stuck)
      else {
        const startedMs = Date.now()
        await this.#options.waitForChange(1000)
        waitedMs += Date.now() - startedMs
      }
    }
  }

  #isMine = (run: number): boolean => run === this.#run

  async #next({ players }: Cast): Promise<Move | undefined> {
    for (const player of players) {
      const move = await player.next()
      if (move !== undefined) return move
    }
    return undefined
  }

  async #make(move: Move, run: number): Promise<void> {
    this.line = move.line
    this.where = move.where
    this.at = move.at
    this.#options.changed()
    await this.#read(readingMs(move.readingChars, 1), run)
    if (!this.#isMine(run)) return
    this.count += 1
    await move.act()
    this.#options.changed()
  }

  /** Waits as long as reading takes; a change of speed counts at once. */
  async #read(totalMs: number, run: number): Promise<void> {
    let leftMs = totalMs
    const stepMs = 50
    while (leftMs > 0 && this.speed !== 0 && this.#isMine(run)) {
      await pause(stepMs)
      leftMs -= stepMs * this.speed
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())

const told = (error: unknown): Bilingual => {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return { id: `${storyText.stuck.id} (${why})`, en: `${storyText.stuck.en} (${why})` }
}
