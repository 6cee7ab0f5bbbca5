import type { Bilingual } from './language.ts'

/** The composer of the desk: words that leave, and words that never do. */
export const composerText = {
  reply: { id: 'Balas pemohon', en: 'Reply to the requester' },
  replyHint: {
    id: 'Terkirim ke Telegram pemohon. Variabel {nama} {nomor} {layanan} {kurang} {batas} diisi otomatis.',
    en: "Goes to the requester's Telegram. The variables {nama} {nomor} {layanan} {kurang} {batas} are filled in.",
  },
  send: { id: 'Kirim ke pemohon', en: 'Send to the requester' },
  preview: { id: 'Pratinjau', en: 'Preview' },
  previewTitle: {
    id: 'Beginilah pemohon membacanya (belum terkirim)',
    en: 'This is what the requester reads (not sent yet)',
  },
  canned: { id: 'Balasan siap pakai', en: 'Canned reply' },
  use: { id: 'Pakai', en: 'Use it' },
  note: { id: 'Catatan internal', en: 'Internal note' },
  noteHint: { id: 'Hanya petugas yang membacanya; tidak pernah keluar.', en: 'Read by staff alone; it never leaves.' },
  keep: { id: 'Simpan catatan', en: 'Keep the note' },
  missed: {
    id: 'Balasan terakhir tidak sampai: pemohon memblokir bot atau menghapus obrolannya. Hubungi lewat telepon atau email.',
    en: 'The last reply did not arrive: the requester blocked the bot or deleted the chat. Call or write a mail.',
  },
  missedMail: {
    id: 'Balasan terakhir tidak sampai: email dinasnya menolak, atau bukan yang tercatat di daftar pegawai. Sampaikan langsung atau lewat telepon.',
    en: 'The last reply did not arrive: the office mail refused it, or is not the one on the roster. Tell them in person or by phone.',
  },
  mailHint: {
    id: 'Pemohon loket: terkirim ke email dinasnya. Variabel {nama} {nomor} {layanan} {kurang} {batas} diisi otomatis.',
    en: 'A requester of the counter: goes to their office mail. The variables {nama} {nomor} {layanan} {kurang} {batas} are filled in.',
  },
  unreachable: {
    id: 'Pemohon loket ini tidak punya obrolan dan tidak memilih kabar lewat email: sampaikan langsung atau lewat telepon.',
    en: 'This requester of the counter has no chat and did not choose to hear by mail: tell them in person or by phone.',
  },
  waiting: { id: 'Pesan pemohon menunggu balasan', en: 'A message of the requester waits for an answer' },
} as const satisfies Record<string, Bilingual>

/** What was just done with words. */
export const talkDone = {
  reply: { id: 'Balasan dikirim.', en: 'The reply is on its way.' },
  note: { id: 'Catatan tersimpan.', en: 'The note is kept.' },
  preview: { id: 'Belum terkirim: periksa pratinjaunya.', en: 'Not sent yet: look at the preview.' },
  canned: {
    id: 'Balasan siap pakai dimasukkan; belum terkirim.',
    en: 'The canned reply is put in; nothing is sent yet.',
  },
} as const satisfies Record<string, Bilingual>
