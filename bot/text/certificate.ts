import type { Bilingual } from './language.ts'

/** Words with which staff notes the last day of a certificate that they see issued. */
export const certificateText = {
  title: { id: 'Masa berlaku sertifikat', en: 'Validity of the certificate' },
  button: { id: 'Catat akhir sertifikat', en: 'Note its last day' },
  noted: { id: 'Tercatat berlaku sampai', en: 'On record as good until' },
  until: { id: 'Berlaku sampai', en: 'Good until' },
  hint: {
    id: 'Lihat tanggal akhirnya di AMS. Pemohon diingatkan 30, 14, 7, dan 1 hari sebelumnya, dan sehari sesudahnya.',
    en: 'Look up its last day in AMS. The requester is reminded 30, 14, 7 and 1 days before it, and the day after.',
  },
  save: { id: 'Catat', en: 'Note it' },
  drop: { id: 'Hapus catatan', en: 'Forget it' },
  done: {
    id: 'Tanggal akhir sertifikat dicatat; pemohon akan diingatkan sebelumnya.',
    en: 'The last day of the certificate is noted; the requester will be reminded before it.',
  },
  dropped: {
    id: 'Catatan tanggal akhir dihapus; tidak ada lagi pengingat.',
    en: 'The last day is forgotten, and the reminders with it.',
  },
} as const satisfies Record<string, Bilingual>
