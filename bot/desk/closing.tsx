import type { CommandType } from '../../core/case/command.ts'
import { nextPhase } from '../../core/case/status.ts'
import { closingOf, routeOf } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { changeText } from '../text/desk-change.ts'
import { reviewText } from '../text/desk-review.ts'
import type { Bilingual } from '../text/language.ts'
import { legalStatement } from '../text/legal-statement.ts'
import { outcomeLabels, settleText } from '../text/outcome.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'

/** Characters of what is said with a settlement. */
export const settleTextMax = 1000

/** The buttons that end a review which found everything right: legalise, accept, or settle with an outcome. */
export const Closing = ({ view }: { view: CaseView }) => {
  switch (closingOf(view.c)) {
    case 'legalise':
      return <Press view={view} action="legalise" label={reviewText.legalise} />
    case 'accept':
      return <Press view={view} action="accept" label={changeText.accept} />
    case 'settle':
      return <Press view={view} action="settle" label={settleText.settle} />
  }
}

const Press = ({ view, action, label }: { view: CaseView; action: CommandType; label: Bilingual }) => (
  <button class="primary" type="submit" formaction={actionOf(view, action)} data-key="" data-decides="">
    {view.screen.t(label)}
  </button>
)

/** What the press means, below the buttons. */
export const ClosingHint = ({ view: { c, screen } }: { view: CaseView }) => {
  const { t } = screen
  const closing = closingOf(c)
  if (closing === 'settle') return <p class="quiet states">{t(settleText.hint)}</p>
  if (closing === 'legalise')
    return (
      <p class="quiet states">
        {t(reviewText.legaliseHint)} “{t(legalStatement)}”
      </p>
    )
  const isSigned = nextPhase(routeOf(c), 'review') === 'signature'
  return <p class="quiet states">{t(isSigned ? changeText.acceptToForm : changeText.acceptToRevoke)}</p>
}

/** What a case is settled with; an agent only answers. */
export const Settlement = ({ view }: { view: CaseView }) => {
  const { t } = view.screen
  const outcomes = procedureOf(view.c.procedure).outcomes ?? []
  const isAnswer = outcomes.length === 1 && outcomes[0] === 'answered'
  return (
    <>
      {!isAnswer && (
        <fieldset class="outcomes">
          <legend>{t(settleText.outcome)}</legend>
          {outcomes.map((outcome) => (
            <label>
              <input
                type="radio"
                name="settle-outcome"
                value={outcome}
                checked={typedIn(view, 'settle-outcome') === outcome}
              />{' '}
              {t(outcomeLabels[outcome])}
            </label>
          ))}
        </fieldset>
      )}
      <label>
        {t(isAnswer ? settleText.answer : settleText.text)}
        <textarea name="settle-text" rows={isAnswer ? 6 : 2} maxlength={settleTextMax}>
          {typedIn(view, 'settle-text') ?? ''}
        </textarea>
      </label>
      <p class="quiet">{t(isAnswer ? settleText.answerHint : settleText.textHint)}</p>
    </>
  )
}
