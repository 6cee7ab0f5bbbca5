import { macros, macroText, stepWords } from '../text/macros.ts'
import { refusalSentence } from '../text/refusal.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { macroField, type Trial } from './macro-forms.ts'
import { Bubble } from './preview.tsx'

type Props = { view: CaseView }

/** Several steps by one press, which are tried out first. */
export const Macro = ({ view }: Props) => {
  const { t } = view.screen
  return (
    <>
      <p class="row">
        <select name={macroField} aria-label={t(macroText.choose)}>
          <option value="">{t(macroText.choose)}</option>
          {Object.entries(macros).map(([name, { title }]) => (
            <option value={name} selected={typedIn(view, macroField) === name}>
              {t(title)}
            </option>
          ))}
        </select>
        <button class="plain" type="submit" formaction={actionOf(view, 'try-macro')} data-key="">
          {t(macroText.try)}
        </button>
      </p>
      <DryRun view={view} />
    </>
  )
}

const DryRun = ({ view }: Props) => {
  const { t } = view.screen
  const trials = view.outcome?.trials
  if (trials === undefined) return null
  return (
    <div class="trial" role="status">
      <p class="quiet">{t(macroText.trial)}</p>
      <ol>
        {trials.map((trial) => (
          <li>
            {t(stepWords(trial.step))} – <Fares view={view} trial={trial} />
            {trial.words !== undefined && <Bubble view={view} words={trial.words} />}
          </li>
        ))}
      </ol>
      {trials.every(({ fares }) => fares === 'fine') && (
        <button class="primary" type="submit" formaction={actionOf(view, 'run-macro')} data-key="">
          {t(macroText.run)}
        </button>
      )}
    </div>
  )
}

const Fares = ({ view: { screen }, trial: { fares } }: Props & { trial: Trial }) => {
  if (fares === 'fine') return <span class="badge good">{screen.t(macroText.fine)}</span>
  if (fares === 'not-reached') return <span class="quiet">{screen.t(macroText.notReached)}</span>
  return <span class="warn">{refusalSentence(fares, screen.language)}</span>
}
