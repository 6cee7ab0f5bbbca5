import { pageText } from '../../text/simulator-page.ts'
import type { Screen } from './stage.ts'

/** What a network would not let somebody do, until it is closed. */
export const Notice = ({ screen: { stage, t }, who }: { screen: Screen; who: string }) => {
  const notice = stage.notices.get(who)
  if (notice === undefined) return null
  return (
    <p class="notice" role="alert">
      <span>
        {t(pageText.failed)} {notice}
      </span>
      <button type="button" hx-post="/simulator/notice" hx-vals={JSON.stringify({ who })} hx-swap="none">
        {t(pageText.dismiss)}
      </button>
    </p>
  )
}
