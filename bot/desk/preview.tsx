import { raw } from 'hono/html'
import { replyOf } from '../dialogue/talk.ts'
import { composerText } from '../text/desk-talk.ts'
import type { CaseView } from './case-view.ts'

/** The very screen that Telegram will show for a reply. */
export const Bubble = ({ view, words }: { view: CaseView; words: string }) => {
  const { c, screen, visitor, agencies } = view
  const reader = { language: c.language, agencies, at: screen.at, bot: undefined, linkDomains: [] }
  const { text, rows } = replyOf(c, { text: words, role: visitor.role }, reader)
  return (
    <div class="bubble" role="status">
      <p class="quiet">{screen.t(composerText.previewTitle)}</p>
      {/* Telegram's own HTML: all that people typed in it is escaped by the renderer. */}
      <div class="words" lang={c.language}>
        {raw(text)}
      </div>
      {(c.counter === undefined ? rows : []).flat().map(({ label }) => (
        <span class="press">{label}</span>
      ))}
    </div>
  )
}
