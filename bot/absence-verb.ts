import { parseArgs } from 'node:util'
import type { Staff } from '../core/agency/staff.ts'
import { announceAbsence, endAbsence } from '../core/handling/absence.ts'
import { findStaff } from './staff-verbs.ts'
import { absenceFaults } from './text/absence.ts'
import type { VerbContext } from './verbs.ts'

const usage =
  'usage: pandu staff absent EMAIL-or-SLACK-ID --from YYYY-MM-DD --until YYYY-MM-DD [--deputy EMAIL-or-SLACK-ID], or --end'

/** `staff absent`: takes an absence of a verifier down, or ends it. */
export async function staffAbsent(context: VerbContext, args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const options = { from: text, until: text, deputy: text, end: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const isComplete = values.end === true || (values.from !== undefined && values.until !== undefined)
  if (positionals.length !== 1 || !isComplete) {
    context.print(usage)
    return 2
  }
  const staff = await verifierNamed(context, positionals[0] ?? '')
  if (staff === undefined) return 1
  const ports = await context.ports()
  if (values.end === true) {
    const hadOne = await endAbsence(ports, staff.id)
    context.print(hadOne ? 'The absence has ended.' : 'That verifier is not away.')
    return hadOne ? 0 : 1
  }
  const deputy = values.deputy === undefined ? null : await verifierNamed(context, values.deputy)
  if (deputy === undefined) return 1
  const draft = { from: values.from ?? '', until: values.until ?? '', deputyId: deputy?.id ?? null }
  const taken = await announceAbsence(ports, staff, draft)
  if (typeof taken === 'string') {
    context.print(absenceFaults[taken].en)
    return 2
  }
  context.print(
    `Away from ${taken.from} to ${taken.until}; ${deputy === null ? 'no deputy' : `deputy: ${deputy.email}`}.`,
  )
  return 0
}

async function verifierNamed({ store, print }: VerbContext, name: string): Promise<Staff | undefined> {
  const found = (await findStaff(store, name)).find(({ role }) => role === 'verifier')
  if (found === undefined) print(`No active verifier is known as ${name}.`)
  return found
}
