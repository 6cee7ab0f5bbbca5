import { type DrawnLine, type HowTo, line } from './how-to-step.ts'
import type { Bilingual } from './language.ts'

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

/** How a full scan is made and shown. Names of menus are recollections: check them against real devices. */
export const scanGuides = {
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
} as const satisfies Readonly<Record<string, HowTo>>
