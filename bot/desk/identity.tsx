import { isOpen } from '../../core/case/status.ts'
import { isProved } from '../../core/identity/proof.ts'
import { closingOf, needsMeeting } from '../../core/procedure/course.ts'
import { identityMissing, identityText, missCount } from '../text/desk-review.ts'
import { timelineText } from '../text/desk-timeline.ts'
import type { Bilingual } from '../text/language.ts'
import { timeText } from '../text/moment.ts'
import { actionOf, type CaseView } from './case-view.ts'
import { Claim, Rivals, waitsForMeeting } from './claim.tsx'
import { shownText } from './hostile-text.ts'
import { Refused } from './refused.tsx'
import { RosterForm } from './roster-form.tsx'

/** Whether it is known who the requester is, and for the verifier the ways to find out. */
export const Identity = ({ view }: { view: CaseView }) => {
  const { c, screen, isReviewing } = view
  // Nothing is owed to a case that is over.
  const isMissing = needsMeeting(c) && c.identity === null && isOpen(c.status)
  if (!isMissing && !isProved(c) && c.rivals.length === 0) return null
  return (
    <section class="panel" id="identity">
      <h2>{screen.t(identityText.title)}</h2>
      <Refused view={view} section="identity" />
      <Claim view={view} />
      {isMissing && (
        <p class={isReviewing ? 'warn' : 'quiet'}>
          {screen.t(c.isFrozen ? identityText.frozen : identityMissing[closingOf(c)])}
        </p>
      )}
      {c.identity !== null && <Confirmed view={view} proof={c.identity} />}
      <Rivals view={view} />
      {isReviewing && isMissing && <Ways view={view} />}
      {isReviewing && !isMissing && waitsForMeeting(view) && <Met view={view} />}
      <RosterForm view={view} />
    </section>
  )
}

const Met = ({ view }: { view: CaseView }) => (
  <p class="row">
    <Step view={view} action="confirm-meeting" label={identityText.met} asks={identityText.metAsk} />
  </p>
)

const Confirmed = ({ view, proof }: { view: CaseView; proof: NonNullable<CaseView['c']['identity']> }) => {
  const { t, language } = view.screen
  const source = proof.numberFrom === 'roster' ? timelineText.callRoster : timelineText.callDirectory
  return (
    <p>
      <span class="badge good">✓ {t(identityText.confirmed)}</span>{' '}
      {t(proof.method === 'meeting' ? timelineText.meeting : source)} · <bdi>{shownText(proof.by.name)}</bdi> ·{' '}
      {timeText(proof.at, language)}
    </p>
  )
}

const Ways = ({ view }: { view: CaseView }) => (
  <>
    {!view.c.isFrozen && <RosterNumber view={view} />}
    {!view.c.isFrozen && <Call view={view} />}
    <Met view={view} />
  </>
)

/** A button of this section: only the section and what hangs on it is shown anew, the rest of the page stays as typed. */
const Step = ({
  view,
  action,
  label,
  primary,
  asks,
}: {
  view: CaseView
  action: string
  label: Bilingual
  primary?: true
  /** Asked once more, for it is a statement under one's own name. */
  asks?: Bilingual
}) => (
  <button
    class={primary === true ? 'primary' : ''}
    type="submit"
    formaction={actionOf(view, action)}
    hx-post={actionOf(view, action)}
    hx-target="#identity"
    hx-select="#identity"
    hx-select-oob="#history,#watch,#done"
    hx-swap="outerHTML"
    hx-confirm={asks === undefined ? undefined : view.screen.t(asks)}
  >
    {view.screen.t(label)}
  </button>
)

const RosterNumber = ({ view }: { view: CaseView }) => {
  const { screen, c, outcome } = view
  if (outcome?.rosterPhone != null)
    return (
      <p>
        {screen.t(identityText.rosterNumber)}: <a href={`tel:${outcome.rosterPhone}`}>{outcome.rosterPhone}</a>
      </p>
    )
  if (outcome?.rosterPhone === null || c.roster?.hasPhone !== true) return <p>{screen.t(identityText.noNumber)}</p>
  return (
    <p class="row">
      <Step view={view} action="roster-number" label={identityText.showNumber} />
    </p>
  )
}

const Call = ({ view }: { view: CaseView }) => {
  const { screen, c } = view
  const { t } = screen
  if (c.call === null)
    return (
      <p class="row">
        <Step view={view} action="start-call" label={identityText.calling} primary />
      </p>
    )
  const hasRosterPhone = c.roster?.hasPhone === true
  return (
    <div class="call">
      <p>{t(identityText.words)}</p>
      {c.misses > 0 && <p class="warn">{t(missCount(c.misses))}</p>}
      <label>
        {t(identityText.wordsField)}
        <input name="words" autocomplete="off" autocapitalize="off" spellcheck={false} maxlength={80} />
      </label>
      <label>
        {t(identityText.source)}
        <select name="number-from">
          {hasRosterPhone && <option value="roster">{t(identityText.fromRoster)}</option>}
          <option value="agency-directory">{t(identityText.fromDirectory)}</option>
        </select>
      </label>
      <p class="row">
        <Step view={view} action="confirm-call" label={identityText.match} primary />
        <Step view={view} action="new-words" label={identityText.callAgain} />
      </p>
    </div>
  )
}
