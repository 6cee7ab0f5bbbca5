import { createRequire } from 'node:module'
import sharp from 'sharp'

const fontfile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
)
const [width, height] = [1280, 720]
const lineHeightPx = 34

/** A screen as a requester's screenshot shows it: a window with these lines of text, and the clock of the system. */
export async function drawScreen(lines: readonly string[], isDark = false): Promise<Uint8Array> {
  const [paper, ink] = isDark ? ['#202020', '#f0f0f0'] : ['#ffffff', '#101010']
  const window = { create: { width: 900, height: 560, channels: 3, background: paper } } as const
  const clock = [
    { text: '10:01', left: 1180, top: 668 },
    { text: '21/11/2026', left: 1160, top: 690 },
  ]
  const texts = [
    ...lines.map((text, n) => ({ text, left: 80, top: 50 + n * lineHeightPx, color: ink, size: 17 })),
    ...clock.map((one) => ({ ...one, color: '#ffffff', size: 11 })),
  ].filter(({ text }) => text !== '')
  return sharp({ create: { width, height, channels: 3, background: '#2a5d9c' } })
    .composite([
      { input: window, left: 40, top: 20 },
      ...texts.map(({ text, left, top, color, size }) => ({ input: inked(text, color, size), left, top })),
    ])
    .jpeg({ quality: 87 })
    .toBuffer()
}

const inked = (text: string, color: string, size: number) => ({
  text: {
    text: `<span foreground="${color}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`,
    font: `Noto Sans ${size}`,
    fontfile,
    rgba: true,
    dpi: 72,
  },
})

/** Windows Security in English, with its button that starts a quick scan. */
export const windowsEnglish = (mode: string, threats: number, day = '11/20/2026 8:34 AM'): readonly string[] => [
  'Windows Security',
  'Virus & threat protection',
  'Current threats',
  threats === 0 ? 'No current threats.' : 'Threats found. Start the recommended actions.',
  `Last scan: ${day} (${mode})`,
  `${threats} threats found.`,
  'Scan lasted 1 hours 13 minutes 47 seconds',
  '850906 files scanned.',
  '',
  'Quick scan',
]

/** Windows Security in Indonesian. */
export const windowsIndonesian = (mode: string): readonly string[] => [
  'Keamanan Windows',
  'Perlindungan virus & ancaman',
  'Ancaman saat ini',
  'Tidak ada ancaman saat ini.',
  `Pemindaian terakhir: 20/11/2026 08.34 (${mode})`,
  '0 ancaman ditemukan.',
  'Pemindaian berlangsung 2 jam 24 menit 6 detik',
  '280765 file dipindai.',
  '',
  'Pemindaian cepat',
]

/** A mail service that has taken a new password. */
export const passwordChanged: readonly string[] = [
  'Ubah Kata Sandi',
  'Kata sandi Anda berhasil diubah.',
  'Akun: dwi.nugroho@jogjaprov.go.id',
  'Waktu: 19 November 2026 08:24 WIB',
]
