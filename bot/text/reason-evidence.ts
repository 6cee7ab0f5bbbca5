import type { ReasonText } from './reason.ts'

/** What is wrong with a scan, a picture or another proof. */
export const evidenceReasons: Readonly<
  Record<'R12' | 'R13' | 'R14' | 'R15' | 'R16' | 'R17' | 'R18' | 'R19' | 'R20' | 'R21', ReasonText>
> = {
  R12: {
    label: { id: 'Bukan full scan (cepat/sebagian)', en: 'Not a full scan (quick or partial)' },
    ask: {
      id: 'Yang terlihat bukan full scan. Jalankan pemindaian penuh sampai selesai, lalu kirim gambar yang menunjukkan jenis pemindaiannya.',
      en: 'What shows is not a full scan. Run a full scan to its end, then send a picture that shows the type of scan.',
    },
  },
  R13: {
    label: { id: 'Scan kedaluwarsa atau sebelum kejadian', en: 'Scan too old, or before the incident' },
    ask: {
      id: 'Tanggal scan ini sudah terlalu lama lewat, atau sebelum akun dinonaktifkan. Jalankan full scan yang baru, lalu kirim hasilnya.',
      en: 'This scan is too old, or from before the account was disabled. Run a new full scan, then send its result.',
    },
  },
  R14: {
    label: { id: 'Masih ada ancaman pada hasil scan', en: 'Scan still shows threats' },
    ask: {
      id: 'Hasil scan masih menunjukkan ancaman. Bersihkan semuanya, ulangi full scan sampai hasilnya 0 ancaman, lalu kirim hasil yang terakhir.',
      en: 'The result still shows threats. Remove all of them, repeat the full scan until it finds 0 threats, then send the last result.',
    },
  },
  R15: {
    label: { id: 'Perangkat kurang atau tidak cocok', en: 'Device missing or not matching' },
    ask: {
      id: 'Perangkat pada bukti tidak cocok dengan daftar Anda. Kirim bukti dari perangkat yang disebut, dengan nama perangkatnya terlihat.',
      en: 'The device in the proof does not fit your list. Send proof from the device named, with its device name visible.',
    },
  },
  R16: {
    label: { id: 'Gambar buram atau terpotong', en: 'Picture blurred or cropped' },
    ask: {
      id: 'Gambarnya buram atau terpotong. Kirim tangkapan layar seluruh jendela sebagai File, bukan foto dari layar.',
      en: 'The picture is blurred or cropped. Send a screenshot of the whole window as a File, not a photo of the screen.',
    },
  },
  R17: {
    label: { id: 'Tanggal tidak terlihat', en: 'Date not visible' },
    ask: {
      id: 'Tanggalnya tidak terlihat. Kirim gambar seluruh jendela sampai tanggal dan jamnya tampak.',
      en: 'The date cannot be seen. Send a picture of the whole window in which date and time show.',
    },
  },
  R18: {
    label: {
      id: 'Bukti ganti sandi tidak jelas/alamat tak tampak',
      en: 'Proof of password change unclear, address not visible',
    },
    ask: {
      id: 'Bukti ganti kata sandi belum jelas. Kirim gambar yang memuat alamat email dinas, keterangan berhasil, dan tanggalnya, tanpa kata sandi.',
      en: 'The proof of the password change is unclear. Send a picture that holds your office address, the word of success and the date, without the password.',
    },
  },
  R19: {
    label: { id: 'Sandi diganti sebelum scan bersih', en: 'Password changed before the clean scan' },
    ask: {
      id: 'Kata sandi diganti sebelum full scan bersih. Ganti sekali lagi dari perangkat yang sudah bersih, lalu kirim waktu dan buktinya.',
      en: 'The password was changed before the clean scan. Change it once more from a clean device, then send the time and its proof.',
    },
  },
  R20: {
    label: { id: 'Data rahasia terlihat', en: 'Secret data visible' },
    ask: {
      id: 'Pada gambar terlihat data rahasia, misalnya kata sandi atau kode. Ganti yang terlihat itu, lalu kirim gambar baru tanpa data rahasia.',
      en: 'Secret data shows in the picture, such as a password or code. Change what was visible, then send a new picture without it.',
    },
  },
  R21: {
    label: { id: 'Bukti dipakai di pengajuan lain', en: 'Proof was used in another request' },
    ask: {
      id: 'Gambar ini sudah pernah dipakai di pengajuan lain. Kirim bukti baru dari perangkat Anda sendiri.',
      en: 'This picture was used in another request before. Send new proof from your own device.',
    },
  },
}
