import type { Hook, HookDelivery } from '../../core/handling/hooks.ts'
import { hookTypes } from '../../core/handling/hooks.ts'
import { answerWords, deliveryText, hookText } from '../text/desk-hooks.ts'
import { eventText } from '../text/desk-timeline.ts'
import { timeText } from '../text/moment.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'

export const hooksPath = '/desk/hooks'

interface Props {
  readonly screen: Screen
  readonly csrf: string
  readonly hooks: readonly Hook[]
  readonly deliveries: readonly HookDelivery[]
  /** Before when the next page begins. */
  readonly next: string | undefined
  readonly done: 'replayed' | 'gone' | undefined
}

/** Which other helpdesks are told of these agencies' cases, and what was delivered to them. */
export const HooksPage = (props: Props) => {
  const { screen, hooks, deliveries, next, done } = props
  const { t } = screen
  return (
    <Layout screen={screen} title={t(hookText.title)}>
      <div class="me">
        <h1>{t(hookText.title)}</h1>
        <div role="status">{done && <p class={done === 'gone' ? 'alert' : 'done'}>{t(hookText[done])}</p>}</div>
        <p class="quiet">{t(hookText.about)}</p>
        {hooks.length === 0 ? <p class="panel">{t(hookText.none)}</p> : <Hooks {...props} />}
        {hooks.length > 0 && (
          <section class="panel">
            <h2>{t(hookText.log)}</h2>
            {deliveries.length === 0 ? <p>{t(hookText.nothing)}</p> : <Deliveries {...props} />}
          </section>
        )}
        {next !== undefined && (
          <nav class="pages">
            <a href={`${hooksPath}?before=${encodeURIComponent(next)}`}>{t(hookText.older)} →</a>
          </nav>
        )}
      </div>
    </Layout>
  )
}

const Hooks = ({ screen: { t, language, agencies }, hooks }: Props) => (
  <ul class="panel">
    {hooks.map((hook) => (
      <li>
        <b>{hostOf(hook)}</b>
        {hook.mirror !== undefined && ` (${t(hookText.mirror)} ${hook.mirror.kind})`} · {t(hookText.agencies)}:{' '}
        {hook.agencies.map((code) => agencies.find((one) => one.code === code)?.name ?? code).join(', ')} ·{' '}
        {t(hookText.since)} {timeText(hook.since, language)}
      </li>
    ))}
  </ul>
)

// Paths of webhooks often are secrets themselves.
const hostOf = ({ url }: Hook): string => shownText(new URL(url).host)

const Deliveries = (props: Props) => {
  const { t } = props.screen
  return (
    <table class="cases devices">
      <thead>
        <tr>
          <th scope="col">{t(hookText.at)}</th>
          <th scope="col">{t(hookText.what)}</th>
          <th scope="col">{t(hookText.to)}</th>
          <th scope="col">{t(hookText.outcome)}</th>
          <th scope="col">
            <span class="hidden">{t(hookText.action)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.deliveries.map((delivery) => (
          <Row {...props} delivery={delivery} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ screen: { t, language }, csrf, hooks, delivery }: Props & { delivery: HookDelivery }) => {
  const { id, at, type, number, state, answer, attempts } = delivery
  const hook = hooks.find((one) => one.id === delivery.hookId)
  const event = hookTypes.find((known) => `case.${known}` === type)
  return (
    <tr>
      <td>{timeText(at, language)}</td>
      <td>
        {event === undefined ? type : t(eventText[event])}{' '}
        <a href={`/desk/cases/${number}`}>
          <span class="nowrap">{number}</span>
        </a>
      </td>
      <td>
        <span class="only-narrow">{t(hookText.to)}:</span> {hook && hostOf(hook)}
      </td>
      <td>
        <b>{t(deliveryText[state])}</b> · {t(answerWords(answer))} · {attempts} {t(hookText.tries)}
      </td>
      <td>
        {state !== 'waiting' && (
          <form method="post" action={`${hooksPath}/replay`}>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="id" value={id} />
            <button
              type="submit"
              class="small"
              aria-label={`${t(hookText.replay)}: ${number}, ${timeText(at, language)}`}
            >
              {t(hookText.replay)}
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}
