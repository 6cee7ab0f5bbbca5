import { isCounterNotice } from '../../core/message/counter-notice.ts'
import { counterNews } from '../text/counter-news.ts'
import { counterWords } from '../text/counter-words.ts'
import { counterText } from '../text/desk-counter.ts'
import { fieldLabel } from '../text/field.ts'
import { timeText } from '../text/moment.ts'
import { type CounterView, counterPath } from './counter-case.ts'
import { shownText } from './hostile-text.ts'

/** What the requester must be told, whom to reach where, and the button that says it was done. */
export const Untold = ({ view }: { view: CounterView }) => {
  const { c, screen, visitor } = view
  const { t, language } = screen
  const { untold } = c.counter
  const { name, phone } = c.answers
  if (untold.length === 0) return null
  return (
    <form class="panel urgent-panel" method="post" action={counterPath(view, 'act')}>
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="seen" value={String(c.decision)} />
      <h2>{t(counterText.untold)}</h2>
      <p>
        <bdi>{shownText(typeof name === 'string' ? name : '–')}</bdi> · {fieldLabel('phone', language)}:{' '}
        <bdi>{typeof phone === 'string' ? phone : '–'}</bdi>
      </p>
      <ul>
        {untold.map(({ notice, at }) => (
          <li>
            {isCounterNotice(notice) ? t(counterNews[notice]) : ''} <span class="quiet">{timeText(at, language)}</span>
            {counterWords(c, notice, language).map((line) => (
              <p>{shownText(line)}</p>
            ))}
          </li>
        ))}
      </ul>
      <p class="row">
        <button class="primary" type="submit" name="act" value="tell">
          {t(counterText.told)}
        </button>
      </p>
    </form>
  )
}
