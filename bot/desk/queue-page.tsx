import type { Case } from '../../core/case/case.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { emptyView, frameText, queueText, remarkCount, viewName } from '../text/desk-frame.ts'
import { rightsText } from '../text/desk-rights.ts'
import { procedureName } from '../text/procedure.ts'
import { DueChip, StatusChip, UrgentMark } from './chip.tsx'
import { holderText } from './holder.ts'
import { Layout } from './layout.tsx'
import type { QueueList } from './queue-list.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly list: QueueList
  /** Requests to be erased that are this person's to decide. */
  readonly erasures: number
}

const addressOf = (view: QueueView): string => `/desk?view=${view}`

/** The queue of one person. The list inside asks for itself again whenever something changed anywhere. */
export const QueuePage = (props: Props) => {
  const { screen, visitor, list } = props
  const title = viewName[visitor.role][list.view]
  return (
    <Layout screen={screen} title={screen.t(title)}>
      <h1 class="hidden">{screen.t(title)}</h1>
      <div hx-ext="sse" sse-connect="/desk/events">
        <div
          id="queue"
          hx-get={addressOf(list.view)}
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

const Views = ({ screen: { t }, visitor: { role }, list, erasures }: Props) => (
  <nav class="views" aria-label={t(frameText.queues)}>
    {queueViews.map((view) => (
      <a href={addressOf(view)} aria-current={view === list.view ? 'page' : undefined}>
        {t(viewName[role][view])}
        <Count view={view} list={list} t={t} />
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

const Count = ({ view, list, t }: Pick<Props, 'list'> & Pick<Screen, 't'> & { view: QueueView }) => {
  const count = list.counts[view]
  if (count === undefined) return null
  const isUrgent = view === 'mine' && list.isMineUrgent
  return (
    <span class={isUrgent ? 'count urgent' : 'count'}>
      {count}
      {isUrgent && ` · ${t(queueText.urgent)}`}
    </span>
  )
}

const List = ({ screen, visitor, list }: Props) => {
  const { t } = screen
  if (list.cases.length === 0) return <p class="empty">{t(emptyView[list.view])}</p>
  const hasAgencies = visitor.staff.agencies.length > 1
  const heads = ['due', 'case', 'status', 'requester', 'checks', 'holder'] as const
  return (
    <>
      <table class="cases">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{t(queueText[head])}</th>
            ))}
            {hasAgencies && <th scope="col">{t(queueText.agency)}</th>}
          </tr>
        </thead>
        <tbody>
          {list.cases.map((c) => (
            <Row c={c} screen={screen} visitor={visitor} list={list} hasAgencies={hasAgencies} />
          ))}
        </tbody>
      </table>
      {list.isCut && <p class="quiet">{t(queueText.cut)}</p>}
    </>
  )
}

const Row = ({
  c,
  screen,
  visitor,
  list,
  hasAgencies,
}: Omit<Props, 'erasures'> & { c: Case; hasAgencies: boolean }) => (
  <tr>
    <td>
      <DueChip c={c} screen={screen} /> <UrgentMark c={c} screen={screen} />
    </td>
    <td>
      <a class="number" id={`case-${c.number}`} href={`/desk/cases/${c.number}`} data-walk="">
        {c.number}
      </a>
      <span class="quiet">{procedureName(c.procedure, screen.language)}</span>
    </td>
    <td>
      <StatusChip c={c} screen={screen} />
    </td>
    <td>{typeof c.answers.name === 'string' ? maskName(c.answers.name) : '–'}</td>
    <td>
      <Checks c={c} screen={screen} />
    </td>
    <td>{holderText(c, screen, visitor)}</td>
    {hasAgencies && <td>{list.agencies.find(({ code }) => code === c.agency)?.name ?? c.agency}</td>}
  </tr>
)

const Checks = ({ c, screen: { t, at } }: { c: Case; screen: Screen }) => {
  const all = [...remarksOf(c, at).values()]
  const remarked = all.filter((remarks) => remarks.length > 0).length
  return (
    <span class="checks">
      {all.length - remarked} {t(queueText.clean)}
      {remarked > 0 && <b> · {t(remarkCount(remarked))}</b>}
    </span>
  )
}
