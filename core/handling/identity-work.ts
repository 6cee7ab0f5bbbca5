import type { RosterLine } from '../agency/roster.ts'
import type { Case } from '../case/case.ts'
import { isRefusal } from '../case/refusal.ts'
import { isOpen } from '../case/status.ts'
import { isProved, mayAskCode } from '../identity/proof.ts'
import { numbersOf, type Subject, subjectOf } from '../identity/subject.ts'
import { bind, stillCooling } from './chat-binding.ts'
import type { Delivery } from './deliver.ts'
import { mailRow, owe, toChat } from './identity-rows.ts'
import type { OutboxItem } from './outbox.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

const done: Delivery = { state: 'sent' }
/** As many rivals of a case as are shown; each of them is looked at anew. */
const rivalsMax = 10

/** The roster's line of a person. */
export const rosterOf = (
  { directory }: Pick<Ports, 'directory'>,
  { kind, value }: Subject,
): Promise<RosterLine | undefined> => (kind === 'nip' ? directory.rosterByNip(value) : directory.rosterByNik(value))

/**
 * What follows from codes, calls and meetings. Nothing here looks into the roster: whether somebody is known is asked by
 * the mail alone, when it leaves, so that all rows up to then are the same for everybody.
 */
export const identityWorks = {
  async 'send-code'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const subject = subjectOf(c)
    if (subject === undefined || !mayAskCode(c)) return done
    const request = { key: item.dedup, chat: c.requester, caseId: c.id, subject, at: ports.now() }
    const isTaken = await ports.identities.requestCode(request)
    return owe(ports, isTaken ? [mailRow(c, item, 'code-mail')] : [toChat(c, item, 'code-limit')])
  },

  async 'check-code'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const subject = subjectOf(c)
    // Written by the requester's own turn.
    const { digits } = item.payload as { readonly digits: string }
    if (subject === undefined || isProved(c)) return done
    const at = ports.now()
    const guess = { key: item.dedup, chat: c.requester, caseId: c.id, subject, digits, at }
    const guessed = await ports.identities.guess(guess)
    if (guessed.is !== 'right') {
      const left = guessed.is === 'wrong' ? { left: String(guessed.left) } : {}
      return owe(ports, [toChat(c, item, `code-${guessed.is}`, left)])
    }
    const binding = await bind(ports, c, subject, item, 'code')
    const outcome = await perform(
      ports,
      c.id,
      [{ type: 'prove', subject, coolsUntil: stillCooling(binding, at) }],
      'house',
    )
    return isRefusal(outcome) ? owe(ports, [toChat(c, item, 'code-none')]) : done
  },

  /** A call or a meeting ties the chat to the person as well. */
  async 'bind-chat'(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
    const subject = subjectOf(c)
    if (subject === undefined || c.identity === null) return done
    if (c.counter === undefined) await bind(ports, c, subject, item, c.identity.method)
    else await warnOwner(ports, c, subject, item)
    return identityWorks['compare-claims'](ports, c)
  },

  /** Tells every open case about the same person of the others. */
  async 'compare-claims'(ports: Ports, c: Case): Promise<Delivery> {
    const before = await ports.identities.rivalsOf(c.id, rivalsMax)
    const isClaiming = c.submittedAt !== null && isOpen(c.status)
    await ports.identities.claim(c.id, isClaiming ? numbersOf(c) : [], isProved(c))
    const after = isClaiming ? await ports.identities.rivalsOf(c.id, rivalsMax) : []
    for (const id of new Set([...(isClaiming ? [c.id] : []), ...before, ...after])) await noteRivals(ports, id)
    return done
  },
} as const

/** Somebody stood at the counter as this person: a chat that is known to be theirs and the mailbox on record hear of it. */
async function warnOwner(ports: Ports, c: Case, subject: Subject, item: OutboxItem): Promise<void> {
  const chat = (await ports.identities.binding(subject))?.chat ?? ''
  const rows = [
    ...(chat === '' ? [] : [{ ...toChat(c, item, 'at-counter'), target: `chat:${chat}` }]),
    ...(ports.has.mail ? [mailRow(c, item, 'counter-warning')] : []),
  ]
  if (rows.length > 0) await owe(ports, rows)
}

async function noteRivals(ports: Ports, caseId: string): Promise<void> {
  const ids = await ports.identities.rivalsOf(caseId, rivalsMax)
  const found = await Promise.all(ids.map((id) => ports.ledger.caseById(id)))
  const rivals = found.flatMap((one) => (one === undefined ? [] : [{ number: one.number, isProved: isProved(one) }]))
  await perform(ports, caseId, [{ type: 'note-rivals', rivals }], 'house')
}
