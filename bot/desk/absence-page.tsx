import type { Absence, AbsenceDraft, AbsenceFault } from '../../core/agency/absence.ts'
import type { Staff } from '../../core/agency/staff.ts'
import { absenceFaults, absenceText, awaySentence } from '../text/absence.ts'
import { failureText } from '../text/desk-login.ts'
import { visible } from '../text/escape.ts'
import { Layout } from './layout.tsx'
import type { Screen } from './screen.ts'

/** What just came of a form of this page. */
export type AbsenceDone = 'saved' | 'ended' | 'none'

interface Props {
  readonly screen: Screen
  readonly csrf: string
  /** Announced, or under way. */
  readonly absence: Absence | undefined
  readonly deputies: readonly Staff[]
  readonly today: string
  readonly done?: AbsenceDone | undefined
  readonly fault?: AbsenceFault
  /** What was typed, when it was refused. */
  readonly draft?: AbsenceDraft
}

export const AbsencePage = (props: Props) => {
  const { screen, csrf, absence, done, today } = props
  const { t } = screen
  const isOver = absence === undefined && done !== undefined && done !== 'saved'
  return (
    <Layout screen={screen} title={t(absenceText.title)}>
      <section class="notice" id="absence">
        <h1>{t(absenceText.title)}</h1>
        {isOver && (
          <p class="done" role="status">
            {t(done === 'ended' ? absenceText.ended : absenceText.none)}
          </p>
        )}
        <Away {...props} />
        <p>{t(absenceText.explained)}</p>
        <Fault {...props} />
        <Days {...props} />
        {absence !== undefined && (
          <form method="post" action="/desk/absence/end">
            <input type="hidden" name="csrf" value={csrf} />
            <button type="submit">{t(absence.from > today ? absenceText.drop : absenceText.end)}</button>
          </form>
        )}
        <p>
          <a href="/desk">{t(failureText.toQueue)}</a>
        </p>
      </section>
    </Layout>
  )
}

const Away = ({ screen, absence, deputies }: Props) => {
  if (absence === undefined) return null
  const deputy = deputies.find(({ id }) => id === absence.deputyId)?.name
  const sentence = awaySentence(absence.from, absence.until, deputy && visible(deputy), screen.language)
  return (
    <p role="status">
      <b>{sentence}</b>
    </p>
  )
}

const Fault = ({ screen, fault }: Props) =>
  fault === undefined ? null : (
    <p class="alert" role="alert" tabindex={-1} autofocus id="refused">
      {screen.t(absenceFaults[fault])}
    </p>
  )

const Days = ({ screen: { t }, csrf, absence, deputies, today, draft }: Props) => {
  const given = draft ?? absence
  return (
    <form method="post" action="/desk/absence">
      <input type="hidden" name="csrf" value={csrf} />
      <p class="row">
        <label>
          {t(absenceText.from)} <input type="date" name="from" required value={given?.from ?? today} />
        </label>
        <label>
          {t(absenceText.until)} <input type="date" name="until" required min={today} value={given?.until ?? today} />
        </label>
      </p>
      <label>
        {t(absenceText.deputy)}{' '}
        <select name="deputy">
          <option value="">{t(absenceText.noDeputy)}</option>
          {deputies.map(({ id, name }) => (
            <option value={id} selected={id === given?.deputyId}>
              {visible(name)}
            </option>
          ))}
        </select>
      </label>
      <p class="row">
        <button class="primary" type="submit">
          {t(absenceText.save)}
        </button>
      </p>
    </form>
  )
}
