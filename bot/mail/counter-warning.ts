import type { Delivery } from '../../core/handling/deliver.ts'
import { rosterOf } from '../../core/handling/identity-work.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import { counterMail, counterWarningMail } from '../text/mail-counter.ts'
import { procedureName } from '../text/procedure.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** Tells the mailbox on record that somebody stood at the counter as its owner; nothing where the owner hears there anyway. */
export async function counterWarning(
  ports: Ports,
  { caseId }: OutboxItem,
  messageId: string,
): Promise<Letter | Delivery> {
  const c = caseId === undefined ? undefined : await ports.ledger.caseById(caseId)
  const subject = c && subjectOf(c)
  const to = (subject && (await rosterOf(ports, subject)))?.email ?? ''
  if (c?.counter === undefined || to === '') return { state: 'sent' }
  const isTheirs = to.trim().toLowerCase() === String(c.answers.email ?? '').toLowerCase()
  if (c.counter.hears === 'mail' && isTheirs) return { state: 'sent' }
  const helpdesk = ports.agencies.find(({ code }) => code === c.agency)?.helpdesk
  const text = bothLanguages((say, language) => [
    say(counterWarningMail.opened),
    '',
    `${say(counterMail.number)}: ${c.number}`,
    `${say(counterMail.service)}: ${procedureName(c.procedure, language)}`,
    ...(helpdesk === undefined ? [] : [`${say(counterMail.helpdesk)}: ${helpdesk.phone} · ${helpdesk.email}`]),
    '',
    say(counterWarningMail.notYou),
  ])
  const { id, en } = counterWarningMail.subject
  return { to, messageId, subject: oneLine(`[Pandu] ${c.number}: ${id} / ${en}`), text }
}
