import type { Bilingual, Language } from './language.ts'

/** Every button of the requester's chat that is not an answer of its own; verb first, clear without its message. */
export const buttonTexts = {
  back: { id: '⬅ Kembali', en: '⬅ Back' },
  later: { id: '💾 Lanjut nanti', en: '💾 Go on later' },
  cancel: { id: '✖ Batal', en: '✖ Cancel' },
  keep: { id: 'Biarkan seperti semula', en: 'Leave it as it was' },
  done: { id: '✅ Selesai, berkas lengkap', en: '✅ Done, all files are here' },
  clear: { id: '🗑 Hapus berkas bagian ini', en: '🗑 Remove the files of this part' },
  replace: { id: '🔄 Ganti bukti ini', en: '🔄 Replace this proof' },
  'no-name': { id: 'Tidak tahu namanya', en: "I don't know its name" },
  more: { id: '➕ Tambah perangkat', en: '➕ Add a device' },
  'all-devices': { id: '✅ Sudah semua perangkat', en: '✅ Those are all devices' },
  'send-code': { id: '📧 Kirim kode ke email dinas', en: '📧 Send a code to my office mail' },
  'resend-code': { id: '📧 Kirim ulang kode', en: '📧 Send the code again' },
  'no-mailbox': {
    id: 'Email dinas belum aktif atau tidak bisa dibuka',
    en: 'My office mail is not active or cannot be opened',
  },
  newcomer: { id: 'Saya pegawai baru atau baru pindah', en: 'I am new or have just been transferred' },
  'code-later': { id: '⏭ Lanjut tanpa kode', en: '⏭ Go on without a code' },
  prove: { id: '🔑 Buktikan identitas', en: '🔑 Prove who you are' },
  send: { id: '📨 Setuju dan kirim', en: '📨 Agree and send' },
  'cancel-yes': { id: 'Ya, batalkan', en: 'Yes, cancel it' },
  'cancel-no': { id: 'Tidak, lanjutkan', en: 'No, go on' },
  'recovered-yes': { id: 'Ya, sudah beres', en: 'Yes, it is solved' },
  'recovered-no': { id: 'Belum', en: 'Not yet' },
  resume: { id: '▶ Lanjutkan', en: '▶ Go on' },
  correct: { id: '▶ Perbaiki sekarang', en: '▶ Correct it now' },
  received: { id: '📧 Tautan sudah saya terima', en: '📧 I have the link' },
  recovered: { id: '✅ Sudah beres', en: '✅ It is solved' },
  worked: { id: '✅ Sudah berhasil', en: '✅ It worked' },
  expired: { id: '⌛ Tautan kedaluwarsa', en: '⌛ The link has expired' },
  trouble: { id: '❗ Terkendala', en: '❗ I have trouble' },
  revoke: { id: '🔒 Ajukan pencabutan', en: '🔒 Ask for revocation' },
  'revoke-yes': { id: 'Tidak ada yang menunggu, ajukan', en: 'Nothing waits, ask for it' },
  'revoke-no': { id: 'Masih ada, belum sekarang', en: 'Something waits, not now' },
  'plan-day': { id: '📅 Pilih tanggal', en: '📅 Choose a day' },
  'note-end': { id: '🔔 Ingatkan sebelum berakhir', en: '🔔 Remind me before it ends' },
  'drop-end': { id: 'Hapus pengingat', en: 'Drop the reminder' },
  'unplan-day': { id: 'Hapus tanggal', en: 'Drop the day' },
  reissue: { id: '📨 Penerbitan ulang sudah diajukan', en: '📨 New certificate asked for' },
  none: { id: 'Tidak ada', en: 'None' },
  talk: { id: '💬 Bicara petugas', en: '💬 Talk to staff' },
  answer: { id: '↩ Balas', en: '↩ Answer' },
  'talk-end': { id: '▶ Lanjutkan pengisian', en: '▶ Go on with the request' },
  reopen: { id: '↩ Buka kembali', en: '↩ Open it again' },
  'rate-good': { id: '👍 Puas', en: '👍 Satisfied' },
  'rate-fair': { id: '👌 Cukup', en: '👌 Fair' },
  'rate-poor': { id: '👎 Kurang', en: '👎 Poor' },
  cases: { id: '📂 Pengajuan saya', en: '📂 My requests' },
  menu: { id: '🏠 Kembali ke menu', en: '🏠 Back to the menu' },
  'forgot-passphrase': { id: 'Lupa passphrase', en: 'Forgot passphrase' },
  'account-disabled': {
    id: 'Akun dinonaktifkan (compromised) / ganti HP authenticator',
    en: 'Account disabled (compromised) / new authenticator phone',
  },
  'my-data': { id: '📄 Data saya', en: '📄 My data' },
  'my-copy': { id: '⬇ Minta salinan lengkap', en: '⬇ Ask for the full copy' },
  erase: { id: '🗑 Hapus data saya', en: '🗑 Erase my data' },
  'erase-drafts': { id: '🗑 Hapus yang belum terkirim', en: '🗑 Erase what was never sent' },
  'erase-drafts-yes': { id: 'Ya, hapus sekarang', en: 'Yes, erase it now' },
  'ask-erasure': { id: '📨 Ajukan penghapusan', en: '📨 Ask for erasure' },
  'ask-erasure-yes': { id: 'Ya, ajukan penghapusan', en: 'Yes, ask for erasure' },
  'erase-no': { id: 'Jangan hapus', en: 'Do not erase' },
  'step-done': { id: '✅ Sudah', en: '✅ Done' },
  'step-stuck': { id: '❗ Terkendala', en: '❗ I am stuck' },
  leaked: { id: '🔓 Passphrase saya bocor', en: '🔓 My passphrase leaked' },
  register: { id: 'Daftar', en: 'Register' },
  activate: { id: 'Aktivasi akun', en: 'Activate the account' },
  issue: { id: 'Terbit, terbit ulang, perpanjang', en: 'Issue, issue again, renew' },
  'new-certificate': { id: 'Daftar, aktivasi, terbit ulang', en: 'Register, activate, issue again' },
} as const satisfies Record<string, Bilingual>

export type ButtonName = keyof typeof buttonTexts

export const buttonLabel = (name: ButtonName, language: Language): string => buttonTexts[name][language]

/** The button that opens a case for whoever is still stuck in a guide. */
export const askHelpLabel: Bilingual = { id: '🙋 Masih terkendala, minta bantuan', en: '🙋 Still stuck, ask for help' }

/** The button that changes one line of the check. */
export const changeLabel = (label: string, language: Language): string =>
  language === 'id' ? `Ubah ${label}` : `Change ${label}`

/** The button that goes on with one of several cases. */
export const resumeLabel = (number: string, language: Language): string =>
  language === 'id' ? `▶ Lanjutkan ${number}` : `▶ Go on with ${number}`

/** The button that shows how one of several cases stands. */
export const showLabel = (number: string, language: Language): string =>
  language === 'id' ? `Lihat ${number}` : `Show ${number}`
