import type { Bilingual } from './language.ts'

/** Words of the panel in which a verifier legalises by their own signature. */
export const coverText = {
  title: { id: 'Tanda tangani lembar pengantar', en: 'Sign the cover sheet' },
  how: {
    id: 'Unduh lembar pengantar, tandatangani dengan sertifikat elektronik Anda sendiri di aplikasi TTE, lalu unggah hasilnya apa adanya. Baru setelah itu berkasnya disegel dan diteruskan.',
    en: 'Download the cover sheet, sign it with your own certificate in your signing application, then upload the result as it is. Only then the dossier is sealed and passed on.',
  },
  download: { id: 'Unduh lembar pengantar (PDF)', en: 'Download the cover sheet (PDF)' },
  file: { id: 'Lembar bertanda tangan (PDF, paling besar 10 MB)', en: 'Signed sheet (PDF, at most 10 MB)' },
  own: {
    id: 'Sertifikat baru ini milik saya sendiri; catat sebagai milik saya.',
    en: 'This new certificate is my own; note it as mine.',
  },
  upload: { id: 'Unggah lembar bertanda tangan', en: 'Upload the signed sheet' },
  issuedAt: { id: 'Diterbitkan', en: 'Issued' },
  waitsFor: { id: 'Menunggu tanda tangan elektronik', en: 'Waiting for the electronic signature of' },
  withdraw: { id: 'Tarik legalisasi dan periksa lagi', en: 'Withdraw the legalisation and review again' },
  withdrawHint: {
    id: 'Lembar yang sudah diterbitkan tidak berlaku lagi; pengajuan kembali ke antrean dan dapat diambil verifikator mana pun dari instansinya.',
    en: 'The sheet that was issued is void then; the case goes back to the queue, where any verifier of its agency can take it.',
  },
} as const satisfies Record<string, Bilingual>
