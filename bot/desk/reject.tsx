import { rejectReasons } from '../../core/evidence/reason.ts'
import { reviewText } from '../text/desk-review.ts'
import { reasonLabel } from '../text/reason.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { Refused } from './refused.tsx'
import { noteMax } from './verdict-form.ts'

/** The end of a case by a verifier, with its reason. */
export const Reject = ({ view }: { view: CaseView }) => {
  const { t, language } = view.screen
  const isOpen = view.outcome?.section === 'reject'
  return (
    <details class="panel" id="reject" open={isOpen}>
      <summary data-key="">{t(reviewText.reject)}</summary>
      <Refused view={view} section="reject" />
      <p class="quiet">{t(reviewText.rejectHint)}</p>
      <label>
        {t(reviewText.reason)}
        {/* Nothing is chosen beforehand: an end with a reason that nobody meant cannot be taken back. */}
        <select name="reject-reason">
          <option value="">{t(reviewText.choose)}</option>
          {rejectReasons.map((code) => (
            <option value={code} selected={typedIn(view, 'reject-reason') === code}>
              {code} · {reasonLabel(code, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(reviewText.note)}
        <textarea name="reject-note" rows={3} maxlength={noteMax}>
          {typedIn(view, 'reject-note') ?? ''}
        </textarea>
      </label>
      <button class="danger" type="submit" formaction={actionOf(view, 'reject')}>
        {t(reviewText.reject)}
      </button>
    </details>
  )
}
