import { shiftedMoment } from './calendar.ts'
import { faulty, type Parsed, taken } from './fault.ts'
import type { Moment } from './field.ts'
import { findDate, type Tense } from './moment-date.ts'
import { readTime } from './moment-time.ts'
import { cleanLine } from './typed-text.ts'

const JUST_NOW = /^(?:baru saja|barusan|just now|sekarang|now)$/

/** A day that is over or is today, with the time in WIB when it was written. @param now the present in WIB */
export function parsePastMoment(text: string, now: Required<Moment>): Parsed<Moment> {
  const read = parseMoment(text, now, 'past')
  return read.ok && isAfter(read.value, now) ? faulty('in-future') : read
}

/** A day that is today or yet to come, with the time in WIB when it was written. @param now the present in WIB */
export function parseMomentAhead(text: string, now: Required<Moment>): Parsed<Moment> {
  const read = parseMoment(text, now, 'ahead')
  return read.ok && isBefore(read.value, now) ? faulty('in-past') : read
}

function parseMoment(text: string, now: Required<Moment>, tense: Tense): Parsed<Moment> {
  const typed = cleanLine(text.normalize('NFKC')).toLowerCase()
  if (typed === '') return faulty('empty')
  if (JUST_NOW.test(typed)) return taken(now)
  const found = findDate(typed, now.date, tense)
  if (!found.ok) return found
  const { date, rest } = found.value
  const clock = readTime(rest)
  if (!clock.ok) return clock
  const { time, behindWibMinutes } = clock.value
  return taken(time === undefined ? { date } : shiftedMoment({ date, time }, behindWibMinutes))
}

function isAfter(moment: Moment, now: Required<Moment>): boolean {
  return moment.date > now.date || (moment.date === now.date && (moment.time ?? '') > now.time)
}

function isBefore(moment: Moment, now: Required<Moment>): boolean {
  return moment.date < now.date || (moment.date === now.date && moment.time !== undefined && moment.time < now.time)
}
