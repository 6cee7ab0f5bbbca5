import type { NoticeCode } from '../../core/message/message.ts'
import type { Bilingual } from './language.ts'
import type { NoticeFacts } from './telegram-panel.ts'

type CodeNotice = Extract<NoticeCode, 'proved' | 'rebound' | `code-${string}`>

/** What a chat hears of the codes that it asked for and typed. */
export const codeNotices: Readonly<Record<CodeNotice, (facts: NoticeFacts) => Bilingual>> = {
  proved: ({ number }) => ({
    id: `Kode benar. Identitas Anda untuk ${number} sudah terbukti lewat email dinas.`,
    en: `The code is right. Your identity for ${number} is proved by your office mailbox.`,
  }),
  'code-wrong': ({ left = '', number }) => ({
    id: `${number}: kode belum tepat. Periksa delapan angka pada email terbaru, lalu ketik lagi. Sisa percobaan: ${left}.`,
    en: `${number}: the code is not right. Look at the eight digits in the newest mail and type them again. Tries left: ${left}.`,
  }),
  'code-expired': ({ number }) => ({
    id: `${number}: kode ini sudah lewat 10 menit, jadi tidak berlaku lagi. Minta yang baru dengan tombol di bawah.`,
    en: `${number}: this code is older than 10 minutes and is no longer valid. Ask for a new one with the button below.`,
  }),
  'code-used-up': ({ number }) => ({
    id: `${number}: kode ini sudah dipakai atau terlalu sering keliru, jadi tidak berlaku lagi. Minta yang baru dengan tombol di bawah.`,
    en: `${number}: this code was used or mistyped too often and is no longer valid. Ask for a new one with the button below.`,
  }),
  'code-none': ({ number }) => ({
    id: `${number}: tidak ada kode yang berlaku untuk obrolan dan pengajuan ini. Kode hanya berlaku di obrolan yang memintanya. Minta yang baru dengan tombol di bawah.`,
    en: `${number}: no code is valid for this chat and this request. A code works only in the chat that asked for it. Ask for a new one with the button below.`,
  }),
  'code-limit': ({ number }) => ({
    id: `${number}: obrolan ini sudah meminta 5 kode dalam 24 jam, jadi kode baru tidak dikirim. Lanjutkan tanpa kode; verifikator akan memastikan identitas Anda lewat nomor yang tercatat atau tatap muka.`,
    en: `${number}: this chat has asked for 5 codes within 24 hours, so no new one is sent. Go on without a code; the verifier will make sure who you are by the number on record or in person.`,
  }),
  rebound: ({ agency, number }) => ({
    id: `Obrolan Telegram lain baru saja dihubungkan dengan data Anda dan menggantikan obrolan ini, dengan pengajuan ${number}. Itu Anda sendiri? Tidak perlu melakukan apa pun. Bukan Anda? Segera hubungi verifikator ${agency}: selama 24 jam tidak ada pengajuan dari obrolan itu yang diteruskan, kecuali setelah tatap muka.`,
    en: `Another Telegram chat has just been tied to your data and takes the place of this one, with request ${number}. Was that you? You need not do anything. Was it not? Contact the verifier of ${agency} at once: for 24 hours nothing from that chat goes on, except after a meeting in person.`,
  }),
}

/** The screen that offers the code, and what it says once one was asked for: the same for a number known or not. */
export const codeTexts = {
  title: { id: 'Buktikan identitas', en: 'Prove who you are' },
  offer: {
    id: 'Kami dapat mengirim kode 8 angka ke email dinas yang tercatat di instansi Anda, bukan ke alamat yang diketik di sini. Pengajuan yang identitasnya belum terbukti tetap dapat dikirim, tetapi verifikator harus menelepon atau menemui Anda dahulu.',
    en: 'We can send a code of 8 digits to the office mail that your agency has on record, not to an address typed here. A request can be sent without it, but then the verifier must call or meet you first.',
  },
  asked: {
    id: 'Jika nomor itu terdaftar, kode dikirim ke email dinas yang tercatat dan berlaku 10 menit. Ketik delapan angkanya di sini. Belum masuk dalam 5 menit? Periksa folder Spam, lalu nomor yang Anda tulis.\n\nPengajuan tetap dapat Anda isi sekarang tanpa kode; verifikator akan memastikan identitas Anda lewat nomor yang tercatat atau tatap muka. Petugas tidak pernah menanyakan kode ini.',
    en: 'If that number is on record, a code goes to the office mail on record and is valid for 10 minutes. Type its eight digits here. Nothing within 5 minutes? Look into the spam folder, then at the number that you wrote.\n\nYou can also go on without a code; the verifier will make sure who you are by the number on record or in person. No member of staff ever asks for this code.',
  },
  wants: {
    id: 'Ketik delapan angka dari email itu saja, atau tekan salah satu tombol.',
    en: 'Type only the eight digits from that mail, or press one of the buttons.',
  },
  wantsChoice: {
    id: 'Belum ada kode yang diminta. Mohon tekan salah satu tombol, atau ketik tulisannya.',
    en: 'No code was asked for yet. Please press one of the buttons, or type what it says.',
  },
  checking: { id: 'Kode diterima, sedang diperiksa.', en: 'The code is here, it is being checked.' },
  waived: {
    id: 'Baik, kita lanjutkan tanpa kode. Identitas Anda dicatat "belum terbukti": verifikator akan memastikannya lewat nomor yang tercatat atau tatap muka sebelum pengajuan diteruskan.',
    en: 'All right, we go on without a code. Your identity is noted as "not proved yet": the verifier makes sure of it by the number on record or in person before the request goes on.',
  },
  newcomer: {
    id: 'Baik, kita lanjutkan tanpa kode. Siapkan SK pengangkatan atau SK pindah: verifikator menambahkan Anda ke daftar pegawai berdasarkan SK itu, lalu memastikan identitas Anda secara langsung.',
    en: 'All right, we go on without a code. Have your decree of appointment or transfer ready: the verifier adds you to the roster by it and then makes sure who you are in person.',
  },
} as const satisfies Record<string, Bilingual>
