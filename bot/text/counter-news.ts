import type { Case } from '../../core/case/case.ts'
import type { Status } from '../../core/case/status.ts'
import type { CounterNotice } from '../../core/message/counter-notice.ts'
import type { Bilingual, Language } from './language.ts'
import { nextSentenceOf } from './status-of-case.ts'

/** What has happened, told to a requester without a chat: by mail, or read out by a verifier. */
export const counterNews: Readonly<Record<CounterNotice, Bilingual>> = {
  submitted: {
    id: 'Pengajuan Anda sudah dikirim di loket dan menunggu verifikator.',
    en: 'Your request was sent at the counter and waits for a verifier.',
  },
  asked: {
    id: 'Pertanyaan Anda sudah dikirim di loket dan menunggu jawaban petugas contact center.',
    en: 'Your question was sent at the counter and waits for an agent of the contact center.',
  },
  returned: {
    id: 'Ada bagian yang harus diperbaiki. Datang ke loket dengan yang diminta; bagian lain sudah diterima.',
    en: 'Some parts must be corrected. Come to the counter with what is asked for; all other parts are accepted.',
  },
  'new-verifier': {
    id: 'Pengajuan Anda diteruskan kepada verifikator lain. Isinya tetap sama.',
    en: 'Your request went on to another verifier. Nothing in it has changed.',
  },
  substitute: {
    id: 'Verifikator instansi Anda sedang tidak ada; pengajuan diteruskan kepada penggantinya.',
    en: 'No verifier of your agency is there at present; your request went on to a substitute.',
  },
  rejected: { id: 'Pengajuan Anda ditolak.', en: 'Your request was rejected.' },
  legalised: { id: 'Verifikator sudah melegalisasi berkas Anda.', en: 'The verifier has legalised your file.' },
  sent: {
    id: 'Berkas Anda sudah diteruskan ke contact center BSrE.',
    en: 'Your file is with the BSrE contact center.',
  },
  approved: { id: 'BSrE menyetujui pengajuan Anda.', en: 'BSrE has approved your request.' },
  'link-sent': {
    id: 'Tautan Reset Authenticator dilaporkan sudah dikirim BSrE ke email dinas Anda.',
    en: 'BSrE is reported to have sent the Reset Authenticator link to your office mail.',
  },
  'sent-back': {
    id: 'BSrE mengembalikan berkas Anda; verifikator sedang memeriksanya.',
    en: 'BSrE has returned your file; the verifier is looking at it.',
  },
  completed: { id: 'Pengajuan Anda selesai.', en: 'Your request is completed.' },
  'cancelled-by-agent': {
    id: 'Pengajuan Anda dibatalkan petugas contact center.',
    en: 'Your request was cancelled by the contact center.',
  },
  expired: {
    id: 'Batas waktunya lewat, jadi pengajuan ini ditutup.',
    en: 'Its time ran out, so the request was closed.',
  },
  'expires-soon': {
    id: 'Pengajuan ini segera ditutup bila tidak dilanjutkan.',
    en: 'This request will be closed soon unless it goes on.',
  },
  'still-your-turn': { id: 'Pengajuan ini masih menunggu Anda.', en: 'This request still waits for you.' },
  'certificate-ends': {
    id: 'Sertifikat elektronik Anda segera berakhir atau sudah berakhir. Perpanjang atau terbitkan yang baru di AMS.',
    en: 'Your certificate ends soon or has ended. Renew it, or have a new one issued, in AMS.',
  },
  reopened: {
    id: 'Pengajuan Anda dibuka kembali dan didahulukan.',
    en: 'Your request is open again and stands first.',
  },
  settled: { id: 'Pengajuan Anda sudah ditangani.', en: 'Your request has been dealt with.' },
  'form-issued': {
    id: 'Formulir Anda menunggu tanda tangan elektronik penanggung jawab instansi.',
    en: 'Your form waits for the electronic signature of the person in charge.',
  },
  'ready-to-revoke': {
    id: 'Semua siap untuk pencabutan sertifikat lama. Kabari loket bila tidak ada lagi dokumen yang menunggu tanda tangan Anda.',
    en: 'All is ready to revoke your old certificate. Tell the counter once nothing waits for your signature any more.',
  },
  'revocation-due': {
    id: 'Besok pencabutan sertifikat lama diajukan sesuai tanggal pilihan Anda.',
    en: 'Tomorrow the revocation of your old certificate is asked for, as you chose.',
  },
  'revocation-asked': {
    id: 'Pencabutan sertifikat lama Anda sudah diajukan.',
    en: 'The revocation of your old certificate has been asked for.',
  },
  revoked: {
    id: 'Sertifikat lama Anda sudah dicabut. Anda tidak dapat menandatangani sampai yang baru terbit.',
    en: 'Your old certificate is revoked. You cannot sign until the new one is issued.',
  },
  'change-verified': {
    id: 'BSrE sudah memverifikasi perubahan data Anda.',
    en: 'BSrE has verified the change of your data.',
  },
  'reissue-asked': {
    id: 'Penerbitan ulang sertifikat Anda sudah diajukan.',
    en: 'The new issuance of your certificate has been asked for.',
  },
}

/** Where the usual sentence speaks of buttons in a chat. */
const atCounter: Readonly<Partial<Record<Status, Bilingual>>> = {
  draft: {
    id: 'Belum dikirim: verifikator belum menerima apa pun. Lanjutkan di loket.',
    en: 'Not sent yet: no verifier has received anything. Go on at the counter.',
  },
  'needs-correction': {
    id: 'Giliran Anda: datang ke loket dan perbaiki hanya bagian yang diminta.',
    en: 'Your turn: come to the counter and correct only the parts that are asked for.',
  },
  'ready-to-revoke': {
    id: 'Giliran Anda: selesaikan dulu dokumen yang menunggu tanda tangan, lalu minta pencabutan di loket atau tentukan tanggalnya.',
    en: 'Your turn: finish what waits to be signed, then ask for the revocation at the counter or choose a day.',
  },
  'awaiting-requester': {
    id: 'Giliran Anda: jalankan sendiri langkah terakhir di laman BSrE, jangan teruskan tautan atau kode kepada siapa pun, lalu kabari loket hasilnya.',
    en: "Your turn: take the last step on BSrE's page yourself, forward no link or code to anybody, then tell the counter how it went.",
  },
  completed: {
    id: 'Pengajuan ini selesai. Masih bermasalah? Datang lagi ke loket dalam 14 hari.',
    en: 'This request is done. Still in trouble? Come back to the counter within 14 days.',
  },
}

/** What comes next for a requester without a chat. */
export const nextAtCounter = (c: Case, language: Language): string =>
  atCounter[c.status]?.[language] ?? nextSentenceOf(c, language)
