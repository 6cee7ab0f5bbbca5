import type { Case } from '../case/case.ts'
import type { MailMatch, MailSender } from '../case/mail.ts'
import { subjectOf } from '../identity/subject.ts'
import { numberInSubject } from '../message/mail-thread.ts'
import { mailboxOf } from './dossier.ts'
import { rosterOf } from './identity-work.ts'
import type { KeptMail } from './mail-store.ts'
import type { Ports } from './ports.ts'

/** The case that a mail is about: an answer to a mail of ours by its token, else the number in the subject. */
export async function caseOf(
  { ledger, mails }: Pick<Ports, 'ledger' | 'mails'>,
  { content }: KeptMail,
): Promise<{ readonly c: Case; readonly match: Exclude<MailMatch, 'by-hand'> } | undefined> {
  for (const { number, token } of content.threads.toReversed()) {
    const c = await ledger.caseByNumber(number)
    if (c !== undefined && token === mails.tokenOf(c.id)) return { c, match: 'thread' }
  }
  const number = numberInSubject(content.subject)
  const c = number === undefined ? undefined : await ledger.caseByNumber(number)
  return c && { c, match: 'number' }
}

/** Whose address it is that the mail gives as its sender's. */
export async function senderOf(ports: Ports, c: Case, from: string): Promise<MailSender> {
  const is = (address: unknown) =>
    typeof address === 'string' && address !== '' && address.trim().toLowerCase() === from.trim().toLowerCase()
  if (is(mailboxOf(ports, c)) || is(ports.contactCenterEmail)) return 'contact-center'
  const subject = subjectOf(c)
  const known = (subject && (await rosterOf(ports, subject)))?.email
  return is(known) || is(c.answers.email) ? 'requester' : 'other'
}
