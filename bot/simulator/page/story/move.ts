import type { Bilingual } from '../../../text/language.ts'

/** Where a move can be watched. */
export type Where = 'phone' | 'slack' | 'desk'

/** The next thing that one of the players does. */
export interface Move {
  readonly where: Where
  /** The block of the modal that it is about, if it is about one. */
  readonly at?: string
  /** Said before it happens. */
  readonly line: Bilingual
  /** How many characters a watcher has to read before it, on the screen and in the line. */
  readonly readingChars: number
  act(): unknown
}

/** Somebody who looks at their screens and knows what to do next. */
export interface Player {
  /** The next move; undefined while there is nothing to do. */
  next(): Promise<Move | undefined>
  /** A person had it all in hand meanwhile: nothing may be where it was. */
  resumed?(): void
}

/** Everybody who plays a case. */
export interface Cast {
  readonly players: readonly Player[]
  isOver(): boolean
}
