import type { AlikeGround } from '../../core/evidence/alike.ts'
import type { Bilingual } from './language.ts'

/** Why a file of another request stands beside this one. No more than what was seen: people say what it means. */
export const groundText: Readonly<Record<AlikeGround, Bilingual>> = {
  'same-bytes': { id: 'Berkasnya sama persis', en: 'The very same file' },
  'same-upload': { id: 'Unggahan Telegram yang sama', en: 'The same upload in Telegram' },
  'same-result': {
    id: 'Hasil yang terbaca sama: antivirus, tanggal, jam, jumlah berkas',
    en: 'The same result was read: antivirus, date, time, number of files',
  },
  'looks-alike': { id: 'Mirip, bandingkan', en: 'Looks alike, compare' },
}

/** The files of other requests beside a file of this one. */
export const alikeText = {
  title: { id: 'Bandingkan bukti', en: 'Compare proof' },
  reused: { id: 'Ada juga di pengajuan lain', en: 'Also in another request' },
  similar: { id: 'Gambar yang mirip', en: 'Pictures that look alike' },
  compare: { id: 'Bandingkan', en: 'Compare' },
  reusedHint: {
    id: 'Bisa wajar, misalnya satu komputer dipakai bersama. Tanyakan dahulu sebelum memutuskan.',
    en: 'It may be rightful: a computer may be shared. Ask before you decide.',
  },
  similarHint: {
    id: 'Dua scan yang benar dengan antivirus yang sama memang tampak mirip. Bandingkan tanggal, jam, jumlah berkas, dan nama perangkatnya.',
    en: 'Two true scans by the same antivirus do look alike. Compare date, time, number of files and the name of the device.',
  },
  mine: { id: 'Pengajuan ini', en: 'This request' },
  sent: { id: 'dikirim', en: 'sent' },
  sameChat: { id: 'obrolan yang sama', en: 'the same chat' },
  elsewhere: { id: 'dipakai juga pada pengajuan instansi lain', en: 'used in a request of another agency too' },
  erased: { id: 'berkas di sana sudah dihapus', en: 'the file there was erased' },
  replaced: { id: 'berkas di sana sudah diganti', en: 'the file there was replaced' },
  nothing: { id: 'Tidak ada yang perlu Anda bandingkan.', en: 'There is nothing for you to compare.' },
} as const satisfies Record<string, Bilingual>
