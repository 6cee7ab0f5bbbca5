import type { QueueRole, QueueView } from '../../core/ticket/queue.ts'
import type { Bilingual } from './language.ts'

/** Words around every page of the desk. */
export const frameText = {
  desk: { id: 'Meja kerja', en: 'Desk' },
  toContent: { id: 'Langsung ke isi', en: 'Skip to content' },
  queues: { id: 'Antrean', en: 'Queues' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  language: { id: 'Bahasa', en: 'Language' },
  inHand: { id: 'Di tangan saya', en: 'In my hands' },
  places: { id: 'Halaman', en: 'Pages' },
} as const satisfies Record<string, Bilingual>

export const roleName: Readonly<Record<QueueRole, Bilingual>> = {
  verifier: { id: 'Verifikator', en: 'Verifier' },
  agent: { id: 'Petugas', en: 'Agent' },
}

export const viewName: Readonly<Record<QueueRole, Readonly<Record<QueueView, Bilingual>>>> = {
  verifier: {
    waiting: { id: 'Menunggu', en: 'Waiting' },
    mine: { id: 'Milik saya', en: 'Mine' },
    near: { id: 'Hampir lewat batas', en: 'Due soon' },
    bsre: { id: 'Menunggu BSrE', en: 'Waiting for BSrE' },
    all: { id: 'Semua', en: 'All' },
    ended: { id: 'Selesai', en: 'Ended' },
  },
  agent: {
    waiting: { id: 'Belum diambil', en: 'Not taken' },
    mine: { id: 'Milik saya', en: 'Mine' },
    near: { id: 'Hampir lewat batas', en: 'Due soon' },
    bsre: { id: 'Menunggu BSrE', en: 'Waiting for BSrE' },
    all: { id: 'Semua', en: 'All' },
    ended: { id: 'Selesai', en: 'Ended' },
  },
}

/** What stands in a view that holds nothing. */
export const emptyView: Readonly<Record<QueueView, Bilingual>> = {
  waiting: { id: 'Tidak ada yang menunggu. Bagus!', en: 'Nothing is waiting. Well done!' },
  mine: { id: 'Anda tidak memegang pengajuan apa pun.', en: 'You hold no case.' },
  near: { id: 'Tidak ada yang batasnya dalam 24 jam ke depan.', en: 'Nothing is due within the next 24 hours.' },
  bsre: { id: 'Tidak ada yang menunggu BSrE.', en: 'Nothing waits for BSrE.' },
  all: { id: 'Belum ada pengajuan.', en: 'There is no case yet.' },
  ended: { id: 'Belum ada pengajuan yang berakhir.', en: 'No case has ended yet.' },
}

/** Words of the list of cases. */
export const queueText = {
  due: { id: 'Batas', en: 'Due' },
  case: { id: 'Pengajuan', en: 'Case' },
  status: { id: 'Status', en: 'Status' },
  requester: { id: 'Pemohon', en: 'Requester' },
  holder: { id: 'Dipegang', en: 'Held by' },
  checks: { id: 'Pra-cek', en: 'Pre-checks' },
  agency: { id: 'Instansi', en: 'Agency' },
  urgent: { id: 'MENDESAK', en: 'URGENT' },
  noDue: { id: 'tanpa batas', en: 'no due time' },
  nobody: { id: 'belum ada', en: 'nobody' },
  you: { id: 'Anda', en: 'you' },
  clean: { id: 'bersih', en: 'clean' },
  sideEmpty: { id: 'Buka antrean untuk memilih pengajuan.', en: 'Open the queue to choose a case.' },
  takeNext: { id: 'Ambil berikutnya', en: 'Take the next one' },
  foundNone: {
    id: 'Tidak ada yang menunggu Anda sekarang. Daftar di bawah memperbarui diri.',
    en: 'Nothing waits for you now. The list below keeps itself up to date.',
  },
  next: { id: 'Berikutnya', en: 'Next' },
  top: { id: 'Ke atas', en: 'To the top' },
  pages: { id: 'Halaman daftar', en: 'Pages of the list' },
  procedure: { id: 'Layanan', en: 'Procedure' },
  any: { id: 'Semua', en: 'Any' },
  remarked: { id: 'Ada catatan', en: 'With remarks' },
  filter: { id: 'Saring', en: 'Filter' },
  unfilter: { id: 'Hapus saringan', en: 'Clear the filter' },
  noMatch: { id: 'Tidak ada yang cocok dengan saringan ini.', en: 'Nothing matches this filter.' },
} as const satisfies Record<string, Bilingual>

/** "2 catatan": how many items a pre-check remarked. */
export const remarkCount = (count: number): Bilingual => ({
  id: `${count} catatan`,
  en: count === 1 ? '1 remark' : `${count} remarks`,
})
