import type { NoticeCode } from '../../core/message/message.ts'
import type { Bilingual, Language } from './language.ts'
import { changeNotices } from './telegram-change.ts'
import { clockNotices } from './telegram-clock.ts'
import { codeNotices } from './telegram-code.ts'
import { staffNotices } from './telegram-staff.ts'

export const heldBy: Bilingual = { id: 'Dipegang', en: 'Held by' }
export const target: Bilingual = { id: 'Target', en: 'Target' }
export const until: Bilingual = { id: 'Batas waktu', en: 'Deadline' }
export const noPromise: Bilingual = { id: 'bukan janji', en: 'no promise' }
export const nextStep: Bilingual = { id: 'Berikutnya', en: 'Next' }
export const yourTurn: Bilingual = { id: 'GILIRAN ANDA', en: 'YOUR TURN' }
/** To whom nobody knows yet for sure: what is still to come before the request goes on. */
export const toBeMet: Bilingual = {
  id: 'Identitas Anda belum dipastikan: verifikator menelepon nomor yang tercatat di instansi, bukan nomor dari obrolan ini, atau menemui Anda.',
  en: 'Who you are is not confirmed yet: the verifier calls the number that your agency has on record, not one from this chat, or meets you.',
}
/** Before what BSrE said when it returned a file, and what an agent said who cancelled a case. */
export const bsreReason: Bilingual = { id: 'Alasan BSrE', en: "BSrE's reason" }
export const agentReason: Bilingual = { id: 'Alasan petugas', en: "The agent's reason" }
export const yourRequests: Bilingual = { id: 'Pengajuan Anda', en: 'Your requests' }
export const savedUntil: Readonly<Record<Language, (day: string) => string>> = {
  id: (day) => `Jawaban tersimpan sampai ${day}.`,
  en: (day) => `Your answers are kept until ${day}.`,
}

/** What a notice mentions; all of it plain text. */
export interface NoticeFacts {
  readonly number: string
  readonly agency: string
  readonly due: string
  readonly owedCount: number
  readonly otherCount: number
  readonly words: string
  readonly linkDomain: string
  readonly reason: string
  readonly item: string
  readonly day: string
  /** What comes next, as the panel says. */
  readonly next?: string
  /** The day on which the case ends by itself, if it does. */
  readonly until?: string | undefined
  /** True while a certificate is to be revoked before the file goes on. */
  readonly revokesFirst?: boolean
  /** What a change of data does to signing: it stops once the file goes on, it is possible again at the end. */
  readonly signing?: 'stops' | 'returns' | undefined
  /** True when it is the requester's turn now. */
  readonly isTheirs?: boolean
  /** The last day of a certificate. */
  readonly certificate?: { readonly day: string; readonly isOver: boolean }
  /** Who reviews it now; nothing while it waits in the queue. */
  readonly verifier?: string | undefined
  /** Who has it, or was told of it, where the agency has nobody. */
  readonly substitute?: { readonly as: string; readonly name: string }
  /** The number under which a merged case goes on. */
  readonly into?: string | undefined
  /** Guesses that are left of a code. */
  readonly left?: string | undefined
}

type Words = (facts: NoticeFacts) => Bilingual

