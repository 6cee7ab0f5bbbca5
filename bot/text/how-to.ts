import type { DeviceKind } from '../../core/evidence/device.ts'
import type { EvidenceKind } from '../../core/evidence/kind.ts'
import type { Bilingual } from './language.ts'

/** The pages that show how a proof is made, by the last part of their address. */
export const howToNames = ['windows', 'macos', 'android', 'iphone', 'password'] as const
export type HowToName = (typeof howToNames)[number]

export const isHowToName = (name: string): name is HowToName => howToNames.some((known) => known === name)

/** Where the pages stand, below the address of the program. */
export const howToPath = '/panduan'

/** One line of a drawn screen: plain, to be pressed, the wrong one, or a line of the result that must be seen. */
export interface DrawnLine {
  readonly text: Bilingual
  readonly as?: 'press' | 'wrong' | 'seen'
}

/** A step in words, and the screen that it leads over, drawn: names as the system shows them. */
export interface HowToStep {
  readonly words: Bilingual
  readonly screen?: { readonly title: Bilingual; readonly lines: readonly DrawnLine[] }
  /** A slip of paper or a notes window beside the screen, with a code on it. */
  readonly hasCode?: true
}

export interface HowTo {
  readonly title: Bilingual
  readonly frame: 'window' | 'phone'
  readonly steps: readonly HowToStep[]
  /** What verifiers give back. */
  readonly wrong: readonly Bilingual[]
}

const line = (id: string, en: string, as?: DrawnLine['as']): DrawnLine => ({ text: { id, en }, ...(as && { as }) })

const wrongScan: readonly Bilingual[] = [
  { id: 'Quick scan (pemindaian cepat) atau scan sebagian isi.', en: 'A quick scan, or a scan of a part only.' },
  {
    id: 'Gambar yang dipotong, sehingga tanggal atau jenis scan hilang.',
    en: 'A picture that was cut, so that date or type is gone.',
  },
  { id: 'Hasil yang masih menyebut ancaman.', en: 'A result that still names threats.' },
  { id: 'Gambar perangkat orang lain.', en: "A picture of somebody else's device." },
]

const result: readonly DrawnLine[] = [
  line('Jenis: Full scan (pemindaian penuh)', 'Type: Full scan', 'seen'),
  line('Selesai: 20 November 2026, 08.34', 'Ended: 20 November 2026, 08:34', 'seen'),
  line('Ancaman ditemukan: 0', 'Threats found: 0', 'seen'),
  line('850.906 berkas dipindai', '850,906 files scanned'),
]

