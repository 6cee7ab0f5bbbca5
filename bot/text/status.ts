import { lifeDays } from '../../core/case/deadline.ts'
import { type Holder, holderOf, type Status } from '../../core/case/status.ts'
import type { Bilingual, Language } from './language.ts'

interface StatusText {
  /** As on buttons, cards and panels, in capital letters. */
  readonly name: Bilingual
  /** What happens next, told to the requester. */
  readonly next: Bilingual
}

/** Every status by the name people see and the one sentence on what comes next. */
export const statusText: Readonly<Record<Status, StatusText>> = {
  draft: {
    name: { id: 'BELUM TERKIRIM', en: 'NOT SENT YET' },
    next: {
      id: 'Jawab pertanyaan yang tersisa, lalu tekan Kirim; verifikator belum menerima apa pun sebelum itu.',
      en: 'Answer the questions that are left, then press Send; the verifier has received nothing before that.',
    },
  },
  submitted: {
    name: { id: 'MENUNGGU VERIFIKATOR', en: 'WAITING FOR VERIFIER' },
    next: {
      id: 'Verifikator instansi Anda akan memeriksa pengajuan ini. Anda tidak perlu melakukan apa pun sekarang.',
      en: 'A verifier of your agency will check this request. You need not do anything now.',
    },
  },
  'in-review': {
    name: { id: 'SEDANG DITINJAU', en: 'UNDER REVIEW' },
    next: {
      id: 'Verifikator sedang memeriksa, dan mungkin menelepon Anda lewat nomor yang tercatat di instansi.',
      en: 'A verifier is checking it and may call you on the number that your agency has on record.',
    },
  },
  'needs-correction': {
    name: { id: 'PERLU PERBAIKAN', en: 'NEEDS CORRECTION' },
    next: {
      id: 'Giliran Anda: perbaiki hanya bagian yang diminta, lalu kirim lagi. Bagian lain tetap tersimpan.',
      en: 'Your turn: correct only the parts that are asked for, then send again. Everything else is kept.',
    },
  },
  'awaiting-signature': {
    name: { id: 'MENUNGGU TTE PENANGGUNG JAWAB', en: 'WAITING FOR SIGNATURE' },
    next: {
      id: 'Penanggung jawab instansi akan menandatangani formulir secara elektronik. Anda cukup menunggu.',
      en: 'The person in charge at your agency will sign the form electronically. You only need to wait.',
    },
  },
  legalised: {
    name: { id: 'DILEGALISASI', en: 'LEGALISED' },
    next: {
      id: 'Berkas sudah dilegalisasi verifikator dan sedang disiapkan untuk dikirim ke contact center BSrE.',
      en: 'The verifier has legalised the file; it is being prepared for the BSrE contact center.',
    },
  },
  'ready-to-revoke': {
    name: { id: 'SEMUA SIAP', en: 'ALL READY' },
    next: {
      id: 'Semua siap dan TTE Anda masih aktif. Selesaikan dulu dokumen yang menunggu, lalu tekan Ajukan pencabutan atau pilih tanggalnya.',
      en: 'All is ready and you can still sign. Finish what waits to be signed, then press Ask for revocation or choose a day.',
    },
  },
  'awaiting-revocation': {
    name: { id: 'MENUNGGU PENCABUTAN', en: 'WAITING FOR REVOCATION' },
    next: {
      id: 'Verifikator mencabut sertifikat lama Anda. Sesudah itu berkas diteruskan ke BSrE; Anda cukup menunggu.',
      en: 'A verifier is revoking your old certificate. The file then goes to BSrE; you only need to wait.',
    },
  },
  'ready-to-send': {
    name: { id: 'SIAP KIRIM', en: 'READY TO SEND' },
    next: {
      id: 'Berkas siap dan akan segera diteruskan ke contact center BSrE. Anda cukup menunggu.',
      en: 'The file is ready and will be passed on to the BSrE contact center soon. You only need to wait.',
    },
  },
  'with-contact-center': {
    name: { id: 'DI CONTACT CENTER BSrE', en: 'WITH BSrE CONTACT CENTER' },
    next: {
      id: 'Petugas contact center memproses berkas Anda di BSrE. Lamanya di BSrE tidak dapat kami janjikan.',
      en: 'An agent of the contact center is handling your file at BSrE. We cannot promise how long BSrE takes.',
    },
  },
  returned: {
    name: { id: 'DIKEMBALIKAN BSrE', en: 'RETURNED BY BSrE' },
    next: {
      id: 'BSrE mengembalikan berkas. Verifikator memeriksanya dan memberi tahu bila ada yang perlu Anda perbaiki.',
      en: 'BSrE has returned the file. The verifier looks at it and tells you if there is something to correct.',
    },
  },
  approved: {
    name: { id: 'DISETUJUI', en: 'APPROVED' },
    next: {
      id: 'BSrE menyetujui. Tunggu email dari BSrE di email dinas Anda; hanya Anda yang boleh membuka tautannya.',
      en: 'BSrE has approved. Wait for its mail at your office address; only you may open the link in it.',
    },
  },
  'awaiting-requester': {
    name: { id: 'TAUTAN DIKIRIM', en: 'LINK SENT' },
    next: {
      id: 'Giliran Anda: buka tautan di email dinas Anda sendiri, jangan teruskan, lalu kabari kami hasilnya.',
      en: 'Your turn: open the link in your own office mail, do not forward it, then tell us how it went.',
    },
  },
  completed: {
    name: { id: 'SELESAI', en: 'COMPLETED' },
    next: {
      id: `Pengajuan ini selesai. Masih bermasalah? Dalam ${lifeDays.reopen} hari Anda dapat membukanya kembali.`,
      en: `This request is done. Still in trouble? You can reopen it within ${lifeDays.reopen} days.`,
    },
  },
  rejected: {
    name: { id: 'DITOLAK', en: 'REJECTED' },
    next: {
      id: 'Verifikator menolak pengajuan ini beserta alasannya. Menurut Anda keliru? Hubungi verifikator instansi Anda.',
      en: 'The verifier has rejected this request and said why. Is that a mistake? Contact the verifier of your agency.',
    },
  },
  cancelled: {
    name: { id: 'DIBATALKAN', en: 'CANCELLED' },
    next: {
      id: 'Pengajuan ini dibatalkan. Bila masih perlu, Anda dapat membuat pengajuan baru kapan saja.',
      en: 'This request was cancelled. If you still need it, you can start a new one at any time.',
    },
  },
  expired: {
    name: { id: 'KEDALUWARSA', en: 'EXPIRED' },
    next: {
      id: 'Batas waktunya lewat, jadi pengajuan ini ditutup. Bila masih perlu, buat pengajuan baru.',
      en: 'Its time ran out, so this request was closed. If you still need it, start a new one.',
    },
  },
}

const holders: Readonly<Record<Holder, Bilingual>> = {
  requester: { id: 'Pemohon', en: 'Requester' },
  verifier: { id: 'Verifikator instansi', en: 'Verifier of the agency' },
  'person-in-charge': { id: 'Penanggung jawab instansi', en: 'Person in charge at the agency' },
  agent: { id: 'Petugas contact center', en: 'Agent of the contact center' },
  system: { id: 'Pandu (otomatis)', en: 'Pandu (automatic)' },
  nobody: { id: 'Tidak ada – sudah berakhir', en: 'Nobody – it has ended' },
}

export const statusName = (status: Status, language: Language): string => statusText[status].name[language]

const you: Bilingual = { id: 'Anda', en: 'You' }

/** Who holds a case of this status; to its requester, "Anda". */
export const holderName = (status: Status, language: Language, reader: 'requester' | 'staff' = 'requester'): string =>
  holderLabel(holderOf(status), language, reader)

/** Somebody whose turn it may be, by the name of their part. */
export const holderLabel = (holder: Holder, language: Language, reader: 'requester' | 'staff' = 'requester'): string =>
  (holder === reader ? you : holders[holder])[language]

/** What happens next, as told to the requester. */
