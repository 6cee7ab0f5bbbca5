import type { InlineButton as ButtonData } from '../../telegram/message.ts'
import { Outside } from '../rich-text.tsx'

/** A button below a message: it tells the bot, opens an address or copies. */
export const InlineButton = ({
  id,
  button,
  message,
  person,
}: {
  id: string
  button: ButtonData
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
      hx-vals={JSON.stringify({ person, message: String(message), data: data ?? '' })}
      hx-swap="none"
    >
      {text}
    </button>
  )
}
