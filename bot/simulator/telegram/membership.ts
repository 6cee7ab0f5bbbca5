import type { Chat, User } from './message.ts'
import type { TelegramWorld } from './screen.ts'

/** What the bot was in a chat, and what it is now. */
export type StatusChange = readonly [before: 'left' | 'member' | 'kicked', after: 'member' | 'kicked']

/** Tells the bot that somebody let it in, blocked it, or took it back. */
export function tellMembership(world: TelegramWorld, chat: Chat, from: User, [before, after]: StatusChange): void {
  const { bot, memory, updates } = world
  const member = (status: string) => ({ user: bot, status, ...(status === 'kicked' ? { until_date: 0 } : {}) })
  const members = { old_chat_member: member(before), new_chat_member: member(after) }
  updates.push('my_chat_member', { chat, from, date: memory.nowS, ...members }, `chat:${chat.id}`)
}
