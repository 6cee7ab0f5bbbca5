import type { SecretKind } from '../../core/privacy/secret.ts'
import type { Bilingual, Language } from './language.ts'

/** What became of the message with the secret, and where the requester was. */
export interface SecretSighting {
  /** The message could be deleted from the chat. */
  readonly isDeleted: boolean
  /** The question at which the requester goes on; none outside of a case. */
  readonly step?: number
}

/** What a person is told whose message held a secret; says nothing of its content but the kind. */
export function secretWarning(kind: SecretKind, { isDeleted, step }: SecretSighting, language: Language): string {
  const { found, act } = secrets[kind]
  const fate = (isDeleted ? deleted : undeletable)[language]
  const on = step === undefined ? [] : [goOn[language](step)]
  return [found[language], fate, act[language], nobody[language], ...on].join(' ')
}

/** What was found, and what its owner should do now. */
export const secretAdvice = (kind: SecretKind, language: Language): readonly string[] => [
  secrets[kind].found[language],
  secrets[kind].act[language],
  nobody[language],
]

const secrets: Readonly<Record<SecretKind, { readonly found: Bilingual; readonly act: Bilingual }>> = {
  passphrase: {
    found: { id: 'Pesan Anda tampaknya berisi passphrase.', en: 'Your message seems to hold a passphrase.' },
    act: {
      id: 'Anggap passphrase itu bocor: gantilah sekarang melalui Reset Passphrase di laman BSrE.',
      en: "Take that passphrase as leaked: change it now through Reset Passphrase on BSrE's site.",
    },
  },
  password: {
    found: { id: 'Pesan Anda tampaknya berisi kata sandi.', en: 'Your message seems to hold a password.' },
    act: {
      id: 'Anggap kata sandi itu bocor: gantilah sekarang, juga di akun lain yang memakai kata sandi yang sama.',
      en: 'Take that password as leaked: change it now, also on other accounts that use the same one.',
    },
  },
  otp: {
    found: { id: 'Pesan Anda tampaknya berisi kode OTP.', en: 'Your message seems to hold a one-time code (OTP).' },
    act: {
      id: 'Jangan pakai kode itu lagi; minta kode baru, dan ketik hanya di laman resmi yang memintanya.',
      en: 'Do not use that code any more; ask for a new one, and type it only on the official page that wants it.',
    },
  },
  'action-link': {
    found: {
      id: 'Pesan Anda tampaknya berisi tautan pribadi dari BSrE.',
      en: 'Your message seems to hold a personal link from BSrE.',
    },
    act: {
      id: 'Tautan itu hanya untuk Anda: siapa pun yang memegangnya dapat mengubah akun Anda. Buka sendiri segera, atau minta tautan baru; jangan teruskan.',
      en: 'That link is for you alone: whoever holds it can change your account. Open it yourself soon, or ask for a new one; never forward it.',
    },
  },
}

const deleted: Bilingual = {
  id: 'Pesan sudah kami hapus dan isinya tidak kami simpan.',
  en: 'We have deleted the message and kept nothing of it.',
}
const undeletable: Bilingual = {
  id: 'Isinya tidak kami simpan, tetapi kami tidak dapat menghapus pesannya. Tekan lama pesan itu, lalu pilih Hapus.',
  en: 'We kept nothing of it, but we cannot delete the message. Press and hold that message, then choose Delete.',
}
const nobody: Bilingual = {
  id: 'Tidak seorang pun berhak memintanya, termasuk yang mengaku petugas.',
  en: 'Nobody has a right to ask you for it, not even somebody who claims to be staff.',
}
const goOn: Readonly<Record<Language, (step: number) => string>> = {
  id: (step) => `Jawaban lain tetap tersimpan; kita lanjutkan di Langkah ${step}.`,
  en: (step) => `Your other answers are kept; we go on at step ${step}.`,
}
