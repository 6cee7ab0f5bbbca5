import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Agency } from '../core/agency/agency.ts'
import { calendarDate } from '../core/form/calendar.ts'

type Written = Agency & {
  readonly calendar?: (Agency['calendar'] & { readonly holidaysFile?: string | undefined }) | undefined
}

/** The agency with the holidays of its `calendar.holidaysFile`, which is looked for beside `path`, added to its own list. */
export function withHolidays(agency: Written, path: string, fault: (sentence: string) => void): Agency {
  if (agency.calendar?.holidaysFile === undefined) return agency
  const { holidaysFile, ...calendar } = agency.calendar
  const { days, faults } = readHolidays(resolve(dirname(path), holidaysFile))
  for (const one of faults) fault(`agency ${agency.code}: holidaysFile ${holidaysFile} ${one}`)
  return { ...agency, calendar: { ...calendar, holidays: [...new Set([...calendar.holidays, ...days])].toSorted() } }
}

interface Holidays {
  readonly days: readonly string[]
  readonly faults: readonly string[]
}

function readHolidays(path: string): Holidays {
  try {
    return holidaysIn(readFileSync(path, 'utf8'))
  } catch {
    return { days: [], faults: ['cannot be read.'] }
  }
}

/** The days in a text with one a line, `YYYY-MM-DD` and a name; empty lines and what follows a # count for nothing. */
export function holidaysIn(text: string): Holidays {
  const [days, faults]: [string[], string[]] = [[], []]
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    const said = line.replace(/#.*|^\uFEFF/g, '').trim()
    if (said === '') continue
    const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)(?=[\s,;]|$)/.exec(said) ?? []
    const date = calendarDate(Number(year), Number(month), Number(day))
    if (date !== undefined) days.push(date)
    else faults.push(`line ${n + 1}: must begin with a day as YYYY-MM-DD, such as 2027-08-17 Hari Kemerdekaan.`)
  }
  return { days, faults }
}
