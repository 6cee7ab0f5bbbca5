import type { Clock } from '../clock.ts'
import type { Person } from './surface.ts'

/** How a simulated Slack is set up; everything has a default. */
export interface SlackOptions {
  botToken?: string
  appToken?: string
  signingSecret?: string
  clock?: Clock
  /** Where the program listens; unset = Socket Mode. */
  requestUrl?: string
  /** Scopes of the bot token. */
  scopes?: string
}

/** A person of the workspace and the channels that they are in. */
export interface MemberOptions extends Partial<Omit<Person, 'id'>> {
  id: string
  channels?: readonly string[]
}
