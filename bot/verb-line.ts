import { resolve } from 'node:path'
import type { storeVerbs, VerbContext } from './verbs.ts'

/** The verb that a line of words names: one word or two. */
export function splitVerb(
  names: readonly string[],
  words: readonly string[],
): { readonly verb: string; readonly args: readonly string[] } | undefined {
  const two = words.slice(0, 2).join(' ')
  if (names.includes(two)) return { verb: two, args: words.slice(2) }
  const [one = ''] = words
  return names.includes(one) ? { verb: one, args: words.slice(1) } : undefined
}

/** The same words with the file to be read named from the root: the program that reads it may live in another folder. */
export const withWholePath = (words: readonly string[]): readonly string[] =>
  words[0] === 'roster' && words[1] === 'import' ? words.map((word, n) => (n === 2 ? resolve(word) : word)) : words

/** Runs one verb on an open store; wrong options are said, not thrown. @returns the exit code */
export async function runStoreVerb(
  verbs: typeof storeVerbs,
  words: readonly string[],
  context: VerbContext,
): Promise<number> {
  const found = splitVerb(Object.keys(verbs), words)
  const verb = found && verbs[found.verb]
  if (found === undefined || verb === undefined) {
    context.print(`There is no verb ${words.slice(0, 2).join(' ')}.`)
    return 2
  }
  try {
    return await verb(context, found.args)
  } catch (error) {
    context.print(error instanceof Error ? error.message : 'the verb failed')
    return 2
  }
}
