import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Bilingual, Language } from './language.ts'
import { type Stage, type Staged, stageOf } from './staff-stage.ts'

/** What staff does next with a case as it stands, in Pandu and in AMS. */
export function staffNext(c: Staged, language: Language): string {
  const { pandu, ams } = steps[stageOf(c)]
  return `${pandu[language]} AMS: ${(ams === 'check' ? amsChecks[c.procedure] : ams)[language]}`
}

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

interface Step {
  readonly pandu: Bilingual
  readonly ams: Bilingual | 'check'
}

const steps: Readonly<Record<Stage, Step>> = {
  draft: {
    pandu: { id: 'Menunggu pemohon mengirim.', en: 'Waiting for the requester to send.' },
    ams: nothingYet,
  },
  submitted: {
    pandu: {
      id: 'Tekan Periksa; pengajuan langsung Anda pegang.',
      en: 'Press Review; the request is yours at once.',
    },
    ams: 'check',
  },
  'in-review': {
    pandu: {
      id: 'Buka semua bukti di meja kerja, pastikan identitas pemohon, lalu putuskan lewat Periksa.',
      en: "Open every proof at the desk, confirm the requester's identity, then decide with Review.",
    },
    ams: 'check',
  },
  'needs-correction': {
    pandu: {
      id: 'Menunggu perbaikan pemohon; kartu ini berubah saat ia mengirim lagi.',
      en: "Waiting for the requester's correction; this card changes when it is sent again.",
    },
    ams: nothingYet,
  },
  settling: {
    pandu: {
      id: 'Kerjakan di AMS, lalu pilih hasilnya lewat Periksa; pemohon langsung membacanya.',
      en: 'Do it in AMS, then choose the outcome with Review; the requester reads it at once.',
    },
    ams: 'check',
  },
  accepting: {
    pandu: {
      id: 'Buka semua berkas di meja kerja, lalu terima lewat Periksa; belum ada yang dicabut.',
      en: 'Open every file at the desk, then accept with Review; nothing is revoked yet.',
    },
    ams: 'check',
  },
  'awaiting-signature': {
    pandu: {
      id: 'Menunggu TTE penanggung jawab; formulirnya dikirim kepadanya setiap pagi dan dapat diunduh di meja kerja.',
      en: 'Waiting for the person in charge to sign; the form is mailed every morning and can be downloaded at the desk.',
    },
    ams: nothingYet,
  },
  'form-back': {
    pandu: {
      id: 'Formulir bertanda tangan sudah kembali. Buka di meja kerja, periksa di portal verifikasi BSrE, lalu legalisasi.',
      en: "The signed form is back. Open it at the desk, check it on BSrE's verification portal, then legalise.",
    },
    ams: nothingYet,
  },
  legalised: {
    pandu: {
      id: 'Pandu menyiapkan berkas untuk contact center BSrE; Anda cukup menunggu.',
      en: 'Pandu is preparing the file for the BSrE contact center; you only need to wait.',
    },
    ams: nothingYet,
  },
  'ready-to-revoke': {
    pandu: {
      id: 'Semua siap; menunggu pemohon mengajukan pencabutan pada saat yang ia pilih.',
      en: 'All is ready; the requester chooses when to ask for revocation.',
    },
    ams: nothingYet,
  },
  'awaiting-revocation': {
    pandu: {
      id: 'Cabut sertifikat lama, lalu tekan Sudah dicabut; sesudah itu berkas diteruskan.',
      en: 'Revoke the old certificate, then press Revoked; the file goes on after that.',
    },
    ams: {
      id: 'cabut sertifikat lama, atau minta verifikator instansi lama mencabutnya.',
      en: 'revoke the old certificate, or have the verifier of the former agency do it.',
    },
  },
  'ready-to-send': {
    pandu: {
      id: 'Berkas segera diteruskan ke contact center BSrE; Anda cukup menunggu.',
      en: 'The file goes to the BSrE contact center soon; you only need to wait.',
    },
    ams: nothingYet,
  },
  'with-contact-center': {
    pandu: {
      id: 'Petugas contact center memprosesnya di BSrE; lamanya tidak dapat dijanjikan.',
      en: 'An agent of the contact center handles it at BSrE; how long that takes cannot be promised.',
    },
    ams: nothingYet,
  },
  returned: {
    pandu: {
      id: 'BSrE mengembalikan berkas. Tekan Periksa; alasannya tampil di meja kerja.',
      en: 'BSrE has returned the file. Press Review; the reason is shown at the desk.',
    },
    ams: 'check',
  },
  approved: {
    pandu: {
      id: 'BSrE mengirim tautan ke email dinas pemohon; jangan meminta tautan atau kodenya.',
      en: "BSrE sends the link to the requester's office mail; never ask for the link or its code.",
    },
    ams: nothingYet,
  },
  'awaiting-requester': {
    pandu: {
      id: 'Pemohon sendiri yang membuka tautannya; jangan meminta tautan atau kodenya.',
      en: 'Only the requester opens the link; never ask for it or its code.',
    },
    ams: {
      id: 'setelah pemohon selesai, pastikan akunnya aktif.',
      en: 'once the requester is done, make sure that the account is active.',
    },
  },
  answering: {
    pandu: {
      id: 'Petugas contact center menjawab pertanyaan ini di meja kerja.',
      en: 'An agent of the contact center answers this question at the desk.',
    },
    ams: nothingMore,
  },
  reissue: {
    pandu: {
      id: 'Data sudah diverifikasi. Setelah penerbitan ulang diajukan, tekan Penerbitan ulang diajukan.',
      en: 'The data is verified. Once a new certificate is asked for, press New certificate asked for.',
    },
    ams: {
      id: 'ajukan penerbitan ulang, atau biarkan pemohon sendiri yang mengajukannya.',
      en: 'ask for a new certificate, or leave that to the requester.',
    },
  },
  reissued: {
    pandu: {
      id: 'Penerbitan ulang sudah diajukan; menunggu pemohon mengabari bahwa sertifikatnya terbit.',
      en: 'A new certificate is asked for; the requester tells when it is issued.',
    },
    ams: {
      id: 'pastikan sertifikat baru terbit; passphrase dibuat pemohon sendiri.',
      en: 'make sure that it is issued; only the requester sets the passphrase.',
    },
  },
  'own-step': {
    pandu: {
      id: 'Sudah diselesaikan; pemohon menempuh langkahnya sendiri dan mengabari hasilnya.',
      en: 'Settled; the requester takes the next step alone and tells how it went.',
    },
    ams: nothingMore,
  },
  done: { pandu: { id: 'Selesai.', en: 'Done.' }, ams: nothingMore },
  completed: {
    pandu: { id: 'Selesai; pemohon melapor berhasil.', en: 'Done; the requester reported success.' },
    ams: { id: 'pastikan akun pemohon aktif.', en: "make sure that the requester's account is active." },
  },
  rejected: {
    pandu: { id: 'Ditutup; pemohon sudah diberi tahu alasannya.', en: 'Closed; the requester was told why.' },
    ams: nothingMore,
  },
  cancelled: { pandu: { id: 'Ditutup karena dibatalkan.', en: 'Closed because it was cancelled.' }, ams: nothingMore },
  expired: {
    pandu: { id: 'Ditutup karena batas waktunya lewat.', en: 'Closed because its time ran out.' },
    ams: nothingMore,
  },
}
