import { createHash } from 'node:crypto'
import type { Incoming } from '../../core/handling/inbox.ts'
import { guarded } from './guard.ts'
import { type ArrivingUpdate, arrivingUpdate, type KeptUpdate } from './update.ts'

/** Whose updates they are, and how a chat is called without its id. */
export interface Origin {
  readonly botId: number
  /** Where links end that act for whoever holds them. */
  readonly linkDomains?: readonly string[]
  chatRef(chatId: number): string
}

/** An update of which the inbox may keep everything. */
export type Arrived = Incoming & { readonly payload: KeptUpdate }

/** An update as the inbox takes it, secrets already gone; undefined for what no dialogue is about. */
export function incomingOf(raw: unknown, { botId, linkDomains, chatRef }: Origin): Arrived | undefined {
  const read = arrivingUpdate.safeParse(raw)
  if (!read.success) return undefined
  const update = read.data
  const chat = chatOf(update)
  if (chat === undefined) return undefined
  // Ids may begin anew after a quiet week: the body tells two updates of one id apart.
  const digest = createHash('sha256').update(JSON.stringify(raw)).digest('hex').slice(0, 8)
  return {
    key: `tg:${botId}:${update.update_id}:${digest}`,
    chat: chatRef(chat),
    address: chat,
    language: languageOf(update),
    payload: guarded(update, linkDomains),
  }
}

function chatOf({ message, edited_message, channel_post, callback_query, my_chat_member }: ArrivingUpdate) {
  const about = message ?? edited_message ?? channel_post ?? callback_query?.message ?? my_chat_member
  return about?.chat.id ?? callback_query?.from.id
}

function languageOf({ message, edited_message, callback_query, my_chat_member }: ArrivingUpdate): 'id' | 'en' {
  const from = message?.from ?? edited_message?.from ?? callback_query?.from ?? my_chat_member?.from
  return from?.language_code?.toLowerCase().startsWith('en') === true ? 'en' : 'id'
}

/** The number of an update, also of one that cannot be read otherwise. */
export function updateIdOf(raw: unknown): number | undefined {
  if (typeof raw !== 'object' || raw === null || !('update_id' in raw)) return undefined
  return typeof raw.update_id === 'number' ? raw.update_id : undefined
}
