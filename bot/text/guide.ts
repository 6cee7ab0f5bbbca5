import type { StuckAt } from '../../core/case/case.ts'
import { type DoorName, type GuideName, placeIn, type StepName } from '../../core/procedure/guide.ts'
import { missingFrom } from './guide-link.ts'
import { stepTexts } from './guide-step.ts'
import type { Bilingual, Language } from './language.ts'

const registration: Bilingual = { id: 'Pendaftaran', en: 'Registration' }
const activationAsn: Bilingual = { id: 'Aktivasi akun (ASN)', en: 'Account activation (ASN)' }

/** What a guide is called. */
export const guideTitles: Readonly<Record<GuideName, Bilingual>> = {
  'registration-pns': registration,
  'registration-pppk': registration,
  'registration-lainnya': { id: 'Pendaftaran (Lainnya)', en: 'Registration (other)' },
  'registration-tni-polri': { id: 'Pendaftaran (TNI/Polri)', en: 'Registration (TNI/Polri)' },
  'activation-pns': activationAsn,
  'activation-pppk': activationAsn,
  'activation-lainnya': { id: 'Aktivasi akun (Lainnya)', en: 'Account activation (other)' },
  'issuance-new': { id: 'Penerbitan, akun baru', en: 'Issuance, new account' },
  'issuance-expired': { id: 'Penerbitan, TTE expired', en: 'Issuance, expired certificate' },
  'issuance-renewal': { id: 'Perpanjangan sertifikat', en: 'Renewal of a certificate' },
  'passphrase-reset': { id: 'Reset passphrase', en: 'Passphrase reset' },
  'passphrase-leaked': { id: 'Passphrase bocor', en: 'Leaked passphrase' },
}

/** What is said after the last step, where no case follows. */
const issued: Bilingual = {
  id: 'Selesai. Sertifikat terbit setelah BSrE memprosesnya; kabarnya tiba di email dinas Anda, dan lamanya tidak dapat kami janjikan. Jaga passphrase Anda sendiri. Ada kendala lain? Kembali ke sini kapan saja.',
  en: 'Done. The certificate is issued once BSrE has worked on it; the news comes to your office mail, and we cannot promise how long that takes. Keep the passphrase to yourself. Other trouble? Come back at any time.',
}
const reset: Bilingual = {
  id: 'Selesai, passphrase Anda sudah diganti. Coba satu tanda tangan untuk memastikannya. Passphrase lama diketahui orang lain? Tekan Passphrase saya bocor.',
  en: 'Done, your passphrase is replaced. Sign one document to make sure. Did others know the old one? Press My passphrase leaked.',
}
export const closingText = (guide: GuideName, language: Language): string =>
  (guide === 'passphrase-reset' ? reset : issued)[language]

/** The question before a guide. */
export const doorTexts: Readonly<Record<DoorName, Bilingual>> = {
  register: {
    id: 'Mendaftar: verifikator instansi mendaftarkan Anda di AMS (portal akun BSrE). Apa status kepegawaian Anda?',
    en: "To register: the verifier of your agency registers you in AMS (BSrE's portal for accounts). What is your employment status?",
  },
  activate: {
    id: 'Aktivasi: langkah dan notifikasinya berbeda menurut status kepegawaian. Apa status kepegawaian Anda?',
    en: 'To activate: steps and notice differ by employment status. What is your employment status?',
  },
  issue: {
    id: 'Terbit: untuk akun baru, TTE expired, atau perpanjangan. Bagaimana keadaan sertifikat Anda?',
    en: 'To have it issued: for a new account, an expired certificate or a renewal. What is the state of yours?',
  },
}

/** The option of a door that no form has. */
export const armedForces: Bilingual = { id: 'TNI / Polri', en: 'TNI / Polri (military, police)' }

/** Asked when the button for register, activate, issue was pressed. */
export const whichGuide: Bilingual = {
  id: 'Sampai di mana Anda?\n\n• Belum terdaftar: daftar dahulu.\n• Sudah didaftarkan, menunggu atau memegang email aktivasi: aktivasi.\n• Akun aktif, sertifikat belum ada, expired, atau hampir berakhir: terbit atau perpanjang.',
  en: 'How far are you?\n\n• Not registered: register first.\n• Registered, waiting for or holding the activation mail: activate.\n• Account active, certificate missing, expired or about to end: issue or renew.',
}

export const notTaken: Readonly<Record<Language, (agency: string, employment: string) => string>> = {
  id: (agency, employment) =>
    `${agency} belum memfasilitasi Sertifikat Elektronik untuk status kepegawaian ${employment}. Menurut Anda keliru, atau ada penugasan khusus? Tekan Tanya petugas; keterangan ini ikut terkirim.`,
  en: (agency, employment) =>
    `${agency} does not provide Electronic Certificates for the employment status ${employment} yet. Is that a mistake, or is there a special order? Press Ask an agent; this note goes with it.`,
}

/** What helps at a step, given what was said there; undefined where nothing is known to help. */
export function fixText(step: StepName, said: string | undefined, language: Language): string | undefined {
  const known = step === 'mail' ? missingFrom(said) : undefined
  return (known ?? stepTexts[step].fix)?.[language]
}

/** "Reset passphrase – Swafoto": where somebody was stuck, for staff; a place of an older guide is named as it was. */
export function stuckText({ guide, step }: StuckAt, language: Language): string {
  const place = placeIn(guide, step)
  if (place === undefined) return `${guide} – ${step}`
  const [title, label] = [guideTitles[place.guide][language], stepTexts[place.step].label[language]]
  return title === label ? title : `${title} – ${label}`
}

/** Before that place on card and desk. */
export const stuckLabel: Bilingual = { id: 'Terkendala di langkah', en: 'Stuck at the step' }

/** When a renewal opens, or that its time is here or over. */
export const renewalText = {
  later: {
    id: (day: string) =>
      `Perpanjangan dibuka mulai ${day}, 30 hari sebelum sertifikat berakhir. Sampai saat itu sertifikat Anda tetap dapat dipakai; kembalilah pada hari itu.`,
    en: (day: string) =>
      `The renewal opens on ${day}, 30 days before the certificate ends. Until then you can go on signing; come back on that day.`,
  },
  now: {
    id: 'Perpanjangan sudah dibuka: berakhirnya 30 hari lagi atau kurang. Ikuti langkah berikut.',
    en: 'The renewal is open: 30 days or less are left. Follow the next step.',
  },
  over: {
    id: 'Sertifikat itu sudah berakhir, jadi tidak diperpanjang melainkan diterbitkan lagi. Ikuti langkah berikut.',
    en: 'That certificate has ended, so it is not renewed but issued anew. Follow the next step.',
  },
} as const
