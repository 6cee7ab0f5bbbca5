import type { Bilingual } from './language.ts'

/** The morning's mail to the person in charge: which forms wait, for whom and why. */
export const signingMailText = {
  subject: { id: 'formulir menunggu tanda tangan Anda', en: 'to be signed by you' },
  lateSubject: { id: 'LEWAT TARGET', en: 'OVERDUE' },
  greeting: { id: 'Yth.', en: 'Dear' },
  body: {
    id: 'Formulir terlampir menunggu tanda tangan elektronik Anda sebagai Penanggung Jawab Pemanfaatan Sertifikat Elektronik. Verifikator sudah memeriksa setiap isiannya.',
    en: 'The attached forms wait for your electronic signature as the person in charge of the use of certificates. A verifier has checked every part of them.',
  },
  acting: { id: 'bertindak berdasarkan', en: 'acting by' },
  how: {
    id: 'Tanda tangani PDF-nya, lalu kirim kembali lewat tautan di bawah formulir itu (sekali pakai, berlaku 5 hari), atau serahkan kepada verifikator. Anda tidak memerlukan akun.',
    en: 'Sign the PDF, then send it back by the link below that form (works once, for 5 days), or give it to the verifier. You need no account.',
  },
  target: { id: 'target', en: 'target' },
  late: { id: 'LEWAT TARGET sejak', en: 'OVERDUE since' },
  from: { id: 'dari', en: 'from' },
  file: { id: 'Lampiran', en: 'Attachment' },
  upload: { id: 'Kirim kembali di', en: 'Send it back at' },
  left: {
    id: 'Formulir lain yang tidak muat di surat ini menyusul besok.',
    en: 'Other forms that do not fit this mail follow tomorrow.',
  },
  closing: {
    id: 'Lampiran memuat data pribadi: simpan dan teruskan hanya untuk ditandatangani. Pandu tidak pernah meminta passphrase Anda.',
    en: 'The attachments hold personal data: keep and pass them on only to have them signed. Pandu never asks for your passphrase.',
  },
} as const satisfies Record<string, Bilingual>

/** The mail to a verifier of the agency that a requester left. */
export const formerMailText = {
  subject: { id: 'pencabutan untuk pegawai yang pindah', en: 'revocation for an employee who moved' },
  page: { id: 'Buka', en: 'Open' },
} as const satisfies Record<string, Bilingual>
