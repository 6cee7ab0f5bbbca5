import type { Snooze } from '../../core/case/case.ts'
import type { Span } from '../../core/case/snooze.ts'
import type { Bilingual } from './language.ts'

/** Words of how colleagues share a case. */
export const teamText = {
  title: { id: 'Kerja bersama', en: 'Working together' },
  heldBy: { id: 'Dipegang rekan Anda:', en: 'Held by your colleague:' },
  takeOver: { id: 'Ambil alih', en: 'Take over' },
  takeOverWhy: {
    id: 'Alasan, untuk rekan yang memegangnya sekarang',
    en: 'Why, for the colleague who holds it now',
  },
  assign: { id: 'Tugaskan kepada rekan', en: 'Assign to a colleague' },
  assignTo: { id: 'Rekan', en: 'Colleague' },
  choose: { id: 'Pilih rekan', en: 'Choose a colleague' },
  snooze: { id: 'Tunda', en: 'Snooze' },
  snoozeHint: {
    id: 'Pengajuan tetap pada Anda dan muncul lagi sesudahnya, atau begitu pemohon menulis. Batas waktunya tetap berjalan.',
    en: 'The case stays yours and comes back afterwards, or as soon as its requester writes. Its due time runs on.',
  },
  span: { id: 'Selama', en: 'For' },
  why: { id: 'Karena', en: 'Because' },
  snoozed: { id: 'Ditunda sampai', en: 'Snoozed until' },
  wake: { id: 'Kerjakan sekarang', en: 'Work on it now' },
  escalate: { id: 'Minta bantuan', en: 'Ask for help' },
  escalateWhy: {
    id: 'Apa yang Anda perlukan? Dibaca petugas lain, admin, dan verifikator cadangan; pemohon tidak.',
    en: 'What do you need? Read by other agents, admins and the fallback verifier, not by the requester.',
  },
  join: { id: 'Kaitkan atau gabungkan', en: 'Link or merge' },
  joinNumber: { id: 'Nomor pengajuan yang lain', en: 'Number of the other case' },
  link: { id: 'Kaitkan', en: 'Link' },
  merge: { id: 'Gabungkan ke nomor itu', en: 'Merge into that one' },
  mergeHint: {
    id: 'Menggabungkan mengakhiri pengajuan ini; pemohon diberi tahu bahwa nomor itu yang dilanjutkan.',
    en: 'Merging ends this case; the requester is told that the other one goes on.',
  },
  linked: { id: 'Berkaitan dengan', en: 'Belongs with' },
  merged: { id: 'Dilanjutkan pada', en: 'Goes on as' },
  typing: { id: 'sedang mengetik', en: 'is typing' },
  looking: { id: 'juga membuka pengajuan ini', en: 'has this case open, too' },
  shiftOver: { id: 'Selesai bertugas', en: 'End my shift' },
  shiftAbout: {
    id: 'Semua pengajuan yang Anda pegang kembali ke antrean, kecuali yang Anda tunda; lalu Anda keluar.',
    en: 'Every case that you hold goes back to its queue, except those that you snoozed; then you are signed out.',
  },
} as const satisfies Record<string, Bilingual>

export const spanName: Readonly<Record<Span, Bilingual>> = {
  hour: { id: '1 jam', en: 'an hour' },
  day: { id: '1 hari', en: 'a day' },
  'three-days': { id: '3 hari', en: 'three days' },
  week: { id: '1 minggu', en: 'a week' },
}

export const snoozeWhy: Readonly<Record<Snooze['why'], Bilingual>> = {
  bsre: { id: 'menunggu BSrE', en: 'it waits for BSrE' },
  later: { id: 'dikerjakan nanti', en: 'I go on later' },
}

/** What was just done. */
export const teamDone = {
  relieved: {
    id: 'Anda mengambil alih pengajuan ini; rekan Anda diberi tahu alasannya.',
    en: 'You have taken over this case; your colleague is told why.',
  },
  assign: { id: 'Ditugaskan; rekan Anda diberi tahu.', en: 'Assigned; your colleague is told.' },
  snooze: { id: 'Ditunda; pengajuan tetap pada Anda.', en: 'Snoozed; the case stays yours.' },
  wake: { id: 'Penundaan dihentikan.', en: 'The snooze is over.' },
  escalate: {
    id: 'Bantuan diminta; pengajuan kini bertanda mendesak.',
    en: 'Help is asked for; the case is marked urgent now.',
  },
  link: { id: 'Kedua pengajuan kini saling berkaitan.', en: 'The two cases are linked now.' },
  merge: {
    id: 'Pengajuan ini berakhir dan dilanjutkan pada nomor itu; pemohon diberi tahu.',
    en: 'This case has ended and goes on as the other one; the requester is told.',
  },
} as const satisfies Record<string, Bilingual>
