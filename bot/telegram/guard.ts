import { codeIn } from '../../core/identity/code.ts'
import { secretIn } from '../../core/privacy/secret.ts'
import type { ArrivingMessage, ArrivingUpdate, KeptMessage, KeptUpdate } from './update.ts'

/** What of an update may be stored: of a message with a secret only who, where, when and the kind of secret. */
export function guarded(
  { message, edited_message, channel_post, ...rest }: ArrivingUpdate,
  linkDomains: readonly string[] = [],
): KeptUpdate {
  const keptOf = (arriving: ArrivingMessage) => withoutSecrets(arriving, linkDomains)
  return {
    ...rest,
    ...(message !== undefined && { message: keptOf(message) }),
    ...(edited_message !== undefined && { edited_message: keptOf(edited_message) }),
    ...(channel_post !== undefined && { channel_post: keptOf(channel_post) }),
  }
}

function withoutSecrets(arriving: ArrivingMessage, linkDomains: readonly string[]): KeptMessage {
  const {
    caption: _,
    entities: __,
    caption_entities: ___,
    quote: ____,
    reply_to_message: quoted,
    ...message
  } = arriving
  const { message_id, date, chat, from } = message
  const inQuoted = quoted?.from?.is_bot === false ? firstSecret([quoted.text, quoted.caption], linkDomains) : undefined
  const kind = firstSecret(textsOf(arriving), linkDomains) ?? inQuoted
  if (kind === undefined) return { ...message, ...(message.photo && { photo: message.photo.slice(-1) }) }
  // Eight digits that are called a code are perhaps ours; what else is told besides them is not.
  const isDoubtful = kind === 'otp' && inQuoted === undefined && isPerhapsOurs(arriving, linkDomains)
  if (isDoubtful) return { ...message, doubt: { kind, ids: [message_id] } }
  const ids = inQuoted !== undefined && quoted !== undefined ? [message_id, quoted.message_id] : [message_id]
  return { message_id, date, chat, from, secret: { kind, ids } }
}

function isPerhapsOurs({ text = '', ...rest }: ArrivingMessage, linkDomains: readonly string[]): boolean {
  if (codeIn(text) === undefined || rest.caption !== undefined || rest.document !== undefined) return false
  return firstSecret([text.replace(/\d/g, ''), ...textsOf(rest)], linkDomains) === undefined
}

const textsOf = (
  message: Omit<ArrivingMessage, 'text'> & { readonly text?: string | undefined },
): readonly (string | undefined)[] => [
  message.text,
  message.caption,
  message.document?.file_name,
  message.quote?.text,
  ...[...(message.entities ?? []), ...(message.caption_entities ?? [])].map(({ url }) => url),
]

const firstSecret = (texts: readonly (string | undefined)[], linkDomains: readonly string[]) =>
  texts.map((text) => (text === undefined ? undefined : secretIn(text, linkDomains))).find((kind) => kind !== undefined)
