import type { Bilingual } from './language.ts'

/** Words of the phone. */
export const phoneText = {
  people: { id: 'Ponsel siapa', en: 'Whose phone' },
  facts: { id: 'Contekan', en: 'Cheat sheet' },
  factsHint: { id: 'Ketuk untuk mengisi kotak pesan.', en: 'Tap to fill in the message.' },
  bot: { id: 'bot', en: 'bot' },
  typing: { id: 'sedang mengetik…', en: 'is typing…' },
  setting: { id: 'Bahasa ponsel', en: 'Language of the phone' },
  empty: {
    id: 'Obrolan masih kosong. Mulai dengan menekan tombol di bawah.',
    en: 'Nothing was said yet. Begin with the button below.',
  },
  start: { id: 'Mulai', en: 'Start' },
  write: { id: 'Tulis pesan', en: 'Write a message' },
  send: { id: 'Kirim', en: 'Send' },
  edited: { id: 'diedit', en: 'edited' },
  pinned: { id: 'disematkan', en: 'pinned' },
  deleted: { id: 'Pesan dihapus', en: 'Message deleted' },
  more: { id: 'Ubah atau hapus pesan', en: 'Edit or delete the message' },
  edit: { id: 'Simpan perubahan', en: 'Save the change' },
  erase: { id: 'Hapus', en: 'Delete' },
  ok: { id: 'OK', en: 'OK' },
  copied: { id: 'Salin', en: 'Copy' },
  attach: { id: 'Lampirkan', en: 'Attach' },
  samples: { id: 'Berkas contoh', en: 'Sample files' },
  good: { id: 'Baik', en: 'Good' },
  bad: { id: 'Bermasalah', en: 'With a flaw' },
  asPhoto: { id: 'Foto', en: 'Photo' },
  asFile: { id: 'File', en: 'File' },
  asAlbum: { id: 'Kirim yang dicentang sebagai album', en: 'Send what is ticked as an album' },
  ownFile: { id: 'Berkas dari komputer ini', en: 'A file of this computer' },
  ownAsPhoto: { id: 'Kirim sebagai foto', en: 'Send as photo' },
  ownAsFile: { id: 'Kirim sebagai File', en: 'Send as file' },
  odd: { id: 'Kirim yang lain', en: 'Send something else' },
  nothingChosen: { id: 'belum ada berkas yang dipilih.', en: 'no file was chosen.' },
  gone: { id: 'tombol itu sudah tidak ada.', en: 'that button is no longer there.' },
  noPhoto: {
    id: 'berkas itu bukan gambar yang dapat dikirim Telegram sebagai foto; kirim sebagai File.',
    en: 'Telegram cannot send that file as a photo; send it as a file.',
  },
  albumSize: { id: 'album berisi 2 sampai 10 berkas.', en: 'an album holds 2 to 10 files.' },
  block: { id: 'Blokir bot', en: 'Block the bot' },
  unblock: { id: 'Buka blokir', en: 'Unblock' },
  blocked: {
    id: 'Bot diblokir di ponsel ini; buka blokirnya dahulu.',
    en: 'The bot is blocked on this phone; unblock it first.',
  },
} as const satisfies Record<string, Bilingual>

/** Messages that are neither text nor file. */
export const oddText = {
  sticker: { id: 'Stiker', en: 'Sticker' },
  voice: { id: 'Pesan suara', en: 'Voice message' },
  location: { id: 'Lokasi', en: 'Location' },
  contact: { id: 'Kontak', en: 'Contact' },
} as const satisfies Record<string, Bilingual>
