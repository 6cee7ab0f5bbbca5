import type { Bilingual } from './language.ts'

/** Who holds the phone, in a word and in a sentence. */
export const personText = {
  rina: {
    role: { id: 'Pemohon', en: 'Requester' },
    about: {
      id: 'Rina, PNS yang terdaftar di instansi contoh. Akunnya dinonaktifkan karena terindikasi compromised.',
      en: 'Rina, a civil servant on the roster of the sample agency. Her account was disabled as compromised.',
    },
  },
  agus: {
    role: { id: 'Ganti HP', en: 'New phone' },
    about: {
      id: 'Agus, PNS yang terdaftar. HP lamanya hilang bersama authenticator; akunnya aman.',
      en: 'Agus, on the roster, too. He lost his phone with its authenticator; his account is safe.',
    },
  },
  joko: {
    role: { id: 'Penyerang', en: 'Attacker' },
    about: {
      id: 'Joko tahu NIP dan NIK Rina, lalu mengaku sebagai Rina. Kata telepon hanya tampil di ponselnya, padahal yang ditelepon Rina.',
      en: "Joko knows Rina's numbers and claims to be her. The call words show on his phone only, yet it is Rina who is called.",
    },
  },
  maya: {
    role: { id: 'Orang luar', en: 'Stranger' },
    about: {
      id: 'Maya tidak ada di daftar pegawai. Perhatikan: jawabannya sama dengan jawaban untuk yang terdaftar.',
      en: 'Maya is not on the roster. Watch: she reads the same words as somebody who is.',
    },
  },
} as const satisfies Record<string, { readonly role: Bilingual; readonly about: Bilingual }>

/** Names of the facts that a person knows by heart. */
export const factLabel = {
  name: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP', en: 'NIP' },
  nik: { id: 'NIK', en: 'NIK' },
  email: { id: 'Email dinas', en: 'Office mail' },
  phone: { id: 'Nomor HP', en: 'Mobile' },
  unit: { id: 'Unit', en: 'Unit' },
  position: { id: 'Jabatan', en: 'Position' },
  device: { id: 'Perangkat', en: 'Device' },
  noticedOn: { id: 'Tahu pada', en: 'Learnt on' },
  scannedAt: { id: 'Full scan', en: 'Full scan' },
  passwordChangedAt: { id: 'Ganti sandi', en: 'Password' },
} as const satisfies Record<string, Bilingual>
