import type { Bilingual } from './language.ts'

/** Words of the ticket's card, for agents of the contact center. */
export const ticketText = {
  take: { id: 'Ambil', en: 'Take' },
  putBack: { id: 'Kembalikan', en: 'Put back' },
  note: { id: 'Catatan…', en: 'Note…' },
  reply: { id: 'Balas…', en: 'Reply…' },
  nobody: { id: 'Belum ada petugas yang mengambilnya', en: 'No agent has taken it yet' },
  waits: { id: 'Pesan pemohon menunggu balasan', en: 'A message of the requester waits for an answer' },
  noteTitle: { id: 'Catatan internal', en: 'Internal note' },
  noteAsk: { id: 'Catatan untuk petugas', en: 'A note for staff' },
  noteHint: {
    id: 'Hanya petugas yang membacanya di meja kerja; tidak tampil di kanal ini.',
    en: 'Read by staff at the desk alone; it does not show in this channel.',
  },
  noteSave: { id: 'Simpan', en: 'Save' },
  noted: { id: 'Catatan tersimpan di riwayat pengajuan.', en: 'The note is kept in the history of the case.' },
  replyTitle: { id: 'Balas pemohon', en: 'Reply to requester' },
  replyAsk: { id: 'Balasan', en: 'Reply' },
  replyHint: {
    id: 'Terkirim ke Telegram pemohon setelah Anda melihat pratinjaunya. Variabel: {nama} {nomor} {layanan} {kurang} {batas}.',
    en: "Goes to the requester's Telegram once you have seen its preview. Variables: {nama} {nomor} {layanan} {kurang} {batas}.",
  },
  preview: { id: 'Pratinjau', en: 'Preview' },
  previewLead: {
    id: 'Beginilah pemohon membacanya. BELUM TERKIRIM: tekan Kirim, atau ubah kalimatnya lebih dulu.',
    en: 'This is what the requester reads. NOT SENT YET: press Send, or change the words first.',
  },
  send: { id: 'Kirim', en: 'Send' },
  sent: { id: 'Balasan dikirim ke pemohon.', en: 'The reply is on its way to the requester.' },
  notAgent: {
    id: 'Anda belum terdaftar sebagai petugas contact center di Pandu, jadi tidak ada yang berubah. Minta admin Pandu mendaftarkan akun Slack Anda.',
    en: 'You are not registered as an agent of the contact center in Pandu, so nothing has changed. Ask the Pandu admin to register your Slack account.',
  },
  homeTitle: { id: 'Antrean petugas', en: 'Queue of agents' },
  homeNothing: { id: 'Tidak ada pengajuan yang menunggu petugas.', en: 'No case waits for an agent.' },
} as const satisfies Record<string, Bilingual>
