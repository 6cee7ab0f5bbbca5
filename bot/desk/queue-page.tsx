import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { emptyView, frameText, queueText, viewName } from '../text/desk-frame.ts'
import { rightsText } from '../text/desk-rights.ts'
import { isViewRefusal, type ViewDone, viewDone, viewText } from '../text/desk-view.ts'
import { CaseTable } from './case-table.tsx'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import { addressOf, isFiltered } from './queue-filter.ts'
import { FilterForm } from './queue-filter-form.tsx'
import { countMax, type QueueList } from './queue-list.ts'
import { currentView } from './saved-view.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly list: QueueList
  /** Requests to be erased that are this person's to decide. */
  readonly erasures: number
  /** They asked for the next case, and nothing waited that they may have. */
  readonly foundNone: boolean
  readonly done: ViewDone | undefined
}

/** The queue of one person. The list inside asks for itself again whenever something changed anywhere. */
export const QueuePage = (props: Props) => {
  const { screen, visitor, list, foundNone, done } = props
  const title = viewName[visitor.role][list.view]
  return (
    <Layout screen={screen} title={screen.t(title)}>
      <h1 class="hidden">{screen.t(title)}</h1>
      <TakeNext screen={screen} visitor={visitor} />
      <div role="status">
        {foundNone && <p class="done">{screen.t(queueText.foundNone)}</p>}
        {done && <p class={isViewRefusal(done) ? 'alert' : 'done'}>{screen.t(viewDone[done])}</p>}
      </div>
      <FilterForm screen={screen} visitor={visitor} list={list} isOpen={done !== undefined && isViewRefusal(done)} />
      <div hx-ext="sse" sse-connect={screen.live}>
        <div
          id="queue"
          hx-get={addressOf(list.view, list.filter)}
          hx-select="#queue > *"
          hx-trigger="sse:change, every 60s"
          hx-swap="innerHTML"
        >
          <Views {...props} />
          <List {...props} />
        </div>
      </div>
    </Layout>
  )
}

/** Always there, as what waits is counted in the part that is live. */
const TakeNext = ({ screen, visitor }: Pick<Props, 'screen' | 'visitor'>) => (
  <form class="take-next" method="post" action="/desk/next">
    <input type="hidden" name="csrf" value={visitor.session.csrf} />
    <button class="primary" type="submit" data-key="t">
      {screen.t(queueText.takeNext)}
    </button>
  </form>
)

const Views = ({ screen: { t }, visitor: { role }, list, erasures }: Props) => {
  const own = currentView(list)
  return (
    <nav class="views" aria-label={t(frameText.queues)}>
      {queueViews.map((view) => (
        <a href={addressOf(view)} aria-current={view === list.view && own === undefined ? 'page' : undefined}>
          {t(viewName[role][view])}
          <Count view={view} list={list} t={t} />
        </a>
      ))}
      {list.saved.map((one) => (
        <a class="own" href={`/desk?${one.query}`} aria-current={one.id === own?.id ? 'page' : undefined}>
          {shownText(one.name)}
        </a>
      ))}
      {(role === 'agent' || erasures > 0) && (
        <a href="/desk/rights">
          {t(rightsText.title)}
          {erasures > 0 && <span class="count urgent">{erasures}</span>}
        </a>
      )}
    </nav>
  )
}

const Count = ({ view, list, t }: Pick<Props, 'list'> & Pick<Screen, 't'> & { view: QueueView }) => {
  const count = list.counts[view]
  if (count === undefined) return null
  const isUrgent = view === 'mine' && list.isMineUrgent
  return (
    <span class={isUrgent ? 'count urgent' : 'count'}>
      {count > countMax ? `${countMax}+` : count}
      {isUrgent && ` · ${t(queueText.urgent)}`}
    </span>
  )
}

const List = ({ screen, visitor, list }: Props) => {
  const { t } = screen
  if (list.cases.length === 0 && list.next === undefined)
    return (
      <>
        <p class="empty">{t(isFiltered(list.filter) ? queueText.noMatch : emptyView[list.view])}</p>
        <Pages screen={screen} list={list} />
      </>
    )
  return (
    <>
      {list.areMoreWithText && <p class="quiet">{t(viewText.newestOnly)}</p>}
      <CaseTable screen={screen} visitor={visitor} cases={list.cases} looks={list.looks} />
      <Pages screen={screen} list={list} />
    </>
  )
}

const Pages = ({ screen: { t }, list: { view, filter, next } }: Pick<Props, 'screen' | 'list'>) => {
  const { after, ...rest } = filter
  if (after === undefined && next === undefined) return null
  return (
    <nav class="pages" aria-label={t(queueText.pages)}>
      {after !== undefined && <a href={addressOf(view, rest)}>{t(queueText.top)}</a>}
      {next !== undefined && (
        <a rel="next" href={addressOf(view, { ...rest, after: next })}>
          {t(queueText.next)}
        </a>
      )}
    </nav>
  )
}
