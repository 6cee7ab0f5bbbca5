import type { Bilingual, Language } from './language.ts'

/** A link that is too old. */
export const newLink: Bilingual = {
  id: 'Tautan kedaluwarsa? Minta yang baru di laman BSrE, atau lewat tombol bantuan di bawah; yang lama jangan dipakai lagi.',
  en: "Has the link expired? Ask for a new one on BSrE's page, or with the button for help below; leave the old one alone.",
}
/** A mail or message that has not come. */
export const linkMissing: Bilingual = {
  id: `Belum tiba? Tunggu beberapa menit, periksa folder Spam dan sisa kuota kotak surat, dan pastikan alamat atau nomornya benar. ${newLink.id}`,
  en: `Not there yet? Wait some minutes, look at the spam folder and the room left in the mailbox, and make sure of address or number. ${newLink.en}`,
}

/** How a genuine link is known, under every step that has one opened. */
export const genuineLink: Readonly<Record<Language, (domains: string) => string>> = {
  id: (domains) => `Pastikan nama situsnya, sebelum garis miring pertama setelah https://, berakhir ${domains}.`,
  en: (domains) => `Make sure that the name of the site, before the first slash after https://, ends with ${domains}.`,
}

/** By who registered the account. */
const registrars: Readonly<Record<string, Bilingual>> = {
  verifier: {
    id: `${linkMissing.id} Pastikan juga kepada verifikator bahwa alamat email dinas yang didaftarkan benar. Tetap tidak ada? Minta bantuan; verifikator memeriksanya di AMS.`,
    en: `${linkMissing.en} Ask the verifier too whether the office address was registered rightly. Still nothing? Ask for help; the verifier looks it up in AMS.`,
  },
  'my-asn': {
    id: `Email aktivasi dikirim ke email dinas yang Anda verifikasi di MyASN; cari di kotak itu. ${linkMissing.id} Tetap tidak ada? Minta bantuan; verifikator memeriksanya di AMS.`,
    en: `The activation mail goes to the office address that you verified in MyASN; look there. ${linkMissing.en} Still nothing? Ask for help; the verifier looks it up in AMS.`,
  },
  'other-agency': {
    id: 'Akun Anda mungkin masih tercatat di instansi lain dengan email dinas lama, jadi emailnya tiba di sana. Ubah dahulu datanya: tekan Pindah instansi / ubah data. Tidak yakin? Minta bantuan; verifikator memeriksanya di AMS.',
    en: 'Your account may still be on record at another agency with the old office address, so the mail goes there. Have the data changed first: press Transfer / change of data. Not sure? Ask for help; the verifier looks it up in AMS.',
  },
}

/** What may help when the activation mail is missing; undefined when nobody knows who registered the account. */
export const missingFrom = (registrar: string | undefined): Bilingual | undefined =>
  registrar !== undefined && Object.hasOwn(registrars, registrar) ? registrars[registrar] : undefined
