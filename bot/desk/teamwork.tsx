import { rules } from '../../core/case/rules.ts'
import { spans } from '../../core/case/snooze.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'
import { snoozeWhy, spanName, teamText } from '../text/desk-teamwork.ts'
import type { Bilingual } from '../text/language.ts'
import { timeText } from '../text/moment.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { shownText } from './hostile-text.ts'
import { Refused } from './refused.tsx'
import { teamFields, teamReasonMax } from './teamwork-forms.ts'

type Props = { view: CaseView }

/** How colleagues share a case: who has it, how it changes hands, when it comes back, and what belongs with it. */
export const Teamwork = ({ view }: Props) => {
  const { c, screen, visitor, isHolder } = view
  const { t } = screen
  const inHand = visitor.role === 'agent' ? rules.take.in.includes(c.status) : c.status === 'in-review'
  const holder = visitor.role === 'agent' ? c.agent : c.verifier
  const isOthers = inHand && holder !== null && !isHolder
  const maySend = inHand && visitor.role === 'agent' && !isOthers
  if (!inHand && (c.links ?? []).length === 0 && c.ending?.reason !== 'merged' && !rules.link.in.includes(c.status))
    return null
  return (
    <section class="panel team" id="team">
      <h2>{t(teamText.title)}</h2>
      <Refused view={view} section="team" />
      <Links view={view} />
      {isOthers && (
        <p>
          {t(teamText.heldBy)} <b>{shownText(holder.name)}</b>
        </p>
      )}
      {isOthers && (
        <Worded view={view} action="take-over" label={teamText.takeOver} about={teamText.takeOverWhy} at="c" />
      )}
      {inHand && isHolder && visitor.role === 'agent' && <Snoozing view={view} />}
      {maySend && <Assigning view={view} />}
      {inHand && isHolder && (
        <Worded view={view} action="escalate" label={teamText.escalate} about={teamText.escalateWhy} at="e" />
      )}
      <Joining view={view} mayMerge={inHand && isHolder} />
    </section>
  )
}

const Links = ({ view: { c, screen } }: Props) => {
  const into = c.ending?.reason === 'merged' && !isReasonCode(c.ending.reason) ? c.ending.note : undefined
  const rows: (readonly [Bilingual, readonly string[]])[] = [
    [teamText.merged, into === undefined ? [] : [into]],
    [teamText.linked, (c.links ?? []).filter((number) => number !== into)],
  ]
  return (
    <>
      {rows
        .filter(([, numbers]) => numbers.length > 0)
        .map(([label, numbers]) => (
          <p class="links">
            {screen.t(label)}{' '}
            {numbers.map((number) => (
              <a href={`/desk/cases/${number}`}>{number}</a>
            ))}
          </p>
        ))}
    </>
  )
}

const isOpenAgain = ({ outcome }: CaseView, action: string): boolean =>
  outcome?.refusal !== undefined && outcome.action === action

type WordedProps = Props & { action: string; label: Bilingual; about: Bilingual; at: string }

/** A step that needs a reason. */
const Worded = ({ view, action, label, about, at }: WordedProps) => {
  const { t } = view.screen
  return (
    <details open={isOpenAgain(view, action)}>
      <summary data-key={at}>{t(label)}</summary>
      <label>
        {t(about)}
        <textarea name={`${action}-text`} rows={3} maxlength={teamReasonMax}>
          {typedIn(view, `${action}-text`) ?? ''}
        </textarea>
      </label>
      <button class="primary" type="submit" formaction={actionOf(view, action)}>
        {t(label)}
      </button>
    </details>
  )
}

const Snoozing = ({ view }: Props) => {
  const { c, screen } = view
  const { t, language } = screen
  if (c.snooze != null)
    return (
      <p class="row">
        <span>
          {t(teamText.snoozed)} {timeText(c.snooze.until, language)} ({t(snoozeWhy[c.snooze.why])})
        </span>
        <button type="submit" formaction={actionOf(view, 'wake')} data-key="s">
          {t(teamText.wake)}
        </button>
      </p>
    )
  return (
    <details open={isOpenAgain(view, 'snooze')}>
      <summary data-key="s">{t(teamText.snooze)}</summary>
      <p class="quiet">{t(teamText.snoozeHint)}</p>
      <label>
        {t(teamText.span)}{' '}
        <select name={teamFields.span}>
          {spans.map((span) => (
            <option value={span}>{t(spanName[span])}</option>
          ))}
        </select>
      </label>
      <label>
        {t(teamText.why)}{' '}
        <select name={teamFields.why}>
          {(['bsre', 'later'] as const).map((why) => (
            <option value={why}>{t(snoozeWhy[why])}</option>
          ))}
        </select>
      </label>
      <button class="primary" type="submit" formaction={actionOf(view, 'snooze')}>
        {t(teamText.snooze)}
      </button>
    </details>
  )
}

const Assigning = ({ view }: Props) => {
  const { t } = view.screen
  if (view.colleagues.length === 0) return null
  return (
    <details open={isOpenAgain(view, 'assign')}>
      <summary data-key="a">{t(teamText.assign)}</summary>
      <label>
        {t(teamText.assignTo)}{' '}
        <select name={teamFields.colleague}>
          <option value="">{t(teamText.choose)}</option>
          {view.colleagues.map(({ id, name }) => (
            <option value={id} selected={typedIn(view, teamFields.colleague) === id}>
              {shownText(name)}
            </option>
          ))}
        </select>
      </label>
      <button class="primary" type="submit" formaction={actionOf(view, 'assign')}>
        {t(teamText.assign)}
      </button>
    </details>
  )
}

const Joining = ({ view, mayMerge }: Props & { mayMerge: boolean }) => {
  const { t } = view.screen
  return (
    <details open={isOpenAgain(view, 'link') || isOpenAgain(view, 'merge')}>
      <summary data-key="">{t(teamText.join)}</summary>
      <label>
        {t(teamText.joinNumber)}
        <input
          type="text"
          name={teamFields.number}
          value={typedIn(view, teamFields.number) ?? ''}
          placeholder="PANDU-2026-000001-X"
          spellcheck={false}
        />
      </label>
      <p class="row">
        <button type="submit" formaction={actionOf(view, 'link')}>
          {t(teamText.link)}
        </button>
        {mayMerge && (
          <button class="danger" type="submit" formaction={actionOf(view, 'merge')}>
            {t(teamText.merge)}
          </button>
        )}
      </p>
      {mayMerge && <p class="quiet">{t(teamText.mergeHint)}</p>}
    </details>
  )
}
