import type { StaffNoticeCode } from '../../core/message/message.ts'
import type { Bilingual } from './language.ts'

/** Why a verifier or agent gets a mail about a case: the subject behind its number, and what to do. */
export interface StaffMailText {
  readonly subject: Bilingual
  readonly body: Bilingual
}

export const staffMailText: Readonly<Record<StaffNoticeCode, StaffMailText>> = {
  loss: {
    subject: { id: 'KEHILANGAN: pencabutan dalam satu jam', en: 'LOSS: revocation within the hour' },
    body: {
      id: 'Pemohon meminta pencabutan karena perangkat hilang atau passphrase bocor. Dahulukan pengajuan ini; targetnya satu jam.',
      en: 'The requester asks for revocation after a loss or leak. Take this case first; its target is one hour.',
    },
  },
  wrote: {
    subject: { id: 'pesan baru dari pemohon', en: 'a new message of the requester' },
    body: {
      id: 'Pemohon menulis kepada petugas. Baca dan balas di meja kerja; isinya tidak ikut dalam email ini.',
      en: 'The requester wrote to staff. Read and answer it at the desk; its words are not in this mail.',
    },
  },
  'help-wanted': {
    subject: { id: 'rekan meminta bantuan', en: 'a colleague asks for help' },
    body: {
      id: 'Pemegang pengajuan ini meminta bantuan. Alasannya ada di riwayat pada meja kerja; bila Anda dapat melanjutkannya, ambil alih dengan alasan.',
      en: 'Whoever holds this case asks for help. The reason stands in its history at the desk; if you can go on with it, take it over with a reason.',
    },
  },
  assigned: {
    subject: { id: 'pengajuan ditugaskan kepada Anda', en: 'a case was assigned to you' },
    body: {
      id: 'Rekan Anda menyerahkan pengajuan ini kepada Anda. Tanpa kegiatan selama satu hari, pengajuan kembali ke antrean.',
      en: 'A colleague has put this case into your hands. Without any activity for a day it goes back to the queue.',
    },
  },
  relieved: {
    subject: { id: 'pengajuan diambil alih rekan', en: 'a colleague has taken over your case' },
    body: {
      id: 'Rekan Anda mengambil alih pengajuan ini; alasannya ada di riwayat pada meja kerja. Draf yang Anda tulis tetap tersimpan.',
      en: 'A colleague has taken over this case; the reason stands in its history at the desk. What you were writing is kept.',
    },
  },
  woken: {
    subject: { id: 'penundaan berakhir', en: 'the snooze is over' },
    body: {
      id: 'Pengajuan yang Anda tunda perlu dilihat lagi. Tanpa kegiatan selama 20 menit, pengajuan kembali ke antrean.',
      en: 'A case that you put aside wants another look. Without any activity for 20 minutes it goes back to the queue.',
    },
  },
  mailed: {
    subject: { id: 'surat masuk yang belum terverifikasi', en: 'a mail came in, unverified' },
    body: {
      id: 'Ada surat elektronik masuk untuk pengajuan ini. Alamat pengirim dapat dipalsukan: baca di meja kerja, dan pastikan lewat jalur lain sebelum bertindak. Isinya tidak ikut dalam email ini.',
      en: 'A mail came in for this case. A sender address can be forged: read it at the desk, and make sure in another way before you act. Its words are not in this mail.',
    },
  },
  'form-back': {
    subject: { id: 'formulir bertanda tangan sudah kembali', en: 'the signed form is back' },
    body: {
      id: 'Penanggung jawab sudah mengunggah formulir bertanda tangan. Baca hasil pemeriksaan tanda tangannya di meja kerja, lalu legalisasi.',
      en: 'The person in charge has uploaded the signed form. Read at the desk what was found of its signature, then legalise.',
    },
  },
  revoke: {
    subject: { id: 'sertifikat lama harus dicabut', en: 'an old certificate is to be revoked' },
    body: {
      id: 'Pemohon mengajukan pencabutan. Cabut sertifikat lamanya di AMS, lalu catat di meja kerja.',
      en: 'The requester asks for revocation. Revoke the old certificate in AMS, then note it at the desk.',
    },
  },
  rebound: {
    subject: { id: 'obrolan pemohon berganti', en: 'the requester has another chat now' },
    body: {
      id: 'Obrolan Telegram baru menggantikan obrolan yang selama ini terhubung dengan pegawai ini. Selama 24 jam pengajuan tidak dapat diteruskan, kecuali Anda menemuinya. Pastikan bahwa penggantian itu memang kehendaknya.',
      en: 'A new Telegram chat takes the place of the one that was tied to this employee. For 24 hours the case cannot go on unless you meet the person. Make sure that they wanted the change.',
    },
  },
  'tell-requester': {
    subject: { id: 'beri tahu pemohon langsung', en: 'tell a requester in person' },
    body: {
      id: 'Pemohon pengajuan loket ini tidak punya obrolan, dan kabar ini tidak dapat dikirim lewat email. Beri tahu langsung atau lewat telepon, lalu catat di meja kerja (halaman Loket).',
      en: 'The requester of this case of the counter has no chat, and no mail can carry this news. Tell them in person or by phone, then note it at the desk (page Counter).',
    },
  },
  'handed-over': {
    subject: { id: 'pengajuan diteruskan kepada Anda', en: 'a case was handed over to you' },
    body: {
      id: 'Verifikatornya sedang cuti, dan Anda penggantinya. Lanjutkan pemeriksaan di meja kerja.',
      en: 'Its verifier is away, and you are the deputy. Go on with the review at the desk.',
    },
  },
  substitute: {
    subject: { id: 'verifikator instansi lain sedang tidak ada', en: "another agency's verifiers are away" },
    body: {
      id: 'Tidak ada verifikator yang dapat memeriksa pengajuan ini di instansinya, dan Anda verifikator cadangannya. Buka meja kerja, lalu ambil pengajuan ini.',
      en: 'Its agency has no verifier who can review this case, and you are its fallback. Open the desk, then take it.',
    },
  },
  'no-verifier': {
    subject: { id: 'tidak ada verifikator', en: 'there is no verifier' },
    body: {
      id: 'Tidak ada verifikator yang dapat memeriksa pengajuan ini, dan instansinya tidak punya verifikator cadangan. Hubungi instansi itu; pengajuan menunggu sampai ada verifikator.',
      en: 'Nobody can review this case, and its agency has no fallback verifier. Contact that agency; the case waits until it has a verifier.',
    },
  },
  arrived: {
    subject: { id: 'pengajuan baru menunggu Anda', en: 'a new case is waiting' },
    body: {
      id: 'Pengajuan baru menunggu. Buka meja kerja, lalu ambil pengajuan ini.',
      en: 'A new case is waiting. Open the desk, then take it.',
    },
  },
  urgent: {
    subject: { id: 'pengajuan mendesak menunggu Anda', en: 'an urgent case is waiting' },
    body: {
      id: 'Pengajuan ini mendesak karena ada dokumen yang harus segera ditandatangani. Dahulukan.',
      en: 'This case is urgent: a document must be signed soon. Take it first.',
    },
  },
  'due-soon': {
    subject: { id: 'pengajuan segera jatuh tempo', en: 'a case is due soon' },
    body: {
      id: 'Empat perlima target pengajuan ini sudah terpakai, dan gilirannya pada Anda. Mohon didahulukan.',
      en: 'Four fifths of the target time of this case are used, and it is your turn. Please take it next.',
    },
  },
  unsigned: {
    subject: { id: 'formulir belum ditandatangani', en: 'a form is not signed yet' },
    body: {
      id: 'Formulir pengajuan ini masih menunggu tanda tangan elektronik penanggung jawab. Ingatkan beliau, atau unggah formulir yang sudah ditandatangani di meja kerja.',
      en: 'The form of this case still waits for the signature of the person in charge. Remind them, or upload the signed form at the desk.',
    },
  },
  escalated: {
    subject: { id: 'ESKALASI: pengajuan lama lewat batas', en: 'ESCALATED: a case is long overdue' },
    body: {
      id: 'Pengajuan ini sudah lama lewat batas, dan pemegangnya sudah diingatkan. Pastikan ada yang menanganinya: hubungi pemegangnya, atau minta rekannya mengambil alih.',
      en: 'This case is long overdue, and its holder has been reminded. Make sure that somebody deals with it: reach its holder, or have a colleague take over.',
    },
  },
  overdue: {
    subject: { id: 'pengajuan lewat batas waktu', en: 'a case is overdue' },
    body: {
      id: 'Batas waktu pengajuan ini sudah lewat dan gilirannya masih pada Anda.',
      en: 'The target time of this case has passed, and it is still your turn.',
    },
  },
  'returned-by-bsre': {
    subject: { id: 'berkas dikembalikan BSrE', en: 'a file came back from BSrE' },
    body: {
      id: 'BSrE mengembalikan berkas pengajuan ini. Alasannya tercatat di meja kerja; periksa, lalu perbaiki bersama pemohon.',
      en: 'BSrE has returned the file of this case. The reason stands at the desk; check it and correct it with the requester.',
    },
  },
  resubmitted: {
    subject: { id: 'perbaikan sudah dikirim pemohon', en: 'a correction has come in' },
    body: {
      id: 'Pemohon sudah mengirim perbaikan yang diminta. Hanya bagian itu yang berubah.',
      en: 'The requester has sent the correction asked for. Only those parts have changed.',
    },
  },
  setback: {
    subject: { id: 'pemohon terkendala', en: 'a requester is in trouble' },
    body: {
      id: 'Pemohon melaporkan kendala atau tautannya kedaluwarsa. Pengajuan ini di puncak antrean Anda.',
      en: 'The requester reports trouble or an expired link. This case is on top of your queue.',
    },
  },
  undelivered: {
    subject: { id: 'sebuah kiriman gagal', en: 'something could not be delivered' },
    body: {
      id: 'Sebuah pesan atau berkas untuk pengajuan ini tidak akan sampai, misalnya karena pemohon memblokir bot atau email ditolak. Hubungi pemohon dengan cara lain, atau beri tahu administrator.',
      en: 'A message or a file for this case will never arrive, for instance because the requester blocked the bot or a mail was refused. Reach the requester in another way, or tell the administrator.',
    },
  },
  cancelled: {
    subject: { id: 'pengajuan dibatalkan pemohon', en: 'a case was cancelled' },
    body: {
      id: 'Pemohon membatalkan pengajuan ini. Tidak ada yang perlu Anda lakukan.',
      en: 'The requester has cancelled this case. There is nothing for you to do.',
    },
  },
}

