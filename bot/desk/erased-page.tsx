import type { ErasedCase } from '../../core/privacy/erasure.ts'
import { erasedBecause, erasedCaseText } from '../text/desk-rights.ts'
import { timeText } from '../text/moment.ts'
import { NoticePage } from './notice-page.tsx'
import type { Screen } from './screen.ts'

/** What is left to see of an erased case: that it was, when it went and why. */
export const ErasedPage = ({ screen, erased }: { screen: Screen; erased: ErasedCase }) => (
  <NoticePage screen={screen} title={erasedCaseText.title} text={erasedCaseText.text}>
    <dl class="facts">
      <div>
        <dt>{erased.number}</dt>
        <dd>
          {screen.t(erasedCaseText.at)} {timeText(erased.erasure.at, screen.language)}
        </dd>
      </div>
      <div>
        <dt>{screen.t(erasedCaseText.because)}</dt>
        <dd>{screen.t(erasedBecause[erased.erasure.because])}</dd>
      </div>
    </dl>
  </NoticePage>
)
