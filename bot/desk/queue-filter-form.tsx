import { allStatuses } from '../../core/case/status.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { dueSpans } from '../../core/ticket/due-span.ts'
import { queueText } from '../text/desk-frame.ts'
import { dueSpanName, viewText } from '../text/desk-view.ts'
import { procedureName } from '../text/procedure.ts'
import { statusName } from '../text/status.ts'
import { shownText } from './hostile-text.ts'
import { addressOf, filterCount } from './queue-filter.ts'
import type { QueueList } from './queue-list.ts'
import { SavedViewForm } from './saved-view.tsx'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

interface Props {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly list: QueueList
  /** Something was said about what stands in it. */
  readonly isOpen: boolean
}

type Choices = readonly (readonly [value: string, name: string])[]

/** What narrows the list; it stands beside what is live, so that nothing takes a choice away that is being made. */
export const FilterForm = ({ screen, visitor, list, isOpen }: Props) => {
  const { t, language } = screen
  const { filter, view, agencies } = list
  const names: Choices = procedureNames.map((name) => [name, procedureName(name, language)])
  const known: Choices = allStatuses.map((status) => [status, statusName(status, language)])
  const own: Choices = visitor.staff.agencies.map((code) => [code, agencyName(agencies, code)])
  const checks: Choices = [
    ['remarked', t(queueText.remarked)],
    ['clean', t(queueText.clean)],
  ]
  const people: Choices = list.holders.map(({ id, name }) => [id, shownText(name)])
  const spans: Choices = dueSpans.map((span) => [span, t(dueSpanName[span])])
  const count = filterCount(filter)
  return (
    <div class="narrow">
      <details open={isOpen}>
        <summary>
          {t(queueText.filter)}
          {count > 0 && ` (${count})`}
        </summary>
        <form class="filter" method="get" action="/desk">
          <input type="hidden" name="view" value={view} />
          <Choice
            name="procedure"
            label={t(queueText.procedure)}
            any={t(queueText.any)}
            of={names}
            is={filter.procedure}
          />
          <Choice name="status" label={t(queueText.status)} any={t(queueText.any)} of={known} is={filter.status} />
          {own.length > 1 && (
            <Choice name="agency" label={t(queueText.agency)} any={t(queueText.any)} of={own} is={filter.agency} />
          )}
          <Choice name="checks" label={t(queueText.checks)} any={t(queueText.any)} of={checks} is={filter.checks} />
          <Choice name="holder" label={t(viewText.holder)} any={t(queueText.any)} of={people} is={filter.holder} />
          <Choice name="due" label={t(viewText.due)} any={t(queueText.any)} of={spans} is={filter.due} />
          <label>
            {t(viewText.text)}
            <input
              name="text"
              value={filter.text ?? ''}
              maxlength={100}
              placeholder={t(viewText.textHint)}
              autocomplete="off"
            />
          </label>
          <button type="submit">{t(queueText.filter)}</button>
        </form>
        <SavedViewForm screen={screen} visitor={visitor} list={list} />
      </details>
      {count > 0 && <a href={addressOf(view)}>{t(queueText.unfilter)}</a>}
    </div>
  )
}

const agencyName = (agencies: QueueList['agencies'], code: string): string =>
  agencies.find((one) => one.code === code)?.name ?? code

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly of: Choices
  readonly is: string | undefined
}

const Choice = ({ name, label, any, of, is }: ChoiceProps) => (
  <label>
    {label}{' '}
    <select name={name}>
      <option value="">{any}</option>
      {of.map(([value, text]) => (
        <option value={value} selected={value === is}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
