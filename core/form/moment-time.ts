import { twoDigits } from './calendar.ts'
import { faulty, type Parsed, taken } from './fault.ts'

/** A time of day `HH:MM` in a zone that is `behindWibMinutes` behind WIB, or no time at all. */
export interface FoundTime {
  readonly time?: string
  readonly behindWibMinutes: number
}

// What people write around a date and time without meaning more by it.
const FILLERS = `pada di tanggal tgl hari sekitar sekitaran kira-kira kl about around on the sudah selesai senin selasa rabu
  kamis jumat jum'at sabtu minggu ahad monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun`
const FILLER = new RegExp(`(?<![a-z])(?:kurang lebih|kira kira|${FILLERS.split(/\s+/).join('|')})(?![a-z])`, 'g')
const TIME =
  /^(?:(?<before>pagi|siang|sore|malam|dini hari) )?(?<marker>pukul|pkl?|jam|at|@|t)?[ .]*(?<hour>\d{1,2})(?:[.:](?<minute>\d{2})(?:[.:]\d{2}(?:[.,]\d+)?)?)? ?(?<after>am|pm|a\.m\.|p\.m\.|pagi|siang|sore|malam|dini hari)? ?(?<zone>wib|wita|wit|utc|gmt|z|[+-]\d{2}:?\d{2})?$/
const PART_OF_DAY = /^(?:pagi|siang|sore|malam|subuh|dini hari|morning|afternoon|evening|wib)?$/
const ZONE_MINUTES: Readonly<Record<string, number>> = { wib: 0, wita: -60, wit: -120, utc: 420, gmt: 420, z: 420 }

/** Reads what stands beside a date as a time of day: 14.30, 14:30 WIB, "pukul 2 siang", "2:30 pm"; nothing is no time. */
export function readTime(rest: string): Parsed<FoundTime> {
  const plain = rest
    .replace(FILLER, ' ')
    .replace(/[,;()]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  if (PART_OF_DAY.test(plain)) return taken({ behindWibMinutes: 0 })
  const found = TIME.exec(plain)?.groups
  if (!found) return faulty(/\d/.test(plain) ? 'bad-time' : 'not-a-date')
  const half = found.after ?? found.before
  // A bare "14" beside a date is as likely a slip of a year or a day.
  if (found.minute === undefined && found.marker === undefined && half === undefined) return faulty('bad-time')
  const hour = hourOfDay(Number(found.hour), half)
  const minute = Number(found.minute ?? 0)
  if (hour === undefined || hour > 23 || minute > 59) return faulty('bad-time')
  return taken({ time: `${twoDigits(hour)}:${twoDigits(minute)}`, behindWibMinutes: behindWib(found.zone ?? 'wib') })
}

/** The hour on a 24-hour clock; undefined when the part of the day does not fit it. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined || hour > 12) return hour
  if (hour === 0) return half.startsWith('p') && half !== 'pagi' ? undefined : 0
  if (half.startsWith('a') || half === 'pagi' || half === 'dini hari') return hour % 12
  if (half === 'siang') return hour >= 9 ? hour : hour + 12
  // "Jam 12 malam" may be either end of the day.
  if (half === 'malam') return hour === 12 ? undefined : hour < 5 ? hour : hour + 12
  return (hour % 12) + 12
}

function behindWib(zone: string): number {
  const named = ZONE_MINUTES[zone]
  if (named !== undefined) return named
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  const eastMinutes = (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
  return 420 - eastMinutes
}
