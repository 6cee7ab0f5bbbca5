import type { Bilingual } from './language.ts'

/** Words of the workspace. */
export const slackText = {
  members: { id: 'Sebagai siapa', en: 'Signed in as' },
  rooms: { id: 'Percakapan', en: 'Conversations' },
  direct: { id: 'Pesan dari Pandu', en: 'Messages from Pandu' },
  home: { id: 'Beranda', en: 'Home' },
  emptyRoom: {
    id: 'Belum ada apa-apa di sini. Kartu pengajuan muncul setelah pemohon mengirimnya.',
    en: 'Nothing here yet. The card of a request shows once the requester has sent it.',
  },
  emptyDirect: { id: 'Belum ada pesan untuk orang ini.', en: 'No message for this person yet.' },
  emptyHome: { id: 'Pandu sedang menyiapkan beranda ini …', en: 'Pandu is preparing this tab …' },
  noRoom: {
    id: 'Orang ini tidak berada di saluran mana pun.',
    en: 'This person is in no channel.',
  },
  onlyYou: { id: 'Hanya terlihat oleh Anda', en: 'Only visible to you' },
  edited: { id: '(diedit)', en: '(edited)' },
  app: { id: 'APL', en: 'APP' },
  replies: { id: 'balasan', en: 'replies' },
  reply: { id: 'Balas di utas', en: 'Reply in thread' },
  write: { id: 'Tulis pesan atau /pandu', en: 'Write a message or /pandu' },
  send: { id: 'Kirim', en: 'Send' },
  close: { id: 'Tutup', en: 'Close' },
  choose: { id: 'Pilih …', en: 'Choose …' },
  optional: { id: '(boleh kosong)', en: '(optional)' },
  noAnswer: {
    id: 'aplikasi tidak menjawab dalam 3 detik. Coba lagi.',
    en: 'the app did not answer within 3 seconds. Try again.',
  },
  gone: {
    id: 'tombol itu sudah tidak ada; tampilannya sudah berubah.',
    en: 'that button is no longer there; the screen has changed.',
  },
  notShown: { id: 'Bagian ini tidak ditampilkan simulator', en: 'The simulator does not show this part' },
} as const satisfies Record<string, Bilingual>
