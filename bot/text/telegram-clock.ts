import type { NoticeCode } from '../../core/message/message.ts'
import type { Bilingual, Language } from './language.ts'
import type { NoticeFacts } from './telegram-panel.ts'

type ClockNotice = Extract<NoticeCode, 'still-your-turn' | 'certificate-ends'>

/** What time alone makes worth saying to a requester. */
export const clockNotices: Readonly<Record<ClockNotice, (facts: NoticeFacts) => Bilingual>> = {
  'still-your-turn': ({ number, next = '', until }) => ({
    id: `MASIH GILIRAN ANDA · ${number}. ${next}${until === undefined ? '' : ` Bila tidak ada kabar, pengajuan ini ditutup pada ${until}.`}`,
    en: `STILL YOUR TURN · ${number}. ${next}${until === undefined ? '' : ` Without word from you this request is closed on ${until}.`}`,
  }),
  'certificate-ends': ({ number, certificate: { day, isOver } = { day: '', isOver: false } }) =>
    isOver
      ? {
          id: `Menurut catatan ${number}, sertifikat elektronik Anda berakhir pada ${day}, jadi TTE Anda tidak dapat dipakai. Terbitkan yang baru di AMS; Pandu memandu langkah demi langkah. Sudah Anda perbarui? Abaikan pesan ini.`,
          en: `By the record of ${number} your certificate ended on ${day}, so you cannot sign. Have a new one issued in AMS; Pandu guides you step by step. Have you renewed it already? Then ignore this message.`,
        }
      : {
          id: `Menurut catatan ${number}, sertifikat elektronik Anda berakhir pada ${day}. Perpanjangan di AMS dibuka 30 hari sebelumnya dan hanya dapat Anda lakukan sendiri; Pandu memandu langkah demi langkah. Setelah tanggal itu TTE tidak dapat dipakai sampai sertifikat baru terbit. Sudah Anda perpanjang? Abaikan pesan ini.`,
          en: `By the record of ${number} your certificate ends on ${day}. AMS lets you renew it from 30 days before, and only you yourself can; Pandu guides you step by step. After that day you cannot sign until a new one is issued. Have you renewed it already? Then ignore this message.`,
        },
}

/** Why nobody else's clock runs while it is the requester's turn. */
export const paused = {
  correction: {
    id: 'Target verifikator berhenti selama giliran Anda, lalu berjalan lagi dari sisanya.',
    en: "The verifier's target stands still while it is your turn, then goes on with what was left.",
  },
  other: { id: 'Tidak ada target petugas yang berjalan.', en: "Nobody else's target is running." },
  noDeadline: {
    id: 'Tanpa batas waktu; target petugas baru berjalan setelah Anda mengajukan pencabutan.',
    en: "No deadline; nobody's target runs before you ask for the revocation.",
  },
} as const satisfies Record<string, Bilingual>

/** Said on the panel once a target is over. */
export const targetOver: Bilingual = {
  id: 'Target terlewati; pemegangnya sudah kami ingatkan.',
  en: 'The target is over; its holder has been reminded.',
}

/** The day on which the house asks for the revocation, as its requester chose. */
export const askedOn: Readonly<Record<Language, (day: string) => string>> = {
  id: (day) => `Pencabutan diajukan pada ${day}, sesuai pilihan Anda.`,
  en: (day) => `The revocation will be asked for on ${day}, as you chose.`,
}

/** Said on the panel while the end of a certificate is known. */
export const certificateKnown: Readonly<Record<Language, (day: string) => string>> = {
  id: (day) => `Sertifikat Anda tercatat berakhir pada ${day}; kami mengingatkan mulai 30 hari sebelumnya.`,
  en: (day) => `Your certificate is noted to end on ${day}; we remind you from 30 days before.`,
}

/** Asked of whoever wants to be reminded. */
export const whichEnd: Bilingual = {
  id: 'Sampai tanggal berapa sertifikat baru Anda berlaku? Tanggalnya tampil di AMS, pada daftar sertifikat. Misalnya: 20 November 2028. Kami hanya memakainya untuk mengingatkan Anda.',
  en: 'Until which day is your new certificate good? AMS shows the day in its list of certificates. For example: 20 November 2028. We only use it to remind you.',
}
