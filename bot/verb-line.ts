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
