import type { Case } from '../../core/case/case.ts'
import { type ClockReading, readClock } from '../../core/case/clock-reading.ts'
import { clockRule, clockText, hoursText, pausedText, usedText } from '../text/desk-clock.ts'
import { dayText, timeOfDay } from '../text/moment.ts'
import type { Screen } from './screen.ts'

const rowsMax = 10

/** Why the case is due when it is: what was counted of its target, and by which rule. */
export const ClockNote = ({ c, screen }: { c: Case; screen: Screen }) => {
  const { language, t } = screen
  const clock = readClock(c, screen)
  if (clock === null) return null
  return (
    <details class="clock">
      <summary>{usedText(clock, language)}</summary>
      <p>{t(clockRule[clock.counts])}</p>
      {clock.pausedHours !== null && <p>{pausedText(clock.pausedHours, language)}</p>}
      {clock.counts === 'working-hours' && <Counted clock={clock} screen={screen} />}
    </details>
  )
}

const Counted = ({ clock: { stretches }, screen }: { clock: ClockReading; screen: Screen }) => {
  const { language, t } = screen
  if (stretches.length === 0) return <p>{t(clockText.none)}</p>
  const hours = stretches.map(({ from, until }) => (Date.parse(until) - Date.parse(from)) / 3_600_000)
  const cut = Math.max(0, stretches.length - rowsMax)
  const sum = (of: readonly number[]) =>
    hoursText(
      of.reduce((all, one) => all + one, 0),
      language,
    )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t(clockText.day)}</th>
          <th scope="col">{t(clockText.time)}</th>
          <th scope="col">{t(clockText.counted)}</th>
        </tr>
      </thead>
      <tbody>
        {cut > 0 && (
          <tr>
            <td colspan={2}>{t(clockText.earlier)}</td>
            <td>{sum(hours.slice(0, cut))}</td>
          </tr>
        )}
        {stretches.slice(cut).map(({ from, until }, n) => (
          <tr>
            <td>{dayText(from, language)}</td>
            <td>
              {timeOfDay(from, language)}–{timeOfDay(until, language)}
            </td>
            <td>{sum(hours.slice(cut + n, cut + n + 1))}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colspan={2}>
            {t(clockText.sum)}
          </th>
          <td>{sum(hours)}</td>
        </tr>
      </tbody>
    </table>
  )
}
