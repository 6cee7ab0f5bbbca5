import { parseArgs } from 'node:util'
import { decideErasure } from '../core/handling/erasure-request.ts'
import { erasureDecisions, requestNumber } from '../core/privacy/erasure.ts'
import { findStaff } from './staff-verbs.ts'
import type { VerbContext } from './verbs.ts'

const reasons = erasureDecisions.filter((decision) => decision !== 'erased')
const usage = `usage: pandu subject decide H-… --staff EMAIL --erase, or --refuse ${reasons.join('|')}`

/** `subject requests`: who waits to be erased, the most urgent first. @returns 1 when one is overdue */
export async function listErasures({ store, now, print }: VerbContext): Promise<number> {
  const open = await store.rights.openRequests()
  for (const request of open) {
    const cases = await store.rights.casesOf(request.chat)
    print(`${requestNumber(request)}\tdue ${request.dueAt}\t${cases.map(({ case: c }) => c.number).join(' ')}`)
  }
  print(`${open.length} open.`)
  return open.some(({ dueAt }) => dueAt <= now()) ? 1 : 0
}

/** `subject decide`: an admin's or agent's decision on a request, by their name. */
export async function decideErasureVerb(context: VerbContext, args: readonly string[]): Promise<number> {
  const { store, print } = context
  const text = { type: 'string' } as const
  const options = { staff: text, refuse: text, erase: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const why = reasons.find((reason) => reason === values.refuse)
  const decision = values.erase === true && values.refuse === undefined ? 'erased' : values.erase ? undefined : why
  if (positionals.length !== 1 || decision === undefined || values.staff === undefined) {
    print(usage)
    return 2
  }
  const typed = positionals[0]?.toUpperCase()
  const request = (await store.rights.openRequests()).find((one) => requestNumber(one) === typed)
  if (request === undefined) {
    print('No open request has that number.')
    return 1
  }
  for (const staff of await findStaff(store, values.staff)) {
    const done = await decideErasure(await context.ports(), request.id, decision, staff.id)
    if (done === undefined) continue
    print(`${requestNumber(request)}\t${decision}\t${done.erased} erased, ${done.kept.length} kept`)
    return 0
  }
  print('That is not theirs to decide: an admin or agent of every agency in it, and not the person themselves.')
  return 1
}