/** The pages, step by step. Names of menus are from the vendors' help pages and may differ from version to version. */
export const howTos: Readonly<Record<HowToName, HowTo>> = {
  windows: {
    title: { id: 'Full scan di Windows', en: 'A full scan on Windows' },
    frame: 'window',
    steps: [
      {
        words: {
          id: 'Buka menu Mulai, ketik Keamanan Windows, lalu tekan Enter.',
          en: 'Open the Start menu, type Windows Security and press Enter.',
        },
        screen: {
          title: { id: 'Mulai', en: 'Start' },
          lines: [line('Keamanan Windows', 'Windows Security', 'press'), line('Pengaturan', 'Settings')],
        },
      },
      {
        words: { id: 'Pilih Perlindungan virus & ancaman.', en: 'Choose Virus & threat protection.' },
        screen: {
          title: { id: 'Keamanan Windows', en: 'Windows Security' },
          lines: [
            line('Beranda', 'Home'),
            line('Perlindungan virus & ancaman', 'Virus & threat protection', 'press'),
            line('Perlindungan akun', 'Account protection'),
          ],
        },
      },
      {
        words: {
          id: 'Jangan tekan Pemindaian cepat. Tekan Opsi pemindaian di bawahnya.',
          en: 'Do not press Quick scan. Press Scan options below it.',
        },
        screen: {
          title: { id: 'Perlindungan virus & ancaman', en: 'Virus & threat protection' },
          lines: [line('Pemindaian cepat', 'Quick scan', 'wrong'), line('Opsi pemindaian', 'Scan options', 'press')],
        },
      },
      {
        words: {
          id: 'Pilih Pemindaian penuh, lalu tekan Pindai sekarang. Biarkan sampai selesai, tersambung listrik; dapat beberapa jam.',
          en: 'Choose Full scan, then press Scan now. Let it run to its end with the power connected; it may take hours.',
        },
        screen: {
          title: { id: 'Opsi pemindaian', en: 'Scan options' },
          lines: [
            line('○ Pemindaian cepat', '○ Quick scan'),
            line('● Pemindaian penuh', '● Full scan', 'press'),
            line('○ Pemindaian kustom', '○ Custom scan'),
            line('Pindai sekarang', 'Scan now', 'press'),
          ],
        },
      },
      {
        words: {
          id: 'Buka lagi Perlindungan virus & ancaman. Tulis kode pengajuan Anda di Notepad, taruh di sampingnya, lalu tekan Win + Shift + S dan pilih seluruh layar.',
          en: 'Open Virus & threat protection again. Write the code of your request in Notepad, put it beside, then press Win + Shift + S and choose the whole screen.',
        },
        screen: {
          title: { id: 'Perlindungan virus & ancaman', en: 'Virus & threat protection' },
          lines: [
            line('Tidak ada ancaman saat ini.', 'No current threats.'),
            line(
              'Pemindaian terakhir: 20/11/2026 08.34 (pemindaian penuh)',
              'Last scan: 20/11/2026 08:34 (full scan)',
              'seen',
            ),
            line('0 ancaman ditemukan.', '0 threats found.', 'seen'),
            line('850.906 file dipindai.', '850,906 files scanned.'),
          ],
        },
        hasCode: true,
      },
    ],
    wrong: wrongScan,
  },
  macos: {
    title: { id: 'Full scan di macOS', en: 'A full scan on macOS' },
    frame: 'window',
    steps: [
      {
        words: {
          id: 'macOS tidak punya tombol full scan sendiri. Buka aplikasi antivirus dari instansi Anda, atau pasang salah satu.',
          en: 'macOS has no full scan of its own. Open the antivirus app of your agency, or install one.',
        },
        screen: {
          title: { id: 'Aplikasi', en: 'Applications' },
          lines: [line('Antivirus', 'Antivirus', 'press'), line('Kalender', 'Calendar')],
        },
      },
      {
        words: {
          id: 'Pilih Full scan (kadang bernama System scan, Deep scan, atau In-depth scan), lalu mulai.',
          en: 'Choose Full scan (at times named System, Deep or In-depth scan) and start it.',
        },
        screen: {
          title: { id: 'Antivirus', en: 'Antivirus' },
          lines: [line('Quick scan', 'Quick scan', 'wrong'), line('Full scan', 'Full scan', 'press')],
        },
      },
      {
        words: {
          id: 'Setelah selesai, buka hasilnya. Tulis kode pengajuan Anda di aplikasi Catatan di sampingnya, lalu tekan Cmd + Shift + 3.',
          en: 'When it has ended, open the result. Write the code of your request in Notes beside it, then press Cmd + Shift + 3.',
        },
        screen: { title: { id: 'Hasil', en: 'Result' }, lines: result },
        hasCode: true,
      },
    ],
    wrong: wrongScan,
  },
  android: {
    title: { id: 'Full scan di Android', en: 'A full scan on Android' },
    frame: 'phone',
    steps: [
      {
        words: {
          id: 'Pasang atau buka aplikasi antivirus dari Google Play. Play Protect saja tidak cukup: jenis dan hasilnya tidak lengkap.',
          en: 'Install or open an antivirus app from Google Play. Play Protect alone is not enough: it shows no type and no full result.',
        },
        screen: {
          title: { id: 'Google Play', en: 'Google Play' },
          lines: [line('Play Protect', 'Play Protect', 'wrong'), line('Antivirus', 'Antivirus', 'press')],
        },
      },
      {
        words: {
          id: 'Pilih Full scan atau Deep scan, dan biarkan sampai selesai.',
          en: 'Choose Full scan or Deep scan and let it run to its end.',
        },
        screen: {
          title: { id: 'Antivirus', en: 'Antivirus' },
          lines: [line('Scan cepat', 'Quick scan', 'wrong'), line('Full scan', 'Full scan', 'press')],
        },
      },
      {
        words: {
          id: 'Tulis kode pengajuan Anda di kertas, letakkan di samping layar, lalu foto keduanya dengan perangkat lain. Tidak ada perangkat lain? Tangkapan layar tanpa kode boleh dikirim.',
          en: 'Write the code of your request on paper, lay it beside the screen and photograph both with another device. None at hand? A screenshot without the code may be sent.',
        },
        screen: { title: { id: 'Hasil', en: 'Result' }, lines: result },
        hasCode: true,
      },
    ],
    wrong: wrongScan,
  },
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
}

/** The words around them. */
export const howToText = {
  link: { id: 'Panduan bergambar', en: 'Guide with pictures' },
  step: { id: 'Langkah', en: 'Step' },
  wrong: { id: 'Yang dikembalikan verifikator', en: 'What verifiers give back' },
  marked: {
    id: 'Oranye: tekan ini. Hijau: harus terlihat pada gambar. Dicoret: jangan. Nama menu dapat berbeda sedikit menurut versi.',
    en: 'Orange: press this. Green: must be seen in the picture. Struck out: do not. Names of menus may differ a little by version.',
  },
  code: { id: 'Catatan', en: 'Notes' },
  others: { id: 'Panduan lain', en: 'Other guides' },
} as const satisfies Readonly<Record<string, Bilingual>>

const ofScan: Readonly<Record<DeviceKind, readonly HowToName[]>> = {
  computer: ['windows', 'macos'],
  android: ['android'],
  ios: ['iphone'],
}

/** The pages that show how this proof is made on that kind of device. */
export function howTosFor(kind: EvidenceKind, device: DeviceKind | null): readonly HowToName[] {
  if (kind === 'email-password-change') return ['password']
  if (kind === 'ios-condition') return ['iphone']
  return kind === 'antivirus-scan' && device !== null ? ofScan[device] : []
}
