import type { Update } from 'grammy/types'

/** The update in the words of the current Bot API; Telegraf's types end at version 7.1. */
export function grammyUpdate(update: unknown): Update {
  // What the network sends is JSON; the assertions of the tests look at each field that they rely on.
  return update as Update
}
