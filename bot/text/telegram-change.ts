import type { NoticeCode } from '../../core/message/message.ts'
import type { Signing } from '../../core/procedure/course.ts'
import type { Outcome } from '../../core/procedure/outcome.ts'
import type { Bilingual, Language } from './language.ts'
import { dayText } from './moment.ts'
import type { NoticeFacts } from './telegram-panel.ts'

type ChangeNotice = Extract<
  NoticeCode,
  | 'settled'
  | 'form-issued'
  | 'ready-to-revoke'
  | 'revocation-due'
  | 'revocation-asked'
  | 'revoked'
  | 'change-verified'
  | 'reissue-asked'
  | 'asked'
>

/** What a requester hears on the way of a change of data, and of a case that ends without a dossier. */
export const changeNotices: Readonly<Record<ChangeNotice, (facts: NoticeFacts) => Bilingual>> = {
  settled: ({ number, reason, isTheirs }) => ({
    id: `${isTheirs ? 'GILIRAN ANDA · ' : ''}${number}. ${reason}`,
    en: `${isTheirs ? 'YOUR TURN · ' : ''}${number}. ${reason}`,
  }),
  'form-issued': ({ number, due }) => ({
    id: `Verifikator sudah memeriksa ${number}. Formulirnya kini menunggu tanda tangan elektronik penanggung jawab instansi (target ${due}). TTE Anda masih aktif; Anda tidak perlu melakukan apa pun.`,
    en: `The verifier has checked ${number}. Its form now waits for the electronic signature of the person in charge (target ${due}). You can still sign; you need not do anything.`,
  }),
  'ready-to-revoke': ({ number }) => ({
    id: `GILIRAN ANDA · ${number}. Semua siap, dan TTE Anda masih aktif. Setelah sertifikat lama dicabut, Anda tidak dapat menandatangani sampai sertifikat baru terbit.\n\nMasih ada dokumen yang menunggu tanda tangan Anda? Selesaikan dulu. Sesudah itu tekan Ajukan pencabutan, atau pilih tanggalnya.`,
    en: `YOUR TURN · ${number}. All is ready, and you can still sign. Once the old certificate is revoked you cannot sign until the new one is issued.\n\nDo documents still wait for your signature? Finish them first. Then press Ask for revocation, or choose a day.`,
  }),
  'revocation-due': ({ number, day }) => ({
    id: `Besok, ${day}, pencabutan untuk ${number} diajukan sesuai pilihan Anda. Setelah itu Anda tidak dapat menandatangani. Masih ada dokumen yang menunggu? Pilih tanggal lain.`,
    en: `Tomorrow, ${day}, the revocation for ${number} will be asked for, as you chose. You cannot sign after that. Do documents still wait? Choose another day.`,
  }),
  'revocation-asked': ({ number, due }) => ({
    id: `Pencabutan untuk ${number} sudah diajukan (target ${due}). TTE Anda masih aktif sampai verifikator mencabutnya; kami mengabari saat itu juga.`,
    en: `The revocation for ${number} is asked for (target ${due}). You can sign until the verifier has revoked it; we tell you at once.`,
  }),
  revoked: ({ number }) => ({
    id: `Sertifikat lama Anda sudah dicabut (${number}). Mulai sekarang TTE TIDAK AKTIF sampai sertifikat baru terbit. Berkas diteruskan ke BSrE.`,
    en: `Your old certificate is revoked (${number}). From now on you CANNOT SIGN until a new one is issued. The file goes on to BSrE.`,
  }),
  'change-verified': ({ number }) => ({
    id: `GILIRAN ANDA · ${number}. BSrE sudah memverifikasi perubahan data Anda. Ajukan penerbitan ulang sertifikat di AMS, atau minta verifikator mengajukannya; kabari kami setelah diajukan dan setelah terbit.`,
    en: `YOUR TURN · ${number}. BSrE has verified the change. Ask for a new certificate in AMS, or have the verifier ask; tell us when that is done and when it is issued.`,
  }),
  'reissue-asked': ({ number }) => ({
    id: `Penerbitan ulang untuk ${number} dicatat sudah diajukan. Tunggu email dari BSrE; buat passphrase sendiri. Setelah sertifikat terbit, tekan Sudah berhasil.`,
    en: `The new issuance for ${number} is noted as asked for. Wait for the mail from BSrE and set the passphrase yourself. Once it is issued, press It worked.`,
  }),
  asked: ({ number }) => ({
    id: `Terkirim. Nomor pertanyaan Anda: ${number}. Petugas contact center menjawab di sini pada jam kerja.`,
    en: `Sent. The number of your question: ${number}. An agent of the contact center answers here in office hours.`,
  }),
}

