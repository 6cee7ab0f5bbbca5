import type { StaffNoticeCode } from '../../core/message/message.ts'
import type { Bilingual, Language } from './language.ts'

/** The words of the home tab, of /pandu and of the morning's list. */
export const homeText = {
  title: { id: 'Menunggu Anda', en: 'Waiting for you' },
  nothing: {
    id: 'Tidak ada pengajuan yang menunggu Anda. Pengajuan baru tampil di saluran instansi Anda.',
    en: "No request waits for you. New ones show in your agency's channel.",
  },
  mine: { id: 'Anda pegang', en: 'You hold it' },
  previous: { id: 'Sebelumnya', en: 'Previous' },
  next: { id: 'Selanjutnya', en: 'Next' },
  openQueue: { id: 'Buka antrean di meja kerja ↗', en: 'Open the queue at the desk ↗' },
  deskDoor: {
    id: 'Masuk ke meja kerja ↗ (sekali pakai, berlaku 60 detik, hanya untuk Anda)',
    en: 'Sign in to the desk ↗ (once, within 60 seconds, for you alone)',
  },
} as const satisfies Record<string, Bilingual>

export interface DueCounts {
  readonly over: number
  readonly soon: number
  readonly ample: number
  readonly mine: number
}

/** How many wait, by how near their due time is. */
export function countsSentence({ over, soon, ample, mine }: DueCounts, language: Language): string {
  const all = over + soon + ample
  if (language === 'id')
    return `${all} menunggu: ${over} lewat batas · ${soon} kurang dari 2 jam · ${ample} masih longgar. Anda pegang ${mine}.`
  return `${all} waiting: ${over} overdue · ${soon} within 2 hours · ${ample} with time left. You hold ${mine}.`
}

export const pageSentence = (page: number, of: number, language: Language): string =>
  language === 'id' ? `Halaman ${page} dari ${of}` : `Page ${page} of ${of}`

/** The first line of the morning's list. */
export function digestSentence({ over, soon, ample }: DueCounts, agency: string, language: Language): string {
  const all = over + soon + ample
  if (language === 'id')
    return `Selamat pagi, ${agency}. ${all} pengajuan menunggu verifikator: ${over} lewat batas, ${soon} jatuh tempo dalam 2 jam, ${ample} masih longgar.`
  return `Good morning, ${agency}. ${all} request(s) wait for a verifier: ${over} overdue, ${soon} due within 2 hours, ${ample} with time left.`
}

export const moreSentence = (count: number, language: Language): string =>
  language === 'id' ? `… dan ${count} lagi.` : `… and ${count} more.`

