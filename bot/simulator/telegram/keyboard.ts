import { isRecord } from '../wire/request-body.ts'
import type { InlineButton, InlineKeyboard, ReplyKey } from './message.ts'
import { badRequest, type TelegramRefusal } from './refusal.ts'

/** What a call says about buttons: under the message, or instead of the person's keyboard (empty = removed). */
export interface Markup {
  inline?: InlineKeyboard
  keys?: ReplyKey[][]
}

const ACTIONS = [
  'callback_data',
  'url',
  'copy_text',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'pay',
]

/** Reads `reply_markup`. @throws 400 as Telegram does, callback data over 64 bytes among it */
export function readMarkup(value: unknown): Markup {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw badRequest('object expected as reply markup')
  if ('inline_keyboard' in value) {
    const rows = buttonRows(value.inline_keyboard, 'inline_keyboard').map((row) => row.map(inlineButton))
    if (rows.flat().length > 100) throw badRequest('REPLY_MARKUP_TOO_LONG')
    return rows.length > 0 ? { inline: { inline_keyboard: rows } } : {}
  }
  if ('keyboard' in value) return { keys: buttonRows(value.keyboard, 'keyboard').map((row) => row.map(replyKey)) }
  if ('remove_keyboard' in value) return { keys: [] }
  if ('force_reply' in value) return {}
  throw badRequest("can't parse reply keyboard markup JSON object")
}

function buttonRows(rows: unknown, field: string): unknown[][] {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest(`field "${field}" of the reply markup must be an Array of Arrays of buttons`)
  }
  return rows.filter((row) => row.length > 0)
}

function inlineButton(value: unknown): InlineButton {
  if (!isRecord(value) || typeof value.text !== 'string') throw cannotParse('Field "text" must be of type String')
  if (value.text.trim() === '') throw cannotParse('Button text must be non-empty')
  const actions = ACTIONS.filter((action) => action in value)
  if (actions.length === 0) throw cannotParse('Text buttons are unallowed in the inline keyboard')
  if (actions.length > 1) throw cannotParse(`A button has one action, this one has ${actions.join(' and ')}`)
  checkCallbackData(value.callback_data)
  checkCopyText(value.copy_text)
  if (typeof value.url === 'string' && !/^(https?:\/\/|tg:\/\/)\S+$/.test(value.url)) {
    throw badRequest(`inline keyboard button URL '${value.url}' is invalid: Wrong HTTP URL`)
  }
  // Everything that Telegram checks has been checked; the rest is passed on as it came.
  return value as unknown as InlineButton
}

function checkCallbackData(data: unknown): void {
  if (data === undefined) return
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}

function checkCopyText(copy: unknown): void {
  if (copy === undefined) return
  const text = isRecord(copy) && typeof copy.text === 'string' ? copy.text : ''
  if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}

function replyKey(value: unknown): ReplyKey {
  if (typeof value === 'string') return { text: value }
  if (!isRecord(value) || typeof value.text !== 'string') throw badRequest("can't parse keyboard button")
  return { text: value.text, ...(value.request_contact === true ? { request_contact: true } : {}) }
}

function cannotParse(why: string): TelegramRefusal {
  return badRequest(`can't parse inline keyboard button: ${why}`)
}
