import { teamText } from '../text/desk-teamwork.ts'
import { visible } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import type { Present } from './presence.ts'

/** Which colleagues have the case open, and who of them is writing. */
export const Others = ({ others, language }: { others: readonly Present[]; language: Language }) => (
  <span class="present">
    {others.map(({ name, isTyping }) => (
      <span class={isTyping ? 'chip soon' : 'chip'}>
        <bdi>{visible(name)}</bdi> {(isTyping ? teamText.typing : teamText.looking)[language]}
      </span>
    ))}
  </span>
)
