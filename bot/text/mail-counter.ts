import type { Bilingual } from './language.ts'

/** The frame of every mail to a requester of the counter. */
export const counterMail = {
  subject: { id: 'kabar pengajuan Anda', en: 'news of your request' },
  number: { id: 'Nomor pengajuan', en: 'Number' },
  service: { id: 'Layanan', en: 'Service' },
  status: { id: 'Status', en: 'Status' },
  turn: { id: 'Giliran', en: 'Whose turn' },
  until: { id: 'sampai', en: 'until' },
  next: { id: 'Berikutnya', en: 'Next' },
  parts: { id: 'Yang harus diperbaiki', en: 'To be corrected' },
  nip: { id: 'NIP/NIK', en: 'NIP/NIK' },
  page: { id: 'Lihat keadaannya kapan saja', en: 'See how it stands at any time' },
  helpdesk: { id: 'Bantuan', en: 'Helpdesk' },
  never: {
    id: 'Pandu dan petugas tidak pernah meminta passphrase, kata sandi, OTP, atau swafoto. Tautan dari BSrE hanya Anda yang membukanya.',
    en: 'Pandu and its staff never ask for a passphrase, a password, an OTP or a selfie. Only you open a link from BSrE.',
  },
  notYou: {
    id: 'Pengajuan ini dibuat verifikator untuk Anda di loket. Bukan Anda yang datang? Segera hubungi instansi Anda. Surat ini dikirim otomatis; jangan dibalas.',
    en: 'A verifier opened this request for you at the counter. Was it not you who came? Contact your agency at once. This mail is sent automatically; do not reply.',
  },
} as const satisfies Record<string, Bilingual>

/** Around the words of staff in a mail to a requester of the counter. */
export const replyMail = {
  subject: { id: 'pesan dari petugas', en: 'a message of the staff' },
  answer: {
    id: 'Anda dapat membalas surat ini; petugas membacanya sebagai pesan yang belum terverifikasi. Untuk kepastian hubungi helpdesk atau loket.',
    en: 'You may answer this mail; staff read it as an unverified message. To be certain, contact the helpdesk or the counter.',
  },
  noAnswer: {
    id: 'Balasan atas surat ini tidak dibaca. Hubungi helpdesk atau datang ke loket.',
    en: 'Nobody reads answers to this mail. Contact the helpdesk or come to the counter.',
  },
  never: counterMail.never,
} as const satisfies Record<string, Bilingual>

/** To the mailbox on record, where the case itself sends its news elsewhere or nowhere. */
export const counterWarningMail = {
  subject: { id: 'pengajuan atas nama Anda di loket', en: 'a request in your name at the counter' },
  opened: {
    id: 'Seorang verifikator membuka pengajuan ini untuk seseorang yang hadir di loket sebagai Anda.',
    en: 'A verifier opened this request for somebody who stood at the counter as you.',
  },
  notYou: {
    id: 'Anda yang datang? Abaikan surat ini. Bukan Anda? Segera hubungi instansi Anda: ada yang mengaku sebagai Anda.',
    en: 'Was it you? Then ignore this mail. It was not? Contact your agency at once: somebody claims to be you.',
  },
} as const satisfies Record<string, Bilingual>
