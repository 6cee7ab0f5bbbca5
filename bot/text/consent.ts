import type { Bilingual, Language } from './language.ts'

/** Changes with every change of a word below; stored with each consent beside the SHA-256 of the text shown. */
export const consentVersion = '2026-11.2'

/** What the requester states by sending. */
export const truthStatement: Bilingual = {
  id: 'Saya menyatakan bahwa saya pemilik akun ini dan mengisinya sendiri, bahwa jawaban serta bukti yang saya kirim benar dan berasal dari perangkat saya, dan bahwa saya memahami keterangan yang tidak benar membuat pengajuan ini ditolak.',
  en: 'I state that I own this account and filled this in myself, that the answers and proof I send are true and come from my own devices, and that I understand that untrue statements cause this request to be rejected.',
}

/** What the requester agrees to by sending. */
export const dataConsent: Bilingual = {
  id: 'Saya menyetujui instansi saya memproses data ini (identitas pegawai, keterangan perangkat, dan bukti) hanya untuk layanan sertifikat elektronik, dan menyerahkannya kepada BSrE. Data disimpan tersandi selama jadwal retensi arsip. Saya dapat meminta salinan, perbaikan, atau penghapusannya, dan menarik persetujuan ini. Swafoto, passphrase, kata sandi, dan OTP tidak pernah diminta.',
  en: 'I agree that my agency processes this data (employee identity, details of devices, and proof) only for the service of electronic certificates, and hands it to BSrE. The data is kept encrypted for the period of the retention schedule. I may ask for a copy, a correction or the erasure of it, and withdraw this consent. Selfies, passphrases, passwords and OTPs are never asked for.',
}

/** Where in the chat to find what was just agreed to, and how to go back on it. */
export const consentWays: Bilingual = {
  id: 'Keterangan lengkap: /privasi. Salinan data: /dataku. Penghapusan: /hapus. Menarik persetujuan: /batal.',
  en: 'In full: /privasi. A copy of the data: /dataku. Erasure: /hapus. To withdraw this consent: /batal.',
}

/** Exactly the text that is shown and agreed to, whose SHA-256 a consent records. */
export const consentText = (language: Language): string =>
  [truthStatement[language], dataConsent[language], consentWays[language]].join('\n\n')
