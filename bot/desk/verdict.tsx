import type { Verdict as Judged } from '../../core/case/case.ts'
import type { Question } from '../../core/case/question.ts'
import { otherReasons, type ReasonCode, reasonsFor } from '../../core/evidence/reason.ts'
import { likelyReason } from '../../core/evidence/remark.ts'
import { reviewText } from '../text/desk-review.ts'
import { visible } from '../text/escape.ts'
import { itemLabel } from '../text/item.ts'
import { reasonLabel } from '../text/reason.ts'
import { type CaseView, typedIn } from './case-view.ts'
import { shownText } from './hostile-text.ts'
import { idOf } from './item-id.ts'
import { noteMax } from './verdict-form.ts'

interface Props {
  readonly question: Question
  readonly view: CaseView
}

/** The verdict on one item: to be given while this person reviews, else as it stands. */
export const Verdict = (props: Props) =>
  props.view.isReviewing ? <VerdictForm {...props} /> : <VerdictBadge {...props} />

const VerdictBadge = ({ question, view }: Props) => {
  const { t, language } = view.screen
  const verdict = view.c.verdicts[question.key]
  if (verdict === undefined) return <div class="verdict" />
  if (verdict.ok)
    return (
      <div class="verdict">
        <span class="badge good">✓ {t(reviewText.good)}</span>
      </div>
    )
  return (
    <div class="verdict">
      <span class="badge bad">✎ {t(reviewText.failing)}</span>
      <span class="quiet">{reasonLabel(verdict.reason, language)}</span>
      {verdict.note !== undefined && (
        <span class="quiet">
          <bdi>“{shownText(verdict.note)}”</bdi>
        </span>
      )}
    </div>
  )
}

const VerdictForm = ({ question, view }: Props) => {
  const { t, language } = view.screen
  const { key, device } = question
  const choice = typedIn(view, `v.${key}`) ?? preselected(question, view)
  const radio = (value: 'ok' | 'no', label: string) => (
    <label class={value}>
      <input
        type="radio"
        name={`v.${key}`}
        value={value}
        checked={choice === value}
        data-key={value === 'ok' ? 'v' : 'x'}
        data-then={value === 'no' ? `why-${idOf(key)}` : undefined}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <fieldset class="verdict">
      <legend class="hidden">{itemLabel(key, language, device)}</legend>
      <div class="choice">
        {radio('ok', `✓ ${t(reviewText.good)}`)}
        {radio('no', `✎ ${t(reviewText.failing)}`)}
      </div>
      <div class="why">
        <Reasons question={question} view={view} />
        <input
          name={`n.${key}`}
          value={typedIn(view, `n.${key}`) ?? noteOf(view.c.verdicts[key])}
          maxlength={noteMax}
          placeholder={t(reviewText.note)}
          aria-label={t(reviewText.note)}
        />
      </div>
    </fieldset>
  )
}

const Reasons = ({ question: { key, name }, view }: Props) => {
  const { t, language } = view.screen
  const reasons = reasonsFor[name] ?? otherReasons
  const chosen = typedIn(view, `r.${key}`) ?? likely(key, view)
  return (
    <select name={`r.${key}`} id={`why-${idOf(key)}`} aria-label={t(reviewText.reason)}>
      <option value="">{t(reviewText.choose)}</option>
      {reasons.map((code) => (
        <option value={code} selected={code === chosen}>
          {code} · {reasonLabel(code, language)}
        </option>
      ))}
    </select>
  )
}

/** What stands already; else an item without remarks is taken for good, one with remarks is left to the verifier. */
function preselected({ key }: Question, { c, remarks }: CaseView): 'ok' | 'no' | undefined {
  const verdict = c.verdicts[key]
  if (verdict !== undefined) return verdict.ok ? 'ok' : 'no'
  return (remarks.get(key) ?? []).length === 0 ? 'ok' : undefined
}

function likely(key: string, { c, remarks }: CaseView): ReasonCode | undefined {
  const verdict = c.verdicts[key]
  if (verdict?.ok === false) return verdict.reason
  return (remarks.get(key) ?? []).map((code) => likelyReason[code]).find((reason) => reason !== undefined)
}

const noteOf = (verdict: Judged | undefined): string => (verdict?.ok === false ? visible(verdict.note ?? '') : '')
