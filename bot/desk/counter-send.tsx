import { mayHearByMail } from '../../core/case/counter.ts'
import { presence, readOutConsent, statedTruth } from '../text/counter-consent.ts'
import { counterText, hearingName } from '../text/desk-counter.ts'
import { type CounterView, counterPath } from './counter-case.ts'

/** The declaration of whoever serves, the consent that is read out, and how the requester hears of the case. */
export const Send = ({ view }: { view: CounterView }) => {
  const { screen, outcome } = view
  const { t } = screen
  const isTicked = (name: string) => outcome?.typed.has(name) === true
  const Tick = ({ name, text }: { name: string; text: string }) => (
    <label class="tick">
      <input type="checkbox" name={name} value="1" checked={isTicked(name)} /> {text}
    </label>
  )
  return (
    <section class="panel" id="send">
      <h2>{t(counterText.sending)}</h2>
      <p class="quiet">{t(counterText.declare)}</p>
      <Tick name="present" text={t(presence)} />
      <Tick name="stated" text={t(statedTruth)} />
      <p>
        <b>{t(counterText.readOut)}:</b>
      </p>
      <blockquote>{t(readOutConsent)}</blockquote>
      <Tick name="agreed" text={t(counterText.agrees)} />
      <Hearing view={view} />
      <p class="row">
        <button class="primary" type="submit" formaction={counterPath(view, 'send')}>
          {t(counterText.send)}
        </button>
      </p>
    </section>
  )
}

const Hearing = ({ view: { c, screen, desk, outcome } }: { view: CounterView }) => {
  const { t } = screen
  const hasMail = desk.ports.has.mail
  if (!hasMail || !mayHearByMail(c))
    return <p class="warn">{t(hasMail ? counterText.noMail : counterText.noMailServer)}</p>
  const chosen = outcome?.typed.get('hears') ?? 'mail'
  return (
    <fieldset class="choice-list">
      <legend>
        <b>{t(counterText.hears)}</b>
      </legend>
      {(['mail', 'in-person'] as const).map((hears) => (
        <label class="tick">
          <input type="radio" name="hears" value={hears} checked={chosen === hears} /> {t(hearingName[hears])}
        </label>
      ))}
    </fieldset>
  )
}
