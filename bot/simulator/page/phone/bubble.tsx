import type { Child } from 'hono/jsx'
import { wibMoment } from '../../../../core/form/calendar.ts'
import { phoneText } from '../../../text/simulator-phone.ts'
import type { PhoneMessage } from '../../telegram/phone-message.ts'
import { typedEntities } from '../../telegram/typed-text.ts'
import { Outside, RichText } from '../rich-text.tsx'
import type { Screen } from '../stage.ts'
import { Attached } from './attached.tsx'
import { InlineButton } from './inline-button.tsx'
import { OwnMessage } from './own-message.tsx'

export interface BubbleProps {
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
        {pinned && <span>{t(phoneText.pinned)} · </span>}
        {edited && <span>{t(phoneText.edited)} · </span>}
        <time>{wibMoment(at).time}</time>
      </p>
      {mine && content.text !== undefined && <OwnMessage screen={screen} person={person} message={message} />}
      {message.rows.length > 0 && (
        <div class="rows">
          {message.rows.map((row, r) => (
            <div class="row">
              {row.map((button, b) => (
                <InlineButton id={`b-${id}-${r}-${b}`} button={button} message={id} person={person} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const isAddress = /^https?:\/\/[\w-]+[.:]/i

/** Plain text with the commands in it to tap and its addresses to open, as on a phone. */
const Plain = ({ text, person }: { text: string; person: string }) => {
  const drawn: Child[] = []
  let at = 0
  for (const { type, offset, length } of typedEntities(text)) {
    const part = text.slice(offset, offset + length)
    if (offset < at || (type !== 'bot_command' && !isAddress.test(part))) continue
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
    hx-vals={JSON.stringify({ person, text })}
    hx-swap="none"
  >
    {text}
  </button>
)
