import type { Gap } from '../core/agency/coverage.ts'
import { gaps } from '../core/handling/coverage.ts'
import type { VerbContext } from './verbs.ts'

/** Which agencies have too few verifiers, or will within 14 days, a line each. */
export const tellGaps = (found: readonly Gap[]): readonly string[] =>
  found.map(({ agency, on, present }) => `${agency}\t${present} active verifier${present === 1 ? '' : 's'} on ${on}`)

/** `agency coverage`. @returns 1 when an agency has, or will have, fewer than two active verifiers */
export async function agencyCoverage({ store, now, print }: VerbContext): Promise<number> {
  const agencies = await store.directory.agencies()
  const lines = tellGaps(await gaps({ directory: store.directory, agencies, now }))
  for (const line of lines) print(line)
  return lines.length === 0 ? 0 : 1
}
