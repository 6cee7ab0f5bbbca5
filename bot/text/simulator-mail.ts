import type { Bilingual } from './language.ts'

/** Words of the mailbox. */
export const mailText = {
  empty: {
    id: 'Belum ada email. Kode, pemberitahuan, dan berkas untuk contact center akan muncul di sini.',
    en: 'No mail yet. Codes, notices and files for the contact center will show here.',
  },
  to: { id: 'Untuk', en: 'To' },
  from: { id: 'Dari', en: 'From' },
  attachments: { id: 'Lampiran', en: 'Attachments' },
  list: { id: 'Daftar email', en: 'List of mails' },
  unread: { id: 'email belum dibaca · lihat daftar', en: 'unread · show the list' },
  back: { id: 'Tutup email', en: 'Close the mail' },
  noSubject: { id: '(tanpa judul)', en: '(no subject)' },
  deskAs: { id: 'Masuk sebagai', en: 'Sign in as' },
  signed: { id: 'unduh yang bertanda tangan (uji)', en: 'download it signed (test)' },
  sign: { id: 'Tanda tangani (UJI – TIDAK UNTUK PRODUKSI)', en: 'Sign it (TEST – NOT FOR PRODUCTION)' },
  signHint: {
    id: 'Di sini Anda berperan sebagai penerima surat: tanda tangani formulirnya, dan hasilnya langsung dikirim kembali.',
    en: 'Here you play whom the mail is for: sign the form, and it is sent back at once.',
  },
  spent: {
    id: 'tautan formulir ini sudah dipakai, atau formulirnya ditarik. Pakai surat terbaru, atau unduh yang bertanda tangan dan unggah di meja kerja verifikator.',
    en: "the link of this form was used, or the form was withdrawn. Use the newest mail, or download it signed and upload it at the verifier's desk.",
  },
  taken: {
    id: 'Ditandatangani dan diterima; verifikator diberi tahu.',
    en: 'Signed and taken; the verifiers are told.',
  },
  otherwise: { id: 'Atau kirim yang keliru', en: 'Or send a wrong one' },
  edited: { id: 'Disunting setelah ditandatangani', en: 'Edited after it was signed' },
  other: { id: 'Ditandatangani orang lain', en: 'Signed by somebody else' },
  renewed: { id: 'Dengan sertifikat yang baru diperbarui', en: 'By a certificate that was just renewed' },
  answer: { id: 'Balas', en: 'Answer' },
  answerHint: {
    id: 'Tulis balasan sebagai penerima surat ini…',
    en: 'Write an answer as whom this mail was for…',
  },
  answered: {
    id: 'Balasan terkirim; tampil di riwayat pengajuannya sebagai belum terverifikasi, atau di meja kerja petugas: Surat masuk.',
    en: 'Sent; it shows in the history of its case as unverified, or at the desk of the agent: Mail.',
  },
  morning: { id: 'Kirim surat pagi', en: 'Send the morning mail' },
  morningHint: {
    id: 'Daftar pagi dan formulir untuk penanggung jawab, tanpa menunggu besok',
    en: 'The morning list and the forms for the person in charge, without waiting for tomorrow',
  },
  notReady: {
    id: 'Program belum siap membuat tautan. Coba lagi sebentar.',
    en: 'The program is not ready to make a link. Try again in a moment.',
  },
} as const satisfies Record<string, Bilingual>
