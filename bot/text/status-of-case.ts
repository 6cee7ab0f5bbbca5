import type { Case } from '../../core/case/case.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { Bilingual, Language } from './language.ts'
import { statusText } from './status.ts'

/** The name of a case's status; a turn without a link of BSrE is called what it is. */
export const statusNameOf = (c: Case, language: Language): string =>
  hasOwnStep(c) ? stepLeft.name[language] : statusText[c.status].name[language]

/** What happens next, told to the requester of this case. */
export const nextSentenceOf = (c: Case, language: Language): string =>
  hasOwnStep(c)
    ? (c.trail.verified === undefined ? stepLeft.settled : stepLeft.reissue)[language]
    : statusText[c.status].next[language]

const hasOwnStep = (c: Case): boolean =>
  c.status === 'awaiting-requester' && procedureOf(c.procedure).sendsLink !== true

const stepLeft = {
  name: { id: 'LANGKAH TERAKHIR DI BSrE', en: 'LAST STEP AT BSrE' },
  settled: {
    id: 'Giliran Anda: jalankan langkah terakhir di laman BSrE seperti yang kami tulis, lalu kabari kami hasilnya.',
    en: "Your turn: take the last step on BSrE's page as we wrote, then tell us how it went.",
  },
  reissue: {
    id: 'Giliran Anda: ajukan penerbitan ulang sertifikat di AMS, buat passphrase sendiri, lalu kabari kami setelah terbit.',
    en: 'Your turn: ask for a new certificate in AMS, set the passphrase yourself, then tell us once it is issued.',
  },
} as const satisfies Record<string, Bilingual>
