import type { SignatureReason } from '../../core/signature/reason.ts'
import type { Bilingual } from './language.ts'

const original: Bilingual = {
  id: 'Unggah berkas asli tanpa dicetak, dipindai, digabung, atau disunting.',
  en: 'Upload the original file: not printed, scanned, merged or edited.',
}
const resign: Bilingual = {
  id: 'Minta tanda tangan ulang dengan sertifikat BSrE yang berlaku.',
  en: 'Have it signed again with a BSrE certificate that is in force.',
}
const followed = (said: Bilingual, next: Bilingual): Bilingual => ({
  id: `${said.id} ${next.id}`,
  en: `${said.en} ${next.en}`,
})

/** A structure that no signing application makes: refused, whatever else is true of it. */
const odd = (id: string, en: string): Bilingual => ({
  id: `Struktur tanda tangan tidak wajar: ${id}. Berkas ditolak demi keamanan. Minta berkas asli dari penanda tangan.`,
  en: `The signature has an odd structure: ${en}. The file is refused to be safe. Ask the signer for the original.`,
})

/** What a reason means for whoever has the file, and what to do next. */
export const signatureReasonText = {
  DIGEST_MISMATCH: followed(
    { id: 'Isi dokumen berubah setelah ditandatangani.', en: 'The document was changed after it was signed.' },
    original,
  ),
  SIGNATURE_MISMATCH: odd(
    'tanda tangan tidak cocok dengan sertifikatnya',
    'it does not fit the certificate that it names',
  ),
  BYTERANGE_GAP: odd(
    'ada bagian berkas yang tidak dilindungi tanda tangan',
    'it leaves a part of the file unprotected',
  ),
  BYTERANGE_BOUNDS: odd(
    'bagian yang ditandatangani tidak sesuai dengan berkasnya',
    'what it claims to cover does not fit the file',
  ),
  SIG_REPLACED: odd('tanda tangannya diganti setelah dibuat', 'it was replaced after it was made'),
  SIG_SHARED: odd('satu tanda tangan dipakai di beberapa tempat', 'one signature is used in several places'),
  CMS_MALFORMED: odd('data tanda tangannya rusak', 'its data are damaged'),
  MODIFIED_AFTER_SIGNING: followed(
    {
      id: 'Setelah ditandatangani, dokumen ditambah, diganti, atau dihapus isinya.',
      en: 'After it was signed, something was added to the document, replaced or removed.',
    },
    original,
  ),
  REVOKED: followed(
    {
      id: 'Sertifikat penanda tangan telah dicabut, dan tidak terbukti bahwa dokumen ditandatangani sebelumnya.',
      en: "The signer's certificate was revoked, and nothing proves that the document was signed before that.",
    },
    resign,
  ),
  KEY_USAGE: followed(
    {
      id: 'Sertifikatnya tidak diterbitkan untuk menandatangani dokumen.',
      en: 'The certificate was not issued for signing documents.',
    },
    resign,
  ),
  LEAF_IS_CA: followed(
    {
      id: 'Yang dipakai adalah sertifikat untuk menerbitkan sertifikat, bukan sertifikat penanda tangan.',
      en: 'A certificate that issues certificates was used, not one of a signer.',
    },
    resign,
  ),
  BAD_CHAIN: followed(
    {
      id: 'Sertifikatnya tidak diterbitkan secara sah: penerbitnya tidak berhak menerbitkannya.',
      en: 'The certificate was not issued properly: its issuer had no right to issue it.',
    },
    resign,
  ),
  NO_TRUST_PATH: {
    id: 'Sertifikat tidak diterbitkan oleh PSrE yang kami percayai. Gunakan sertifikat BSrE.',
    en: 'The certificate was not issued by an authority that we trust. Use a BSrE certificate.',
  },
  WEAK_ALGORITHM: followed(
    {
      id: 'Algoritma tanda tangannya sudah lama dan tidak lagi kuat.',
      en: 'The signature uses an old algorithm that is not strong any more.',
    },
    { id: 'Pertimbangkan meminta tanda tangan ulang.', en: 'Consider having it signed again.' },
  ),
  WEAK_KEY: followed(
    { id: 'Kunci penanda tangan terlalu pendek.', en: "The signer's key is too short." },
    { id: 'Pertimbangkan meminta tanda tangan ulang.', en: 'Consider having it signed again.' },
  ),
  EXPIRED: {
    id: 'Masa berlaku sertifikat sudah lewat, dan tidak terbukti bahwa dokumen ditandatangani sebelumnya. Tanyakan kapan ditandatangani, atau minta tanda tangan ulang.',
    en: 'The certificate is over, and nothing proves that the document was signed before that. Ask when it was signed, or have it signed again.',
  },
  NOT_YET_VALID: {
    id: 'Sertifikatnya belum berlaku pada waktu itu. Periksa tanggalnya, atau minta tanda tangan ulang.',
    en: 'The certificate was not in force yet at that time. Check the date, or have it signed again.',
  },
  TIMESTAMP_BROKEN: {
    id: 'Stempel waktunya rusak atau bukan dari layanan yang kami percayai, sehingga waktu tanda tangan tidak terbukti. Tanyakan kapan ditandatangani.',
    en: 'The timestamp is broken, or not of a service that we trust, so the time of signing is not proven. Ask when it was signed.',
  },
  UNCLEAR_CHANGES: {
    id: 'Struktur berkas tidak lazim: ada bagian setelah tanda tangan yang tidak dapat dijelaskan. Bandingkan dengan berkas asli dari penanda tangan.',
    en: 'The file has an unusual structure: something behind the signature cannot be explained. Compare it with the original of the signer.',
  },
  FORM_FILLED: {
    id: 'Kolom formulir diisi setelah ditandatangani, jadi isian itu bukan bagian dari yang ditandatangani. Minta formulir yang lengkap ditandatangani.',
    en: 'Fields were filled in after it was signed, so that is no part of what was signed. Have the completed form signed.',
  },
  ADDED_STAMP: {
    id: 'Sebelum ditandatangani ada yang ditambahkan pada halaman, misalnya nomor, QR, atau stempel. Pastikan tidak menutupi isian.',
    en: 'Before it was signed something was added to a page, such as a number, a QR code or a stamp. Make sure that it hides nothing.',
  },
  SIGNER_MISMATCH: {
    id: 'Penanda tangan bukan Penanggung Jawab terdaftar, atau sertifikatnya belum kami kenal. Bandingkan kedua namanya.',
    en: 'The signer is not the registered person in charge, or the certificate is not known yet. Compare both names.',
  },
  TIME_CLAIMED: {
    id: 'Waktu berasal dari komputer penanda tangan (tanpa stempel waktu TSA).',
    en: "The time is that of the signer's computer (no timestamp of a TSA).",
  },
  REVOCATION_UNKNOWN: {
    id: 'Status pencabutan sertifikat belum dapat dipastikan.',
    en: 'Whether the certificate was revoked could not be told.',
  },
  LTA_UPDATES: {
    id: 'Setelahnya hanya ditambahkan data pembuktian; isi dokumen tidak berubah.',
    en: 'Only data for later proof were added afterwards; the document did not change.',
  },
  SIGNED_AGAIN: {
    id: 'Setelahnya dokumen ditandatangani lagi; isinya tidak berubah.',
    en: 'Afterwards the document was signed again; it did not change.',
  },
  NO_ESS: {
    id: 'Tanda tangan tidak menyebut sertifikatnya sendiri, seperti pada aplikasi lama.',
    en: 'The signature does not name its own certificate, as with older applications.',
  },
  NO_SIGNED_ATTRIBUTES: {
    id: 'Tanda tangan berbentuk lama, tanpa keterangan waktu dan sertifikat di dalamnya.',
    en: 'The signature has an old form, without time and certificate in it.',
  },
} as const satisfies Record<SignatureReason, Bilingual>
