import type { Case } from '../case/case.ts'
import { mayHearByMail } from '../case/counter.ts'
import { subjectOf } from '../identity/subject.ts'
import type { Telling } from './counter-rows.ts'
import type { Delivery } from './deliver.ts'
import { rosterOf } from './identity-work.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** Hands one piece of news to the mail, or where none may go to the verifiers, who tell it; nothing is dropped. */
export async function tellRequester(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { code, isPresent } = item.payload as Telling
  if (await hearsByMail(ports, c)) {
    const mail: OwedRow = {
      dedup: `${item.dedup}:mail`,
      caseId: c.id,
      lane: 'bulk',
      target: `mail:counter:${c.id}`,
      kind: 'counter-mail',
      payload: { code },
    }
    await ports.ledger.commit([{ changes: [], owed: [mail], knocks: [] }])
    ports.wake()
    return { state: 'sent' }
  }
  if (isPresent !== true) await oweTelling(ports, c, code)
  return { state: 'sent' }
}

/** Hands words of staff to the mail, or says in the case that they reach nobody. */
export async function tellReply(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { n } = item.payload as { readonly n: number }
  if (!(await hearsByMail(ports, c))) {
    await perform(ports, c.id, [{ type: 'miss-reply', n }], 'house')
    return { state: 'sent' }
  }
  const target = `mail:counter:${c.id}`
  const mail: OwedRow = {
    dedup: `${item.dedup}:mail`,
    caseId: c.id,
    lane: 'bulk',
    target,
    kind: 'reply-mail',
    payload: { n },
  }
  await ports.ledger.commit([{ changes: [], owed: [mail], knocks: [] }])
  ports.wake()
  return { state: 'sent' }
}

/** Puts it on the list of what somebody must tell this requester. */
export async function oweTelling(ports: Ports, c: Case, notice: string): Promise<void> {
  await perform(ports, c.id, [{ type: 'owe-telling', notice }], 'house')
}

/** True when the requester chose mail, one may be sent, and the roster knows no other address of theirs. */
async function hearsByMail(ports: Ports, c: Case): Promise<boolean> {
  if (c.counter?.hears !== 'mail' || !ports.has.mail || !mayHearByMail(c)) return false
  const subject = subjectOf(c)
  const known = (subject && (await rosterOf(ports, subject)))?.email ?? ''
  return known === '' || known.trim().toLowerCase() === String(c.answers.email).toLowerCase()
}
