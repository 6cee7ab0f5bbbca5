import { keptReasons } from '../../core/privacy/erasure.ts'
import type { RetentionClass } from '../../core/privacy/retention.ts'
import type { RightsSaying } from '../../core/privacy/saying.ts'
import type { Bilingual, Language } from './language.ts'
import { keptText } from './rights.ts'

/** What the notice on privacy is filled with. */
export interface PrivacyFacts {
  /** Who is responsible. */
  readonly agency: string
  readonly days: Readonly<Record<RetentionClass, number>>
  /** An agency lets pictures of evidence come to the reviewing verifier in Slack. */
  readonly isEvidenceInSlack: boolean
  /** Whom to ask. */
  readonly contact: string
}

const years = (days: number): number => Math.round((days / 365) * 10) / 10

/** `/privasi`: the notice of UU 27/2022, short enough for one message. */
export const privacyNotice: Readonly<Record<Language, (facts: PrivacyFacts) => string>> = {
  id: ({ agency, days, isEvidenceInSlack, contact }) =>
    `Pemberitahuan pelindungan data pribadi

Penanggung jawab: ${agency}.
Untuk apa: hanya layanan sertifikat elektronik Anda (tugas pelayanan publik), dan diteruskan kepada BSrE bila layanan itu memerlukannya.
Apa yang disimpan: jawaban Anda (nama, NIP, NIK, email, telepon, unit), berkas bukti, riwayat pengajuan, dan siapa yang melihatnya. Tersandi, di server instansi. Isi gambar bukti dibaca mesin di server itu sebagai bantuan, dan berkas yang dipakai ulang pada pengajuan lain ditandai; yang memutuskan selalu orang.
Yang tidak pernah kami minta: swafoto, passphrase, kata sandi, OTP.

Yang melewati luar negeri: obrolan ini melalui Telegram. Berkas langsung kami pindahkan ke server instansi, dan pesan kami menyamarkan nomor Anda. Verifikator dapat menerima pemberitahuan lewat Slack: nama tersamar, nomor pengajuan, dan status, tanpa NIP dan NIK${isEvidenceInSlack ? '; salinan gambar bukti ada di sana hanya selama verifikator memeriksa' : ', tanpa berkas'}.

Berapa lama: yang tidak dikirim ${days.draft} hari, berkas bukti ${days.evidence} hari, dan jawaban serta riwayat pengajuan ${years(days.case)} tahun setelah pengajuan berakhir (jadwal retensi arsip). Sesudah itu dihapus otomatis.

Hak Anda: melihat dan menyalin (/dataku), meminta penghapusan (/hapus, dijawab dalam 3×24 jam), memperbaiki jawaban sebelum dikirim atau lewat verifikator, menarik persetujuan dengan /batal.

Kontak: ${contact}`,
  en: ({ agency, days, isEvidenceInSlack, contact }) =>
    `Notice on personal data

Responsible: ${agency}.
What for: only the service of your electronic certificate (a public duty); it is handed to BSrE where that service needs it.
What is stored: your answers (name, NIP, NIK, mail, phone, unit), files of proof, the history of your requests, and who looked at them. Encrypted, on your agency's server. There a machine reads pictures of proof as a help, and files used again in another request are marked; a person always decides.
What we never ask for: selfies, passphrases, passwords, one-time codes.

What passes abroad: this chat goes through Telegram. We move files to your agency's server at once, and our messages mask your numbers. Verifiers may be told through Slack: a masked name, case number and status, without NIP and NIK${isEvidenceInSlack ? '; copies of pictures of proof are there only while the verifier reviews' : ', without files'}.

How long: what was never sent ${days.draft} days, files of proof ${days.evidence} days, and the answers and history of a request ${years(days.case)} years after it ended (archive schedule). Then it is erased automatically.

Your rights: see and copy (/dataku), ask for erasure (/hapus, answered within 3×24 hours), correct answers before you send them or through the verifier, withdraw consent with /batal.

Contact: ${contact}`,
}

/** Words of `/dataku`. */
export const dataText = {
  title: { id: 'Yang kami simpan tentang obrolan ini', en: 'What we store about this chat' },
  chat: {
    id: 'Obrolan: alamat obrolan, bahasa, dan posisi terakhir dalam pertanyaan.',
    en: 'Chat: its address, your language, and where you are in the questions.',
  },
  notTied: { id: 'Obrolan ini tidak terhubung dengan pegawai mana pun.', en: 'This chat is tied to no employee.' },
  none: { id: 'Tidak ada pengajuan.', en: 'There are no requests.' },
  copyHint: {
    id: 'Salinan lengkap berisi jawaban Anda tanpa disamarkan, jadi dibuka di luar obrolan lewat tautan sekali pakai.',
    en: 'The full copy holds your answers unmasked, so it opens outside of this chat by a one-time link.',
  },
} as const satisfies Record<string, Bilingual>

export const tiedTo: Readonly<Record<Language, (numbers: string) => string>> = {
  id: (numbers) => `Terhubung dengan pegawai bernomor ${numbers}.`,
  en: (numbers) => `Tied to the employee with the number ${numbers}.`,
}

export const fileCount: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `${count} berkas`,
  en: (count) => (count === 1 ? '1 file' : `${count} files`),
}

export const moreCases: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `… dan ${count} pengajuan lain; semuanya ada dalam salinan.`,
  en: (count) => `… and ${count} more requests; the copy has them all.`,
}

