import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { parseArgs } from 'node:util'
import { replayDelivery } from '../core/handling/hook-rows.ts'
import { hooksMax, hookTypes } from '../core/handling/hooks.ts'
import { isHookAddress } from './api/hook-address.ts'
import { newHookSecret } from './api/hook-post.ts'
import type { VerbContext } from './verbs.ts'

const logMax = 100
const wordsOf = (values: readonly string[] = []) => values.flatMap((words) => words.split(','))

/** `hook add`: an address of another helpdesk, told in the operator's own name; a webhook's secret is shown this once. */
export async function addHookVerb(
  { store, now, newToken, print }: VerbContext,
  args: readonly string[],
): Promise<number> {
  const options = {
    url: { type: 'string' },
    agency: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
    'chatwoot-inbox': { type: 'string' },
    'token-file': { type: 'string' },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const url = (values.url ?? '').replace(/\/+$/, '')
  const [agencies, asked] = [[...wordsOf(values.agency), ...positionals], wordsOf(values.type)]
  const types = hookTypes.filter((type) => asked.includes(type))
  const known = (await store.directory.agencies()).map(({ code }) => code)
  const mirror = mirrorOf(values['chatwoot-inbox'], values['token-file'])
  const faults = [
    !isHookAddress(url, { isLocalAllowed: true }) &&
      '--url must be https on the open internet (this machine itself with HOOKS_TO_LOCALHOST=on)',
    (agencies.length === 0 || agencies.some((code) => !known.includes(code))) &&
      `--agency must name known agencies (${known.join(', ')})`,
    types.length < new Set(asked).size && `--type must be of ${hookTypes.join(', ')}; without it all are told`,
    mirror?.fault,
    (await store.hooks.hooks()).length >= hooksMax && `There are ${hooksMax} hooks; end one first (pandu hook list)`,
  ].filter((fault) => typeof fault === 'string')
  if (faults.length > 0) {
    for (const fault of faults) print(fault)
    return 2
  }
  const its = mirror === undefined ? { secret: newHookSecret(newToken()) } : mirror.its
  const id = randomUUID()
  await store.hooks.saveHook({ id, url, types, agencies, ...its, staffId: null, since: now(), endedAt: null })
  print(id)
  if (mirror === undefined) print(its.secret)
  return 0
}

/** An inbox of Chatwoot and the key to it; the key comes in a file, so that no list of processes shows it. */
function mirrorOf(inbox: string | undefined, file: string | undefined) {
  if (inbox === undefined && file === undefined) return undefined
  const inboxId = Number(inbox)
  let secret = ''
  try {
    secret = isAbsolute(file ?? '') ? readFileSync(file ?? '', 'utf8').trim() : ''
  } catch {
    secret = ''
  }
  const isGood = Number.isInteger(inboxId) && inboxId > 0 && /^[\x21-\x7e]{8,200}$/.test(secret)
  const fault = '--chatwoot-inbox needs the number of an inbox, and --token-file the whole path of a file with its key'
  return { fault: isGood ? undefined : fault, its: { secret, mirror: { kind: 'chatwoot', inboxId } as const } }
}

/** `hook list`: id, address, agencies, types and who registered it; tabs between them. */
export async function listHooks({ store, print }: VerbContext): Promise<number> {
  for (const { id, url, agencies, types, staffId, mirror } of await store.hooks.hooks()) {
    const staff = staffId === null ? undefined : await store.directory.staffById(staffId)
    print(
      [
        id,
        url,
        agencies.join(' '),
        types.join(' ') || 'all',
        staff?.email ?? 'operator',
        mirror?.kind ?? 'webhook',
      ].join('\t'),
    )
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
