import type { Bilingual, Language } from './language.ts'

/** The words of *Buka kasus untuk pegawai*. */
export const openForText = {
  button: { id: 'Buka kasus untuk pegawai', en: 'Open a case for an employee' },
  title: { id: 'Untuk pegawai', en: 'For an employee' },
  explained: {
    id: 'Kirim tautan layanan yang sesuai kepada pegawai itu. Ia mengisi dan mengirim sendiri di Telegram; Anda tidak dapat mengisi atas namanya dari sini, dan tautan ini tidak membawa data apa pun.',
    en: 'Send the employee the link of the service they need. They fill it in and send it in Telegram themselves; you cannot do that for them from here, and the link carries no data.',
  },
  noTelegram: {
    id: 'Pegawai tanpa Telegram? Layani di loket lewat meja kerja.',
    en: 'An employee without Telegram? Serve them at the counter, at the desk.',
  },
  noName: {
    id: 'Nama bot Telegram belum diketahui. Minta pegawai membuka bot Pandu instansi Anda, menekan /start, lalu memilih layanannya.',
    en: 'The name of the Telegram bot is not known yet. Ask the employee to open the Pandu bot of your agency, press /start and choose the service.',
  },
} as const satisfies Record<string, Bilingual>

/** A message that a verifier can copy to an employee. */
export const invitation = (service: string, link: string, language: Language): string =>
  language === 'id' ? `${service}: buka ${link}` : `${service}: open ${link}`
