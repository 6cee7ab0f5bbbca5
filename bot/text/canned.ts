import type { Bilingual } from './language.ts'

/** A reply that staff need not write anew; `{…}` is filled in from the case (`core/ticket/canned.ts`). */
export interface Canned {
  readonly title: Bilingual
  readonly text: Bilingual
}

/** The house's own canned replies. */
export const cannedReplies = {
  received: {
    title: { id: 'Sudah kami terima', en: 'We have it' },
    text: {
      id: 'Yth. {nama}, pengajuan {nomor} ({layanan}) sudah kami terima dan sedang diperiksa. Anda tidak perlu mengirim ulang.',
      en: 'Dear {nama}, we have your request {nomor} ({layanan}) and are working on it. There is no need to send it again.',
    },
  },
  forwarded: {
    title: { id: 'Diteruskan ke BSrE', en: 'Passed on to BSrE' },
    text: {
      id: 'Yth. {nama}, pengajuan {nomor} sudah kami teruskan ke BSrE. Kami mengabari Anda di obrolan ini begitu ada jawaban; Anda tidak perlu melakukan apa pun.',
      en: 'Dear {nama}, we have passed request {nomor} on to BSrE. We tell you in this chat as soon as there is an answer; you need not do anything.',
    },
  },
  outage: {
    title: { id: 'Gangguan di BSrE', en: 'An outage at BSrE' },
    text: {
      id: 'Yth. {nama}, layanan BSrE sedang terganggu, jadi pengajuan {nomor} belum dapat dilanjutkan. Tidak ada yang hilang; kami lanjutkan begitu layanannya pulih.',
      en: 'Dear {nama}, a service of BSrE is disturbed, so request {nomor} cannot go on yet. Nothing is lost; we go on as soon as it works again.',
    },
  },
  missing: {
    title: { id: 'Masih ada yang kurang', en: 'Something is missing' },
    text: {
      id: 'Yth. {nama}, pada pengajuan {nomor} masih kurang: {kurang}. Tekan /lanjut untuk melengkapinya.',
      en: 'Dear {nama}, in request {nomor} this is missing: {kurang}. Press /lanjut to complete it.',
    },
  },
  deadline: {
    title: { id: 'Batas waktu', en: 'The deadline' },
    text: {
      id: 'Yth. {nama}, pengajuan {nomor} ditargetkan selesai pada tahap ini {batas}. Bila lewat, kami memberi tahu Anda di obrolan ini.',
      en: 'Dear {nama}, this step of request {nomor} is meant to be done by {batas}. If it is not, we will tell you in this chat.',
    },
  },
  secrets: {
    title: { id: 'Jangan kirim passphrase', en: 'Never send secrets' },
    text: {
      id: 'Yth. {nama}, jangan kirim passphrase, kata sandi, PIN, atau kode kepada siapa pun, juga tidak kepada petugas.',
      en: 'Dear {nama}, never send a passphrase, password, PIN or code to anybody, not to staff either.',
    },
  },
} as const satisfies Record<string, Canned>

export const isCannedName = (name: string): name is keyof typeof cannedReplies => Object.hasOwn(cannedReplies, name)
