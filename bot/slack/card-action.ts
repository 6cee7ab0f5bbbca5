import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import type { Who } from '../../core/handling/people.ts'
import { perform } from '../../core/handling/perform.ts'
import { formText } from '../../core/legalise/form.ts'
import { legalStatement } from '../text/legal-statement.ts'
import { answerSentences } from '../text/slack-answer.ts'
import type { Deed } from '../text/slack-card.ts'
import { type Click, refusalToStaff, tell } from './answer.ts'
import { entryFor, type Room } from './room.ts'

/** A press on a card that decides by itself; `former` for the task of the agency that the requester left. */
export async function decideOnCard(
  room: Room,
  click: Click,
  value: string,
  deed: Deed | 'former',
  ack: () => Promise<void>,
): Promise<void> {
  const [caseId = '', decision = ''] = value.split(':')
  const language = await room.people.languageOf(click.user)
  const c = await room.ports.ledger.caseById(caseId)
  const entries = await room.people.verifiers(click.user)
  const staff = c && (deed === 'former' ? formerEntry(entries, c) : entryFor(entries, c))
  if (c === undefined || staff === undefined) {
    const why = entries.length === 0 ? 'notVerifier' : 'oldButton'
    room.report({ what: 'slack-denied', user: click.user, why })
    await ack()
    return tell(room, click, answerSentences[why][language])
  }
  const seen = Number(decision)
  const who: Who = { staffId: staff.id, role: deed === 'former' ? 'former-verifier' : 'verifier' }
  const outcome = await perform(room.ports, c.id, [commandOf(room, c, deed, seen)], who)
  await ack()
  if (!isRefusal(outcome)) return
  if (outcome.refused === 'not-yours') room.report({ what: 'slack-denied', user: click.user, why: 'otherAgency' })
  const now = (await room.ports.ledger.caseById(c.id)) ?? c
  await tell(room, click, await refusalToStaff(room, outcome, now, staff.id, language))
}

const formerEntry = (entries: readonly Staff[], { answers: { formerAgency } }: Case): Staff | undefined =>
  entries.find(({ agencies }) => typeof formerAgency === 'string' && agencies.includes(formerAgency))

function commandOf({ ports }: Room, c: Case, deed: Deed | 'former', seen: number): Command {
  if (deed === 'former') return { type: 'confirm-revoked', seen }
  if (deed !== 'legalise') return { type: deed, seen }
  const formSha256 = ports.sha256(new TextEncoder().encode(formText(c)))
  return { type: 'legalise', formSha256, statement: legalStatement.id, seen }
}
