import type { Child } from 'hono/jsx'
import { wibMoment } from '../../../core/form/calendar.ts'
import { oddText, phoneText } from '../../text/simulator-phone.ts'
import type { InlineButton } from '../telegram/message.ts'
import type { PhoneMessage } from '../telegram/phone-message.ts'
import { typedEntities } from '../telegram/typed-text.ts'
import { Outside, RichText } from './rich-text.tsx'
import type { Screen } from './stage.ts'

interface BubbleProps {
  readonly screen: Screen
  /** Whose phone, as forms name it. */
  readonly person: string
  readonly message: PhoneMessage
}

/** One message with its picture, text, time and buttons. */
export const Bubble = ({ screen, person, message }: BubbleProps) => {
  const { t } = screen
  const { id, mine, at, edited, pinned, text } = message
  const content = message.message
  const entities = content.entities ?? content.caption_entities ?? []
  const leaf = (plain: string) => <Plain text={plain} person={person} />
  return (
    <div class={mine ? 'bubble mine' : 'bubble'} data-n={id}>
      <Attached message={message} person={person} screen={screen} />
      {text !== '' && (
        <p class="said">
          <RichText text={text} entities={entities.filter(({ type }) => type !== 'bot_command')} leaf={leaf} />
        </p>
      )}
      <p class="meta">
        {pinned && <span>📌 {t(phoneText.pinned)} · </span>}
        {edited && <span>{t(phoneText.edited)} · </span>}
        <time>{wibMoment(at).time}</time>
      </p>
      {mine && content.text !== undefined && <OwnMessage screen={screen} person={person} message={message} />}
      {message.rows.length > 0 && (
        <div class="rows">
          {message.rows.map((row, r) => (
            <div class="row">
              {row.map((button, b) => (
                <Button id={`b-${id}-${r}-${b}`} button={button} message={id} person={person} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const fieldsOf = (fields: Record<string, string>): string => JSON.stringify(fields)

const Button = ({
  id,
  button,
  message,
  person,
}: {
  id: string
  button: InlineButton
  message: number
  person: string
}) => {
  const { text, callback_data: data, url, copy_text: copied } = button
  if (url !== undefined) return <Outside url={url}>{text} ↗</Outside>
  if (copied !== undefined)
    return (
      <button type="button" id={id} data-copy={copied.text}>
        {text} ⧉
      </button>
    )
  return (
    <button
      type="button"
      id={id}
      hx-post="/simulator/phone/press"
      hx-vals={fieldsOf({ person, message: String(message), data: data ?? '' })}
      hx-swap="none"
    >
      {text}
    </button>
  )
}

/** Plain text with the commands in it to tap and its addresses to open, as on a phone. */
const Plain = ({ text, person }: { text: string; person: string }) => {
  const drawn: Child[] = []
  let at = 0
  for (const { type, offset, length } of typedEntities(text)) {
    if (offset < at || (type !== 'bot_command' && type !== 'url')) continue
    const part = text.slice(offset, offset + length)
    drawn.push(
      text.slice(at, offset),
      type === 'url' ? <Outside url={part}>{part}</Outside> : <Command text={part} person={person} />,
    )
    at = offset + length
  }
  return (
    <>
      {drawn}
      {text.slice(at)}
    </>
  )
}

const Command = ({ text, person }: { text: string; person: string }) => (
  <button
    type="button"
    class="command"
    hx-post="/simulator/phone/say"
    hx-vals={fieldsOf({ person, text })}
    hx-swap="none"
  >
    {text}
  </button>
)

const Attached = ({ screen: { t }, person, message }: BubbleProps) => {
  const { id, photo, document, message: content } = message
  const address = `/simulator/phone/file/${person}/${id}`
  if (photo !== undefined)
    return (
      <a href={address} target="_blank" rel="noopener">
        <img class="photo" src={address} alt={t(phoneText.asPhoto)} />
      </a>
    )
  if (document !== undefined)
    return (
      <a class="document" href={address} target="_blank" rel="noopener">
        <b>{document.file_name ?? '–'}</b>
        <span>{Math.ceil(document.file_size / 1024)} kB</span>
      </a>
    )
  const odd = (['sticker', 'voice', 'location', 'contact'] as const).find((kind) => content[kind] !== undefined)
  return odd === undefined ? null : <p class="odd">{t(oddText[odd])}</p>
}

/** What one may do with one's own message afterwards. */
const OwnMessage = ({ screen: { t }, person, message: { id, text } }: BubbleProps) => (
  <details class="own" id={`own-${id}`}>
    <summary aria-label={t(phoneText.more)}>⋯</summary>
    <form hx-post="/simulator/phone/edit" hx-swap="none" data-closes>
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="message" value={String(id)} />
      <textarea id={`edit-${id}`} name="text" rows={2} aria-label={t(phoneText.write)}>
        {text}
      </textarea>
      <button type="submit">{t(phoneText.edit)}</button>
      <button
        type="button"
        hx-post="/simulator/phone/erase"
        hx-vals={fieldsOf({ person, message: String(id) })}
        hx-swap="none"
      >
        {t(phoneText.erase)}
      </button>
    </form>
  </details>
)
