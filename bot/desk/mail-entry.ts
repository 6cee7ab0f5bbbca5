import type { Event } from '../../core/case/event.ts'
import { mailItem } from '../../core/case/mail.ts'
import { mailInText, mailKindText, mailMatchText, mailSenderText } from '../text/desk-mail.ts'
import type { Language } from '../text/language.ts'
import { shownText } from './hostile-text.ts'
import type { Entry } from './timeline-entries.ts'

type Mail = Extract<Event, { type: 'mail-received' }>

/** What a mail says in the history of its case: always with the word that nothing of it is proved. */
export function mailEntry(event: Mail, language: Language): Pick<Entry, 'what' | 'details' | 'said' | 'files'> {
  const { kind, match, sender, n, files, withheld, leftOut, secret } = event
  const from = secret.from === '' ? mailInText.nobody[language] : shownText(secret.from)
  const subject = secret.subject === '' ? mailInText.noSubject[language] : shownText(secret.subject)
  return {
    what: `${mailKindText[kind][language]} – ${mailInText.unverified[language]}`,
    said: { way: 'mail', words: withheld === undefined ? shownText(secret.text) : mailInText.withheld[language] },
    details: [
      `${mailInText.from[language]}: ${from} (${mailSenderText[sender][language]})`,
      `${mailInText.subject[language]}: ${subject}`,
      mailMatchText[match][language],
      ...(leftOut === undefined ? [] : [`${leftOut} ${mailInText.leftOut[language]}`]),
    ],
    ...(files.length > 0 && { files: mailItem(n) }),
  }
}
