import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Staff, type StaffRole, staffRoles } from '../core/agency/staff.ts'
import { warnOfGaps } from '../core/handling/coverage.ts'
import { moveCases } from '../core/handling/move-cases.ts'
import { perform } from '../core/handling/perform.ts'
import type { Ports, Store } from '../core/handling/ports.ts'
import { procedureNames } from '../core/procedure/names.ts'
import type { VerbContext } from './verbs.ts'

/** `staff add`: every fault of the options at once; the same mail and role again changes the entry. */
export async function addStaff({ store, print }: VerbContext, args: readonly string[]): Promise<number> {
  const options = {
    role: { type: 'string' },
    agency: { type: 'string', multiple: true },
    name: { type: 'string' },
    email: { type: 'string' },
    slack: { type: 'string' },
    skill: { type: 'string', multiple: true },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const role = staffRoles.find((known): known is StaffRole => known === values.role)
  // `--agency A B` reads as one option and a positional.
  const agencies = [...(values.agency ?? []), ...positionals].flatMap((codes) => codes.split(','))
  const asked = (values.skill ?? []).flatMap((names) => names.split(','))
  const skills = procedureNames.filter((name) => asked.includes(name))
  const known = (await store.directory.agencies()).map(({ code }) => code)
  const faults = [
    role === undefined && `--role must be one of ${staffRoles.join(', ')}`,
    (agencies.length === 0 || agencies.some((code) => !known.includes(code))) &&
      `--agency must name known agencies (${known.join(', ') || 'none are configured: set AGENCIES_FILE'})`,
    (values.name ?? '').trim() === '' && '--name is missing',
    !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email ?? '') && '--email must be a mail address',
    values.slack !== undefined &&
      !/^[UW][A-Z0-9]+$/.test(values.slack) &&
      '--slack must be a Slack user id such as U012ABCDEF',
    asked.some((name) => !skills.some((skill) => skill === name)) &&
      `--skill must name procedures (${procedureNames.join(', ')})`,
  ].filter((fault) => fault !== false)
  if (faults.length > 0 || role === undefined) {
    for (const fault of faults) print(fault)
    return 2
  }
  const email = (values.email ?? '').toLowerCase()
  const twin = (await store.directory.staffByEmail(email)).find((one) => one.role === role)
  const staff: Staff = {
    id: twin?.id ?? randomUUID(),
    role,
    agencies,
    name: values.name ?? '',
    email,
    slackUser: values.slack ?? null,
    removedAt: null,
    ...(skills.length > 0 && { skills }),
  }
  await store.directory.saveStaff(staff)
  if (twin?.agencies.some((code) => !agencies.includes(code))) await store.deskAccess.shutOut(staff.id)
  print(`${staff.id}\t${twin === undefined ? 'added' : 'changed'}`)
  return 0
}

/** `staff remove`: from now on nothing of theirs does anything. */
export async function removeStaff({ store, ports, now, print }: VerbContext, args: readonly string[]): Promise<number> {
  const found = await findStaff(store, args[0] ?? '')
  if (found.length === 0) {
    print('No active member of staff has that mail address, Slack id or id.')
    return 1
  }
  let handedBack = 0
  const open = await ports()
  for (const staff of found) {
    await store.directory.saveStaff({ ...staff, removedAt: now() })
    await store.deskAccess.shutOut(staff.id)
    handedBack += await handBack(open, staff)
  }
  await warnOfGaps(open)
  print(
    `${found.length} removed, ${handedBack} cases handed back; cards and sessions of theirs do nothing from now on.`,
  )
  return 0
}

/** `staff sign-out`: every device and unspent link of theirs; what they may do stays as it is. */
export async function signOutStaff({ store, print }: VerbContext, args: readonly string[]): Promise<number> {
  const found = await findStaff(store, args[0] ?? '')
  if (found.length === 0) {
    print('No active member of staff has that mail address, Slack id or id.')
    return 1
  }
  let devices = 0
  for (const { id } of found) devices += await store.deskAccess.shutOut(id)
  print(`${devices} devices signed out; unspent links are no longer good.`)
  return 0
}

const heldMax = 1000

/** Puts back what somebody holds, so that colleagues can go on. @returns how many cases */
async function handBack(ports: Ports, staff: Staff): Promise<number> {
  const statuses = ['with-contact-center', 'approved'] as const
  const tickets = await ports.ledger.find({ agent: staff.id, statuses, limit: heldMax })
  for (const c of tickets) await perform(ports, c.id, [{ type: 'put-back' }], 'house')
  return (await moveCases(ports, staff, undefined)) + tickets.length
}

/** The active staff behind an id, a mail address or a Slack id. */
export async function findStaff({ directory }: Store, name: string): Promise<readonly Staff[]> {
  const byId = await directory.staffById(name)
  if (byId !== undefined && byId.removedAt === null) return [byId]
  return name.includes('@') ? directory.staffByEmail(name) : directory.staffBySlack(name)
}
