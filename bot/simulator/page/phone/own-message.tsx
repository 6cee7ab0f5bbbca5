import { phoneText } from '../../../text/simulator-phone.ts'
import type { BubbleProps } from './bubble.tsx'

/** What one may do with one's own message afterwards. */
export const OwnMessage = ({ screen: { t }, person, message: { id, text } }: BubbleProps) => (
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
        hx-vals={JSON.stringify({ person, message: String(id) })}
        hx-swap="none"
      >
        {t(phoneText.erase)}
      </button>
    </form>
  </details>
)
