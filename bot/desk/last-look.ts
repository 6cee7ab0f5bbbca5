import type { Case } from '../../core/case/case.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { queueText } from '../text/desk-frame.ts'
import { lastOpened } from '../text/desk-view.ts'
import { dayText, timeOfDay } from '../text/moment.ts'
import { shownText } from './hostile-text.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** Who of the desk opened a case last, and when. */
export interface LastLook {
  readonly staffId: string
  readonly name: string
  readonly at: string
}

/** The last look at each of these cases that anybody took; by the id of the case. */
export async function lastLooks(ports: Ports, cases: readonly Case[]): Promise<ReadonlyMap<string, LastLook>> {
  if (cases.length === 0) return new Map()
  const [looks, staff] = await Promise.all([
    ports.accessLog.lastLooks(cases.map(({ id }) => id)),
    ports.directory.staff(),
  ])
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]))
  return new Map(
    looks.map(({ caseId, staffId, at }) => [caseId, { staffId, at, name: nameOf.get(staffId) ?? staffId }]),
  )
}

/** "Dibuka Budi, 10.41": with the day when it was on another one. */
export function lookText(
  { staffId, name, at }: LastLook,
  { t, language, at: now }: Screen,
  { staff }: Visitor,
): string {
  const isToday = dayText(at, language) === dayText(now, language)
  const when = isToday ? timeOfDay(at, language) : dayText(at, language)
  return t(lastOpened(staffId === staff.id ? t(queueText.you) : shownText(name), when))
}
