import type { Case } from '../../core/case/case.ts'
import { nearness } from '../../core/ticket/queue.ts'
import { queueText } from '../text/desk-frame.ts'
import { timeLeft, timeText } from '../text/moment.ts'
import { statusName } from '../text/status.ts'
import type { Screen } from './screen.ts'

/** How much time is left, in words and colour; hovering tells the moment itself. */
export const DueChip = ({ c, screen }: { c: Pick<Case, 'dueAt'>; screen: Screen }) => {
  const { language, at, t } = screen
  if (c.dueAt === null) return <span class="chip none">{t(queueText.noDue)}</span>
  return (
    <span class={`chip ${nearness(c.dueAt, at)}`} title={timeText(c.dueAt, language)}>
      {timeLeft(c.dueAt, at, language)}
    </span>
  )
}

export const StatusChip = ({ c, screen }: { c: Pick<Case, 'status'>; screen: Screen }) => (
  <span class={`status ${c.status}`}>{statusName(c.status, screen.language)}</span>
)

export const UrgentMark = ({ c, screen }: { c: Pick<Case, 'isUrgent'>; screen: Screen }) =>
  c.isUrgent ? <strong class="urgent">{screen.t(queueText.urgent)}</strong> : null
