import { wibMoment } from '../../core/form/calendar.ts'
import type { Moment } from '../../core/form/field.ts'
import type { Language } from './language.ts'

const MINUTE_MS = 60_000
const MINUTES_A_DAY = 1440
const days: Readonly<Record<Language, readonly string[]>> = {
  id: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months: Readonly<Record<Language, readonly string[]>> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** A point in time (ISO 8601) in WIB: "Sel 24 Nov 2026, 15.00 WIB". */
export const timeText = (at: string, language: Language): string => momentText(wibMoment(Date.parse(at)), language)

/** The day in WIB of a point in time (ISO 8601): "Sel 24 Nov 2026". */
export const dayText = (at: string, language: Language): string => dateText(wibMoment(Date.parse(at)).date, language)

/** The time of day in WIB of a point in time (ISO 8601): "15.00". */
export function timeOfDay(at: string, language: Language): string {
  const { time = '' } = wibMoment(Date.parse(at))
  return language === 'id' ? time.replace(':', '.') : time
}

/** A day, with its time in WIB when that is known: "Sel 24 Nov 2026" or "Sel 24 Nov 2026, 15.00 WIB". */
export function momentText({ date, time }: Moment, language: Language): string {
  const day = dateText(date, language)
  if (time === undefined) return day
  return `${day}, ${language === 'id' ? time.replace(':', '.') : time} WIB`
}

function dateText(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`)
  const [weekday, month] = [days[language][day.getUTCDay()], months[language][day.getUTCMonth()]]
  return `${weekday} ${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`
}

/** How long until (or since) `dueAt`, both ISO 8601: "2 j 10 m lagi", "lewat 35 m"; never finer than a minute. */
export function timeLeft(dueAt: string, now: string, language: Language): string {
  const leftMs = Date.parse(dueAt) - Date.parse(now)
  const span = spanText(Math.floor(Math.abs(leftMs) / MINUTE_MS), language)
  if (language === 'id') return leftMs < 0 ? `lewat ${span}` : `${span} lagi`
  return leftMs < 0 ? `${span} overdue` : `${span} left`
}

/** A span of minutes by its two largest units: "3 hari 4 j", "2 j 10 m", "0 m". */
export function spanText(minutes: number, language: Language): string {
  const [day, hour, minute] = language === 'id' ? [' hari', ' j', ' m'] : [' d', ' h', ' m']
  const [d, h, m] = [Math.floor(minutes / MINUTES_A_DAY), Math.floor((minutes % MINUTES_A_DAY) / 60), minutes % 60]
  const parts = [`${d}${day}`, `${h}${hour}`, `${m}${minute}`].slice(d > 0 ? 0 : h > 0 ? 1 : 2)
  return parts
    .slice(0, 2)
    .filter((part, index) => index === 0 || !part.startsWith('0 '))
    .join(' ')
}

/** Working hours of a target in words: whole days of `hoursADay`, else hours. */
export function workingTimeText(hours: number, hoursADay: number, language: Language): string {
  const isWholeDays = hours >= hoursADay && hours % hoursADay === 0
  const count = isWholeDays ? hours / hoursADay : hours
  if (language === 'id') return `${count} ${isWholeDays ? 'hari' : 'jam'} kerja`
  return `${count} working ${isWholeDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`
}
