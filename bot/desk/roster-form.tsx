import type { RosterColumn } from '../../core/agency/roster-line.ts'
import { rosterForm } from '../text/desk-roster.ts'
import { optionLabel } from '../text/field.ts'
import { rosterFaultSentence } from '../text/roster-fault.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'

const texts = ['nip', 'nik', 'name', 'email', 'phone', 'unit', 'position'] as const satisfies readonly RosterColumn[]
const employments = ['pns', 'pppk', 'lainnya'] as const
const maxLength = 200

const isFilledIn = (column: RosterColumn): column is (typeof texts)[number] => texts.some((one) => one === column)

/** What the form of a roster line holds, by its columns. */
export const rosterCells = (typed: ReadonlyMap<string, string>): Readonly<Partial<Record<RosterColumn, string>>> =>
  Object.fromEntries([...texts, 'employment' as const].map((column) => [column, typed.get(`roster-${column}`) ?? '']))

/** The form by which whoever reviews the case adds its requester to the roster, from the decree. */
export const RosterForm = ({ view }: { view: CaseView }) => {
  const { c, screen, outcome, isReviewing, agencies } = view
  if (!isReviewing || c.roster?.isKnown !== false) return null
  const { t, language } = screen
  const codes = agencies.map(({ code }) => code)
  const nameOf = (column: RosterColumn) => (isFilledIn(column) ? t(rosterForm[column]) : column)
  return (
    <details id="roster-line" open={outcome?.rosterFaults !== undefined}>
      <summary>{t(rosterForm.title)}</summary>
      <p class="quiet">{t(rosterForm.hint)}</p>
      {(outcome?.rosterFaults ?? []).map((fault) => (
        <p class="alert" role="alert">
          {fault.code === 'taken' ? t(rosterForm.taken) : rosterFaultSentence(fault, codes, language, nameOf)}
        </p>
      ))}
      {texts.map((column) => (
        <label>
          {t(rosterForm[column])}
          <input name={`roster-${column}`} value={typedIn(view, `roster-${column}`) ?? ''} maxlength={maxLength} />
        </label>
      ))}
      <label>
        {t(rosterForm.employment)}
        <select name="roster-employment">
          {employments.map((key) => (
            <option value={key} selected={typedIn(view, 'roster-employment') === key}>
              {optionLabel('employment', key, language, agencies)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" formaction={actionOf(view, 'add-to-roster')}>
        {t(rosterForm.add)}
      </button>
    </details>
  )
}