/** Below an agent's answer: it may have left something open. */
export const askMore: Bilingual = {
  id: 'Belum jelas, atau ada pertanyaan lain? Tekan Tanya petugas.',
  en: 'Not clear yet, or something else to ask? Press Ask an agent.',
}

/** What a case's settlement means for its requester, and what to do next. */
export const outcomeSentences: Readonly<Record<Outcome, Bilingual>> = {
  'link-sent': {
    id: 'Tautan baru dari BSrE sudah dikirim ke email dinas Anda. Buka sendiri dan segera; jangan teruskan kepada siapa pun.',
    en: 'A new link from BSrE was sent to your office mail. Open it yourself and soon; forward it to nobody.',
  },
  'mail-corrected': {
    id: 'Alamat email dinas Anda di AMS sudah dibetulkan. Minta tautannya sekali lagi di laman BSrE, lalu periksa kotak masuk dan spam.',
    en: "Your office address in AMS was corrected. Ask for the link once more on BSrE's page, then look at inbox and spam.",
  },
  'verified-in-ams': {
    id: 'Verifikator sudah memverifikasi akun Anda di AMS. Masuk lagi ke laman BSrE dan lanjutkan langkah yang tadi terhenti.',
    en: "The verifier has verified your account in AMS. Sign in on BSrE's page again and go on where you stopped.",
  },
  'not-registered': {
    id: 'NIK Anda belum terdaftar di AMS. Mulai pendaftaran: /start, lalu Daftar, aktivasi, terbit ulang.',
    en: 'Your NIK is not registered in AMS yet. Begin with the registration: /start, then Register, activate, issue again.',
  },
  registered: {
    id: 'Anda sudah didaftarkan di AMS. Tunggu email aktivasi dari BSrE di email dinas Anda, lalu lengkapi data dan buat passphrase sendiri.',
    en: 'You are registered in AMS. Wait for the activation mail from BSrE at your office address, then complete your data and set the passphrase yourself.',
  },
  'already-registered': {
    id: 'Akun Anda ternyata sudah terdaftar di AMS. Cari email aktivasi dari BSrE di email dinas; bila tidak ada, buka /start, lalu Daftar, aktivasi, terbit ulang, dan Aktivasi akun.',
    en: 'Your account is registered in AMS already. Look for the activation mail from BSrE; if there is none, open /start, then Register, activate, issue again, and Activate the account.',
  },
  'registered-elsewhere': {
    id: 'Anda masih terdaftar di instansi lain. Mulai Pindah instansi / ubah data, jenis Pernah didaftarkan instansi lain.',
    en: 'You are still registered by another agency. Begin a change of data of the kind Registered by another agency.',
  },
  'old-certificate-active': {
    id: 'Sertifikat lama Anda masih aktif, jadi yang baru belum dapat terbit. Perpanjang mulai 30 hari sebelum berakhir, atau minta pencabutan dahulu.',
    en: 'Your old certificate is still active, so no new one can be issued. Renew from 30 days before its end, or ask for its revocation first.',
  },
  revoked: {
    id: 'Sertifikat sudah dicabut dan tidak dapat dipakai menandatangani lagi.',
    en: 'The certificate is revoked and cannot be used to sign any more.',
  },
  'already-inactive': {
    id: 'Sertifikat itu ternyata sudah tidak aktif, jadi tidak ada yang perlu dicabut.',
    en: 'That certificate was not active any more, so there was nothing to revoke.',
  },
  'asked-bsre': {
    id: 'Kendalanya diteruskan verifikator ke BSrE. Ikuti petunjuk yang BSrE kirim ke email dinas Anda.',
    en: 'The verifier has passed the trouble on to BSrE. Follow what BSrE sends to your office mail.',
  },
  answered: { id: 'Jawaban petugas:', en: 'Answer of the agent:' },
}

/** Whether the requester can sign, as every screen of a case that touches it says. */
export function signingSentence(signing: Signing, language: Language): string | undefined {
  if (signing.is === 'untouched') return undefined
  if (signing.is === 'on') return canSign[language]
  return cannotSign[language](dayText(signing.since, language))
}

const canSign: Bilingual = { id: 'TTE MASIH AKTIF', en: 'SIGNING IS STILL ON' }
const cannotSign: Readonly<Record<Language, (since: string) => string>> = {
  id: (since) => `TTE TIDAK AKTIF sejak ${since}`,
  en: (since) => `SIGNING IS OFF since ${since}`,
}
