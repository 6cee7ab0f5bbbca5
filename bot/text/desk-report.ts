import type { TurnHolder } from '../../core/handling/reports.ts'
import type { PeriodName } from '../../core/ticket/period.ts'
import type { Bilingual } from './language.ts'

/** Words of the page of reports. */
export const reportText = {
  title: { id: 'Laporan', en: 'Reports' },
  toQueue: { id: 'Kembali ke antrean', en: 'Back to the queue' },
  intro: {
    id: 'Angka dari riwayat pengajuan instansi Anda, menurut hari WIB. Pengajuan yang datanya sudah dihapus tidak ikut dihitung.',
    en: 'Figures from the history of the cases of your agencies, by days of WIB. Cases that were erased do not count.',
  },
  period: { id: 'Periode', en: 'Period' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  show: { id: 'Tampilkan', en: 'Show' },
  agency: { id: 'Instansi', en: 'Agency' },
  allAgencies: { id: 'Semua instansi saya', en: 'All my agencies' },
  none: { id: 'Tidak ada dalam periode ini.', en: 'Nothing in this period.' },
  download: { id: 'Unduh CSV', en: 'Download CSV' },
  count: { id: 'Jumlah', en: 'Count' },
  share: { id: 'Kumulatif', en: 'Cumulative' },
  day: { id: 'Hari', en: 'Day' },
  procedure: { id: 'Layanan', en: 'Procedure' },
  item: { id: 'Bagian', en: 'Part' },
  reason: { id: 'Alasan', en: 'Reason' },
  holder: { id: 'Pemegang', en: 'Holder' },
  kept: { id: 'Tepat waktu', en: 'In time' },
  median: { id: 'Median (jam)', en: 'Median (hours)' },
  most: { id: '9 dari 10 paling lama (jam)', en: '9 of 10 within (hours)' },
  score: { id: 'Penilaian', en: 'Rating' },
  wholeCase: { id: 'Seluruh pengajuan (ditolak)', en: 'The whole case (rejected)' },
  fewer: {
    id: 'Kurang dari 5 tidak dirinci agar tidak menunjuk orang.',
    en: 'Fewer than 5 are not told apart, so that they point to nobody.',
  },
} as const satisfies Record<string, Bilingual>

export const periodLabel: Readonly<Record<PeriodName, Bilingual>> = {
  week: { id: 'Minggu ini', en: 'This week' },
  month: { id: 'Bulan ini', en: 'This month' },
  quarter: { id: '90 hari terakhir', en: 'Last 90 days' },
}

export const turnHolderName: Readonly<Record<TurnHolder, Bilingual>> = {
  verifier: { id: 'Verifikator', en: 'Verifier' },
  agent: { id: 'Contact center', en: 'Contact center' },
  requester: { id: 'Pemohon (perbaikan)', en: 'Requester (correction)' },
}

/** What each table is called and what its figures mean. */
export const reportTables = {
  volume: {
    title: { id: 'Pengajuan masuk', en: 'Cases that came in' },
    means: {
      id: 'Pengajuan menurut hari pertama kali dikirim; kiriman ulang setelah perbaikan tidak dihitung lagi.',
      en: 'Cases by the day on which they were first sent; sending again after a correction does not count.',
    },
  },
  turns: {
    title: { id: 'Giliran dan target', en: 'Turns and targets' },
    means: {
      id: 'Giliran yang berakhir dalam periode ini: berapa persen selesai sebelum batasnya, dan berapa jam menurut jam dinding (malam dan hari libur ikut). Batasnya sendiri dihitung menurut jam kerja.',
      en: 'Turns that ended in this period: how many were done before they were due, and how many hours they took by the clock, nights and holidays included. The due time itself is counted in working hours.',
    },
  },
  reasons: {
    title: { id: 'Alasan perbaikan dan penolakan', en: 'Why cases were corrected or rejected' },
    means: {
      id: 'Pengajuan menurut bagian dan alasan yang dicatat verifikator, terbanyak dulu. Satu pengajuan dapat punya beberapa alasan.',
      en: 'Cases by part and reason as verifiers noted them, most first. One case can have several reasons.',
    },
  },
  scores: {
    title: { id: 'Kepuasan pemohon', en: 'Satisfaction of requesters' },
    means: {
      id: 'Penilaian terakhir tiap pemohon setelah pengajuannya selesai.',
      en: 'The last rating that each requester gave after the end of a case.',
    },
  },
} as const satisfies Record<string, { readonly title: Bilingual; readonly means: Bilingual }>
