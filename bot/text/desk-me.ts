import type { Bilingual } from './language.ts'

/** Words of the page on which somebody sees their own devices and says how the desk should be. */
export const meText = {
  title: { id: 'Akun saya', en: 'My account' },
  devices: { id: 'Perangkat yang masuk', en: 'Devices signed in' },
  devicesAbout: {
    id: 'Setiap perangkat tetap masuk paling lama 12 jam. Ada yang tidak Anda kenal? Keluarkan, lalu beri tahu admin Pandu di instansi Anda.',
    en: 'A device stays signed in for 12 hours at the most. Is there one that you do not know? Sign it out, then tell the Pandu admin of your agency.',
  },
  device: { id: 'Perangkat', en: 'Device' },
  unknownDevice: { id: 'tidak dikenali', en: 'not recognised' },
  since: { id: 'Masuk', en: 'Signed in' },
  used: { id: 'Terakhir dipakai', en: 'Last used' },
  usedHint: { id: 'sekitar', en: 'about' },
  thisOne: { id: 'perangkat ini', en: 'this device' },
  action: { id: 'Tindakan', en: 'Action' },
  end: { id: 'Keluarkan', en: 'Sign out' },
  endOthers: { id: 'Keluarkan semua perangkat lain', en: 'Sign out all other devices' },
  ended: { id: 'Perangkat itu sudah dikeluarkan.', en: 'That device was signed out.' },
  othersEnded: { id: 'Semua perangkat lain sudah dikeluarkan.', en: 'All other devices were signed out.' },
  noneEnded: { id: 'Perangkat itu memang sudah keluar.', en: 'That device was signed out already.' },
  colleagues: { id: 'Perangkat rekan', en: 'Devices of colleagues' },
  colleaguesAbout: {
    id: 'Anda admin: Anda dapat mengeluarkan perangkat rekan di instansi Anda. Itu dicatat; hak kerja mereka tidak berubah.',
    en: 'You are an admin: you can sign out devices of colleagues in your agencies. That is noted; what they may do does not change.',
  },
  colleague: { id: 'Rekan', en: 'Colleague' },
  noColleagues: { id: 'Tidak ada rekan yang sedang masuk.', en: 'No colleague is signed in.' },
  taste: { id: 'Tampilan dan papan ketik', en: 'Look and keys' },
  theme: { id: 'Warna', en: 'Colours' },
  system: { id: 'seperti perangkat', en: 'as the device has it' },
  light: { id: 'terang', en: 'light' },
  dark: { id: 'gelap', en: 'dark' },
  letters: { id: 'Pakai tombol satu huruf, seperti j, k, dan /', en: 'Use single-letter keys, such as j, k and /' },
  lettersAbout: {
    id: 'Matikan bila Anda memakai kendali suara atau sering salah tekan. Ctrl+K tetap membuka semua tindakan.',
    en: 'Turn them off if you use speech control or often press by mistake. Ctrl+K still opens all actions.',
  },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Tersimpan, juga untuk perangkat Anda yang lain.', en: 'Saved, for your other devices too.' },
} as const satisfies Record<string, Bilingual>
