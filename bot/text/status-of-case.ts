import type { Case } from '../../core/case/case.ts'
import { type Charted, hasDossier, phasesOf } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { Bilingual, Language } from './language.ts'
import { statusText } from './status.ts'

/** What a status is called by on the course of its case. */
export type Named = Pick<Case, 'status' | 'trail' | 'signedForm'> & Partial<Pick<Case, 'ending'>> & Charted

/** The name of a case's status; where that status means something of its own on this course, by that. */
export const statusNameOf = (c: Named, language: Language): string =>
  (ownWords(c)?.name ?? statusText[c.status].name)[language]

/** What happens next, told to the requester of this case. */
export const nextSentenceOf = (c: Named, language: Language): string =>
  (ownWords(c)?.next ?? statusText[c.status].next)[language]

function ownWords(c: Named): { readonly name?: Bilingual; readonly next: Bilingual } | undefined {
  if (c.status === 'awaiting-requester' && procedureOf(c.procedure).sendsLink !== true)
    return { name: stepLeft.name, next: nextStepLeft(c) }
  if (c.status === 'awaiting-signature' && c.signedForm !== null) return formBack
  if (c.status === 'with-contact-center' && !hasDossier(c)) return asked
  if (c.ending?.reason === 'merged') return mergedInto(c.ending.note ?? '')
  const isRevokedNext = phasesOf(c).includes('revocation') && c.trail.revoked === undefined
  return c.status === 'legalised' && isRevokedNext ? { next: revokedNext } : undefined
}

const nextStepLeft = ({ trail }: Named): Bilingual => {
  if (trail.verified === undefined) return stepLeft.settled
  return trail.reissueAsked === undefined ? stepLeft.reissue : stepLeft.reissued
}

const mergedInto = (number: string) => ({
  name: { id: 'DIGABUNG', en: 'MERGED' },
  next: {
    id: `Permintaan yang sama dilanjutkan pada pengajuan ${number}. Anda tidak perlu mengirim apa pun lagi di sini.`,
    en: `The same request goes on as ${number}. You need not send anything here any more.`,
  },
})

const formBack = {
  name: { id: 'FORMULIR SUDAH DITANDATANGANI', en: 'FORM SIGNED' },
  next: {
    id: 'Formulir bertanda tangan sudah kembali. Verifikator memeriksanya, lalu melegalisasi; Anda cukup menunggu.',
    en: 'The signed form is back. The verifier looks at it, then legalises; you only need to wait.',
  },
} as const satisfies Record<string, Bilingual>

/** A question, which lies with nobody at BSrE. */
const asked = {
  name: { id: 'MENUNGGU JAWABAN PETUGAS', en: 'WAITING FOR AN ANSWER' },
  next: {
    id: 'Petugas contact center membaca pertanyaan Anda dan menjawabnya di sini pada jam kerja. Anda cukup menunggu.',
    en: 'An agent of the contact center reads your question and answers it here in office hours. You only need to wait.',
  },
} as const satisfies Record<string, Bilingual>

const revokedNext: Bilingual = {
  id: 'Berkas sudah dilegalisasi. Sebentar lagi giliran Anda: menentukan kapan sertifikat lama dicabut.',
  en: 'The file is legalised. It is your turn soon: to say when the old certificate is to be revoked.',
}

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
  reissued: {
    id: 'Penerbitan ulang sudah diajukan. Giliran Anda: tunggu email dari BSrE, buat passphrase sendiri, lalu kabari kami setelah terbit.',
    en: 'The new certificate is asked for. Your turn: wait for the mail of BSrE, set the passphrase yourself, then tell us once it is issued.',
  },
} as const satisfies Record<string, Bilingual>
