import type { Bilingual } from './language.ts'

/** What a verifier states by legalising; the Indonesian words are frozen with the decision. */
export const legalStatement: Bilingual = {
  id: 'Saya, verifikator instansi, telah memeriksa setiap isian dan membuka setiap bukti pengajuan ini, telah memastikan identitas pemohon, dan melegalisasi formulir beserta lampirannya untuk dikirim ke BSrE.',
  en: "I, verifier of the agency, have checked every answer and opened every proof of this request, have confirmed the requester's identity, and legalise the form with its attachments to be sent to BSrE.",
}
