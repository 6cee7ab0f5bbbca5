import { caseText } from '../text/desk-case.ts'
import { counterText } from '../text/desk-counter.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { refusalSentence } from '../text/refusal.ts'
import { DueChip, StatusChip } from './chip.tsx'
import { type CounterView, counterPath } from './counter-case.ts'
import { Fill } from './counter-fill.tsx'
import { CounterSteps } from './counter-steps.tsx'
import { Untold } from './counter-untold.tsx'
import { holderText } from './holder.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'

/** The page of one case of the counter: its questions while it is filled in, afterwards the requester's steps. */
export const CounterPage = ({ view }: { view: CounterView }) => {
  const { c, screen } = view
  const { t, language } = screen
  const isFilling = c.status === 'draft' || c.status === 'needs-correction'
  return (
    <Layout screen={screen} title={`${t(counterText.title)} ${c.number}`}>
      <Watch view={view} />
      <header class="case-head">
        <h1>
          {c.number} <span class="quiet">{procedureName(c.procedure, language)}</span>
        </h1>
        <p class="chips">
          <StatusChip c={c} screen={screen} />
          {c.dueAt !== null && <DueChip c={c} screen={screen} />}
        </p>
        <p class="quiet">
          {t(counterText.openedBy)} <bdi>{shownText(c.counter.openedBy.name)}</bdi>, {timeText(c.openedAt, language)} ·{' '}
          {t(caseText.holder)}: {holderText(c, screen, view.visitor)}
        </p>
        <Said view={view} />
      </header>
      <Untold view={view} />
      {isFilling && <Fill view={view} />}
      {c.submittedAt !== null && <Links view={view} />}
      <CounterSteps view={view} />
    </Layout>
  )
}

/** Says that files were checked, or that a colleague did something, without touching what is being typed. */
const Watch = ({ view: { c, screen } }: { view: CounterView }) => (
  <nav id="watch" class="crumbs" aria-label={screen.t(counterText.title)} hx-ext="sse" sse-connect={screen.live}>
    <a href="/desk/counter">← {screen.t(counterText.toList)}</a>
    <span
      hx-get={`/desk/counter/${c.number}/watch?revision=${c.revision}`}
      hx-trigger="sse:change"
      hx-swap="innerHTML"
    />
  </nav>
)

const Said = ({ view: { screen, outcome, done } }: { view: CounterView }) => {
  const { t, language } = screen
  const faults = outcome?.faults.size ?? 0
  const told = done === 'sent' ? counterText.sent : done === 'saved' ? counterText.saved : counterText.done
  return (
    <div role="status">
      {done !== undefined && <p class="done">✓ {t(told)}</p>}
      {faults > 0 && (
        <p class="alert" tabindex={-1} autofocus id="refused">
          {t(counterText.wrong)}
        </p>
      )}
      {outcome?.refusal !== undefined && (
        <p class="alert" role="alert" tabindex={-1} autofocus id="refused">
          {refusalSentence(outcome.refusal, language)}
        </p>
      )}
    </div>
  )
}

const Links = ({ view }: { view: CounterView }) => {
  const { t } = view.screen
  return (
    <p class="row">
      <a class="button" href={counterPath(view, 'receipt')}>
        {t(counterText.openReceipt)}
      </a>
      <a class="button" href={`/desk/cases/${view.c.number}`}>
        {t(counterText.toCase)}
      </a>
    </p>
  )
}
