import { z } from 'zod'
import { maskName } from '../../core/privacy/mask.ts'
import type { SecretKind } from '../../core/privacy/secret.ts'

const chat = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup', 'channel']) })
const user = z.object({
  id: z.int(),
  is_bot: z.boolean(),
  language_code: z.string().optional(),
  /** Its first letters only. */
  first_name: z.string().transform(maskName).optional(),
})
const file = z.object({
  file_id: z.string(),
  file_unique_id: z.string().optional(),
  file_size: z.number().optional(),
})
const document = file.extend({ file_name: z.string().optional() })
const present = z.object({}).optional()

/** Content that is noticed but never kept. */
const odd = {
  sticker: present,
  voice: present,
  audio: present,
  video: present,
  video_note: present,
  animation: present,
  location: present,
  venue: present,
  contact: present,
}

const keptMessage = z.object({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  media_group_id: z.string().optional(),
  photo: z.array(file).optional(),
  document: document.optional(),
  ...odd,
  /** Set when the message held a secret: nothing else of it is kept. */
  secret: z
    .object({ kind: z.custom<SecretKind>((kind) => typeof kind === 'string'), ids: z.array(z.int()) })
    .optional(),
  /** Set when the text may be a code that we asked for ourselves, or somebody else's secret: whoever plays it knows. */
  doubt: z.object({ kind: z.custom<SecretKind>((kind) => typeof kind === 'string'), ids: z.array(z.int()) }).optional(),
})

const query = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z.object({ message_id: z.int(), chat }).optional(),
})

const membership = z.object({
  chat,
  from: user,
  date: z.int(),
  new_chat_member: z.object({ status: z.string() }),
})

const rest = { update_id: z.int(), callback_query: query.optional(), my_chat_member: membership.optional() }

/** An update as the inbox keeps it: only what a dialogue reads, and nothing of a secret. */
export const keptUpdate = z.object({
  ...rest,
  message: keptMessage.optional(),
  edited_message: keptMessage.optional(),
  channel_post: keptMessage.optional(),
  /** The first that its chat sent too fast: only that is said of it. */
  isTooFast: z.literal(true).optional(),
  /** How many before it were not taken, for they came too fast. */
  missed: z.int().optional(),
})
export type KeptUpdate = z.infer<typeof keptUpdate>
export type KeptMessage = z.infer<typeof keptMessage>

const entities = z.array(z.object({ url: z.string().optional() })).optional()
const quoted = z.object({
  message_id: z.int(),
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
})

/** A message as it arrives, with all the texts that could hold a secret. */
const arrivingMessage = keptMessage.omit({ secret: true, doubt: true }).extend({
  caption: z.string().optional(),
  entities,
  caption_entities: entities,
  quote: z.object({ text: z.string() }).optional(),
  reply_to_message: quoted.optional(),
})
export type ArrivingMessage = z.infer<typeof arrivingMessage>

/** An update as Telegram sends it, read once at the edge; unknown fields fall away. */
export const arrivingUpdate = z.object({
  ...rest,
  message: arrivingMessage.optional(),
  edited_message: arrivingMessage.optional(),
  channel_post: arrivingMessage.optional(),
})
export type ArrivingUpdate = z.infer<typeof arrivingUpdate>

/** The kinds of update that we ask Telegram for. */
export const allowedUpdates = ['message', 'edited_message', 'channel_post', 'callback_query', 'my_chat_member'] as const
