import type { RosterFacts } from '../agency/roster.ts'
import type { ChatRef } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import { isOpen } from '../case/status.ts'
import { type Binding, isRebinding } from '../identity/binding.ts'
import { isSameSubject, type Subject, subjectOf } from '../identity/subject.ts'
import { mailRow, owe, toChat } from './identity-rows.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'

/** More than a chat has open. */
const casesMax = 100

/** Until when a chat that took another one's place waits; null once it need not. */
export const stillCooling = ({ coolsUntil }: Binding, at: string): string | null =>
  (coolsUntil ?? '') > at ? coolsUntil : null

/** What a case's roster facts say of another chat: it has the person, or had until just now. */
export async function tieOf(
  ports: Pick<Ports, 'identities' | 'now'>,
  c: Case,
): Promise<Pick<RosterFacts, 'isBoundElsewhere' | 'coolsUntil'>> {
  const subject = subjectOf(c)
  const binding = subject && (await ports.identities.binding(subject))
  if (binding === undefined) return {}
  if (binding.chat !== c.requester) return { isBoundElsewhere: true }
  const coolsUntil = stillCooling(binding, ports.now())
  return coolsUntil === null ? {} : { isBoundElsewhere: true, coolsUntil }
}

/** Ties the chat of a case to the person; all who are to know of another chat hear of it. */
export async function bind(
  ports: Ports,
  c: Case,
  subject: Subject,
  item: OutboxItem,
  by: Binding['by'],
): Promise<Binding> {
  const act = { chat: c.requester, by, at: ports.now(), key: item.dedup }
  const binding = await ports.identities.bind(subject, act)
  // Owed again after a crash, each of them is the same row.
  const isNew = isRebinding(binding, act)
  const anew = await anewRows(ports, subject, item, [c.requester, ...(isNew ? [binding.previous ?? ''] : [])])
  await owe(ports, [...(isNew ? rebindingRows(ports, c, item, binding) : []), ...anew])
  return binding
}

/** Looks anew whose the person is, for every case of these chats about them: a proof ends where another chat's begins. */
async function anewRows(
  { ledger }: Ports,
  subject: Subject,
  item: OutboxItem,
  chats: readonly ChatRef[],
): Promise<readonly OwedRow[]> {
  const known = chats.filter((chat) => chat !== '')
  const found = await Promise.all(known.map((requester) => ledger.find({ requester, limit: casesMax })))
  return found
    .flat()
    .filter((one) => isOpen(one.status) && one.roster !== null && isSameSubject(subjectOf(one), subject))
    .map(({ id }) => ({
      dedup: `${item.dedup}:anew:${id}`,
      caseId: id,
      lane: 'work',
      target: `work:${id}`,
      kind: 'consult-roster',
      payload: {},
    }))
}

/** The old chat, the mailbox on record and the verifiers hear of another chat. */
const rebindingRows = (
  { has }: Pick<Ports, 'has'>,
  c: Case,
  item: OutboxItem,
  { previous }: Binding,
): readonly OwedRow[] => [
  // The chat before may have been erased.
  ...(previous === '' ? [] : [{ ...toChat(c, item, 'rebound'), target: `chat:${previous}` }]),
  ...(has.mail ? [mailRow(c, item, 'rebound-mail')] : []),
  {
    dedup: `${item.dedup}:rebound`,
    caseId: c.id,
    lane: 'work',
    target: `work:${c.id}`,
    kind: 'tell-verifiers',
    payload: { code: 'rebound' },
  },
]
