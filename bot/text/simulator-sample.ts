import type { Bilingual } from './language.ts'

/** What each sample file shows, and what is wrong with it. */
export const sampleText = {
  'full-scan': {
    name: { id: 'Full scan bersih', en: 'Clean full scan' },
    about: { id: 'Keamanan Windows, full scan, 0 ancaman', en: 'Windows Security, full scan, 0 threats' },
  },
  password: {
    name: { id: 'Sandi email diganti', en: 'Mail password changed' },
    about: { id: 'halaman berhasil di webmail', en: 'page of success in a webmail' },
  },
  'iphone-version': {
    name: { id: 'Versi iPhone', en: 'iPhone version' },
    about: { id: 'Umum → Mengenai', en: 'General → About' },
  },
  'iphone-profiles': {
    name: { id: 'Profil iPhone', en: 'iPhone profiles' },
    about: { id: 'VPN & Manajemen Perangkat, kosong', en: 'VPN & Device Management, empty' },
  },
  report: {
    name: { id: 'Laporan PDF', en: 'PDF report' },
    about: { id: 'satu halaman, hasil full scan', en: 'one page, result of a full scan' },
  },
  decree: {
    name: { id: 'SK mutasi', en: 'Decree of transfer' },
    about: { id: 'PDF satu halaman, dasar perubahan data', en: 'PDF of one page, basis of a change of data' },
  },
  letter: {
    name: { id: 'Surat rekomendasi', en: 'Letter of recommendation' },
    about: { id: 'PDF satu halaman, untuk pendaftaran', en: 'PDF of one page, for a registration' },
  },
  trouble: {
    name: { id: 'Layar kendala', en: 'Screen with a fault' },
    about: { id: 'tautan kedaluwarsa di laman BSrE', en: 'an expired link on a page of BSrE' },
  },
  'quick-scan': {
    name: { id: 'Quick scan', en: 'Quick scan' },
    about: { id: 'bukan full scan', en: 'no full scan' },
  },
  blurred: {
    name: { id: 'Foto buram', en: 'Blurred photo' },
    about: { id: 'tulisannya tidak terbaca', en: 'its writing cannot be read' },
  },
  small: {
    name: { id: 'Terlalu kecil', en: 'Too small' },
    about: { id: '160 × 107 piksel', en: '160 × 107 pixels' },
  },
  empty: {
    name: { id: 'Berkas kosong', en: 'Empty file' },
    about: { id: '0 byte', en: '0 bytes' },
  },
  disguised: {
    name: { id: 'Teks bernama .jpg', en: 'Text named .jpg' },
    about: { id: 'bukan gambar', en: 'no picture' },
  },
  huge: {
    name: { id: 'PDF 21 MB', en: 'PDF of 21 MB' },
    about: { id: 'di atas batas 20 MB', en: 'over the limit of 20 MB' },
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly about: Bilingual }>

export type SampleName = keyof typeof sampleText
