import type { MailKind, MailMatch, MailSender } from '../../core/case/mail.ts'
import type { Bilingual } from './language.ts'

/** What a mail is, where it stands in a case or in the tray. */
export const mailKindText: Readonly<Record<MailKind, Bilingual>> = {
  letter: { id: 'Surat masuk', en: 'A mail came in' },
  automatic: { id: 'Balasan otomatis masuk', en: 'An automatic answer came in' },
  bounce: { id: 'Surat dari Pandu tidak sampai', en: 'A mail of Pandu did not arrive' },
}

/** How it came to its case. */
export const mailMatchText: Readonly<Record<MailMatch, Bilingual>> = {
  thread: { id: 'membalas surat dari Pandu', en: 'answers a mail of Pandu' },
  number: {
    id: 'hanya menyebut nomor pengajuan, yang dapat diketahui siapa saja',
    en: 'only names the case number, which anybody may know',
  },
  'by-hand': { id: 'digabungkan oleh petugas', en: 'joined by an agent' },
}

/** Whose address it gives. */
export const mailSenderText: Readonly<Record<MailSender, Bilingual>> = {
  requester: { id: 'memakai alamat pemohon', en: 'gives the address of the requester' },
  'contact-center': { id: 'memakai alamat contact center', en: 'gives the address of the contact center' },
  other: { id: 'alamat tidak dikenal', en: 'an address that is not known' },
}

/** Words about mails in cases and on the page of the tray. */
export const mailInText = {
  unverified: {
    id: 'belum terverifikasi: alamat pengirim dapat dipalsukan',
    en: 'unverified: a sender address can be forged',
  },
  subject: { id: 'Perihal', en: 'Subject' },
  from: { id: 'Dari', en: 'From' },
  nobody: { id: '(tanpa alamat)', en: '(no address)' },
  noSubject: { id: '(tanpa perihal)', en: '(no subject)' },
  withheld: {
    id: 'Isinya tampak memuat rahasia (passphrase, kata sandi, kode, atau tautan pribadi) dan tidak disimpan.',
    en: 'Its words seem to hold a secret (a passphrase, password, code or personal link) and were not kept.',
  },
  leftOut: {
    id: 'lampiran tidak diambil karena terlalu besar atau terlalu banyak; lihat di kotak surat',
    en: 'attachments not taken, being too large or too many; see the mailbox',
  },
  unread: {
    id: 'Surat masuk belum ditanggapi',
    en: 'A mail waits to be dealt with',
  },
  title: { id: 'Surat masuk tanpa pengajuan', en: 'Mails without a case' },
  short: { id: 'Surat masuk', en: 'Mail' },
  intro: {
    id: 'Surat yang tidak menyebut pengajuan dengan benar menunggu di sini, paling lama 30 hari. Pengirimnya belum terverifikasi. Gabungkan ke pengajuan yang dimaksud, atau sisihkan dengan alasan. Nomor panjang disamarkan.',
    en: 'Mails that do not rightly name a case wait here, for 30 days at the most. Their senders are unverified. Join each to the case that it is about, or set it aside with a reason. Long numbers are masked.',
  },
  none: { id: 'Tidak ada surat yang menunggu.', en: 'No mail is waiting.' },
  more: { id: 'Hanya 50 surat terlama yang ditampilkan.', en: 'Only the 50 oldest mails are shown.' },
  attachments: { id: 'Lampiran', en: 'Attachments' },
  attachmentsLater: {
    id: 'diperiksa dan dapat dibuka setelah digabungkan',
    en: 'checked, and open to you, once it is joined',
  },
  number: { id: 'Nomor pengajuan', en: 'Case number' },
  join: { id: 'Gabungkan', en: 'Join' },
  reason: { id: 'Alasan menyisihkan', en: 'Reason for setting it aside' },
  dismiss: { id: 'Sisihkan', en: 'Set aside' },
  toQueue: { id: 'Kembali ke antrean', en: 'Back to the queue' },
  joined: { id: 'Surat digabungkan ke', en: 'The mail was joined to' },
  dismissed: { id: 'Surat disisihkan; isinya dihapus.', en: 'The mail was set aside; its words are erased.' },
  noCase: {
    id: 'Belum digabungkan: nomor itu tidak ada, atau pengajuannya bukan dari instansi yang Anda layani.',
    en: 'Not joined: there is no such number, or its case is of no agency that you serve.',
  },
  full: {
    id: 'Belum digabungkan: pengajuan itu tidak dapat menerima surat lagi.',
    en: 'Not joined: that case cannot take any more mail.',
  },
  gone: {
    id: 'Surat itu sudah digabungkan atau disisihkan.',
    en: 'That mail has been joined or set aside already.',
  },
  noReason: {
    id: 'Belum disisihkan: tulis alasannya, paling sedikit 3 huruf.',
    en: 'Not set aside: write the reason, 3 letters at least.',
  },
} as const satisfies Record<string, Bilingual>
