import type { Bilingual, Language } from './language.ts'

/** The words of *Buka kasus untuk pegawai*. */
export const openForText = {
  button: { id: 'Buka kasus untuk pegawai', en: 'Open a case for an employee' },
  title: { id: 'Untuk pegawai', en: 'For an employee' },
  atCounter: {
    id: 'Pegawai hadir dan tidak memakai Telegram? Pilih layanannya dan buka *Di loket*: formulirnya terbuka di meja kerja, dan bukti diunggah di sana, tidak di Slack.',
    en: 'The employee is here and does not use Telegram? Choose the service and open *At the counter*: the form opens at the desk, and proof is uploaded there, not in Slack.',
  },
  counter: { id: 'Di loket ↗', en: 'At the counter ↗' },
  explained: {
    id: 'Pegawai memakai Telegram? Salin tautan layanannya dan kirim kepadanya. Ia mengisi dan mengirim sendiri; tautan ini tidak membawa data apa pun.',
    en: 'The employee uses Telegram? Copy the link of the service and send it to them. They fill it in and send it themselves; the link carries no data.',
  },
  noName: {
    id: 'Pegawai memakai Telegram? Minta ia membuka bot Pandu instansi Anda, menekan /start, lalu memilih layanannya. Tautannya belum dapat ditampilkan: nama botnya belum diketahui.',
    en: 'The employee uses Telegram? Ask them to open the Pandu bot of your agency, press /start and choose the service. No link can be shown: the name of the bot is not known yet.',
  },
} as const satisfies Record<string, Bilingual>

/** A message that a verifier can copy to an employee. */
export const invitation = (service: string, link: string, language: Language): string =>
  language === 'id' ? `${service}: buka ${link}` : `${service}: open ${link}`

/** What is typed behind `/pandu` for the same, in either language. */
const openWords: ReadonlySet<string> = new Set(['buka', 'loket', 'open', 'counter'])

/** True for `/pandu buka`. */
export const asksToOpen = (typed: string): boolean => openWords.has(typed.trim().toLowerCase().split(/\s+/)[0] ?? '')
