import { phoneText } from '../../../text/simulator-phone.ts'
import type { Press } from '../../telegram/callback-desk.ts'
import type { SamplePerson } from '../people.ts'
import type { Screen, Stage } from '../stage.ts'

const toastMs = 4000

/** What the bot said to the last press: a toast that passes, or an alert that waits to be closed. */
export const Answer = ({ screen: { stage, t }, person }: { screen: Screen; person: SamplePerson }) => {
  const last = lastAnswered(stage, person)
  if (last?.answer === undefined || last.answer.text === '') return null
  const { text, showAlert, at } = last.answer
  if (!showAlert) return Date.now() - at < toastMs ? <Toast text={text} /> : null
  if (!stage.seen.isNew(`alert:${person.key}`, last.id)) return null
  return (
    <div class="veil">
      <div class="alert" role="alertdialog" aria-label="Pandu">
        <p>{text}</p>
        <button
          type="button"
          id="alert-ok"
          hx-post="/simulator/phone/dismiss"
          hx-vals={JSON.stringify({ person: person.key, press: last.id })}
          hx-swap="none"
        >
          {t(phoneText.ok)}
        </button>
      </div>
    </div>
  )
}

const Toast = ({ text }: { text: string }) => (
  <p class="toast" role="status">
    {text}
  </p>
)

const lastAnswered = ({ world }: Stage, { id }: SamplePerson): Press | undefined =>
  world.telegram.callbacks.presses.findLast(({ personId, answer }) => personId === id && answer !== undefined)
