import type { Agency } from '../core/agency/agency.ts'
import { dateAfter, wibMoment } from '../core/form/calendar.ts'
import { readAgencies } from './agencies.ts'
import type { Config } from './config.ts'
import type { Finding } from './doctor.ts'

const aheadDays = 180

/** Whether every agency's calendar has a holiday in the half year ahead: one that has none was not carried on. */
export function examineCalendars({ AGENCIES_FILE, mark }: Pick<Config, 'AGENCIES_FILE' | 'mark'>, at: string): Finding {
  const what = 'holidays'
  if (mark === 'demo') return { what, state: 'good', say: 'are not kept in a demo' }
  if (AGENCIES_FILE === undefined) return { what, state: 'unknown', say: 'AGENCIES_FILE is not set' }
  const bare = withoutHolidays(readAgencies(AGENCIES_FILE), wibMoment(Date.parse(at)).date)
  if (bare.length === 0) return { what, state: 'good', say: 'are known for the half year ahead' }
  return {
    what,
    state: 'bad',
    say: `none in the half year ahead for ${bare.join(', ')}: targets run on days off; see calendar.holidaysFile`,
  }
}

/** The agencies for which no holiday is known in the half year from a day on. */
export const withoutHolidays = (agencies: readonly Agency[], today: string): readonly string[] =>
  agencies
    .filter(({ calendar }) => !calendar?.holidays.some((day) => day >= today && day <= dateAfter(today, aheadDays)))
    .map(({ code }) => code)
