import type { Bilingual } from './language.ts'

/** Words of the panel in which the signed form comes back. */
export const formText = {
  title: { id: 'Formulir untuk penanggung jawab', en: 'Form for the person in charge' },
  making: { id: 'Formulir sedang dibuat.', en: 'The form is being made.' },
  waitsFor: { id: 'Menunggu tanda tangan elektronik', en: 'Waiting for the electronic signature of' },
  acting: { id: 'pejabat pelaksana', en: 'acting' },
  issuedAt: { id: 'Diterbitkan', en: 'Issued' },
  download: { id: 'Unduh formulir (PDF)', en: 'Download the form (PDF)' },
  unverifying: {
    id: 'Tanda tangan belum dapat diperiksa di sini: sertifikat induk tepercaya belum dipasang (TRUST_ANCHORS_DIR). Anda yang memutuskan, dan keputusan itu dicatat.',
    en: 'Signatures cannot be verified here: no trusted root certificate is set up (TRUST_ANCHORS_DIR). You decide, and that is recorded.',
  },
  file: { id: 'Salinan bertanda tangan (PDF, paling besar 10 MB)', en: 'Signed copy (PDF, at most 10 MB)' },
  upload: { id: 'Unggah salinan bertanda tangan', en: 'Upload the signed copy' },
  again: { id: 'Unggah salinan lain', en: 'Upload another copy' },
  back: { id: 'Salinan bertanda tangan sudah kembali', en: 'The signed copy is back' },
  fromVerifier: { id: 'diunggah verifikator', en: 'uploaded by a verifier' },
  fromPerson: { id: 'diunggah lewat tautan penanggung jawab', en: "uploaded by the person in charge's link" },
  appended: {
    id: 'Isinya diawali persis berkas yang kami terbitkan.',
    en: 'It begins with exactly the file that we issued.',
  },
  rewritten: {
    id: 'Berkasnya ditulis ulang oleh aplikasi penanda tangan; semua isian sama dengan yang kami terbitkan.',
    en: 'The signing program wrote the file anew; every field says what we issued.',
  },
  differs: {
    id: 'Isian yang berbeda dari yang kami terbitkan; periksa sebelum melegalisasi',
    en: 'Fields that differ from what we issued; look before you legalise',
  },
  downloadSigned: { id: 'Unduh salinan bertanda tangan', en: 'Download the signed copy' },
  legalise: { id: 'Legalisasikan', en: 'Legalise' },
  otherHolder: {
    id: 'Yang memeriksa pengajuan ini melegalisasinya:',
    en: 'Whoever reviewed this case legalises it:',
  },
  takeOver: { id: 'Ambil alih, formulir tetap berlaku', en: 'Take it over, the form stays good' },
  takeOverHint: {
    id: 'Ia tidak ada? Ambil alih, buka sendiri semua berkasnya, lalu legalisasikan.',
    en: 'Not there? Take the case over, open all its files yourself, then legalise it.',
  },
  withdraw: { id: 'Tarik formulir dan periksa lagi', en: 'Withdraw the form and review again' },
  withdrawHint: {
    id: 'Formulir yang sudah diterbitkan tidak berlaku lagi; sesudah diterima dibuat yang baru.',
    en: 'The form that was issued is void then; once accepted a new one is made.',
  },
} as const satisfies Record<string, Bilingual>

