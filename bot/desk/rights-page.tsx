import { requestNumber, whyKept } from '../../core/privacy/erasure.ts'
import type { KeptCase } from '../../core/privacy/retention.ts'
import { rightsText, whyRefused } from '../text/desk-rights.ts'
import type { Bilingual } from '../text/language.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { keptText } from '../text/rights.ts'
import { StatusChip, TimeChip } from './chip.tsx'
import { Layout } from './layout.tsx'
import type { Decidable } from './rights.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly requests: readonly Decidable[]
  readonly fault: Bilingual | undefined
}

/** The open requests to be erased, each with what would go and what would stay. */
export const RightsPage = ({ screen, visitor, requests, fault }: Props) => {
  const { t } = screen
  return (
    <Layout screen={screen} title={t(rightsText.title)}>
      <nav class="crumbs">
        <a href="/desk">← {t(rightsText.toQueue)}</a>
      </nav>
      <h1>{t(rightsText.title)}</h1>
      <p class="quiet">{t(rightsText.intro)}</p>
      {fault && (
        <p class="alert" role="alert" tabindex={-1} autofocus>
          {t(fault)}
        </p>
      )}
      {requests.length === 0 && <p class="empty">{t(rightsText.none)}</p>}
      {requests.map((one) => (
        <Request screen={screen} visitor={visitor} {...one} />
      ))}
    </Layout>
  )
}

const Request = ({ screen, visitor, request, cases }: Pick<Props, 'screen' | 'visitor'> & Decidable) => {
  const { t, language } = screen
  return (
    <section class="panel">
      <h2>
        {requestNumber(request)} <TimeChip c={request} screen={screen} />
      </h2>
      <p class="quiet">
        {t(rightsText.asked)} {timeText(request.askedAt, language)} · {t(rightsText.due)}{' '}
        {timeText(request.dueAt, language)}
      </p>
      <Cases screen={screen} cases={cases} />
      <form method="post" action={`/desk/rights/${request.id}`}>
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <label>
          <input type="checkbox" name="sure" value="yes" required /> {t(rightsText.sure)}
        </label>
        <p class="row">
          <button class="danger" type="submit" name="decision" value="erased">
            {t(rightsText.erase)}
          </button>
        </p>
      </form>
      <form method="post" action={`/desk/rights/${request.id}`}>
        <input type="hidden" name="csrf" value={visitor.session.csrf} />
        <p class="row">
          <select name="decision" aria-label={t(rightsText.why)}>
            {Object.entries(whyRefused).map(([why, text]) => (
              <option value={why}>{t(text)}</option>
            ))}
          </select>
          <button type="submit">{t(rightsText.refuse)}</button>
        </p>
      </form>
    </section>
  )
}

const Cases = ({ screen, cases }: { screen: Screen; cases: readonly KeptCase[] }) => {
  const { t, language } = screen
  return (
    <table class="cases">
      <thead>
        <tr>
          {[rightsText.case, rightsText.status, rightsText.stays].map((head) => (
            <th scope="col">{t(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((kept) => {
          const why = whyKept(kept, 'staff')
          return (
            <tr>
              <td>
                {kept.case.number} <span class="quiet">{procedureName(kept.case.procedure, language)}</span>
              </td>
              <td>
                <StatusChip c={kept.case} screen={screen} />
              </td>
              <td>{why === undefined ? t(rightsText.goes) : keptText[why][language]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
