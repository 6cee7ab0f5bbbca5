import type { Bilingual } from './language.ts'

/** Words of the form by which a verifier adds somebody to the roster. */
export const rosterForm = {
  title: { id: 'Tambahkan ke daftar pegawai', en: 'Add to the roster' },
  hint: {
    id: 'Orang ini tidak tercatat. Isi dari SK yang Anda pegang, bukan dari formulir atau obrolan, lalu temui orangnya. NIP atau NIK harus sama dengan yang diajukan.',
    en: 'This person is not on record. Fill in from the decree in your hands, not from the form or chat, then meet the person. The NIP or NIK must be the one that is claimed.',
  },
  add: { id: 'Tambahkan', en: 'Add' },
  taken: {
    id: 'Nomor atau email ini sudah ada di daftar pegawai; daftar tidak diubah.',
    en: 'This number or mail is on the roster already; nothing was changed.',
  },
  nip: { id: 'NIP/NI PPPK', en: 'NIP/NI PPPK' },
  nik: { id: 'NIK', en: 'NIK' },
  name: { id: 'Nama', en: 'Name' },
  email: { id: 'Email dinas', en: 'Office mail' },
  phone: { id: 'Nomor HP', en: 'Phone' },
  employment: { id: 'Status kepegawaian', en: 'Employment' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  position: { id: 'Jabatan', en: 'Position' },
} as const satisfies Record<string, Bilingual>
