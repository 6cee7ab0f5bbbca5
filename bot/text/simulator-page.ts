import type { Bilingual } from './language.ts'

/** Words around the three panes of the simulator's page. */
export const pageText = {
  title: { id: 'Simulator', en: 'Simulator' },
  promise: {
    id: 'Semua orang di sini contoh, dan tidak ada pesan yang keluar dari komputer ini. Yang menjawab adalah program yang sebenarnya.',
    en: 'Everybody here is made up, and no message leaves this computer. What answers is the real program.',
  },
  language: { id: 'Bahasa halaman ini', en: 'Language of this page' },
  panes: { id: 'Bagian halaman', en: 'Parts of the page' },
  phone: { id: 'Ponsel', en: 'Phone' },
  slack: { id: 'Ruang kerja', en: 'Workspace' },
  mail: { id: 'Kotak surat', en: 'Mailbox' },
  desk: { id: 'Meja kerja', en: 'Desk' },
  failed: { id: 'Tidak jadi:', en: 'That did not work:' },
  dismiss: { id: 'Tutup', en: 'Close' },
  unread: { id: 'ada yang baru', en: 'something new' },
  tooLarge: {
    id: 'Berkas itu lebih besar dari 40 MB. Pilih yang lebih kecil.',
    en: 'That file is larger than 40 MB. Choose a smaller one.',
  },
} as const satisfies Record<string, Bilingual>

/** What each pane is and what to try in it. */
export const hints = {
  phone: {
    id: 'Telegram milik pemohon. Ketik /start, atau kirim berkas contoh yang bermasalah dan lihat jawabannya.',
    en: "The requester's Telegram. Type /start, or send a sample file with a flaw and see the answer.",
  },
  slack: {
    id: 'Slack verifikator dan petugas. Tekan Periksa atau Ambil pada kartu; jendelanya terbuka di sini.',
    en: 'Slack of verifiers and agents. Press Review or Take on a card; its window opens here.',
  },
  mail: {
    id: 'Semua email dari Pandu. Formulir untuk penanggung jawab ikut surat pagi; tanda tangani di sini.',
    en: 'Every mail from Pandu. Forms for the person in charge come with the morning mail; sign them here.',
  },
  desk: {
    id: 'Membuka tautan sekali pakai di tab baru; tekan Masuk di sana. Satu peramban hanya untuk satu orang: yang masuk terakhir menggantikan yang lain.',
    en: 'Opens a one-time link in a new tab; press the button there. One browser holds one person: the last to sign in replaces the other.',
  },
} as const satisfies Record<string, Bilingual>

/** What somebody of the sample agency does. */
export const staffRole = {
  verifier: { id: 'Verifikator', en: 'Verifier' },
  agent: { id: 'Petugas contact center', en: 'Contact center agent' },
  former: { id: 'Verifikator instansi lain', en: 'Verifier of another agency' },
} as const satisfies Record<string, Bilingual>