/** Why staff hears of a case apart from its card. */
export const noticeSentences: Readonly<Record<StaffNoticeCode, (number: string) => Bilingual>> = {
  rebound: (number) => ({
    id: `${number}: obrolan Telegram baru menggantikan obrolan lama pegawai ini. Selama 24 jam pengajuan tertahan, kecuali Anda menemuinya. Pastikan bahwa itu memang kehendaknya.`,
    en: `${number}: a new Telegram chat takes the place of this employee's old one. For 24 hours the case is held unless you meet the person. Make sure that they wanted it.`,
  }),
  wrote: (number) => ({
    id: `Pemohon ${number} menulis pesan. Baca dan balas di meja kerja.`,
    en: `The requester of ${number} wrote a message. Read and answer it at the desk.`,
  }),
  'help-wanted': (number) => ({
    id: `BANTUAN DIMINTA untuk ${number}. Alasannya ada di riwayat pada meja kerja; ambil alih bila Anda dapat melanjutkannya.`,
    en: `HELP WANTED with ${number}. The reason stands in its history at the desk; take it over if you can go on with it.`,
  }),
  assigned: (number) => ({
    id: `${number} ditugaskan rekan kepada Anda. Tanpa kegiatan selama satu hari, pengajuan kembali ke antrean.`,
    en: `${number} was assigned to you by a colleague. Without any activity for a day it goes back to the queue.`,
  }),
  relieved: (number) => ({
    id: `${number} diambil alih rekan Anda; alasannya ada di riwayat pada meja kerja. Draf Anda tetap tersimpan.`,
    en: `${number} was taken over by a colleague; the reason stands in its history at the desk. Your drafts are kept.`,
  }),
  woken: (number) => ({
    id: `Penundaan ${number} berakhir. Tanpa kegiatan selama 20 menit, pengajuan kembali ke antrean.`,
    en: `The snooze of ${number} is over. Without any activity for 20 minutes it goes back to the queue.`,
  }),
  mailed: (number) => ({
    id: `Surat masuk untuk ${number}, belum terverifikasi. Baca di meja kerja.`,
    en: `A mail came in for ${number}, unverified. Read it at the desk.`,
  }),
  'tell-requester': (number) => ({
    id: `BERI TAHU LANGSUNG: pemohon loket ${number} tidak terjangkau lewat email. Kabari orangnya, lalu catat di halaman Loket.`,
    en: `TELL IN PERSON: no mail reaches the counter's requester of ${number}. Let the person know, then note it on the page Counter.`,
  }),
  arrived: (number) => ({ id: `${number} baru masuk.`, en: `${number} has come in.` }),
  urgent: (number) => ({
    id: `MENDESAK: ${number} punya dokumen yang menunggu tanda tangan. Mohon diperiksa lebih dulu.`,
    en: `URGENT: documents wait to be signed behind ${number}. Please review it first.`,
  }),
  'due-soon': (number) => ({
    id: `SEGERA JATUH TEMPO: empat perlima target ${number} sudah terpakai. Mohon didahulukan.`,
    en: `DUE SOON: four fifths of the target of ${number} are used. Please take it next.`,
  }),
  unsigned: (number) => ({
    id: `BELUM DITANDATANGANI: formulir ${number} masih menunggu penanggung jawab instansi. Mohon diingatkan.`,
    en: `NOT SIGNED YET: the form of ${number} still waits for the person in charge. Please remind them.`,
  }),
  escalated: (number) => ({
    id: `ESKALASI: ${number} sudah lama lewat batas. Petugas contact center dan administrator ikut diberi tahu.`,
    en: `ESCALATED: ${number} is long overdue. Agents and administrators have been told as well.`,
  }),
  overdue: (number) => ({
    id: `LEWAT BATAS: ${number} belum diputuskan. Mohon diperiksa sekarang.`,
    en: `OVERDUE: ${number} is not decided yet. Please review it now.`,
  }),
  'returned-by-bsre': (number) => ({
    id: `DIKEMBALIKAN BSrE: ${number} kembali ke verifikator; alasannya tampil di meja kerja.`,
    en: `RETURNED BY BSrE: ${number} is back with the verifiers; the reason is shown at the desk.`,
  }),
  resubmitted: (number) => ({
    id: `${number} sudah diperbaiki pemohon dan dikirim lagi.`,
    en: `${number} was corrected by the requester and sent again.`,
  }),
  setback: (number) => ({
    id: `PERLU DITANGANI: pemohon ${number} belum berhasil dengan tautannya.`,
    en: `NEEDS ATTENTION: the requester of ${number} had no success with the link.`,
  }),
  loss: (number) => ({
    id: `KEHILANGAN: ${number} meminta pencabutan karena hilang atau bocor. Target satu jam; mohon didahulukan.`,
    en: `LOSS: ${number} asks for revocation after a loss or leak. Target one hour; please take it first.`,
  }),
  'handed-over': (number) => ({
    id: `${number} diteruskan kepada verifikator pengganti, karena pemegangnya sedang cuti.`,
    en: `${number} was handed over to a deputy, for its verifier is away.`,
  }),
  substitute: (number) => ({
    id: `${number}: instansinya tidak punya verifikator yang dapat memeriksa. Anda verifikator cadangannya; mohon diambil.`,
    en: `${number}: its agency has no verifier who can review it. You are its fallback; please take it.`,
  }),
  'no-verifier': (number) => ({
    id: `TIDAK ADA VERIFIKATOR untuk ${number}. Hubungi instansinya.`,
    en: `NO VERIFIER for ${number}. Contact its agency.`,
  }),
  'form-back': (number) => ({
    id: `Formulir ${number} sudah kembali dari penanggung jawab. Baca hasil pemeriksaan tanda tangannya di meja kerja, lalu legalisasi.`,
    en: `The form of ${number} is back from the person in charge. Read at the desk what was found of its signature, then legalise.`,
  }),
  revoke: (number) => ({
    id: `Pemohon ${number} mengajukan pencabutan. Cabut sertifikat lamanya, lalu tekan Sudah dicabut.`,
    en: `The requester of ${number} asks for revocation. Revoke the old certificate, then press Revoked.`,
  }),
  undelivered: (number) => ({
    id: `KIRIMAN GAGAL: sebuah pesan atau berkas untuk ${number} tidak akan sampai. Hubungi pemohon dengan cara lain, atau beri tahu administrator.`,
    en: `NOT DELIVERED: a message or a file for ${number} will never arrive. Reach the requester in another way, or tell the administrator.`,
  }),
  cancelled: (number) => ({ id: `${number} dibatalkan pemohon.`, en: `${number} was cancelled by the requester.` }),
}
