import type { Bilingual } from './language.ts'
import type { Stage } from './staff-stage.ts'

/** What staff does next in Pandu, or what it waits for. */
export const panduSteps: Readonly<Record<Stage, Bilingual>> = {
  draft: { id: 'Menunggu pemohon mengirim.', en: 'Waiting for the requester to send.' },
  submitted: {
    id: 'Tekan Periksa; pengajuan langsung Anda pegang.',
    en: 'Press Review; the request is yours at once.',
  },
  'in-review': {
    id: 'Buka semua bukti di meja kerja, pastikan identitas pemohon, lalu putuskan lewat Periksa.',
    en: "Open every proof at the desk, confirm the requester's identity, then decide with Review.",
  },
  'needs-correction': {
    id: 'Menunggu perbaikan pemohon; kartu ini berubah saat ia mengirim lagi.',
    en: "Waiting for the requester's correction; this card changes when it is sent again.",
  },
  settling: {
    id: 'Kerjakan di AMS, lalu pilih hasilnya lewat Periksa; pemohon langsung membacanya.',
    en: 'Do it in AMS, then choose the outcome with Review; the requester reads it at once.',
  },
  accepting: {
    id: 'Buka semua berkas di meja kerja, lalu terima lewat Periksa; belum ada yang dicabut.',
    en: 'Open every file at the desk, then accept with Review; nothing is revoked yet.',
  },
  'awaiting-signature': {
    id: 'Menunggu TTE penanggung jawab; formulirnya dikirim kepadanya setiap pagi dan dapat diunduh di meja kerja.',
    en: 'Waiting for the person in charge to sign; the form is mailed every morning and can be downloaded at the desk.',
  },
  'form-back': {
    id: 'Formulir bertanda tangan sudah kembali, dan tanda tangannya sudah diperiksa. Buka di meja kerja, lalu legalisasi.',
    en: 'The signed form is back, and its signature was verified. Open it at the desk, then legalise.',
  },
  'form-doubted': {
    id: 'Formulir bertanda tangan sudah kembali, tetapi tanda tangannya perlu dipastikan. Baca sebabnya di meja kerja; bila perlu, periksa juga di portal verifikasi BSrE. Pastikan di sana, lalu legalisasi.',
    en: "The signed form is back, but somebody has to confirm its signature. Read why at the desk; where needed, check it on BSrE's verification portal as well. Confirm it there, then legalise.",
  },
  'cover-unsigned': {
    id: 'Menunggu tanda tangan elektronik verifikatornya: unduh lembar pengantar di meja kerja, tandatangani, lalu unggah.',
    en: 'Waiting for the electronic signature of its verifier: download the cover sheet at the desk, sign it, upload it.',
  },
  legalised: {
    id: 'Pandu menyiapkan berkas untuk contact center BSrE; Anda cukup menunggu.',
    en: 'Pandu is preparing the file for the BSrE contact center; you only need to wait.',
  },
  'ready-to-revoke': {
    id: 'Semua siap; menunggu pemohon mengajukan pencabutan pada saat yang ia pilih.',
    en: 'All is ready; the requester chooses when to ask for revocation.',
  },
  'awaiting-revocation': {
    id: 'Cabut sertifikat lama, lalu tekan Sudah dicabut; sesudah itu berkas diteruskan.',
    en: 'Revoke the old certificate, then press Revoked; the file goes on after that.',
  },
  'ready-to-send': {
    id: 'Berkas segera diteruskan ke contact center BSrE; Anda cukup menunggu.',
    en: 'The file goes to the BSrE contact center soon; you only need to wait.',
  },
  'with-contact-center': {
    id: 'Petugas contact center memprosesnya di BSrE; lamanya tidak dapat dijanjikan.',
    en: 'An agent of the contact center handles it at BSrE; how long that takes cannot be promised.',
  },
  returned: {
    id: 'BSrE mengembalikan berkas. Tekan Periksa; alasannya tampil di meja kerja.',
    en: 'BSrE has returned the file. Press Review; the reason is shown at the desk.',
  },
  approved: {
    id: 'BSrE mengirim tautan ke email dinas pemohon; jangan meminta tautan atau kodenya.',
    en: "BSrE sends the link to the requester's office mail; never ask for the link or its code.",
  },
  'awaiting-requester': {
    id: 'Pemohon sendiri yang membuka tautannya; jangan meminta tautan atau kodenya.',
    en: 'Only the requester opens the link; never ask for it or its code.',
  },
  answering: {
    id: 'Petugas contact center menjawab pertanyaan ini di meja kerja.',
    en: 'An agent of the contact center answers this question at the desk.',
  },
  reissue: {
    id: 'Data sudah diverifikasi. Setelah penerbitan ulang diajukan, tekan Penerbitan ulang diajukan.',
    en: 'The data is verified. Once a new certificate is asked for, press New certificate asked for.',
  },
  reissued: {
    id: 'Penerbitan ulang sudah diajukan; menunggu pemohon mengabari bahwa sertifikatnya terbit.',
    en: 'A new certificate is asked for; the requester tells when it is issued.',
  },
  'own-step': {
    id: 'Sudah diselesaikan; pemohon menempuh langkahnya sendiri dan mengabari hasilnya.',
    en: 'Settled; the requester takes the next step alone and tells how it went.',
  },
  done: { id: 'Selesai.', en: 'Done.' },
  completed: { id: 'Selesai; pemohon melapor berhasil.', en: 'Done; the requester reported success.' },
  rejected: { id: 'Ditutup; pemohon sudah diberi tahu alasannya.', en: 'Closed; the requester was told why.' },
  cancelled: { id: 'Ditutup karena dibatalkan.', en: 'Closed because it was cancelled.' },
  expired: { id: 'Ditutup karena batas waktunya lewat.', en: 'Closed because its time ran out.' },
}
