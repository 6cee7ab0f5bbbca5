import { type HowTo, line } from './how-to-step.ts'

/** How the other proofs are made and shown. Names of menus are recollections too. */
export const proofGuides = {
  iphone: {
    title: { id: 'Keadaan iPhone atau iPad', en: 'The state of an iPhone or iPad' },
    frame: 'phone',
    steps: [
      {
        words: {
          id: 'iPhone dan iPad tidak mengenal full scan. Sebagai gantinya kirim dua gambar. Pertama: Pengaturan → Umum → Mengenai, sampai versi sistemnya terlihat.',
          en: 'iPhone and iPad know no full scan. Send two pictures instead. First: Settings → General → About, with the version of the system.',
        },
        screen: {
          title: { id: 'Mengenai', en: 'About' },
          lines: [
            line('Nama: iPhone', 'Name: iPhone'),
            line('Versi iOS: 26.1', 'iOS Version: 26.1', 'seen'),
            line('Nama Model: iPhone 15', 'Model Name: iPhone 15', 'seen'),
          ],
        },
        hasCode: true,
      },
      {
        words: {
          id: 'Kedua: Pengaturan → Umum → VPN & Manajemen Perangkat, dengan daftar profilnya atau keterangan bahwa tidak ada.',
          en: 'Second: Settings → General → VPN & Device Management, with its list of profiles or the word that there is none.',
        },
        screen: {
          title: { id: 'VPN & Manajemen Perangkat', en: 'VPN & Device Management' },
          lines: [
            line('VPN: Tidak Terhubung', 'VPN: Not Connected', 'seen'),
            line('Profil: tidak ada', 'Profiles: none', 'seen'),
          ],
        },
      },
    ],
    wrong: [
      { id: 'Hanya satu dari dua gambar.', en: 'Only one of the two pictures.' },
      {
        id: 'Profil yang tidak Anda kenal: hapus dahulu, lalu ulangi.',
        en: 'A profile that you do not know: remove it first, then start over.',
      },
    ],
  },
  password: {
    title: { id: 'Bukti ganti kata sandi email', en: 'Proof of the mail password change' },
    frame: 'window',
    steps: [
      {
        words: {
          id: 'Setelah full scan bersih, buka webmail dinas dari perangkat itu: Pengaturan → Keamanan → Ganti kata sandi.',
          en: 'After the clean full scan open your office webmail on that device: Settings → Security → Change password.',
        },
        screen: {
          title: { id: 'Webmail dinas', en: 'Office webmail' },
          lines: [line('Umum', 'General'), line('Ganti kata sandi', 'Change password', 'press')],
        },
      },
      {
        words: {
          id: 'Kirim gambar halaman "berhasil", email pemberitahuannya, atau jawaban admin email. Kata sandi tidak boleh terlihat.',
          en: 'Send a picture of the page of success, of the mail that tells of it, or of the answer of the mail admin. The password must not be seen.',
        },
        screen: {
          title: { id: 'Kata sandi diganti', en: 'Password changed' },
          lines: [
            line('Kata sandi Anda berhasil diganti.', 'Your password was changed.', 'seen'),
            line('nama.anda@instansi.go.id', 'your.name@agency.go.id', 'seen'),
            line('20 November 2026, 10.15', '20 November 2026, 10:15', 'seen'),
          ],
        },
      },
    ],
    wrong: [
      {
        id: 'Kata sandi yang diganti sebelum full scan selesai: ganti sekali lagi.',
        en: 'A password changed before the full scan had ended: change it once more.',
      },
      {
        id: 'Gambar tanpa alamat email dinas atau tanpa tanggal.',
        en: 'A picture without the office address or the date.',
      },
      { id: 'Gambar yang memperlihatkan kata sandi.', en: 'A picture that shows the password.' },
    ],
  },
} as const satisfies Readonly<Record<string, HowTo>>
