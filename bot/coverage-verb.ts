import type { Agency } from '../core/agency/agency.ts'
import { type Gap, gapOf } from '../core/agency/coverage.ts'
import type { Staff } from '../core/agency/staff.ts'
import { type Vacancy, vacanciesOf } from '../core/agency/vacancy.ts'
import { today } from '../core/handling/coverage.ts'
import type { VerbContext } from './verbs.ts'

type Options = Pick<Agency, 'code' | 'fallbackVerifier' | 'contactCenter'>
type Absences = Parameters<typeof gapOf>[2]

/** What is wrong with who works for an agency on a day and 14 days on, a line each. */
export function tellCoverage(
  agency: Options,
  staff: readonly Staff[],
  absences: Absences,
  day: string,
): readonly string[] {
  const gap = gapOf(agency.code, staff, absences, day)
  const lines = [
    ...(gap === undefined ? [] : [tellGap(gap)]),
    ...vacanciesOf(agency, staff).map((vacancy) => vacancies[vacancy]),
  ]
  return lines.map((line) => `${agency.code}\t${line}`)
}

const tellGap = ({ present, on }: Gap): string =>
  `${present} active verifier${present === 1 ? '' : 's'} on ${on}: run pandu staff add, or name a fallbackVerifier in AGENCIES_FILE`

const vacancies: Readonly<Record<Vacancy, string>> = {
  'fallback-verifier': 'its fallbackVerifier in AGENCIES_FILE is no active verifier of another agency',
  agent: 'no active agent: run pandu staff add --role agent, or set contactCenter.isOutside in AGENCIES_FILE',
}

/** `agency coverage`. @returns 1 when an agency has too few people, or will within 14 days */
export async function agencyCoverage({ store, now, print }: VerbContext): Promise<number> {
  const day = today({ now })
  const { directory } = store
  const [agencies, staff, absences] = await Promise.all([
    directory.agencies(),
    directory.staff(),
    directory.absencesFrom(day),
  ])
  const lines = agencies.flatMap((agency) => tellCoverage(agency, staff, absences, day))
  for (const line of lines) print(line)
  return lines.length === 0 ? 0 : 1
}