/** Words around accepting a review and what follows it. */
export const changeText = {
  accept: { id: 'Terima, semua benar', en: 'Accept, all is right' },
  acceptToForm: {
    id: 'Sesudah diterima, formulirnya dibuat dan menunggu TTE penanggung jawab. Belum ada yang dicabut.',
    en: 'Once accepted, the form is made and waits for the signature of the person in charge. Nothing is revoked yet.',
  },
  acceptToRevoke: {
    id: 'Sesudah diterima, pemohon sendiri yang mengajukan pencabutan. Belum ada yang dicabut.',
    en: 'Once accepted, the requester alone asks for the revocation. Nothing is revoked yet.',
  },
  revocation: { id: 'Pencabutan sertifikat lama', en: 'Revocation of the old certificate' },
  revoked: { id: 'Sudah dicabut', en: 'Revoked' },
  revokedHint: {
    id: 'Tekan hanya setelah sertifikat lama benar-benar dicabut di AMS: pemohon langsung diberi tahu bahwa TTE-nya tidak aktif.',
    en: 'Press only once the old certificate is revoked in AMS indeed: the requester is told at once that signing has stopped.',
  },
  reissue: { id: 'Penerbitan ulang', en: 'New certificate' },
  reissueAsked: { id: 'Penerbitan ulang diajukan', en: 'New certificate asked for' },
  signing: { id: 'Tanda tangan pemohon', en: "Requester's signing" },
  plannedOn: { id: 'Tanggal pencabutan pilihan pemohon', en: 'Day of revocation that the requester chose' },
  steps: { id: 'Langkah demi langkah', en: 'Step by step' },
} as const satisfies Record<string, Bilingual>

/** The one page that a verifier of the former agency sees. */
export const formerText = {
  title: { id: 'Pencabutan untuk pegawai yang pindah', en: 'Revocation for an employee who moved' },
  name: { id: 'Nama', en: 'Name' },
  number: { id: 'Nomor pengajuan', en: 'Case number' },
  task: {
    id: 'Pegawai ini pindah dari instansi Anda dan sudah mengajukan pencabutan sertifikat elektroniknya. Cabut sertifikat lamanya di AMS, lalu tekan Sudah dicabut.',
    en: 'This employee has moved from your agency and has asked for the revocation of the certificate. Revoke the old certificate in AMS, then press Revoked.',
  },
  done: {
    id: 'Sertifikatnya sudah dicatat dicabut. Tidak ada lagi yang perlu Anda lakukan.',
    en: 'The certificate is noted as revoked. There is nothing more for you to do.',
  },
} as const satisfies Record<string, Bilingual>

/** The page of a one-time link on which the signed form comes back. */
export const doorText = {
  title: { id: 'Unggah formulir bertanda tangan', en: 'Upload the signed form' },
  forWhom: { id: 'Formulir untuk', en: 'Form for' },
  number: { id: 'Nomor pengajuan', en: 'Case number' },
  how: {
    id: 'Tanda tangani PDF yang kami kirim lewat email secara elektronik, lalu unggah berkasnya di sini. Satu PDF, paling besar 10 MB. Tautan ini hanya untuk satu formulir dan satu kali.',
    en: 'Sign the PDF that we mailed electronically, then upload that file here. One PDF, at most 10 MB. This link is for one form and works once.',
  },
  file: { id: 'PDF bertanda tangan', en: 'Signed PDF' },
  send: { id: 'Kirim', en: 'Send' },
  doneTitle: { id: 'Terima kasih', en: 'Thank you' },
  done: {
    id: 'Formulir bertanda tangan sudah kami terima; verifikator memeriksanya. Tautan ini tidak berlaku lagi.',
    en: 'The signed form has arrived; the verifier checks it. This link is no longer in use.',
  },
  spentTitle: { id: 'Tautan tidak berlaku', en: 'This link does not work' },
  spent: {
    id: 'Tautan ini sudah dipakai, kedaluwarsa, atau formulirnya ditarik. Pakai tautan di email terbaru, atau kirim berkasnya kepada verifikator.',
    en: 'This link was used, has expired, or its form was withdrawn. Use the link in the newest mail, or give the file to the verifier.',
  },
  unsigned: {
    id: 'PDF itu belum ditandatangani secara elektronik. Tanda tangani dahulu, lalu kirim lagi.',
    en: 'That PDF is not signed electronically yet. Sign it first, then send it again.',
  },
  other: {
    id: 'PDF itu bukan formulir yang kami kirim, atau isinya sudah berubah (disunting, dipindai, atau dicetak ulang). Pakai berkas dari email itu apa adanya, tanda tangani, lalu kirim.',
    en: 'That PDF is not the form that we mailed, or its content has changed (edited, scanned or printed anew). Take the file of that mail as it is, sign it, then send it.',
  },
} as const satisfies Record<string, Bilingual>
