import type { FactsOf, ReadKind } from './facts.ts'

/** What a file's pictures say, and which kind of evidence they therefore are. */
export type Reading = { [K in ReadKind]: { readonly kind: K; readonly facts: FactsOf[K] } }[ReadKind]

/** What a reading says about one kind of evidence; null when it is of another, or nothing could be read. */
export const factsFor = <K extends ReadKind>(reading: Reading | null, kind: K): FactsOf[K] | null =>
  // The kind says whose facts they are, which the compiler cannot follow.
  reading?.kind === kind ? (reading.facts as FactsOf[K]) : null

/** True when a reading found what only that kind of picture shows: dates, devices and codes may stand anywhere. */
export function isSelfEvident(reading: Reading): boolean {
  if (reading.kind === 'email-password-change') return reading.facts.changed !== null
  const { product, scanMode, threats, filesScanned } = reading.facts
  return [product, scanMode, threats, filesScanned].some((fact) => fact !== null)
}

/** True when nothing at all was found. */
export const isEmpty = ({ facts }: Reading): boolean => Object.values(facts).every((fact) => fact === null)