/** Words of `/hapus`. */
export const eraseText = {
  intro: {
    id: 'Menghapus data Anda\n\n• Yang belum terkirim dapat Anda hapus sendiri sekarang juga.\n• Pengajuan yang masih diproses harus selesai atau dibatalkan dulu.\n• Pengajuan yang sudah dikirim dan berakhir disimpan menurut jadwal retensi arsip. Anda dapat meminta penghapusannya lebih awal; petugas memutuskan dalam 3×24 jam dan memberi tahu Anda di sini.\n\nYang dihapus tidak dapat dikembalikan. Yang tersisa hanya catatan bahwa pengajuan bernomor itu pernah ada dan dihapus, tanpa data pribadi. Pesan di Telegram tetap ada di obrolan Anda sampai Anda menghapusnya sendiri.',
    en: 'Erasing your data\n\n• What was never sent you can erase yourself, right now.\n• Requests that are being worked on must end or be cancelled first.\n• Requests that were sent and have ended are kept by the archive schedule. You may ask to have them erased earlier; staff decides within 3×24 hours and tells you here.\n\nWhat is erased cannot be brought back. Only the note stays that a request of that number existed and was erased, without personal data. Messages in Telegram stay in your chat until you delete them.',
  },
  sureDrafts: {
    id: 'Hapus sekarang semua pengajuan yang belum terkirim, beserta jawaban dan berkasnya? Ini tidak dapat dibatalkan.',
    en: 'Erase all requests that were never sent now, with their answers and files? This cannot be undone.',
  },
  sureAsk: {
    id: 'Ajukan penghapusan semua data obrolan ini? Petugas memutuskan dalam 3×24 jam.',
    en: 'Ask to have all data of this chat erased? Staff decides within 3×24 hours.',
  },
  kept: { id: 'Tidak ada yang dihapus.', en: 'Nothing was erased.' },
  underWay: { id: 'Baik, sedang dikerjakan.', en: 'All right, it is being done.' },
} as const satisfies Record<string, Bilingual>

const refusedText: Readonly<Record<Extract<RightsSaying, { code: 'erasure-refused' }>['why'], Bilingual>> = {
  'kept-by-law': {
    id: 'pengajuan itu harus disimpan menurut jadwal retensi arsip, lalu dihapus otomatis',
    en: 'it must be kept by the archive schedule, and is erased automatically after that',
  },
  'still-open': keptText['still-open'],
  'not-the-person': {
    id: 'belum terbukti bahwa data itu milik Anda; temui verifikator instansi Anda dengan kartu pegawai',
    en: 'it is not shown yet that the data is yours; see the verifier of your agency with your staff card',
  },
}

type Told = Exclude<RightsSaying, { readonly code: 'data' | 'copy-link' }>

/** What became of a request, with the moment already worded. */
export function rightsSentence(saying: Told, language: Language, due: string): string {
  const isId = language === 'id'
  switch (saying.code) {
    case 'drafts-erased':
      if (saying.count === 0) return isId ? 'Tidak ada yang belum terkirim.' : 'There was nothing unsent.'
      return isId
        ? `${saying.count} pengajuan yang belum terkirim sudah dihapus, beserta jawaban dan berkasnya.`
        : `${saying.count} unsent ${saying.count === 1 ? 'request was' : 'requests were'} erased, with answers and files.`
    case 'erasure-asked':
      return isId
        ? `Permintaan penghapusan ${saying.number} kami terima. Petugas memutuskan paling lambat ${due} dan memberi tahu Anda di sini.`
        : `Your request for erasure ${saying.number} is in. Staff decides by ${due} at the latest and tells you here.`
    case 'erasure-refused':
      return isId
        ? `Permintaan penghapusan ${saying.number} tidak dapat dipenuhi: ${refusedText[saying.why].id}. Keberatan? Hubungi helpdesk instansi Anda (/bantuan).`
        : `Your request for erasure ${saying.number} cannot be met: ${refusedText[saying.why].en}. You object? Contact the helpdesk of your agency (/bantuan).`
    case 'erased':
      return erasedSentence(saying, language)
  }
}

function erasedSentence({ count, kept }: Extract<Told, { code: 'erased' }>, language: Language): string {
  const isId = language === 'id'
  const reasons = keptReasons.flatMap((reason) => {
    const times = kept.filter((one) => one === reason).length
    return times === 0
      ? []
      : [`• ${times} ${isId ? 'pengajuan' : times === 1 ? 'request' : 'requests'}: ${keptText[reason][language]}`]
  })
  if (reasons.length > 0)
    return `${isId ? `${count} pengajuan dihapus. Yang tetap disimpan:` : `${count} erased. What stays:`}\n${reasons.join('\n')}`
  return isId
    ? 'Data Anda sudah dihapus. Sebentar lagi obrolan ini pun kami lupakan; bila Anda menulis lagi, kita mulai dari awal.'
    : 'Your data is erased. In a moment we forget this chat too; if you write again, we begin anew.'
}

/** The message that carries the link to the copy. */
export const copyLinkText: Readonly<Record<Language, (address: string) => string>> = {
  id: (address) =>
    `Salinan data Anda:\n${address}\n\nBerlaku 24 jam dan hanya sekali. Isinya tidak disamarkan: jangan teruskan tautan ini, dan buka di perangkat Anda sendiri. Tautan lama tidak berlaku lagi.`,
  en: (address) =>
    `The copy of your data:\n${address}\n\nGood for 24 hours, and once only. It is not masked: do not forward this link, and open it on a device of your own. Older links are void.`,
}
