import type { FactsOf, ReadKind } from './facts.ts'

/** What a file's pictures say, and which kind of evidence they therefore are. */
export type Reading = { [K in ReadKind]: { readonly kind: K; readonly facts: FactsOf[K] } }[ReadKind]

/** What a reading says about one kind of evidence; null when it is of another, or nothing could be read. */
export const factsFor = <K extends ReadKind>(reading: Reading | null, kind: K): FactsOf[K] | null =>
  // The kind says whose facts they are, which the compiler cannot follow.
  reading?.kind === kind ? (reading.facts as FactsOf[K]) : null
