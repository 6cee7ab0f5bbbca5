import { badge, box, drawing, line } from './drawing.ts'

const quiet = '#5d5d5d'

/** The window of an antivirus after a scan. */
export function scanWindow(kind: 'Full scan' | 'Quick scan', finished: string): Buffer {
  const [files, took] = kind === 'Full scan' ? ['1,284,310', '2 hours 47 minutes'] : ['31,204', '1 minute 12 seconds']
  const facts = [
    `Last scan: ${finished} (${kind.toLowerCase()})`,
    '0 threats found.',
    `Scan lasted ${took}`,
    `${files} files scanned.`,
  ]
  const links = ['Scan options', 'Allowed threats', 'Protection history']
  return drawing(
    1280,
    800,
    box(0, 0, 1280, 800, '#f3f3f3'),
    box(0, 0, 1280, 48, '#ffffff'),
    line(24, 31, 'Windows Security', { size: 18 }),
    line(1180, 31, '–    ☐    ✕', { size: 16, fill: quiet }),
    box(0, 48, 300, 752, '#eaeaea'),
    ...['Home', 'Virus & threat protection', 'Account protection', 'Firewall & network', 'Device security'].map(
      (name, n) => line(32, 110 + n * 46, name, { size: 18, weight: n === 1 ? 700 : 400 }),
    ),
    box(0, 136, 5, 28, '#0067c0', 2),
    line(350, 120, 'Virus & threat protection', { size: 40, weight: 600 }),
    line(350, 156, 'Protection for your device against threats.', { size: 19, fill: quiet }),
    line(350, 230, 'Current threats', { size: 28, weight: 600 }),
    badge(374, 292, 20),
    line(412, 300, 'No current threats.', { size: 22 }),
    ...facts.map((text, n) => line(412, 338 + n * 32, text, { size: 21 })),
    box(350, 490, 160, 46, '#0067c0', 5),
    line(430, 520, kind, { size: 19, fill: '#ffffff', anchor: 'middle' }),
    ...links.map((text, n) => line(350, 590 + n * 36, text, { size: 19, fill: '#0067c0' })),
    line(980, 300, 'Device', { size: 18, fill: quiet }),
    line(980, 328, 'LAPTOP-ASUS-KANTOR', { size: 20, weight: 600 }),
    line(980, 372, 'Security intelligence', { size: 18, fill: quiet }),
    line(980, 400, 'Up to date', { size: 20 }),
    box(0, 752, 1280, 48, '#dfe5ee'),
    line(1256, 783, finished, { size: 18, anchor: 'end' }),
  )
}

/** A notes window with the code of a case in it. */
export const notesWindow = (code: string): Buffer =>
  drawing(
    360,
    200,
    box(0, 0, 360, 200, '#9aa3ad', 6),
    box(2, 2, 356, 196, '#ffffff', 5),
    line(18, 32, 'Notepad', { size: 18, fill: quiet }),
    line(18, 112, code, { size: 40, weight: 600 }),
  )

/** The page of an office webmail after its password was changed. */
export const passwordPage = (address: string, changed: string): Buffer =>
  drawing(
    1200,
    760,
    box(0, 0, 1200, 760, '#eef1f5'),
    box(0, 0, 1200, 68, '#14532d'),
    line(40, 44, 'Webmail Pemda DIY (contoh)', { size: 24, fill: '#ffffff', weight: 600 }),
    line(1160, 43, address, { size: 18, fill: '#d7eadd', anchor: 'end' }),
    box(190, 130, 820, 500, '#ffffff', 10),
    badge(600, 214, 42),
    line(600, 310, 'Kata sandi berhasil diganti', { size: 36, weight: 600, anchor: 'middle' }),
    line(600, 356, 'Password changed successfully', { size: 20, fill: quiet, anchor: 'middle' }),
    line(270, 430, 'Akun', { size: 20, fill: quiet }),
    line(500, 430, address, { size: 22, weight: 600 }),
    line(270, 474, 'Waktu', { size: 20, fill: quiet }),
    line(500, 474, changed, { size: 22, weight: 600 }),
    line(270, 518, 'Sesi lain', { size: 20, fill: quiet }),
    line(500, 518, 'Sudah dikeluarkan dari semua perangkat', { size: 22 }),
    box(500, 552, 200, 46, '#14532d', 6),
    line(600, 582, 'Kembali', { size: 20, fill: '#ffffff', anchor: 'middle' }),
  )

/** A page that says that its link has expired. */
export const troublePage = (): Buffer =>
  drawing(
    1200,
    760,
    box(0, 0, 1200, 760, '#f4f6f9'),
    box(0, 0, 1200, 68, '#0f3d6e'),
    line(40, 44, 'Reset Passphrase (contoh)', { size: 24, fill: '#ffffff', weight: 600 }),
    box(190, 190, 820, 330, '#ffffff', 10),
    line(600, 290, 'Tautan kedaluwarsa', { size: 38, weight: 600, anchor: 'middle' }),
    line(600, 344, 'This link has expired.', { size: 22, fill: quiet, anchor: 'middle' }),
    line(600, 410, 'Mintalah tautan baru, lalu buka segera.', { size: 22, anchor: 'middle' }),
    line(600, 452, 'Kode: LINK-410', { size: 20, fill: quiet, anchor: 'middle' }),
  )

/** A page of a phone's settings: rows of name and value. */
export function phoneSettings(title: string, rows: readonly (readonly [string, string])[], note: string): Buffer {
  const height = rows.length * 104
  return drawing(
    828,
    1792,
    box(0, 0, 828, 1792, '#f2f2f7'),
    line(70, 66, '09.41', { size: 32, weight: 600 }),
    box(712, 40, 58, 28, '#1c1c1e', 7),
    line(48, 150, '‹ Umum', { size: 34, fill: '#0a7aff' }),
    line(48, 228, title, { size: 46, weight: 700 }),
    box(32, 270, 764, height, '#ffffff', 20),
    ...rows.map(([name, value], n) =>
      [
        line(68, 334 + n * 104, name, { size: 33 }),
        line(760, 334 + n * 104, value, { size: 33, fill: quiet, anchor: 'end' }),
        n > 0 ? box(68, 269 + n * 104, 728, 2, '#e2e2e7') : '',
      ].join(''),
    ),
    line(414, 350 + height, note, { size: 28, fill: quiet, anchor: 'middle' }),
  )
}
