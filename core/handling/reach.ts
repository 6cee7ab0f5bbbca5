import type { Staff } from '../agency/staff.ts'
import type { Case } from '../case/case.ts'
import { fallbackAgencies, isSubstitute } from './coverage.ts'
import type { Ports } from './ports.ts'

/** The agencies whose cases these entries may come to: their own, and those that named them as the fallback. */
export const agenciesOf = (ports: Ports, entries: readonly Staff[]): readonly string[] =>
  entries.flatMap((entry) => [...entry.agencies, ...fallbackAgencies(ports, entry)])

/** Without what another agency's verifiers can still do themselves. */
export async function mayTake(
  ports: Ports,
  entries: readonly Staff[],
  cases: readonly Case[],
): Promise<readonly Case[]> {
  const isTheirs = await Promise.all(
    cases.map(async (c) => {
      if (entries.some(({ agencies }) => agencies.includes(c.agency ?? ''))) return true
      const stands = await Promise.all(entries.map((entry) => isSubstitute(ports, entry, c)))
      return stands.includes(true)
    }),
  )
  return cases.filter((_, n) => isTheirs[n])
}
