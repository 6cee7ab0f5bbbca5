/** A block or element as it was sent; only what the simulator reads is named. */
export interface Block {
  type: string
  block_id?: string
  action_id?: string
  [other: string]: unknown
}

/** What people see in a channel. */
export interface SlackMessage {
  type: 'message'
  channel: string
  user: string
  ts: string
  text: string
  bot_id?: string
  blocks?: Block[]
  thread_ts?: string
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  edited?: { user: string; ts: string }
  reactions?: string[]
  /** Files that stand in it. */
  files?: { id: string; name: string; title: string }[]
  /** Set on messages that only one person sees. */
  ephemeralFor?: string
}

/** A file that was announced, uploaded, and put into a conversation, as far as it got. */
export interface SlackFile {
  id: string
  name: string
  title: string
  /** As announced, in bytes. */
  length: number
  base64: string | null
  channel: string | null
  /** Of the message that it stands in. */
  ts: string | null
}

/** State of form elements: block id → action id → value. */
export type FormState = Record<string, Record<string, Record<string, unknown>>>

/** A modal or a home tab as it stands. */
export interface View {
  id: string
  type: 'modal' | 'home'
  blocks: Block[]
  hash: string
  state: { values: FormState }
  callback_id?: string
  private_metadata?: string
  external_id?: string
  title?: { text: string }
  submit?: { text: string }
  close?: { text: string }
  clear_on_close?: boolean
  notify_on_close?: boolean
  root_view_id: string
  previous_view_id: string | null
}

/** A person of the workspace. */
export interface Person {
  id: string
  /** The handle. */
  name: string
  realName: string
  isDeleted: boolean
  /** Somebody of another company in a shared channel. */
  isStranger: boolean
}

/** A channel, or the conversation of the bot with one person. */
export interface Channel {
  id: string
  name: string
  isIm: boolean
  members: string[]
}

/** A right to open one modal, given with every interaction. */
export interface Trigger {
  userId: string
  at: number
  isUsed: boolean
  /** The modal from which it came, if any. */
  viewId?: string
}

/** An address to answer an interaction at. */
export interface ResponseUrl {
  channel: string
  userId: string
  messageTs?: string
  at: number
  uses: number
}
