import type { Case } from '../../core/case/case.ts'
import { isOpen } from '../../core/case/status.ts'
import { turnOf } from '../../core/case/turn.ts'
import { checkAddress } from '../../core/handling/desk-link.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { subjectOf } from '../../core/identity/subject.ts'
import { isCounterNotice } from '../../core/message/counter-notice.ts'
import { maskDigits } from '../../core/privacy/mask.ts'
import { signingOf } from '../../core/procedure/course.ts'
import { counterNews, nextAtCounter } from '../text/counter-news.ts'
import { counterWords } from '../text/counter-words.ts'
import type { Language } from '../text/language.ts'
import { counterMail } from '../text/mail-counter.ts'
import { dayText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { holderLabel } from '../text/status.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { signingSentence } from '../text/telegram-change.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** News of a case to its requester who has no chat; undefined when it has nobody to go to. Numbers are masked. */
export async function counterLetter(
  { ledger, agencies }: Pick<Ports, 'ledger' | 'agencies'>,
  publicUrl: string,
  { caseId, payload }: OutboxItem,
): Promise<Pick<Letter, 'to' | 'subject' | 'text'> | undefined> {
  const { code } = payload as { readonly code: string }
  const c = caseId === undefined ? undefined : await ledger.caseById(caseId)
  if (c?.counter === undefined || !isCounterNotice(code) || typeof c.answers.email !== 'string') return undefined
  const { pass } = c.counter
  const helpdesk = agencies.find((one) => one.code === c.agency)?.helpdesk
  const text = bothLanguages((say, language) => [
    say(counterNews[code]),
    ...counterWords(c, code, language),
    '',
    `${say(counterMail.number)}: ${c.number}`,
    ...numberOf(c).map((masked) => `${say(counterMail.nip)}: ${masked}`),
    `${say(counterMail.service)}: ${procedureName(c.procedure, language)}`,
    `${say(counterMail.status)}: ${statusNameOf(c, language)}`,
    ...turnLine(c, language),
    ...signingLine(c, language),
    `${say(counterMail.next)}: ${nextAtCounter(c, language)}`,
    '',
    `${say(counterMail.page)}: ${checkAddress(publicUrl, c.number, pass)}`,
    ...(helpdesk === undefined
      ? []
      : [`${say(counterMail.helpdesk)}: ${helpdesk.phone} · ${helpdesk.email} · ${helpdesk.hours}`]),
    '',
    say(counterMail.never),
    '',
    say(counterMail.notYou),
  ])
  const { id, en } = counterMail.subject
  return { to: c.answers.email, subject: oneLine(`[Pandu] ${c.number}: ${id} / ${en}`), text }
}

const numberOf = (c: Case): readonly string[] => {
  const subject = subjectOf(c)
  return subject === undefined ? [] : [maskDigits(subject.value)]
}

function turnLine(c: Case, language: Language): readonly string[] {
  if (!isOpen(c.status)) return []
  const until = c.dueAt === null ? '' : ` (${counterMail.until[language]} ${dayText(c.dueAt, language)})`
  return [`${counterMail.turn[language]}: ${holderLabel(turnOf(c), language)}${until}`]
}

function signingLine(c: Case, language: Language): readonly string[] {
  const sentence = isOpen(c.status) ? signingSentence(signingOf(c), language) : undefined
  return sentence === undefined ? [] : [sentence]
}
