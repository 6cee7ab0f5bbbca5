import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { refusalSentence } from '../text/refusal.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { ticketText } from '../text/slack-ticket.ts'
import { type Click, tell } from './answer.ts'
import { renewLease } from './review.ts'
import { entryFor, type Room } from './room.ts'

/** A press of an agent on a ticket's card: taken, or put back. Rights are read here. */
export async function actOnTicket(
  room: Room,
  click: Click,
  value: string,
  type: 'take' | 'put-back',
  ack: () => Promise<void>,
): Promise<void> {
  const language = await room.people.languageOf(click.user)
  const { caseId, seen } = ticketIn(value)
  const command: Command = { type, seen }
  const outcome = await asAgent(room, click.user, caseId, command)
  await ack()
  if (outcome === 'no-agent') return tell(room, click, ticketText.notAgent[language])
  if (outcome === 'no-case') return tell(room, click, answerSentences.oldButton[language])
  if (outcome !== 'done') await tell(room, click, refusalSentence(outcome, language))
}

/** Carries out what an agent asks for; whatever they do keeps the case theirs. */
export async function asAgent(room: Room, user: string, caseId: string, command: Command) {
  const [c, entries] = await Promise.all([room.ports.ledger.caseById(caseId), room.people.agents(user)])
  if (entries.length === 0) {
    room.report({ what: 'slack-denied', user, why: 'notAgent' })
    return 'no-agent' as const
  }
  const staff = c && entryFor(entries, c)
  if (c === undefined || staff === undefined) return 'no-case' as const
  const outcome = await perform(room.ports, c.id, [command], { staffId: staff.id, role: 'agent' })
  if (isRefusal(outcome)) {
    if (outcome.refused === 'not-yours') room.report({ what: 'slack-denied', user, why: 'otherAgency' })
    return outcome
  }
  if (outcome.agent?.id === staff.id) await renewLease(room.ports, c.id)
  return 'done' as const
}

/** What a ticket's button or modal carries. @shape `case:decision:said` */
export function ticketIn(value: string): { readonly caseId: string; readonly seen: number; readonly said: number } {
  const [caseId = '', seen = '', said = ''] = value.split(':')
  return { caseId, seen: Number(seen), said: Number(said) }
}
