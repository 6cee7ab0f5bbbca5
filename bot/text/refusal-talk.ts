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
  'asks-secret': {
    id: 'Pesan ini tampak meminta passphrase, kata sandi, PIN, atau kode OTP. Petugas tidak pernah memintanya. Ubah kalimatnya, lalu kirim lagi.',
    en: 'This message seems to ask for a passphrase, password, PIN or one-time code. Staff never ask for those. Change its words, then send it again.',
  },
  'variable-empty': ({ names = '' }) => ({
    id: `Belum terkirim: pengajuan ini tidak punya isi untuk ${names}. Ganti dengan kata-kata Anda sendiri, lalu kirim lagi.`,
    en: `Not sent: this request has nothing to put in for ${names}. Write words of your own there, then send it again.`,
  }),
  'no-chat': {
    id: 'Pemohon loket ini tidak punya obrolan Telegram. Sampaikan langsung, lewat telepon, atau lewat email.',
    en: 'The requester of this counter case has no Telegram chat. Tell them in person, by phone or by mail.',
  },
} as const satisfies Partial<Record<RefusalCode, Words>>
