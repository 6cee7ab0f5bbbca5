import type { Case } from '../case/case.ts'
import type { Chat } from './ledger.ts'

/** What came in from a network, not yet worked on. `key` makes it known: the same key twice is one row. */
export interface Incoming {
  readonly key: string
  /** Whose order it keeps: the blind index of a chat, or of a Slack user. */
  readonly chat: string
  readonly address: number
  readonly language: 'id' | 'en'
  readonly payload: unknown
}

/** One incoming thing with all that is needed to play it. A knock has no payload but a case. */
export interface Turn {
  readonly seq: number
  readonly payload: unknown
  /** Why the store cannot read the payload, which is null then; chat and cases are whole. */
  readonly unreadable?: string
  readonly knock?: string
  readonly attempts: number
  readonly chat: Chat
  /** The chat's cases that are open or ended less than 14 days ago, newest first; twenty at the most, open ones before others. */
  readonly cases: readonly Case[]
  /** The last message that put a question: not surely shown yet, or sent as that message. */
  readonly asked: 'none' | 'waiting' | number
}

/** Port: what came in, in the order of its chat. */
export interface Inbox {
  /** Stores, in one transaction, what is not known yet. @returns how many were new */
  receive(batch: readonly Incoming[]): Promise<number>
  /**
   * The oldest waiting turn of up to `limit` chats that are not in `busy`.
   * @throws Error once for turns whose chat or cases cannot be read: they are set aside then, and the others wait
   */
  next(limit: number, busy: readonly string[]): Promise<readonly Turn[]>
  /** Counts a failed attempt before it is tried again; at the fifth the row is quarantined. */
  fail(seq: number, error: string, retryAt: string): Promise<{ readonly attempts: number }>
  /** True while something waits. */
  isWaiting(): Promise<boolean>
}
