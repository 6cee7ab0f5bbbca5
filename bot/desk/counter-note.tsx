import { counterText, hearingName } from '../text/desk-counter.ts'
import type { CaseView } from './case-view.ts'
import { counterPath } from './counter-case.ts'
import { shownText } from './hostile-text.ts'

/** Says that a case was opened at the counter, by whom, and how its requester hears of it. */
export const CounterNote = ({ view: { c, screen, visitor } }: { view: CaseView }) => {
  const { t } = screen
  if (c.counter === undefined) return null
  const { openedBy, hears, untold, hands } = c.counter
  return (
    <p class={untold.length > 0 ? 'alert' : 'warn'}>
      {t(counterText.here)} <bdi>{shownText(openedBy.name)}</bdi> · {t(hearingName[hears])}
      {untold.length > 0 && (
        <>
          {' · '}
          <b>{t(counterText.untold)}</b>
        </>
      )}{' '}
      {hands.includes(visitor.staff.id) && <span>{t(counterText.notYours)}</span>}{' '}
      {visitor.role === 'verifier' && <a href={counterPath({ c })}>{t(counterText.toCounter)}</a>}
    </p>
  )
}
