import type { Case } from '../../core/case/case.ts'
import { rules } from '../../core/case/rules.ts'
import { holderOf } from '../../core/case/status.ts'
import { isReasonCode, ownWords } from '../../core/evidence/reason.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import { phasesOf, signingOf } from '../../core/procedure/course.ts'
import { standInSteps } from '../../core/ticket/stand-in.ts'
import { caseText, doneText, rosterLine } from '../text/desk-case.ts'
import { changeText } from '../text/desk-change.ts'
import { handOffText } from '../text/desk-hand-off.ts'
import { keyText } from '../text/desk-keys.ts'
import { setbackName } from '../text/desk-setback.ts'
import { deskStep } from '../text/desk-step.ts'
import { stuckLabel, stuckText } from '../text/guide.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { momentText, timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { reasonLabel } from '../text/reason.ts'
import { signingSentence } from '../text/telegram-change.ts'
import { AgencyTag, agencyClass } from './agency-tag.tsx'
import type { CaseView } from './case-view.ts'
import { DueChip, SnoozeMark, StatusChip, UrgentMark } from './chip.tsx'
import { ClockNote } from './clock.tsx'
import { CounterNote } from './counter-note.tsx'
import { holderText } from './holder.ts'
import { shownText } from './hostile-text.ts'
import type { Screen } from './screen.ts'

/** Where the case stands, who has it until when, and what to do next. */
export const CaseHeader = ({ view }: { view: CaseView }) => {
  const { c, screen, visitor, isHolder } = view
  const { t, language } = screen
  const isRecorded =
    visitor.role === 'verifier' && holderOf(c.status) === 'agent' && standInSteps(c, view.agencies).length > 0
  return (
    <header class={`case-head${agencyClass(c.agency)}`}>
      <h1>
        {c.number} <span class="quiet">{procedureName(c.procedure, language)}</span>
      </h1>
      <p class="chips">
        <AgencyTag code={c.agency} agencies={view.agencies} />
        <button type="button" class="small scripted" data-key="." data-copy={c.number} data-copied={t(keyText.copied)}>
          {t(keyText.copyNumber)}
        </button>
        <StatusChip c={c} screen={screen} />
        {c.dueAt !== null && <DueChip c={c} screen={screen} />}
        <UrgentMark c={c} screen={screen} />
        <SnoozeMark c={c} screen={screen} />
      </p>
      <Done view={view} />
      <p class="step">
        <b>{t(caseText.next)}:</b> {t(isRecorded ? handOffText.standInHint : deskStep(visitor.role, c, isHolder))}
      </p>
      <ClockNote c={c} screen={screen} />
      <Ending view={view} />
      <CounterNote view={view} />
      <dl class="facts">
        {factsOf(view).map(([name, value]) => (
          <div>
            <dt>{t(name)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** What was just done, and the way to the next case after a decision. */
const Done = ({ view: { done, next, screen } }: { view: CaseView }) => (
  <div id="done" role="status">
    {done !== undefined && (
      <p class="done">
        ✓ {screen.t(doneText[done])}{' '}
        {next !== undefined && (
          <a class="button" href={`/desk/cases/${next.number}`}>
            {screen.t(caseText.nextCase)}: {next.number} →
          </a>
        )}
      </p>
    )}
  </div>
)

const Ending = ({ view: { c, screen } }: { view: CaseView }) => {
  if (c.ending === null || !isReasonCode(c.ending.reason)) return null
  const { reason, note } = c.ending
  return (
    <p class="warn">
      {screen.t(caseText.reason)}: {reason === ownWords ? '' : reasonLabel(reason, screen.language)}
      {note !== undefined && <bdi> “{shownText(note)}”</bdi>}
    </p>
  )
}

/** A day that was chosen says nothing once the revocation was asked for. */
const plannedDay = ({ revocationOn }: Case, language: Language): string | undefined =>
  revocationOn === null ? undefined : momentText({ date: revocationOn }, language)

/** What the roster says; nothing of a case that is never compared with it, as a question. */
function rosterFact(c: Case, t: Screen['t']): string | undefined {
  if (c.roster !== null) return t(rosterLine(c.roster, subjectOf(c)?.kind))
  return phasesOf(c).includes('review') ? t(caseText.rosterPending) : undefined
}

/** Without activity it goes back to the queue. */
const isOnLease = ({ c, visitor, isHolder, isReviewing }: CaseView): boolean =>
  isReviewing || (isHolder && visitor.role === 'agent' && c.snooze == null && rules['put-back'].in.includes(c.status))

function factsOf(view: CaseView): readonly (readonly [Bilingual, string])[] {
  const { c, screen, leaseUntil, visitor } = view
  const { language, t } = screen
  const setback = c.setbacks.at(-1)
  const facts: (readonly [Bilingual, string | undefined])[] = [
    [caseText.holder, holderText(c, screen, visitor)],
    [caseText.heldUntil, isOnLease(view) && leaseUntil !== undefined ? timeText(leaseUntil, language) : undefined],
    [caseText.due, c.dueAt === null ? undefined : timeText(c.dueAt, language)],
    [caseText.submittedAt, c.submittedAt === null ? undefined : timeText(c.submittedAt, language)],
    [changeText.signing, signingSentence(signingOf(c), language)],
    [changeText.plannedOn, c.status === 'ready-to-revoke' ? plannedDay(c, language) : undefined],
    [caseText.roster, rosterFact(c, t)],
    [stuckLabel, c.stuckAt === null ? undefined : stuckText(c.stuckAt, language)],
    [
      caseText.setbacks,
      setback && (setback.text === '' ? t(setbackName[setback.kind]) : `“${shownText(setback.text)}”`),
    ],
    [caseText.ended, c.endedAt === null ? undefined : timeText(c.endedAt, language)],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}
