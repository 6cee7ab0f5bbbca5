import type { Outcome } from '../../core/procedure/outcome.ts'
import type { Bilingual } from './language.ts'

/** How a case without a dossier ends, as staff chooses it; what its requester reads stands in `outcomeSentences`. */
export const outcomeLabels: Readonly<Record<Outcome, Bilingual>> = {
  'link-sent': { id: 'Tautan sudah dikirim ulang', en: 'Link sent again' },
  'mail-corrected': { id: 'Email dinas dibetulkan di AMS', en: 'Office mail corrected in AMS' },
  'verified-in-ams': { id: 'Sudah diverifikasi di AMS', en: 'Verified in AMS' },
  'not-registered': { id: 'NIK belum terdaftar di AMS', en: 'NIK is not registered in AMS' },
  registered: { id: 'Sudah didaftarkan di AMS', en: 'Registered in AMS' },
  'already-registered': { id: 'Ternyata sudah terdaftar', en: 'Was registered already' },
  'registered-elsewhere': { id: 'Terdaftar di instansi lain', en: 'Registered by another agency' },
  'old-certificate-active': { id: 'Sertifikat lama masih aktif', en: 'Old certificate is still active' },
  revoked: { id: 'Sertifikat sudah dicabut', en: 'Certificate revoked' },
  'already-inactive': { id: 'Ternyata sudah tidak aktif', en: 'Was inactive already' },
  'asked-bsre': { id: 'Diteruskan ke BSrE', en: 'Passed on to BSrE' },
  answered: { id: 'Dijawab', en: 'Answered' },
}

/** Words around a settlement, for staff. */
export const settleText = {
  settle: { id: 'Selesaikan', en: 'Settle' },
  outcome: { id: 'Hasil', en: 'Outcome' },
  text: { id: 'Pesan untuk pemohon', en: 'Message to the requester' },
  textHint: {
    id: 'Boleh kosong; tanpa nomor, kata sandi, atau tautan.',
    en: 'May stay empty; no numbers, passwords or links.',
  },
  answer: { id: 'Jawaban untuk pemohon', en: 'Answer to the requester' },
  answerHint: {
    id: 'Dibaca pemohon di Telegram; sedikitnya 10 huruf.',
    en: 'The requester reads it in Telegram; at least 10 letters.',
  },
  sendAnswer: { id: 'Kirim jawaban', en: 'Send the answer' },
  hint: {
    id: 'Kerjakan dulu di AMS, lalu pilih hasilnya; pemohon langsung membaca hasil itu dan langkah berikutnya.',
    en: 'Do it in AMS first, then choose the outcome; the requester reads it at once with what to do next.',
  },
} as const satisfies Record<string, Bilingual>
