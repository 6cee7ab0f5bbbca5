import { frameText, queueText } from '../text/desk-frame.ts'
import type { Screen } from './screen.ts'

const address = '/desk?view=mine'

/** What is in hand, beside a case: on wide screens alone, and fetched only where it is seen. */
export const SideList = ({ screen: { t } }: { screen: Screen }) => (
  <nav class="side" aria-label={t(frameText.inHand)} data-aside="">
    <h2>
      <a href={address}>{t(frameText.inHand)}</a>
    </h2>
    <div
      hx-get={address}
      hx-select="#queue table.cases"
      hx-trigger="intersect once"
      hx-swap="innerHTML"
      class="side-list"
    >
      <p class="quiet">{t(queueText.sideEmpty)}</p>
    </div>
  </nav>
)
