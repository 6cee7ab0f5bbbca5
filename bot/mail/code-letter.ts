import type { Case } from '../../core/case/case.ts'
import type { Delivery } from '../../core/handling/deliver.ts'
import { rosterOf } from '../../core/handling/identity-work.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { codesBelow, codeText } from '../../core/identity/code.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import type { Language } from '../text/language.ts'
import {
  type CodeMailFacts,
  codeMail,
  codeMailBody,
  namelessChat,
  reboundMail,
  reboundMailBody,
  someAgency,
  verifierOf,
} from '../text/mail-code.ts'
import { procedureName } from '../text/procedure.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/**
 * Makes a code and writes it to the mailbox on record, if there is one: the digits are made only now and never lie in the
 * outbox. A number that nobody has gets a code as well, which nobody can type, and the same mark.
 */
export async function codeLetter(ports: Ports, item: OutboxItem, messageId: string): Promise<Letter | Delivery> {
  const sent: Delivery = { state: 'sent', ref: messageId }
  const c = await caseOf(ports, item)
  const subject = c && subjectOf(c)
  if (c === undefined || subject === undefined) return sent
  // Written by the house's own job.
  const { request } = item.payload as { readonly request: string }
  const to = (await rosterOf(ports, subject))?.email ?? ''
  const digits = codeText(ports.pick(codesBelow))
  const code = { key: request, subject, digits: to === '' ? ports.newToken() : digits, at: ports.now() }
  // Asked for about another number than the case now claims: that code is for nobody.
  if (!(await ports.identities.armCode(code)) || to === '') return sent
  const facts = await factsOf(ports, c)
  const body = bothLanguages((say, language) => codeMailBody.map((words) => `${say(words(facts(language)))}\n`))
  const { subject: about, code: label } = codeMail
  return { to, messageId, subject: `[Pandu] ${about.id} / ${about.en}`, text: `${label.id}: ${digits}\n\n${body}` }
}

/** Tells the mailbox on record that another chat is tied to its owner. */
export async function reboundLetter(ports: Ports, item: OutboxItem, messageId: string): Promise<Letter | Delivery> {
  const c = await caseOf(ports, item)
  const subject = c && subjectOf(c)
  const to = subject === undefined ? '' : ((await rosterOf(ports, subject))?.email ?? '')
  if (c === undefined || to === '') return { state: 'sent' }
  const facts = await factsOf(ports, c)
  const text = bothLanguages((say, language) => reboundMailBody.map((words) => `${say(words(facts(language)))}\n`))
  return { to, messageId, subject: `[Pandu] ${reboundMail.subject.id} / ${reboundMail.subject.en}`, text }
}

const caseOf = async ({ ledger }: Ports, { caseId }: OutboxItem): Promise<Case | undefined> =>
  caseId === undefined ? undefined : ledger.caseById(caseId)

/** The code must be the only run of digits: what holds one is said in other words. */
async function factsOf({ ledger, agencies }: Ports, c: Case): Promise<(language: Language) => CodeMailFacts> {
  const name = (await ledger.chat(c.requester))?.state.name
  const { name: agencyName, helpdesk } = agencies.find(({ code }) => code === c.agency) ?? {}
  return (language) => {
    const agency = agencyName !== undefined && isWords(agencyName) ? oneLine(agencyName) : someAgency[language]
    const mail = helpdesk?.email
    const verifier = verifierOf[language](agency)
    return {
      agency,
      service: procedureName(c.procedure, language),
      chat: name !== undefined && isWords(name) ? oneLine(name) : namelessChat[language],
      contact: mail !== undefined && isWords(mail) ? `${verifier} (${mail})` : verifier,
    }
  }
}

const isWords = (text: string): boolean => text !== '' && !/\p{N}/u.test(text)
