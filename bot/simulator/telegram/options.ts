import type { Clock } from '../clock.ts'

/** How a simulated Telegram is set up; everything has a default. */
export interface TelegramOptions {
  token?: string
  username?: string
  name?: string
  clock?: Clock
  /** Path of a Bot API description (JSON); calls are held against it. Default: `BOT_API_SPEC`. */
  description?: string
  /** Number of the first update; by default it grows with the clock, as over restarts. */
  firstUpdateId?: number
}

/** A person as Telegram knows them. */
export interface PersonOptions {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}
