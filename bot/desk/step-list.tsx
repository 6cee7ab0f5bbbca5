import { changeText } from '../text/desk-change.ts'
import { courseSteps, stepMarks } from '../text/step-list.ts'
import type { CaseView } from './case-view.ts'

/** The way of the case from review to end, what is done in AMS on it, and where it stands. */
export const StepList = ({ view: { c, screen } }: { view: CaseView }) => {
  const { t } = screen
  const steps = courseSteps(c)
  if (steps.length === 0) return null
  return (
    <section class="panel" id="steps">
      <h2>{t(changeText.steps)}</h2>
      <ol class="course">
        {steps.map(({ state, what, ams }) => (
          <li class={`course-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span aria-hidden="true">{stepMarks[state].sign}</span>{' '}
            <span class="hidden">{t(stepMarks[state].word)}: </span>
            {t(what)}
            {ams !== undefined && <span class="detail">AMS: {t(ams)}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
