import { type Press, readPress } from '../dialogue/press.ts'
import type { ReplyName } from '../text/telegram-reply.ts'
import type { KeptMessage, KeptUpdate } from './update.ts'

/** What a person sent, reduced to what a question may take. */
export type Content =
  | { readonly what: 'press'; readonly press: Press | undefined }
  | { readonly what: 'text'; readonly text: string }
  | { readonly what: 'file'; readonly file: SentFile; readonly album: string | undefined }
  | {
      readonly what: 'odd'
      readonly kind: Extract<ReplyName, 'sticker' | 'voice' | 'video' | 'location' | 'contact' | 'other'>
    }

export interface SentFile {
  readonly source: string
  /** The upload's name for every bot and chat; it stays when the file is forwarded. */
  readonly uniqueId: string | undefined
  readonly name: string
  readonly sizeBytes: number | undefined
}

/** What an update brings: a press, a text, a file, or something no question takes. */
export function contentOf({ message, callback_query }: KeptUpdate): Content {
  if (callback_query !== undefined) return { what: 'press', press: readPress(callback_query.data ?? '') }
  if (message?.text !== undefined) return { what: 'text', text: message.text }
  const file = message === undefined ? undefined : fileOf(message)
  if (file !== undefined) return { what: 'file', file, album: message?.media_group_id }
  return { what: 'odd', kind: message === undefined ? 'other' : oddKind(message) }
}

function fileOf({ photo, document, animation }: KeptMessage): SentFile | undefined {
  // A moving picture comes with a document of the same file; it is a video to a reader.
  if (animation !== undefined) return undefined
  const picture = photo?.at(-1)
  if (picture !== undefined) return { ...sourceOf(picture), name: 'foto.jpg' }
  if (document === undefined) return undefined
  return { ...sourceOf(document), name: document.file_name?.trim() ?? '' }
}

type Fetchable = NonNullable<KeptMessage['document']>

const sourceOf = ({ file_id, file_unique_id, file_size }: Fetchable): Omit<SentFile, 'name'> => ({
  source: file_id,
  uniqueId: file_unique_id,
  sizeBytes: file_size,
})

function oddKind(message: KeptMessage): Extract<Content, { what: 'odd' }>['kind'] {
  if (message.sticker) return 'sticker'
  if (message.voice || message.audio) return 'voice'
  if (message.video || message.video_note || message.animation) return 'video'
  if (message.location || message.venue) return 'location'
  return message.contact ? 'contact' : 'other'
}