/** Labels and closing words of mails to staff. */
export const staffMailFrame = {
  case: { id: 'Pengajuan', en: 'Case' },
  service: { id: 'Layanan', en: 'Service' },
  due: { id: 'Batas', en: 'Due' },
  desk: { id: 'Meja kerja', en: 'Desk' },
  closing: {
    id: 'Alamat di atas hanya terbuka setelah Anda masuk. Surat ini dikirim otomatis dan sengaja tidak memuat data pribadi.',
    en: 'The address above opens only once you have signed in. This mail is sent automatically and holds no personal data on purpose.',
  },
} as const satisfies Record<string, Bilingual>

/** The mail that carries a one-time link to the desk. */
export const loginMail = {
  subject: { id: 'tautan masuk meja kerja', en: 'your link to the desk' },
  body: {
    id: 'Berikut tautan masuk Anda ke meja kerja Pandu. Berlaku 10 menit dan hanya sekali.',
    en: 'Here is your link to the Pandu desk. It is good for 10 minutes, and once only.',
  },
  closing: {
    id: 'Jangan teruskan tautan ini. Bukan Anda yang meminta? Abaikan surat ini; tanpa ditekan, tautan itu tidak membuka apa pun.',
    en: 'Do not forward this link. You did not ask for it? Ignore this mail; unless it is pressed, the link opens nothing.',
  },
} as const satisfies Record<string, Bilingual>
