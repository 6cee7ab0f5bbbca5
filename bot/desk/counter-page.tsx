import { isChecking, missing } from '../../core/case/missing.ts'
import { questionsOf } from '../../core/case/question.ts'
import { isCounterNotice } from '../../core/message/counter-notice.ts'
import { changeable } from '../dialogue/asking.ts'
import { counterNews } from '../text/counter-news.ts'
import { caseText } from '../text/desk-case.ts'
import { counterText } from '../text/desk-counter.ts'
import { itemLabel } from '../text/item.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { refusalSentence } from '../text/refusal.ts'
import { DueChip, StatusChip } from './chip.tsx'
import { type CounterView, counterPath } from './counter-case.ts'
import { CounterQuestion } from './counter-fields.tsx'
import { Send } from './counter-send.tsx'
import { CounterSteps } from './counter-steps.tsx'
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
  <nav id="watch" class="crumbs" aria-label={screen.t(counterText.title)} hx-ext="sse" sse-connect="/desk/events">
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

const Untold = ({ view }: { view: CounterView }) => {
  const { c, screen, visitor } = view
  const { t, language } = screen
  const { untold } = c.counter
  if (untold.length === 0) return null
  return (
    <form class="panel urgent-panel" method="post" action={counterPath(view, 'act')}>
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <input type="hidden" name="seen" value={String(c.decision)} />
      <h2>{t(counterText.untold)}</h2>
      <ul>
        {untold.map(({ notice, at }) => (
          <li>
            {isCounterNotice(notice) ? t(counterNews[notice]) : ''} <span class="quiet">{timeText(at, language)}</span>
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

const Fill = ({ view }: { view: CounterView }) => {
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
