import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { replyMail } from '../text/mail-counter.ts'
import { staffRole } from '../text/talk.ts'
import { type Letter, oneLine } from './letter.ts'

/** Words of staff to a requester without a chat, from the case's history: they stand nowhere else. Undefined when there are none. */
export async function replyLetter(
  { ledger, agencies }: Pick<Ports, 'ledger' | 'agencies'>,
  { caseId, payload }: OutboxItem,
  hasMailIn: boolean,
): Promise<Pick<Letter, 'to' | 'subject' | 'text'> | undefined> {
  // Written by `tell-requester.ts` alone.
  const { n } = payload as { readonly n: number }
  const c = caseId === undefined ? undefined : await ledger.caseById(caseId)
  if (c === undefined || typeof c.answers.email !== 'string') return undefined
  const said = (await ledger.history(c.id)).find((event) => event.type === 'replied' && event.n === n)
  if (said?.type !== 'replied') return undefined
  const { language } = c
  const agency = agencies.find(({ code }) => code === c.agency)
  const role = staffRole[said.author.role]?.[language] ?? ''
  const helpdesk = agency?.helpdesk
  const text = [
    said.secret.text,
    '',
    [role, ...(said.author.role === 'agent' || agency === undefined ? [] : [agency.name])].map(oneLine).join(', '),
    c.number,
    '',
    replyMail[hasMailIn ? 'answer' : 'noAnswer'][language],
    ...(helpdesk === undefined ? [] : [`${helpdesk.phone} · ${helpdesk.email} · ${helpdesk.hours}`]),
    replyMail.never[language],
    '',
  ].join('\n')
  return { to: c.answers.email, subject: oneLine(`[Pandu] ${c.number}: ${replyMail.subject[language]}`), text }
}
