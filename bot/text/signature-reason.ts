import type { SignatureReason } from '../../core/signature/reason.ts'
import type { Bilingual } from './language.ts'

const changed: Bilingual = {
  id: 'Isi dokumen berubah setelah ditandatangani.',
  en: 'The document was changed after it was signed.',
}
const odd: Bilingual = { id: 'Struktur tanda tangan tidak wajar.', en: 'The signature has an odd structure.' }

/** What each reason of a verdict says of a signature. */
export const signatureReasonText: Readonly<Record<SignatureReason, Bilingual>> = {
  DIGEST_MISMATCH: changed,
  MODIFIED_AFTER_SIGNING: changed,
  SIGNATURE_MISMATCH: {
    id: 'Tanda tangan tidak cocok dengan sertifikatnya.',
    en: 'The signature does not fit its certificate.',
  },
  BYTERANGE_GAP: odd,
  BYTERANGE_BOUNDS: odd,
  SIG_REPLACED: odd,
  SIG_SHARED: odd,
  CMS_MALFORMED: odd,
  REVOKED: { id: 'Sertifikat penanda tangan sudah dicabut.', en: "The signer's certificate was revoked." },
  KEY_USAGE: {
    id: 'Sertifikatnya tidak dibuat untuk menandatangani dokumen.',
    en: 'The certificate is not meant for signing documents.',
  },
  LEAF_IS_CA: {
    id: 'Ditandatangani dengan sertifikat penerbit, bukan sertifikat orang.',
    en: "Signed with an issuer's certificate, not with a person's.",
  },
  BAD_CHAIN: { id: 'Rantai sertifikatnya tidak benar.', en: 'The chain of certificates is not right.' },
  NO_TRUST_PATH: {
    id: 'Sertifikat tidak diterbitkan oleh PSrE yang kami percayai.',
    en: 'The certificate was not issued by an authority that we trust.',
  },
  WEAK_ALGORITHM: { id: 'Algoritma tanda tangannya sudah lama.', en: 'The signature uses an outdated algorithm.' },
  WEAK_KEY: { id: 'Kunci penanda tangan terlalu pendek.', en: "The signer's key is too short." },
  EXPIRED: {
    id: 'Sertifikat sudah habis masa berlakunya, dan tidak terbukti kapan ditandatangani.',
    en: 'The certificate has expired, and nothing proves when it was signed.',
  },
  NOT_YET_VALID: { id: 'Sertifikat belum mulai berlaku.', en: 'The certificate is not in force yet.' },
  TIMESTAMP_BROKEN: {
    id: 'Stempel waktunya rusak; waktu tanda tangan tidak terbukti.',
    en: 'The timestamp is broken; the time of signing is not proven.',
  },
  UNCLEAR_CHANGES: {
    id: 'Struktur berkas tidak lazim: ada tambahan yang tidak dapat dijelaskan.',
    en: 'The file has an unusual structure: something was added that cannot be explained.',
  },
  FORM_FILLED: { id: 'Isian diubah setelah ditandatangani.', en: 'Fields were filled in after signing.' },
  ADDED_STAMP: {
    id: 'Ada yang ditambahkan pada halaman sebelum ditandatangani, misalnya nomor, QR, atau stempel. Pastikan tidak menutupi isian.',
    en: 'Something was added to the page before signing, such as a number, QR code or stamp. Make sure that it hides nothing.',
  },
  SIGNER_MISMATCH: {
    id: 'Penanda tangan bukan Penanggung Jawab terdaftar, atau sertifikatnya belum kami kenal.',
    en: 'The signer is not the person in charge on record, or the certificate is not known yet.',
  },
  TIME_CLAIMED: {
    id: 'Waktu berasal dari komputer penanda tangan, tanpa stempel waktu TSA.',
    en: "The time comes from the signer's computer, without a timestamp.",
  },
  REVOCATION_UNKNOWN: {
    id: 'Status pencabutan sertifikat belum dapat dipastikan.',
    en: 'Whether the certificate was revoked is not known.',
  },
  LTA_UPDATES: {
    id: 'Bukti untuk pemeriksaan jangka panjang ditambahkan kemudian.',
    en: 'Proofs for long-term verification were added later.',
  },
  SIGNED_AGAIN: { id: 'Ditandatangani lagi sesudahnya.', en: 'It was signed again afterwards.' },
  NO_ESS: {
    id: 'Tanda tangan tidak menyebut sertifikatnya sendiri (ESS).',
    en: 'The signature does not name its own certificate (ESS).',
  },
  NO_SIGNED_ATTRIBUTES: {
    id: 'Tanda tangan tanpa atribut yang ikut ditandatangani.',
    en: 'The signature has no signed attributes.',
  },
}
