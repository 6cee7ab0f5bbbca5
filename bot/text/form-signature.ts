import type { SignerMatch } from '../../core/signature/signer-match.ts'
import type { Bilingual } from './language.ts'

/** Words around what was found of the signature of a form. */
export const formSignatureText = {
  valid: { id: 'Tanda tangan elektronik sah', en: 'Valid electronic signature' },
  review: { id: 'Perlu diperiksa verifikator', en: 'A verifier has to look' },
  reviewed: { id: 'Sudah diperiksa verifikator', en: 'A verifier has looked' },
  unverified: { id: 'Tanda tangan belum dapat diperiksa', en: 'The signature cannot be verified' },
  unverifiedWhy: {
    id: 'Program ini belum mengenal sertifikat induk mana pun (TRUST_ANCHORS_DIR), jadi tidak ada yang memeriksa tanda tangan ini. Periksa berkasnya di portal verifikasi BSrE, lalu catat bahwa Anda sudah memeriksanya.',
    en: "This program knows no root certificate yet (TRUST_ANCHORS_DIR), so nothing has verified this signature. Check the file on BSrE's verification portal, then record that you did.",
  },
  signer: { id: 'Nama pada sertifikat', en: 'Name on the certificate' },
  expected: { id: 'Penanggung jawab pada hari itu', en: 'In charge on that day' },
  acting: { id: 'pelaksana', en: 'acting' },
  nobody: { id: 'tidak terbaca', en: 'cannot be read' },
  time: { id: 'Waktu tanda tangan', en: 'Time of signing' },
  proven: { id: 'dibuktikan stempel waktu', en: 'proven by the timestamp of' },
  claimed: { id: 'menurut komputer penanda tangan', en: "by the signer's computer" },
  noTime: { id: 'tidak disebutkan', en: 'not stated' },
  fingerprint: { id: 'Sidik sertifikat (SHA-256)', en: 'Fingerprint of the certificate (SHA-256)' },
  flattened: {
    id: 'Isian formulirnya sudah menyatu dengan halaman. Semua isian yang kami terbitkan ditemukan dalam teksnya; cocokkan dengan mata sebelum melanjutkan.',
    en: 'The fields of the form were merged into the page. All that we issued is found in its text; compare it by eye before you go on.',
  },
  known: { id: 'Sertifikat yang dikenal sebagai miliknya', en: 'Certificates known as theirs' },
  since: { id: 'sejak', en: 'since' },
  isSigner: { id: 'Ya, ini sertifikat', en: 'Yes, this is the certificate of' },
  onlyNow: { id: 'Bukan, tetapi terima kali ini saja', en: 'No, but accept it this once' },
  accept: { id: 'Sudah saya periksa; tanda tangan diterima', en: 'I have looked; the signature is accepted' },
  holderOnly: {
    id: 'Yang memegang pengajuan ini harus memastikannya sebelum melegalisasi.',
    en: 'Whoever holds this case has to confirm it before legalising.',
  },
  confirmedBy: { id: 'Dipastikan oleh', en: 'Confirmed by' },
} as const satisfies Record<string, Bilingual>

/** How the signer relates to whoever should have signed. */
export const matchText = {
  pinned: {
    id: 'Sertifikat ini sudah dikenal sebagai miliknya.',
    en: 'This certificate is known as theirs.',
  },
  first: {
    id: 'Namanya cocok, dan sertifikat ini baru pertama kali dipakai di sini. Sesudah dilegalisasi, sertifikat ini dicatat sebagai miliknya.',
    en: 'The name agrees, and this certificate is used here for the first time. Once legalised it is noted as theirs.',
  },
  renewed: {
    id: 'Namanya cocok, tetapi sertifikatnya bukan yang kami kenal. Bila diperbarui, pastikan sekali kepada yang bersangkutan.',
    en: 'The name agrees, but the certificate is not one that we know. If it was renewed, ask them once to be sure.',
  },
  other: {
    id: 'Penanda tangan bukan Penanggung Jawab terdaftar. Bandingkan kedua nama; bila ragu, tarik formulirnya dan minta ditandatangani lagi.',
    en: 'The signer is not the person in charge on record. Compare both names; if in doubt, withdraw the form and have it signed again.',
  },
} as const satisfies Record<SignerMatch, Bilingual>
