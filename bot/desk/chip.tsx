import type { Case } from '../../core/case/case.ts'
import { readClock } from '../../core/case/clock-reading.ts'
import { type Nearness, nearness, nearnessOf } from '../../core/ticket/queue.ts'
import { usedText } from '../text/desk-clock.ts'
import { queueText } from '../text/desk-frame.ts'
import { snoozeWhy, teamText } from '../text/desk-teamwork.ts'
import { timeLeft, timeText } from '../text/moment.ts'
import { type Named, statusNameOf } from '../text/status-of-case.ts'
import type { Screen } from './screen.ts'

/** How much time a case has left, coloured by the hours in which somebody works on it. */
export const DueChip = ({ c, screen }: { c: Case; screen: Screen }) => {
  const clock = readClock(c, screen)
  const used = clock === null ? {} : { used: usedText(clock, screen.language) }
  return <TimeChip c={c} near={nearnessOf(c, screen)} {...used} screen={screen} />
}

type TimeChipProps = { c: Pick<Case, 'dueAt'>; near?: Nearness; used?: string; screen: Screen }

/** How much time is left, in words and colour; hovering tells the moment itself. */
export const TimeChip = ({ c, near, used, screen }: TimeChipProps) => {
  const { language, at, t } = screen
  if (c.dueAt === null) return <span class="chip none">{t(queueText.noDue)}</span>
  return (
    <span
      class={`chip ${near ?? nearness(c.dueAt, at)}`}
      title={[timeText(c.dueAt, language), ...(used === undefined ? [] : [used])].join(' · ')}
    >
      {timeLeft(c.dueAt, at, language)}
    </span>
  )
}

export const StatusChip = ({ c, screen }: { c: Named; screen: Screen }) => (
  <span class={`status ${c.status}`}>{statusNameOf(c, screen.language)}</span>
)

/** That its agent put it aside, until when and why. */
export const SnoozeMark = ({ c, screen: { t, language } }: { c: Pick<Case, 'snooze'>; screen: Screen }) =>
  c.snooze == null ? null : (
    <span class="chip none" title={t(snoozeWhy[c.snooze.why])}>
      {t(teamText.snoozed)} {timeText(c.snooze.until, language)}
    </span>
  )

export const UrgentMark = ({ c, screen }: { c: Pick<Case, 'isUrgent'>; screen: Screen }) =>
  c.isUrgent ? <strong class="urgent">{screen.t(queueText.urgent)}</strong> : null
