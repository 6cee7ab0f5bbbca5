import type { Bilingual } from './language.ts'

/** Why a request to the API is not carried out, where no rule of the house says it. */
export type ProblemCode =
  | 'bad-request'
  | 'key-missing'
  | 'no-token'
  | 'token-refused'
  | 'scope-missing'
  | 'refused'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'not-json'
  | 'invalid'
  | 'key-reused'
  | 'too-many-requests'
  | 'failed'
  | 'unavailable'

export const problemText: Readonly<Record<ProblemCode, Bilingual>> = {
  'bad-request': {
    id: 'Permintaan ini tidak dapat dibaca. Periksa bagian yang disebut di errors.',
    en: 'This request cannot be read. See errors for where it is wrong.',
  },
  'key-missing': {
    id: 'Setiap perintah memerlukan header Idempotency-Key: satu kunci baru (1–255 karakter) untuk tiap perintah.',
    en: 'Every write needs the header Idempotency-Key: a fresh key (1 to 255 characters) for each.',
  },
  'no-token': {
    id: 'Kunci akses tidak ada. Kirim header Authorization: Bearer pandu_….',
    en: 'There is no key. Send the header Authorization: Bearer pandu_….',
  },
  'token-refused': {
    id: 'Kunci akses ini tidak berlaku: tidak dikenal, dicabut, kedaluwarsa, atau pemiliknya berganti peran.',
    en: 'This key is not good: unknown, revoked, expired, or its owner has lost a role.',
  },
  'scope-missing': {
    id: 'Kunci akses ini tidak mencakup tindakan tersebut.',
    en: 'This key does not cover that.',
  },
  refused: { id: 'Tindakan ini tidak diizinkan.', en: 'That is not allowed.' },
  'not-found': { id: 'Tidak ditemukan.', en: 'There is no such thing.' },
  'method-not-allowed': {
    id: 'Metode ini tidak tersedia di alamat ini.',
    en: 'This address does not know that method.',
  },
  conflict: {
    id: 'Keadaan pengajuan sudah berubah. Baca lagi, lalu putuskan.',
    en: 'The case stands otherwise by now. Read it again, then decide.',
  },
  'too-large': { id: 'Isi permintaan terlalu besar.', en: 'The body of the request is too large.' },
  'not-json': {
    id: 'Isi permintaan harus JSON (Content-Type: application/json).',
    en: 'The body of a request must be JSON (Content-Type: application/json).',
  },
  invalid: {
    id: 'Isi permintaan tidak sesuai. Periksa bagian yang disebut di errors.',
    en: 'The body does not fit. See errors for where it is wrong.',
  },
  'key-reused': {
    id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru.',
    en: 'This Idempotency-Key was used for another request. Use a fresh one.',
  },
  'too-many-requests': {
    id: 'Terlalu banyak permintaan. Tunggu sesuai Retry-After.',
    en: 'Too many requests. Wait as Retry-After says.',
  },
  failed: {
    id: 'Ada kesalahan pada kami. Permintaan yang sama dengan kunci yang sama aman diulang.',
    en: 'Something of ours failed. The same request with the same key may be sent again safely.',
  },
  unavailable: {
    id: 'Layanan sedang tidak tersedia. Ulangi sesuai Retry-After.',
    en: 'The service is away. Try again as Retry-After says.',
  },
}
