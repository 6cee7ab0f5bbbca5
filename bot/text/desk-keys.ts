import type { Bilingual } from './language.ts'

/** Words of the keys of the desk: their help and the palette. */
export const keyText = {
  helpTitle: { id: 'Tombol papan ketik', en: 'Keys' },
  help: { id: 'Tombol papan ketik', en: 'Keys' },
  palette: { id: 'Tindakan', en: 'Actions' },
  paletteTitle: { id: 'Tindakan dan halaman', en: 'Actions and pages' },
  type: { id: 'Ketik sebagian namanya', en: 'Type a part of its name' },
  none: { id: 'Tidak ada yang cocok.', en: 'Nothing fits.' },
  close: { id: 'Tutup', en: 'Close' },
  everywhere: { id: 'Di setiap halaman', en: 'On every page' },
  onThisPage: { id: 'Di halaman ini', en: 'On this page' },
  walk: { id: 'berikutnya / sebelumnya', en: 'next / previous' },
  enter: { id: 'buka yang dipilih', en: 'open what is chosen' },
  escape: { id: 'keluar dari isian atau tutup jendela', en: 'leave a field or close a window' },
  showHelp: { id: 'bantuan ini', en: 'this help' },
  showPalette: { id: 'semua tindakan halaman ini', en: 'all that this page can do' },
  lettersOff: {
    id: 'Tombol satu huruf Anda matikan. Ctrl+K, Ctrl+Enter, dan Esc tetap berlaku.',
    en: 'You have turned single-letter keys off. Ctrl+K, Ctrl+Enter and Esc still work.',
  },
  search: { id: 'Cari pengajuan', en: 'Search cases' },
  toQueue: { id: 'Ke antrean', en: 'To the queue' },
  back: { id: 'Kembali ke antrean', en: 'Back to the queue' },
  copyNumber: { id: 'Salin nomor', en: 'Copy the number' },
  copied: { id: 'Nomor pengajuan disalin.', en: 'The case number was copied.' },
} as const satisfies Record<string, Bilingual>
