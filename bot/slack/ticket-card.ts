import type { Button, KnownBlock } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import { rules } from '../../core/case/rules.ts'
import { isOpen } from '../../core/case/status.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { deskAddress } from '../../core/handling/desk-link.ts'
import { deskStep } from '../text/desk-step.ts'
import { snoozeWhy, teamText } from '../text/desk-teamwork.ts'
import { mrkdwn } from '../text/escape.ts'
import { procedureName } from '../text/procedure.ts'
import { cardText, heldSentence, preCheckSentence } from '../text/slack-card.ts'
import { ticketText } from '../text/slack-ticket.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { actions, button, context, fields, header, moment, type Screen, section } from './blocks.ts'
import { agencyName, type Circumstances, dueLines, maskedName } from './case-facts.ts'

/** The card of a case in the channel of the contact center's agents; edited in place, without a word of what was said. */
export function ticketCard(c: Case, s: Circumstances): Screen {
  const { language } = s
  const name = `${statusNameOf(c, language)} · ${c.number} · ${procedureName(c.procedure, language)}`
  const next = deskStep('agent', c, isTaken(c))[language]
  return {
    text: `${name}. ${cardText.requester[language]} ${maskedName(c)}, ${agencyName(c, s)}. ${next}`,
    blocks: [
      header(name),
      fields([
        `*${cardText.requester[language]}*\n${maskedName(c)}`,
        `*${cardText.agency[language]}*\n${agencyName(c, s)}`,
        ...dueLines(c, s),
      ]),
      ...(isOpen(c.status) ? [context(...handLines(c, s))] : []),
      section(`*${cardText.next[language]}:* ${mrkdwn(next)}`),
      ...doors(c, s),
    ],
  }
}

const isTaken = ({ agent }: Case): boolean => agent !== null
const isAtWork = (c: Case): boolean => rules.take.in.includes(c.status)

/** Who has it, since when it rests, and what waits in it. */
function handLines(c: Case, { at, language }: Circumstances): readonly string[] {
  const remarks = [...remarksOf(c, at).values()]
  const remarked = remarks.filter((codes) => codes.length > 0).length
  return [
    ...(isAtWork(c)
      ? [c.agent === null ? ticketText.nobody[language] : heldSentence(mrkdwn(c.agent.name), undefined, language)]
      : []),
    ...(c.snooze == null
      ? []
      : [`${teamText.snoozed[language]} ${moment(c.snooze.until, language)} (${snoozeWhy[c.snooze.why][language]})`]),
    ...((c.talk?.unanswered ?? 0) > 0 ? [`*${ticketText.waits[language]}*`] : []),
    `*${cardText.preCheck[language]}:* ${preCheckSentence(remarks.length - remarked, remarked, language)}`,
  ]
}

/** While agents have it: what they can do. After that the address stays. */
function doors(c: Case, s: Circumstances): readonly KnownBlock[] {
  const { language, publicUrl } = s
  const url = deskAddress(publicUrl, c.number)
  if (!isAtWork(c)) return [context(`<${url}|${cardText.openDesk[language]}>`)]
  return [
    actions('ticket', [
      isTaken(c) ? door(c, 'ticket-put-back', 'putBack', s) : door(c, 'ticket-take', 'take', s),
      ...(c.counter === undefined ? [door(c, 'ticket-reply', 'reply', s)] : []),
      door(c, 'ticket-note', 'note', s),
      button('open-desk', cardText.openDesk[language], { url }),
    ]),
  ]
}

/** It carries the decision that its reader saw, and how much had been said. */
export function door(
  c: Case,
  action: 'ticket-take' | 'ticket-put-back' | 'ticket-reply' | 'ticket-note',
  word: 'take' | 'putBack' | 'reply' | 'note',
  { language }: Pick<Circumstances, 'language'>,
): Button {
  const name = ticketText[word][language]
  const said = (c.talk?.replies ?? 0) + (c.talk?.writings ?? 0)
  const value = `${c.id}:${c.decision}:${said}`
  return button(action, name, {
    value,
    label: `${name} ${c.number}`,
    ...(action === 'ticket-take' && { style: 'primary' as const }),
  })
}
