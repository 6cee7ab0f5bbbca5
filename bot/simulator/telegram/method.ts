import type { Arguments } from './arguments.ts'
import type { CallbackDesk } from './callback-desk.ts'
import type { TelegramMemory } from './memory.ts'
import type { User } from './message.ts'
import type { Profile } from './profile.ts'

/** What a method may touch. */
export interface Exchange {
  bot: User
  memory: TelegramMemory
  callbacks: CallbackDesk
  profile: Profile
}

/** One method of the Bot API: its result, or a TelegramRefusal thrown. */
export type Method = (args: Arguments, exchange: Exchange) => unknown
