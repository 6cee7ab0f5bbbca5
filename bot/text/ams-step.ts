import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Bilingual } from './language.ts'
import type { Stage } from './staff-stage.ts'

const nothingYet: Bilingual = { id: 'belum ada yang perlu dilakukan.', en: 'nothing to do yet.' }
const nothingMore: Bilingual = { id: 'tidak ada yang perlu dilakukan.', en: 'nothing to do.' }

/** What a verifier looks up or does in AMS before deciding. */
export const amsChecks: Readonly<Record<ProcedureName, Bilingual>> = {
  reactivation: {
    id: 'pastikan akun pemohon memang dinonaktifkan (compromised).',
    en: "make sure that the requester's account is disabled (compromised) indeed.",
  },
  'passphrase-reset': {
    id: 'periksa email dinas dan status akun pemohon, lalu kirim ulang tautan reset passphrase.',
    en: "check the requester's office mail and account, then send the passphrase reset link again.",
  },
  'data-change': {
    id: 'cocokkan data lama dengan akun pemohon; jangan mencabut apa pun sebelum pemohon memintanya.',
    en: "compare the old data with the requester's account; revoke nothing before the requester asks for it.",
  },
  registration: {
    id: 'cari NIK pemohon; bila belum ada, daftarkan dengan email dinas dan surat rekomendasinya.',
    en: "look for the requester's NIK; if there is none, register it with office mail and letter.",
  },
  activation: {
    id: 'periksa apakah akun sudah terdaftar, emailnya benar, dan kirim ulang aktivasi atau verifikasi manual.',
    en: 'check that the account exists with the right mail; send the activation again or verify by hand.',
  },
  issuance: {
    id: 'periksa status sertifikat: masih aktif, expired, atau menunggu verifikasi.',
    en: 'check the state of the certificate: active, expired or waiting for verification.',
  },
  revocation: {
    id: 'pastikan pemiliknya, lalu cabut sertifikatnya dengan alasan yang sama.',
    en: 'make sure whose it is, then revoke the certificate with the same reason.',
  },
  question: nothingMore,
  'lost-authenticator': {
    id: 'pastikan akun pemohon aktif dan tidak ditandai compromised.',
    en: "make sure that the requester's account is active and not marked compromised.",
  },
}

/** What staff does next in AMS; `check`: what the procedure has them look up there. */
export const amsSteps: Readonly<Record<Stage, Bilingual | 'check'>> = {
  draft: nothingYet,
  submitted: 'check',
  'in-review': 'check',
  'needs-correction': nothingYet,
  settling: 'check',
  accepting: 'check',
  'awaiting-signature': nothingYet,
  'form-back': nothingYet,
  'form-doubted': nothingYet,
  legalised: nothingYet,
  'cover-unsigned': nothingYet,
  'ready-to-revoke': nothingYet,
  'awaiting-revocation': {
    id: 'cabut sertifikat lama, atau minta verifikator instansi lama mencabutnya.',
    en: 'revoke the old certificate, or have the verifier of the former agency do it.',
  },
  'ready-to-send': nothingYet,
  'with-contact-center': nothingYet,
  returned: 'check',
  approved: nothingYet,
  'awaiting-requester': {
    id: 'setelah pemohon selesai, pastikan akunnya aktif.',
    en: 'once the requester is done, make sure that the account is active.',
  },
  answering: nothingMore,
  reissue: {
    id: 'ajukan penerbitan ulang, atau biarkan pemohon sendiri yang mengajukannya.',
    en: 'ask for a new certificate, or leave that to the requester.',
  },
  reissued: {
    id: 'pastikan sertifikat baru terbit; passphrase dibuat pemohon sendiri.',
    en: 'make sure that it is issued; only the requester sets the passphrase.',
  },
  'own-step': nothingMore,
  done: nothingMore,
  completed: { id: 'pastikan akun pemohon aktif.', en: "make sure that the requester's account is active." },
  rejected: nothingMore,
  cancelled: nothingMore,
  expired: nothingMore,
}
