import type { FieldName } from '../../core/form/field.ts'
import type { FieldTexts } from './field.ts'
import type { changeFields } from './field-change.ts'
import type { personFields } from './field-person.ts'
import type { serviceFields } from './field-service.ts'

/** What happened, on which devices, and what was done about it. All examples are made up. */
export const incidentFields: FieldTexts<
  Exclude<FieldName, keyof typeof personFields | keyof typeof changeFields | keyof typeof serviceFields>
> = {
  noticedOn: {
    label: { id: 'Tanggal pemberitahuan BSrE', en: 'Date of the BSrE notice' },
    ask: {
      id: 'Kapan Anda menerima pemberitahuan BSrE, atau pertama kali tahu, bahwa akun Anda dinonaktifkan?',
      en: 'When did you get the BSrE notice, or first learn, that your account was disabled?',
    },
    example: { id: '21 November', en: '21 November' },
  },
  lossReason: {
    label: { id: 'Sebab', en: 'Cause' },
    ask: {
      id: 'Mengapa kode authenticator tidak dapat Anda pakai lagi?',
      en: 'Why can you no longer use your authenticator code?',
    },
    options: {
      'phone-lost': { id: 'HP hilang atau rusak', en: 'Phone lost or broken' },
      'phone-changed': { id: 'Ganti HP', en: 'New phone' },
      'app-deleted': { id: 'Aplikasi terhapus', en: 'App deleted' },
    },
  },
  lostOn: {
    label: { id: 'Tanggal kejadian', en: 'Date it happened' },
    ask: { id: 'Kapan itu terjadi? Perkiraan juga boleh.', en: 'When did that happen? A guess is fine, too.' },
    example: { id: '3 hari lalu', en: '3 days ago' },
  },
  devices: {
    label: { id: 'Perangkat yang dipakai', en: 'Devices used' },
    ask: {
      id: 'Perangkat apa saja yang Anda pakai untuk tanda tangan elektronik atau membuka email dinas? Sebutkan semuanya: laptop, komputer kantor, dan ponsel.',
      en: 'Which devices do you use to sign electronically or to read your office mail? Name all of them: laptop, office computer and phone.',
    },
    example: { id: 'Laptop ASUS kantor', en: 'Office laptop ASUS' },
  },
  scannedAt: {
    label: { id: 'Waktu full scan selesai', en: 'Time the full scan ended' },
    ask: {
      id: 'Kapan full scan perangkat ini selesai? Tulis tanggal dan jamnya seperti pada gambar yang Anda kirim.',
      en: 'When did the full scan of this device end? Write date and time as in the picture that you sent.',
    },
    example: { id: 'kemarin 14.30', en: 'yesterday 14:30' },
  },
  statement: {
    label: { id: 'Pernyataan iPhone/iPad', en: 'iPhone/iPad statement' },
    ask: {
      id: 'Apakah benar perangkat ini tidak pernah dibobol (jailbreak), memakai versi sistem terbaru yang tersedia, dan tidak memuat profil atau VPN yang tidak Anda kenal? Belum? Tekan Lanjut nanti, bereskan dahulu, lalu kirim gambarnya lagi.',
      en: 'Is it true that this device was never jailbroken (its protection removed), runs the newest system version offered to it, and holds no profile or VPN that you do not know? Not yet? Press Go on later, put it right, then send the pictures again.',
    },
    options: { stated: { id: 'Ya, saya menyatakan benar', en: 'Yes, I state that this is true' } },
  },
  passwordChangedAt: {
    label: { id: 'Waktu ganti kata sandi email', en: 'Time of the password change' },
    ask: {
      id: 'Kapan kata sandi email dinas diganti? Harus sesudah full scan selesai dan bersih. Tulis tanggal dan jamnya; jangan tulis kata sandinya.',
      en: 'When was the password of your office mail changed? It must be after the full scan ended clean. Write date and time; never the password itself.',
    },
    example: { id: 'kemarin 15.10', en: 'yesterday 15:10' },
  },
  forwarding: {
    label: { id: 'Penerusan email otomatis', en: 'Automatic forwarding' },
    ask: {
      id: 'Buka pengaturan email dinas, bagian penerusan (forwarding). Adakah penerusan otomatis ke alamat yang bukan Anda buat?',
      en: 'Open the settings of your office mail, section forwarding. Is mail forwarded to an address that you did not set?',
    },
    options: {
      clean: { id: 'Sudah dicek, tidak ada', en: 'Checked, none' },
      cleaned: { id: 'Ada, sudah saya hapus', en: 'There was one, I removed it' },
    },
  },
  filters: {
    label: { id: 'Filter email', en: 'Mail filters' },
    ask: {
      id: 'Di pengaturan email dinas, bagian filter atau aturan: adakah filter yang bukan Anda buat, misalnya yang menghapus atau memindahkan email dari BSrE?',
      en: 'In the settings of your office mail, section filters or rules: is there one that you did not make, say one that deletes or moves mail from BSrE?',
    },
    options: {
      clean: { id: 'Sudah dicek, tidak ada', en: 'Checked, none' },
      cleaned: { id: 'Ada, sudah saya hapus', en: 'There was one, I removed it' },
    },
  },
  sessions: {
    label: { id: 'Sesi login lain', en: 'Other sessions' },
    ask: {
      id: 'Di pengaturan keamanan email dinas: adakah perangkat atau sesi lain yang masih masuk dan bukan milik Anda?',
      en: 'In the security settings of your office mail: is another device or session signed in that is not yours?',
    },
    options: {
      clean: { id: 'Sudah dicek, tidak ada', en: 'Checked, none' },
      cleaned: { id: 'Ada, sudah saya keluarkan', en: 'There was one, I signed it out' },
    },
  },
  recovery: {
    label: { id: 'Email/nomor pemulihan', en: 'Recovery address/number' },
    ask: {
      id: 'Di pengaturan email dinas: apakah alamat email dan nomor pemulihan semuanya milik Anda?',
      en: 'In the settings of your office mail: are the recovery address and number all yours?',
    },
    options: {
      clean: { id: 'Ya, semuanya milik saya', en: 'Yes, all of them are mine' },
      cleaned: { id: 'Ada yang asing, sudah saya ganti', en: 'One was not, I replaced it' },
    },
  },
}
