/** What a canned reply may speak of; each is filled in from the case. */
export const variables = ['nama', 'nomor', 'layanan', 'kurang', 'batas'] as const

export type Variable = (typeof variables)[number]
export type Values = Readonly<Record<Variable, string>>

export const isVariable = (name: string): name is Variable => variables.some((known) => known === name)

const places = /\{([a-z]+)\}/g

/**
 * The text with every variable replaced by its value, once: a value that looks like a variable stays as it is. Braces
 * around other words are left alone.
 * @returns instead the variables that the text uses and the case has no value for
 */
export function filled(
  text: string,
  values: Values,
): { readonly text: string } | { readonly empty: readonly Variable[] } {
  const used = [...text.matchAll(places)].flatMap(([, name = '']) => (isVariable(name) ? [name] : []))
  const empty = [...new Set(used)].filter((name) => values[name].trim() === '')
  if (empty.length > 0) return { empty }
  return { text: text.replace(places, (whole, name: string) => (isVariable(name) ? values[name] : whole)) }
}