/** What a requester hears of each happening, besides the panel. */
export const noticeTexts: Readonly<Record<NoticeCode, Words>> = {
  ...changeNotices,
  ...clockNotices,
  ...codeNotices,
  ...staffNotices,
  submitted: ({ number, agency, due }) => ({
    id: `Terkirim. Nomor pengajuan Anda: ${number}. Sekarang dipegang verifikator ${agency}, target ${due}. Anda tidak perlu melakukan apa pun; kami mengabari bila ada giliran Anda.`,
    en: `Sent. The number of your request: ${number}. A verifier of ${agency} holds it now, target ${due}. You need not do anything; we tell you when it is your turn.`,
  }),
  returned: ({ number, owedCount, otherCount, due }) => ({
    id: `GILIRAN ANDA · ${number}. Verifikator meminta ${owedCount} perbaikan; ${otherCount} bagian lain sudah diterima dan tidak perlu diulang. Batas waktu: ${due}.`,
    en: `YOUR TURN · ${number}. The verifier asks for ${owedCount} correction${owedCount === 1 ? '' : 's'}; ${otherCount} other part${otherCount === 1 ? ' is' : 's are'} accepted and need not be repeated. Deadline: ${due}.`,
  }),
  rejected: ({ number, reason }) => ({
    id: `Pengajuan ${number} ditolak. ${reason}`,
    en: `Request ${number} was rejected. ${reason}`,
  }),
  'call-words': ({ words, agency, number }) => ({
    id: `Verifikator ${agency} menelepon Anda tentang ${number}, lewat nomor yang tercatat di instansi.\n\nKata telepon: ${words}\n\nBacakan dua kata ini hanya kepada penelepon itu. Tidak merasa mengajukan, atau penelepon meminta passphrase atau OTP? Tutup telepon dan hubungi verifikator.`,
    en: `A verifier of ${agency} is calling you about ${number}, on the number that your agency has on record.\n\nCall words: ${words}\n\nRead these two words to that caller only. Did you not ask for this, or does the caller want a passphrase or one-time code? Hang up and contact the verifier.`,
  }),
  'call-over': ({ number }) => ({
    id: `Identitas Anda untuk ${number} sudah dipastikan. Kata telepon tadi tidak berlaku lagi.`,
    en: `Your identity for ${number} is confirmed. The call words are no longer valid.`,
  }),
  frozen: ({ number, agency }) => ({
    id: `Pengajuan ${number} dibekukan demi keamanan: kata telepon tiga kali tidak cocok. Temui verifikator ${agency} secara langsung dengan membawa identitas Anda.`,
    en: `Request ${number} is frozen to keep you safe: the call words did not match three times. See the verifier of ${agency} in person and bring your identity card.`,
  }),
  legalised: ({ number, revokesFirst, signing }) => ({
    id: `Verifikator sudah melegalisasi berkas ${number}. ${revokesFirst ? 'Belum ada yang dicabut dan TTE Anda masih aktif; Anda sendiri yang menentukan kapan sertifikat lama dicabut.' : `Berikutnya: berkas diteruskan ke contact center BSrE.${signing === 'stops' ? ' Sejak itu TTE Anda TIDAK AKTIF sampai BSrE mengonfirmasi perubahannya.' : ''}`}`,
    en: `The verifier has legalised the file of ${number}. ${revokesFirst ? 'Nothing is revoked yet and you can still sign; you alone say when the old certificate is revoked.' : `Next it goes to the BSrE contact center.${signing === 'stops' ? ' From then on you CANNOT SIGN until BSrE has confirmed the change.' : ''}`}`,
  }),
  sent: ({ number, signing }) => ({
    id: `Berkas ${number} sudah diteruskan ke contact center BSrE.${signing === 'stops' ? ' Mulai sekarang TTE Anda TIDAK AKTIF sampai BSrE mengonfirmasi perubahannya.' : ''} Lamanya di BSrE tidak dapat kami janjikan. Bila semuanya beres lebih dahulu, tekan Sudah beres.`,
    en: `The file of ${number} is with the BSrE contact center.${signing === 'stops' ? ' From now on you CANNOT SIGN until BSrE has confirmed the change.' : ''} We cannot promise how long BSrE takes. If all is well before you hear from us, press It is solved.`,
  }),
  approved: ({ number }) => ({
    id: `BSrE menyetujui ${number}. Tunggu email dari BSrE di email dinas Anda; hanya Anda yang boleh membuka tautannya. Bila sudah tiba, tekan Tautan sudah saya terima.`,
    en: `BSrE has approved ${number}. Wait for its mail at your office address; only you may open the link in it. When it is there, press I have the link.`,
  }),
  'link-sent': ({ number, linkDomain }) => ({
    id: `GILIRAN ANDA · ${number}. Tautan Reset Authenticator dilaporkan sudah dikirim ke email dinas Anda. Buka sendiri dan segera, dari perangkat yang sudah bersih. Pastikan nama situsnya, sebelum garis miring pertama setelah https://, berakhir ${linkDomain}. Jangan teruskan tautan atau kode OTP kepada siapa pun, termasuk Pandu, verifikator, dan ajudan. Kami tidak pernah mengirim tautan itu lewat Telegram atau WhatsApp.\n\nSetelah itu, kabari kami:`,
    en: `YOUR TURN · ${number}. The Reset Authenticator link is reported as sent to your office mail. Open it yourself and soon, from a device that is clean. Make sure that the name of the site, before the first slash after https://, ends with ${linkDomain}. Do not forward the link or a one-time code to anybody, not to Pandu, the verifier or an aide either. We never send that link by Telegram or WhatsApp.\n\nThen tell us how it went:`,
  }),
  'sent-back': ({ number }) => ({
    id: `BSrE mengembalikan berkas ${number}. Verifikator memeriksanya; kami mengabari bila ada yang perlu Anda perbaiki. Anda tidak perlu melakukan apa pun sekarang.`,
    en: `BSrE has returned the file of ${number}. The verifier looks at it; we tell you if there is something to correct. You need not do anything now.`,
  }),
  completed: ({ number, signing }) => ({
    id: `Pengajuan ${number} selesai.${signing === 'returns' ? ' TTE Anda dapat dipakai lagi.' : ''} Terima kasih. Masih bermasalah? Dalam 14 hari Anda dapat membukanya kembali.`,
    en: `Request ${number} is completed.${signing === 'returns' ? ' You can sign again.' : ''} Thank you. Still in trouble? You can open it again within 14 days.`,
  }),
  'cancelled-by-agent': ({ number }) => ({
    id: `Pengajuan ${number} dibatalkan petugas contact center. Menurut Anda keliru? Hubungi verifikator instansi Anda.`,
    en: `Request ${number} was cancelled by the contact center. Is that a mistake? Contact the verifier of your agency.`,
  }),
  expired: ({ number }) => ({
    id: `Batas waktu ${number} lewat, jadi pengajuan ini ditutup. Bila masih perlu, mulai lagi dengan /start.`,
    en: `The time for ${number} ran out, so the request was closed. If you still need it, begin again with /start.`,
  }),
  'expires-soon': ({ number, day }) => ({
    id: `Pengajuan ${number} akan ditutup pada ${day} karena belum dikirim. Lanjutkan sebelum itu; semua jawaban masih tersimpan.`,
    en: `Request ${number} will be closed on ${day}, for it has not been sent. Go on before that; all answers are still kept.`,
  }),
  'evidence-refused': ({ item, reason }) => ({
    id: `Satu berkas pada "${item}" tidak dapat dipakai. ${reason} Berkas Anda yang lain aman.`,
    en: `One file of "${item}" cannot be used. ${reason} Your other files are safe.`,
  }),
  'evidence-remarked': ({ item, reason }) => ({
    id: `Hasil baca otomatis pada "${item}":\n\n${reason}\n\nAnda dapat mengganti buktinya sekarang, atau tetap mengirimnya apa adanya; verifikator yang memutuskan.`,
    en: `What was read of "${item}":\n\n${reason}\n\nYou can replace it now, or send it as it is; the verifier decides.`,
  }),
  'evidence-moved': ({ item }) => ({
    id: `Satu berkas Anda ternyata menunjukkan hal lain. Berkas itu kami simpan pada bagian "${item}".`,
    en: `One of your files shows something else. It was kept with "${item}".`,
  }),
  'evidence-held': ({ number }) => ({
    id: `Pemeriksaan antivirus kami sedang tidak tersedia. Berkas ${number} yang baru Anda kirim aman tersimpan dan diperiksa begitu pemeriksaannya pulih. Tidak perlu mengirim ulang; pertanyaan lain boleh dilanjutkan.`,
    en: `Our malware scan is not available right now. The file of ${number} that you just sent is kept safe and is looked at as soon as the scan is back. No need to send it again; go on with the other questions.`,
  }),
  checked: ({ number }) => ({
    id: `Berkas ${number} selesai diperiksa. Silakan kirim.`,
    en: `The files of ${number} have been checked. You can send it now.`,
  }),
  reopened: ({ number }) => ({
    id: `Pengajuan ${number} dibuka kembali dan didahulukan di contact center.`,
    en: `Request ${number} is open again and stands first at the contact center.`,
  }),
}
