import type { Bilingual } from './language.ts'

/** What the mail with a code mentions; nothing of it may hold a digit, so that the code stands alone. */
export interface CodeMailFacts {
  readonly service: string
  readonly agency: string
  readonly chat: string
  readonly contact: string
}

type Words = (facts: CodeMailFacts) => Bilingual

export const codeMail = {
  subject: { id: 'kode Anda', en: 'your code' },
  code: { id: 'Kode Anda / Your code', en: 'Kode Anda / Your code' },
} as const satisfies Record<string, Bilingual>

/** Whose chat asked, what for, where the code belongs, and what to do when it was somebody else. */
export const codeMailBody: readonly Words[] = [
  ({ service, chat, agency }) => ({
    id: `Obrolan Telegram "${chat}" meminta kode ini untuk membuktikan identitas pada pengajuan ${service} di ${agency}. Kode berlaku sepuluh menit; hanya kode terbaru yang berlaku.`,
    en: `The Telegram chat "${chat}" asked for this code to prove who they are for the request ${service} at ${agency}. It is valid for ten minutes; only the newest code counts.`,
  }),
  () => ({
    id: 'Ketik hanya di obrolan Pandu yang memintanya. Petugas tidak pernah menanyakannya, juga lewat telepon.',
    en: 'Type it only into the Pandu chat that asked for it. No member of staff ever asks for it, not by phone either.',
  }),
  ({ contact }) => ({
    id: `Bukan Anda yang meminta? Jangan berikan kode ini kepada siapa pun dan hubungi ${contact}. Tanpa kode ini, obrolan itu tidak terhubung dengan data Anda.`,
    en: `Was it not you? Give this code to nobody and contact ${contact}. Without it that chat is not tied to your data.`,
  }),
]

export const reboundMail = {
  subject: { id: 'obrolan Telegram lain dihubungkan', en: 'another Telegram chat was tied to your data' },
} as const satisfies Record<string, Bilingual>

export const reboundMailBody: readonly Words[] = [
  ({ chat, agency }) => ({
    id: `Obrolan Telegram "${chat}" baru saja dihubungkan dengan data Anda di ${agency} dan menggantikan obrolan yang lama.`,
    en: `The Telegram chat "${chat}" has just been tied to your data at ${agency} and takes the place of the former one.`,
  }),
  ({ contact }) => ({
    id: `Itu Anda sendiri? Tidak perlu melakukan apa pun. Bukan Anda? Segera hubungi ${contact}. Selama sehari semalam tidak ada pengajuan dari obrolan itu yang diteruskan, kecuali setelah tatap muka.`,
    en: `Was that you? You need not do anything. Was it not? Contact ${contact} at once. For a day and a night nothing from that chat goes on, except after a meeting in person.`,
  }),
]

/** Whom to turn to where no address without digits is known. */
export const verifierOf: Readonly<Record<'id' | 'en', (agency: string) => string>> = {
  id: (agency) => `verifikator ${agency}`,
  en: (agency) => `the verifier of ${agency}`,
}
export const someAgency: Bilingual = { id: 'instansi Anda', en: 'your agency' }
export const namelessChat: Bilingual = { id: 'tanpa nama', en: 'without a name' }
