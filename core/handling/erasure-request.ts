import type { Agency } from '../agency/agency.ts'
import type { Staff } from '../agency/staff.ts'
import type { ChatRef } from '../case/actor.ts'
import {
  answerMs,
  type Erasure,
  type ErasureDecision,
  type ErasureRequest,
  type KeptReason,
  reminderMs,
  requestNumber,
} from '../privacy/erasure.ts'
import type { KeptCase } from '../privacy/retention.ts'
import type { RightsMailCode, RightsSaying } from '../privacy/saying.ts'
import { isOutside } from '../ticket/stand-in.ts'
import { eraseCase } from './erase.ts'
import type { OwedRow } from './outbox.ts'
import { isOwnCase } from './own-case.ts'
import type { Ports } from './ports.ts'

/** How long a chat is kept after it was told that it is erased, in milliseconds: so that the word arrives. */
const lastWordMs = 10 * 60_000

const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/** A saying as a row to its chat. */
export const sayingRow = (chat: ChatRef, dedup: string, saying: RightsSaying): OwedRow => ({
  dedup,
  lane: 'interactive',
  target: `chat:${chat}`,
  kind: 'rights',
  payload: saying,
})

/** Owes rows that belong to no case. */
export async function oweRows(ports: Ports, owed: readonly OwedRow[]): Promise<void> {
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
}

/** Opens a request to be erased; of a chat without any case nobody needs to decide, it is erased at once. */
export async function askErasure(ports: Ports, chat: ChatRef): Promise<void> {
  const askedAt = ports.now()
  const request = await ports.rights.askErasure({ id: ports.newId(), chat, askedAt, dueAt: after(askedAt, answerMs) })
  const cases = await ports.rights.casesOf(chat)
  if (cases.length === 0) return close(ports, request, { by: 'house', decision: 'erased' }, { erased: 0, kept: [] })
  const { id, dueAt } = request
  const timer = (notBefore: string, what: string): OwedRow => ({
    dedup: `erasure:${id}:${what}`,
    lane: 'work',
    target: `timer:erasure:${id}:${what}`,
    kind: 'erasure-due',
    payload: { id },
    notBefore,
  })
  await oweRows(ports, [
    sayingRow(chat, `erasure:${id}:asked:${askedAt}`, { code: 'erasure-asked', number: requestNumber(request), dueAt }),
    ...(await mailRows(ports, request, cases, 'erasure-asked')),
    timer(after(dueAt, -reminderMs), 'soon'),
    timer(dueAt, 'over'),
  ])
}

/** Tells staff again that a request waits; nothing when it was decided. */
export async function remindOfErasure(ports: Ports, id: string): Promise<void> {
  const request = await ports.rights.erasureRequest(id)
  if (request === undefined || request.decided !== null) return
  const code = request.dueAt <= ports.now() ? 'erasure-overdue' : 'erasure-due'
  await oweRows(ports, await mailRows(ports, request, await ports.rights.casesOf(request.chat), code))
}

/** Who may decide, and the admins of the agencies concerned, hear of it by mail. */
async function mailRows(
  { directory, has, agencies: known }: Ports,
  request: ErasureRequest,
  cases: readonly KeptCase[],
  code: RightsMailCode,
): Promise<readonly OwedRow[]> {
  if (!has.mail) return []
  const agencies = agenciesOf(cases)
  const isConcerned = (one: Staff) =>
    one.removedAt === null && (agencies.size === 0 || one.agencies.some((agency) => agencies.has(agency)))
  const hearers = (await directory.staff()).filter(
    (one) => isConcerned(one) && (one.role !== 'verifier' || standsIn(known, agencies)),
  )
  return hearers.map(({ id }) => ({
    dedup: `erasure:${request.id}:${code}:${id}`,
    lane: 'bulk',
    target: `mail:${id}`,
    kind: 'rights-mail',
    payload: { code, staffId: id, number: requestNumber(request), dueAt: request.dueAt },
  }))
}

const agenciesOf = (cases: readonly KeptCase[]): ReadonlySet<string> =>
  new Set(cases.flatMap(({ case: { agency } }) => agency ?? []))

/** Where nobody of the contact center works in this house, verifiers decide in the agents' place. */
const standsIn = (known: readonly Agency[], agencies: ReadonlySet<string>): boolean =>
  agencies.size > 0 && [...agencies].every((agency) => isOutside(known, { agency }))

/** True when this person may decide on a request now: an agent or admin of every agency in it, and it is not their own. */
export async function mayDecide(ports: Ports, staff: Staff, cases: readonly KeptCase[]): Promise<boolean> {
  const agencies = agenciesOf(cases)
  if (staff.removedAt !== null) return false
  if (staff.role === 'verifier' && !standsIn(ports.agencies, agencies)) return false
  if (![...agencies].every((agency) => staff.agencies.includes(agency))) return false
  for (const { case: c } of cases) if (await isOwnCase(ports, staff.email, c)) return false
  return true
}

/** What an erasure came to: how many cases are gone, and why others stay. */
export interface ErasedAll {
  readonly erased: number
  readonly kept: readonly KeptReason[]
}

/** Erases every case of a chat that nothing keeps. */
export async function eraseCasesOf(ports: Ports, chat: ChatRef, erasure: Erasure): Promise<ErasedAll> {
  let erased = 0
  const kept: KeptReason[] = []
  for (const { case: c } of await ports.rights.casesOf(chat)) {
    const outcome = await eraseCase(ports, c.id, erasure)
    if (outcome === 'erased') erased += 1
    else kept.push(outcome)
  }
  return { erased, kept }
}

/** Decides a request and carries it out. @returns undefined when this person may not, or it is decided already */
export async function decideErasure(
  ports: Ports,
  id: string,
  decision: ErasureDecision,
  staffId: string,
): Promise<ErasedAll | undefined> {
  const [request, staff] = [await ports.rights.erasureRequest(id), await ports.directory.staffById(staffId)]
  if (request === undefined || request.decided !== null || staff === undefined) return undefined
  if (!(await mayDecide(ports, staff, await ports.rights.casesOf(request.chat)))) return undefined
  const erasure: Erasure = { by: { role: 'staff', id: staffId }, because: 'asked', at: ports.now() }
  const done: ErasedAll =
    decision === 'erased' ? await eraseCasesOf(ports, request.chat, erasure) : { erased: 0, kept: [] }
  await close(ports, request, { by: staffId, decision }, done)
  return done
}

/** Notes what was decided, tells its person, and erases the chat itself after the last word where nothing is left of it. */
async function close(
  ports: Ports,
  request: ErasureRequest,
  { by, decision }: { readonly by: string; readonly decision: ErasureDecision },
  { erased, kept }: ErasedAll,
): Promise<void> {
  const { id, chat } = request
  const at = ports.now()
  const saying: RightsSaying =
    decision === 'erased'
      ? { code: 'erased', count: erased, kept }
      : { code: 'erasure-refused', number: requestNumber(request), why: decision }
  const forgetting: OwedRow = {
    dedup: `erasure:${id}:chat`,
    lane: 'work',
    target: `timer:erasure:${id}:chat`,
    kind: 'erase-chat',
    payload: { chat },
    notBefore: after(at, lastWordMs),
  }
  const isGone = decision === 'erased' && kept.length === 0
  await oweRows(ports, [sayingRow(chat, `erasure:${id}:${decision}`, saying), ...(isGone ? [forgetting] : [])])
  await ports.rights.decideErasure(id, { at, by, decision })
}
