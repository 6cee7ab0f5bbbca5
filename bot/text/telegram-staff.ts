import type { NoticeCode } from '../../core/message/message.ts'
import type { Bilingual } from './language.ts'
import type { NoticeFacts } from './telegram-panel.ts'

type Words = (facts: NoticeFacts) => Bilingual

/** What a requester hears when somebody else has their request now. */
export const staffNotices = {
  'at-counter': ({ number, agency }) => ({
    id: `Seorang verifikator ${agency} membuka pengajuan ${number} atas nama Anda di loket. Anda yang datang? Abaikan pesan ini. Bukan Anda? Segera hubungi ${agency}: ada yang mengaku sebagai Anda.`,
    en: `A verifier of ${agency} opened request ${number} in your name at the counter. Was it you? Then ignore this. It was not? Contact ${agency} at once: somebody claims to be you.`,
  }),
  'new-verifier': ({ number, agency, verifier }) =>
    verifier === undefined
      ? {
          id: `Verifikator pengajuan ${number} sedang tidak ada, jadi pengajuan kembali ke antrean verifikator ${agency}. Anda tidak perlu melakukan apa pun; isinya tetap sama.`,
          en: `The verifier of request ${number} is away, so it is back in the queue of the verifiers of ${agency}. You need not do anything; nothing in it has changed.`,
        }
      : {
          id: `Pengajuan ${number} sekarang diperiksa ${verifier}, karena verifikator sebelumnya sedang tidak ada. Anda tidak perlu melakukan apa pun; isinya tetap sama.`,
          en: `Request ${number} is reviewed by ${verifier} now, for the verifier before is away. You need not do anything; nothing in it has changed.`,
        },
  rate: ({ number }) => ({
    id: `Pengajuan ${number} selesai. Bagaimana layanan kami? Cukup satu ketukan; ini tidak ditanyakan lagi.`,
    en: `Request ${number} is done. How did we do? One tap is enough; you are not asked again.`,
  }),
  merged: ({ number, into }) => ({
    id: `Pengajuan ${number} digabung dengan ${into}, karena isinya permintaan yang sama. Kami melanjutkannya pada ${into}; ketik /kasus untuk melihatnya.`,
    en: `Request ${number} was merged into ${into}, for both ask for the same. We go on with ${into}; type /kasus to see it.`,
  }),
  substitute: ({ number, agency, substitute }) => {
    if (substitute?.as === 'verifier')
      return {
        id: `Verifikator ${agency} sedang tidak ada untuk ${number}. Pengajuan Anda diteruskan kepada verifikator cadangan: ${substitute.name}.`,
        en: `No verifier of ${agency} is there for ${number}. Your request went to the fallback verifier: ${substitute.name}.`,
      }
    if (substitute?.as === 'agent')
      return {
        id: `Verifikator ${agency} sedang tidak ada untuk ${number}. Petugas contact center (${substitute.name}) sudah diberi tahu dan menghubungi instansi Anda. Pengajuan tetap tersimpan.`,
        en: `No verifier of ${agency} is there for ${number}. The contact center (${substitute.name}) was told and gets in touch with your agency. Your request is kept.`,
      }
    return {
      id: `Belum ada verifikator ${agency} yang dapat memeriksa ${number}. Pengajuan tetap tersimpan. Hubungi instansi Anda agar verifikatornya ditunjuk.`,
      en: `There is no verifier of ${agency} yet who can review ${number}. Your request is kept. Contact your agency, so that it names one.`,
    }
  },
} as const satisfies Partial<Record<NoticeCode, Words>>
