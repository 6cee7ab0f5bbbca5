import { type Question, questionsOf } from '../../core/case/question.ts'
import { caseText } from '../text/desk-case.ts'
import { itemLabel } from '../text/item.ts'
import { badge } from '../text/reading.ts'
import { remarkSentence } from '../text/remark.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { EvidenceFiles } from './evidence-files.tsx'
import { idOf } from './item-id.ts'
import { isMasked, shownAnswer } from './shown-answer.ts'
import { Verdict } from './verdict.tsx'

/** Every item of the case in the order it was asked: its answer or files, what pre-checks noticed, its verdict. */
export const Items = ({ view }: { view: CaseView }) => (
  <ol class="items">
    {questionsOf(view.c).map((question) => (
      <Item question={question} view={view} />
    ))}
  </ol>
)

const Item = ({ question, view }: { question: Question; view: CaseView }) => {
  const { language } = view.screen
  const { key, device, field } = question
  const remarks = view.remarks.get(key) ?? []
  const mark = badge(view.c, key, view.screen.at, language)
  return (
    <li class={field === null ? 'item proof' : 'item'} id={`item-${idOf(key)}`} tabindex={-1} data-walk="">
      <h3>
        <bdi>{itemLabel(key, language, device)}</bdi>
        {mark !== undefined && <span class="quiet"> {mark}</span>}
      </h3>
      <div class="content">
        {field === null ? <EvidenceFiles item={key} view={view} /> : <Value item={key} view={view} />}
        {remarks.length > 0 && (
          <ul class="remarks">
            {remarks.map((code) => (
              <li>{remarkSentence(code, language)}</li>
            ))}
          </ul>
        )}
      </div>
      <Verdict question={question} view={view} />
    </li>
  )
}

const Value = ({ item, view }: { item: string; view: CaseView }) => {
  const { c, screen, isHolder, outcome, agencies } = view
  const answer = c.answers[item]
  if (answer === undefined) return <p class="quiet">{screen.t(caseText.notAnswered)}</p>
  const isRevealed = outcome?.revealed?.includes(item) === true
  const mayReveal = isHolder && isMasked(item) && typeof answer === 'string' && !isRevealed
  return (
    <p class="value" id={`value-${idOf(item)}`}>
      <bdi>{shownAnswer(item, answer, isRevealed, screen.language, agencies)}</bdi>
      {mayReveal && <Reveal item={item} view={view} />}
    </p>
  )
}

/** Asks for one masked value; what was typed elsewhere on the page goes along and comes back. */
const Reveal = ({ item, view }: { item: string; view: CaseView }) => {
  const { t } = view.screen
  const target = `#value-${idOf(item)}`
  return (
    <button
      class="small"
      type="submit"
      name="item"
      value={item}
      formaction={actionOf(view, 'reveal')}
      hx-post={actionOf(view, 'reveal')}
      hx-target={target}
      hx-select={target}
      hx-swap="outerHTML"
      title={t(caseText.showHint)}
    >
      {t(caseText.show)}
    </button>
  )
}
