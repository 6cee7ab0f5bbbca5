import type { Refusal, RefusalCode } from '../../core/case/refusal.ts'
import type { Bilingual } from './language.ts'

type Words = Bilingual | ((detail: NonNullable<Refusal['detail']>) => Bilingual)

/** Why words were not sent; what was written stays where it was written. */
export const talkRefusals = {
  'nothing-written': {
    id: 'Belum ada yang ditulis. Tulis pesannya dulu.',
    en: 'Nothing is written yet. Write the message first.',
  },
  'words-too-long': ({ found = 0, max = 0 }) => ({
    id: `Pesan ini ${found} karakter; paling banyak ${max}. Persingkat, atau kirim dalam dua pesan.`,
    en: `This message has ${found} characters; ${max} at the most. Shorten it, or send it as two messages.`,
  }),
  'too-many-messages': ({ max = 0 }) => ({
    id: `Sudah ada ${max} pesan, dan belum ada lagi yang dapat diterima. Pesan yang lalu tetap tersimpan; tunggu balasan, atau hubungi helpdesk lewat /bantuan.`,
    en: `There are ${max} messages already, and no more can be taken now. Those are kept; wait for an answer, or contact the helpdesk (/bantuan).`,
  }),
  'said-meanwhile': {
    id: 'Belum terkirim: ada pesan lain sejak halaman ini dibuka, mungkin balasan Anda sendiri. Baca riwayatnya, lalu kirim lagi bila masih perlu.',
    en: 'Not sent: something was said since this page was opened, perhaps your own reply. Read the history, then send it again if it is still needed.',
  },
  'no-such-case': {
    id: 'Tidak ada pengajuan dengan nomor itu di instansi Anda. Periksa nomornya, lalu ulangi.',
    en: 'There is no case of that number in your agencies. Check the number, then repeat.',
  },
  'same-case': {
    id: 'Itu nomor pengajuan ini sendiri. Tulis nomor pengajuan yang lain.',
    en: 'That is the number of this very case. Write the number of the other one.',
  },
  'ended-case': {
    id: 'Pengajuan itu sudah berakhir, jadi tidak ada yang dapat dilanjutkan di sana. Gabungkan ke pengajuan yang masih berjalan.',
    en: 'That case has ended, so nothing can go on there. Merge into one that is still open.',
  },
  'other-requester': {
    id: 'Pengajuan itu bukan dari obrolan yang sama, dan tidak terbukti milik orang yang sama. Kaitkan saja keduanya.',
    en: 'That case does not come from the same chat, and is not proved to be of the same person. Link the two instead.',
  },
  'too-many-links': ({ max = 0 }) => ({
    id: `Pengajuan ini sudah dikaitkan dengan ${max} pengajuan lain; lebih dari itu tidak dapat.`,
    en: `This case is linked with ${max} others already; there is no room for more.`,
  }),
  'not-assignable': {
    id: 'Rekan itu tidak dapat menangani pengajuan ini. Pilih rekan lain dari daftar.',
    en: 'That colleague cannot work on this case. Choose another one from the list.',
  },
  'already-rated': {
    id: 'Penilaian Anda sudah tercatat lebih dari sehari dan tidak dapat diubah lagi. Terima kasih.',
    en: 'What you said was noted more than a day ago and cannot be changed any more. Thank you.',
  },
  'asks-secret': {
    id: 'Pesan ini tampak meminta passphrase, kata sandi, PIN, atau kode OTP. Petugas tidak pernah memintanya. Ubah kalimatnya, lalu kirim lagi.',
    en: 'This message seems to ask for a passphrase, password, PIN or one-time code. Staff never ask for those. Change its words, then send it again.',
  },
  'variable-empty': ({ names = '' }) => ({
    id: `Belum terkirim: pengajuan ini tidak punya isi untuk ${names}. Ganti dengan kata-kata Anda sendiri, lalu kirim lagi.`,
    en: `Not sent: this request has nothing to put in for ${names}. Write words of your own there, then send it again.`,
  }),
  'no-chat': {
    id: 'Pemohon loket ini tidak punya obrolan Telegram dan tidak memilih kabar lewat email. Sampaikan langsung atau lewat telepon.',
    en: 'The requester of this counter case has no Telegram chat and did not choose to hear by mail. Tell them in person or by phone.',
  },
} as const satisfies Partial<Record<RefusalCode, Words>>
