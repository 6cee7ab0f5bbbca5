import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { replayDelivery } from '../core/handling/hook-rows.ts'
import { hooksMax, hookTypes } from '../core/handling/hooks.ts'
import { isHookAddress } from './api/hook-address.ts'
import { newHookSecret } from './api/hook-post.ts'
import type { VerbContext } from './verbs.ts'

const logMax = 100
const wordsOf = (values: readonly string[] = []) => values.flatMap((words) => words.split(','))

/** `hook add`: an address of another helpdesk, told in the operator's own name; its secret is shown this once. */
export async function addHookVerb(
  { store, now, newToken, print }: VerbContext,
  args: readonly string[],
): Promise<number> {
  const options = {
    url: { type: 'string' },
    agency: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const { url = '' } = values
  const [agencies, asked] = [[...wordsOf(values.agency), ...positionals], wordsOf(values.type)]
  const types = hookTypes.filter((type) => asked.includes(type))
  const known = (await store.directory.agencies()).map(({ code }) => code)
  const faults = [
    !isHookAddress(url, { isLocalAllowed: true }) &&
      '--url must be https on the open internet (this machine itself with HOOKS_TO_LOCALHOST=on)',
    (agencies.length === 0 || agencies.some((code) => !known.includes(code))) &&
      `--agency must name known agencies (${known.join(', ')})`,
    types.length < new Set(asked).size && `--type must be of ${hookTypes.join(', ')}; without it all are told`,
    (await store.hooks.hooks()).length >= hooksMax && `There are ${hooksMax} hooks; end one first (pandu hook list)`,
  ].filter((fault) => fault !== false)
  if (faults.length > 0) {
    for (const fault of faults) print(fault)
    return 2
  }
  const hook = { id: randomUUID(), url, types, agencies, secret: newHookSecret(newToken()) }
  await store.hooks.saveHook({ ...hook, staffId: null, since: now(), endedAt: null })
  print(hook.id)
  print(hook.secret)
  return 0
}

/** `hook list`: id, address, agencies, types and who registered it; tabs between them. */
export async function listHooks({ store, print }: VerbContext): Promise<number> {
  for (const { id, url, agencies, types, staffId } of await store.hooks.hooks()) {
    const staff = staffId === null ? undefined : await store.directory.staffById(staffId)
    print([id, url, agencies.join(' '), types.join(' ') || 'all', staff?.email ?? 'operator'].join('\t'))
  }
  return 0
}

/** `hook end`: it is told nothing more. */
export async function endHookVerb({ store, now, print }: VerbContext, args: readonly string[]): Promise<number> {
  const isEnded = await store.hooks.endHook(args[0] ?? '', now())
  print(isEnded ? 'Ended: it is told nothing more.' : 'There is no such hook.')
  return isEnded ? 0 : 1
}

/** `hook log`: what was delivered, the latest first. */
export async function logHook({ store, print }: VerbContext, args: readonly string[]): Promise<number> {
  const hook = await store.hooks.hookById(args[0] ?? '')
  if (hook === undefined) print('There is no such hook.')
  for (const { id, at, state, answer, attempts, type, number } of hook === undefined
    ? []
    : await store.hooks.deliveries([hook.id], { limit: logMax }))
    print([id, at, state, answer, `${attempts} ×`, type, number].join('\t'))
  return hook === undefined ? 1 : 0
}

/** `hook replay`: sends a delivery of the log once more. */
export async function replayHook({ ports, print }: VerbContext, args: readonly string[]): Promise<number> {
  const isOwed = await replayDelivery(await ports(), args[0] ?? '', randomUUID())
  print(isOwed ? 'It is on its way again.' : 'There is no such delivery, or its hook has ended.')
  return isOwed ? 0 : 1
}
