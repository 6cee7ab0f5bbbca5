import { oddText, phoneText } from '../../../text/simulator-phone.ts'
import type { BubbleProps } from './bubble.tsx'

/** The picture, file or other thing that a message carries. */
export const Attached = ({ screen: { t }, person, message }: BubbleProps) => {
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
