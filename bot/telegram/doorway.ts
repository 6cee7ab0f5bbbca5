import { codeIn } from '../../core/identity/code.ts'
import { html } from '../text/escape.ts'
import { secretWarning } from '../text/secret.ts'
import { missedMessages, reply } from '../text/telegram-reply.ts'
import { privateOnly } from '../text/telegram-welcome.ts'
import { paramsOf } from './markup.ts'
import { stepNumber } from './put.ts'
import { awaitingCode, checkCode } from './take-code.ts'
import type { KeptMessage, KeptUpdate } from './update.ts'
import type { Visit } from './visit.ts'

/** Deals with what no dialogue is for: groups, bots, memberships, secrets, edits. @returns true when that was all */
export async function atDoor(visit: Visit, update: KeptUpdate): Promise<boolean> {
  const { message, edited_message, channel_post, my_chat_member, callback_query } = update
  const chat = (message ?? edited_message ?? channel_post ?? my_chat_member ?? callback_query?.message)?.chat
  if (chat !== undefined && chat.type !== 'private') return leave(visit, my_chat_member?.new_chat_member.status)
  if (my_chat_member !== undefined) return noteMembership(visit, my_chat_member.new_chat_member.status)
  if ((message ?? edited_message)?.from?.is_bot === true) return dismiss(visit)
  visit.memory.isGone = undefined
  if (update.isTooFast === true) await visit.toast(reply('tooFast', visit.language))
  if (update.missed !== undefined) await visit.say(missedMessages[visit.language](update.missed))
  const secret = (message ?? edited_message)?.secret
  if (secret !== undefined) return eraseSecret(visit, secret)
  const doubtful = message ?? edited_message
  if (doubtful?.doubt !== undefined) return takeDoubtful(visit, doubtful.doubt, message?.text)
  if (update.isTooFast === true) return true
  if (edited_message === undefined) return false
  await visit.reply('edited')
  return true
}

const away: readonly (string | undefined)[] = ['left', 'kicked']

/** Says one sentence in a group or channel and leaves it; once for every time it is brought in. */
async function leave(visit: Visit, membership: string | undefined): Promise<true> {
  const { memory, chat } = visit
  const isBroughtIn = membership !== undefined && !away.includes(membership)
  if (!away.includes(membership) && (isBroughtIn || memory.isGone !== true)) {
    await visit.say(privateOnly)
    await visit.api.leaveChat(chat.state.address)
  }
  memory.isGone = true
  return true
}

/** A person who blocked the bot hears nothing; it is only remembered. */
async function noteMembership(visit: Visit, status: string): Promise<true> {
  visit.memory.isGone = away.includes(status) ? true : undefined
  return true
}

async function dismiss(visit: Visit): Promise<true> {
  if (visit.memory.isGone !== true) await visit.reply('botsNot')
  visit.memory.isGone = true
  return true
}

/** Takes what was called a code for ours when we wait for one, and for a secret else. */
async function takeDoubtful(visit: Visit, doubt: NonNullable<KeptMessage['doubt']>, text = ''): Promise<true> {
  const c = awaitingCode(visit)
  const digits = codeIn(text)
  if (c === undefined || digits === undefined) return eraseSecret(visit, doubt)
  await checkCode(visit, c, digits)
  return true
}

/** Deletes the message with the secret, says what to do about it, and goes on where the requester was. */
async function eraseSecret(visit: Visit, { kind, ids }: NonNullable<KeptMessage['secret']>): Promise<true> {
  const isAsking = visit.memory.dialogue !== undefined
  const step = isAsking ? stepNumber(visit) : undefined
  const warning = (isDeleted: boolean) => {
    const text = secretWarning(kind, { isDeleted, ...(step !== undefined && { step }) }, visit.language)
    return { method: 'sendMessage', params: { ...paramsOf({ text: html(text), rows: [] }) } }
  }
  for (const [index, message_id] of ids.entries()) {
    const isLast = index === ids.length - 1
    const told = isLast && { next: warning(true), orElse: warning(false) }
    visit.owe({ method: 'deleteMessage', params: { message_id }, ...told })
  }
  visit.wantsAsking = isAsking
  return true
}
