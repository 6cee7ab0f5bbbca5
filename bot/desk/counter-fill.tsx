import { isChecking, missing } from '../../core/case/missing.ts'
import { questionsOf } from '../../core/case/question.ts'
import { changeable } from '../dialogue/asking.ts'
import { counterText } from '../text/desk-counter.ts'
import { itemLabel } from '../text/item.ts'
import { type CounterView, counterPath } from './counter-case.ts'
import { CounterQuestion } from './counter-fields.tsx'
import { Send } from './counter-send.tsx'
import { shownText } from './hostile-text.ts'

/** The questions that may be answered now, and once none is left the way to send. */
export const Fill = ({ view }: { view: CounterView }) => {
  const { c, screen, visitor } = view
  const { t, language } = screen
  const owed = missing(c)
  const names = new Map(questionsOf(c).map(({ key, device }) => [key, itemLabel(key, language, device)]))
  return (
    <form
      class="counter"
      method="post"
      action={counterPath(view, 'save')}
      enctype="multipart/form-data"
      autocomplete="off"
    >
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="seen" value={String(c.decision)} />
      {/* The Enter key presses a form's first button: let that be the harmless one. */}
      <button type="submit" hidden>
        {t(counterText.save)}
      </button>
      <section class="panel">
        <p class="quiet">{t(c.status === 'draft' ? counterText.filling : counterText.correcting)}</p>
        {changeable(c).map((question) => (
          <CounterQuestion view={view} question={question} />
        ))}
        <p class="row">
          <button class={owed.length > 0 ? 'primary' : ''} type="submit">
            {t(counterText.save)}
          </button>
        </p>
      </section>
      {owed.length > 0 ? (
        <section class="panel">
          <p class="quiet">{t(counterText.notYet)}</p>
          <ul class="owed">
            {owed.map(({ key }) => (
              <li>
                <a href={`#q-${key}`}>{shownText(names.get(key) ?? key)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : isChecking(c) ? (
        <p class="warn">{t(counterText.waitForFiles)}</p>
      ) : (
        <Send view={view} />
      )}
    </form>
  )
}
