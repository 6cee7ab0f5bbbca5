import type { EvidenceFile } from '../../core/case/case.ts'
import { isReuse } from '../../core/evidence/alike.ts'
import { alikeText } from '../text/desk-alike.ts'
import { actionOf, type CaseView } from './case-view.ts'

/**
 * Beside a file: where it can be compared with those of other cases. Whoever holds the case has a reuse before them at
 * once; everything else is fetched when somebody opens it, for each picture that is shown is a look on record.
 */
export const Alikes = ({ file: { id, alike = [] }, view }: { file: EvidenceFile; view: CaseView }) => {
  if (alike.length === 0) return null
  const { t } = view.screen
  const isReused = alike.some(isReuse)
  const isShown = isReused && view.isHolder
  const address = actionOf(view, `alike/${id}`)
  return (
    <details class="alikes" open={isShown}>
      <summary>{isReused ? <span class="badge warn">{t(alikeText.reused)}</span> : t(alikeText.similar)}</summary>
      <div
        hx-get={address}
        hx-trigger={isShown ? 'load' : 'toggle from:closest details once'}
        hx-select="#alike"
        hx-swap="outerHTML"
      >
        <a href={address} target="_blank" rel="noopener">
          {t(alikeText.compare)}
        </a>
      </div>
    </details>
  )
}
