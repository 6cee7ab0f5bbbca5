import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
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

/** The options of `roster import`. */
export const importOptions = {
  agency: { type: 'string' },
  strict: { type: 'boolean' },
  replace: { type: 'boolean' },
  json: { type: 'boolean' },
  language: { type: 'string' },
} as const

/** The options of the verbs about one person. */
export const subjectOptions = {
  nip: { type: 'string' },
  nik: { type: 'string' },
  case: { type: 'string' },
  chat: { type: 'string' },
  because: { type: 'string' },
  yes: { type: 'boolean' },
} as const

/** The same words with their file named from the root: the program that reads it may live in another folder. */
export function withWholePath(words: readonly string[]): readonly string[] {
  const isImport = ['roster', 'radar'].includes(words[0] ?? '') && words[1] === 'import'
  const isExport = words[0] === 'subject' && words[1] === 'export'
  if (!isImport && !isExport) return words
  const options = isExport ? subjectOptions : importOptions
  const args = words.slice(2)
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true })
  const files = new Set(tokens.filter(({ kind }) => kind === 'positional').map(({ index }) => index + 2))
  return words.map((word, n) => (files.has(n) ? resolve(word) : word))
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
