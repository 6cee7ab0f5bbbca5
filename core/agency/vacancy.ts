import type { Agency } from './agency.ts'
import { mayActFor, type Staff } from './staff.ts'

/** A place that an agency's options count on and nobody fills: cases would come to it and wait. */
export type Vacancy = 'fallback-verifier' | 'agent'

/** The places of an agency that nobody fills; a contact center outside the house needs no agent. */
export function vacanciesOf(
  { code, fallbackVerifier, contactCenter }: Pick<Agency, 'code' | 'fallbackVerifier' | 'contactCenter'>,
  staff: readonly Staff[],
): readonly Vacancy[] {
  const found: Vacancy[] = []
  if (fallbackVerifier !== undefined && !staff.some((one) => standsIn(one, fallbackVerifier, code)))
    found.push('fallback-verifier')
  if (contactCenter?.isOutside !== true && !staff.some((one) => mayActFor(one, 'agent', code))) found.push('agent')
  return found
}

/** A verifier of the agency itself helps nobody there: they were asked already. */
const standsIn = ({ role, removedAt, email, agencies }: Staff, named: string, agency: string): boolean =>
  role === 'verifier' &&
  removedAt === null &&
  !agencies.includes(agency) &&
  email.trim().toLowerCase() === named.trim().toLowerCase()
