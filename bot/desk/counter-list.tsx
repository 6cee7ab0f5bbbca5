import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { caseText } from '../text/desk-case.ts'
import { counterText } from '../text/desk-counter.ts'
import { queueText } from '../text/desk-frame.ts'
import { languages } from '../text/language.ts'
import { procedureAbout, procedureName } from '../text/procedure.ts'
import { StatusChip } from './chip.tsx'
import { holderText } from './holder.ts'
import { shownText } from './hostile-text.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly cases: readonly Case[]
  readonly agencies: readonly Agency[]
  /** Chosen already, as by a link. */
  readonly chosen: ProcedureName | undefined
  /** Nobody else of an agency could review what this person fills in. */
  readonly isAlone: boolean
  readonly fault: string | undefined
}

/** The counter: a new case for somebody who is here, and those that are open. */
export const CounterListPage = (props: Props) => {
  const { screen, isAlone } = props
  const { t } = screen
  return (
    <Layout screen={screen} title={t(counterText.title)}>
      <h1>{t(counterText.title)}</h1>
      <p class="quiet">{t(counterText.about)}</p>
      {isAlone && <p class="warn">{t(counterText.alone)}</p>}
      <Open {...props} />
      <section>
        <h2>{t(counterText.list)}</h2>
        <List {...props} />
      </section>
    </Layout>
  )
}

const Open = ({ screen, visitor, agencies, chosen, fault }: Props) => {
  const { t, language } = screen
  return (
    <form class="panel" id="open" method="post" action="/desk/counter/open">
      <input type="hidden" name="csrf" value={visitor.session.csrf} />
      <h2>{t(counterText.open)}</h2>
      {fault !== undefined && (
        <p class="alert" role="alert" tabindex={-1} autofocus id="refused">
          {fault}
        </p>
      )}
      <fieldset class="services">
        <legend class="hidden">{t(counterText.service)}</legend>
        {procedureNames.map((name) => (
          <label class="service">
            <input type="radio" name="procedure" value={name} required checked={name === chosen} />
            <span>
              <b>{procedureName(name, language)}</b>
              <span class="quiet">{procedureAbout(name, language)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="row">
        {agencies.length > 1 && (
          <label>
            {t(counterText.agency)}{' '}
            <select name="agency">
              {agencies.map(({ code, name }) => (
                <option value={code}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t(counterText.language)}{' '}
          <select name="language">
            {languages.map((one) => (
              <option value={one}>{one.toUpperCase()}</option>
            ))}
          </select>
        </label>
        <button class="primary" type="submit">
          {t(counterText.open)}
        </button>
      </p>
    </form>
  )
}

const List = ({ screen, visitor, cases }: Props) => {
  const { t, language } = screen
  if (cases.length === 0) return <p class="empty">{t(counterText.empty)}</p>
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">{t(queueText.case)}</th>
          <th scope="col">{t(queueText.status)}</th>
          <th scope="col">{t(caseText.holder)}</th>
          <th scope="col">{t(counterText.openedBy)}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((c) => (
          <tr>
            <td>
              <a class="number" href={`/desk/counter/${c.number}`} data-walk="">
                {c.number}
              </a>
              <span class="quiet">{procedureName(c.procedure, language)}</span>
            </td>
            <td>
              <StatusChip c={c} screen={screen} />{' '}
              {(c.counter?.untold.length ?? 0) > 0 && <strong class="urgent">{t(counterText.untold)}</strong>}
            </td>
            <td>{holderText(c, screen, visitor)}</td>
            <td>
              <bdi>{shownText(c.counter?.openedBy.name ?? '')}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
