import { type CounterAct, counterActs, counterText } from '../text/desk-counter.ts'
import { dayText } from '../text/moment.ts'
import { actsNow } from './counter-acts.ts'
import { type CounterView, counterPath } from './counter-case.ts'

const withReason: readonly CounterAct[] = ['link-expired', 'trouble', 'cancel']

/** What the requester would press in a chat, noted by whoever serves them. */
export const CounterSteps = ({ view }: { view: CounterView }) => {
  const { c, screen, visitor } = view
  const { t, language } = screen
  const acts = actsNow(view)
  if (acts.length === 0) return null
  const isReviewer = c.verifier?.id === visitor.staff.id || c.legalisedBy?.id === visitor.staff.id
  return (
    <form class="panel" id="steps" method="post" action={counterPath(view, 'act')} autocomplete="off">
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="seen" value={String(c.decision)} />
      {/* Enter in a field must press nothing that counts. */}
      <button type="submit" hidden name="act" value="none">
        {t(counterText.save)}
      </button>
      <h2>{t(counterText.turn)}</h2>
      {isReviewer && <p class="warn">{t(counterText.reviewer)}</p>}
      {c.revocationOn !== null && (
        <p>
          {t(counterText.planned)}: {dayText(`${c.revocationOn}T01:00:00.000Z`, language)}
        </p>
      )}
      {acts.includes('plan-revocation') && (
        <label>
          {t(counterText.day)} <input name="day" value={view.outcome?.typed.get('day') ?? ''} />
        </label>
      )}
      {acts.some((act) => withReason.includes(act)) && (
        <label>
          {t(counterText.reason)} <input name="reason" value={view.outcome?.typed.get('reason') ?? ''} />
        </label>
      )}
      <p class="row">
        {acts.map((act) => (
          <button class={act === 'cancel' ? 'danger' : ''} type="submit" name="act" value={act}>
            {t(counterActs[act])}
          </button>
        ))}
      </p>
    </form>
  )
}
