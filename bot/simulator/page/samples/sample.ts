import sharp from 'sharp'
import { dateAfter, wibMoment } from '../../../../core/form/calendar.ts'
import type { Moment } from '../../../../core/form/field.ts'
import { momentText } from '../../../text/moment.ts'
import { type SampleName, sampleText } from '../../../text/simulator-sample.ts'
import { notesWindow, passwordPage, phoneSettings, scanWindow, troublePage } from './screens.ts'
import { smallPdf } from './small-pdf.ts'

/** A file that waits beside the upload button. */
export interface Sample {
  readonly key: SampleName
  readonly isGood: boolean
  /** As the phone names it. */
  readonly name: string
  readonly mime: string
  /** A picture of it, small; none where nothing can be seen. */
  readonly thumbnail: Buffer | undefined
  /** With the code of the case on it, where its owner would have written it beside the antivirus. */
  bytes(code?: string): Promise<Buffer>
}

/** When the events on today's pictures happened: the scan yesterday, the password after it. */
export function sampleTimes(nowMs: number) {
  const yesterday = dateAfter(wibMoment(nowMs).date, -1)
  return { scannedAt: { date: yesterday, time: '14:30' }, changedAt: { date: yesterday, time: '15:10' } }
}

/** As Windows writes it where Indonesian formats are set. */
const onWindows = ({ date, time }: Required<Moment>): string => `${date.split('-').reverse().join('/')} ${time}`

const hugeBytes = 21 * 1024 * 1024
const thumbnailPx = 200

/** Draws all sample files as of today. */
export async function drawSamples(nowMs: number): Promise<readonly Sample[]> {
  const { scannedAt, changedAt } = sampleTimes(nowMs)
  const [scanned, changed] = [onWindows(scannedAt), momentText(changedAt, 'id')]
  const decreed = momentText({ date: dateAfter(scannedAt.date, -20) }, 'id')
  const png = (svg: Buffer) => sharp(svg).png({ compressionLevel: 9, palette: true }).toBuffer()
  const full = await png(scanWindow('Full scan', scanned))
  const [quick, password, version, profiles, trouble] = await Promise.all([
    png(scanWindow('Quick scan', scanned)),
    png(passwordPage('rina.wahyuni@jogjaprov.go.id', changed)),
    png(iphoneVersion),
    png(iphoneProfiles),
    png(troublePage()),
  ])
  const report = (code = '') =>
    smallPdf(['Laporan antivirus (contoh)', '', 'Jenis: Full scan', `Selesai: ${scanned}`, ...reportEnd, '', code])
  return Promise.all([
    withNote(picture('full-scan', true, full)),
    picture('password', true, password),
    picture('iphone-version', true, version),
    picture('iphone-profiles', true, profiles),
    plain('report', true, 'laporan-full-scan.pdf', 'application/pdf', report),
    plain('decree', true, 'sk-mutasi.pdf', 'application/pdf', () => smallPdf(decreeLines(decreed))),
    plain('letter', true, 'surat-rekomendasi.pdf', 'application/pdf', () => smallPdf(letterLines)),
    picture('trouble', true, trouble),
    withNote(picture('quick-scan', false, quick)),
    picture('blurred', false, await sharp(full).flatten().blur(14).jpeg({ quality: 70 }).toBuffer()),
    picture('small', false, await sharp(full).resize(160).png().toBuffer()),
    plain('empty', false, 'kosong.jpg', 'image/jpeg', () => Buffer.alloc(0)),
    plain('disguised', false, 'bukan-gambar.jpg', 'image/jpeg', () =>
      Buffer.from('Ini teks, bukan gambar.\n'.repeat(40)),
    ),
    plain('huge', false, 'pindaian-21MB.pdf', 'application/pdf', () =>
      Buffer.concat([report(), Buffer.alloc(hugeBytes)]),
    ),
  ])
}

const decreeLines = (decreed: string) => [
  'KEPUTUSAN (CONTOH)',
  'Nomor 821.2/123/2026',
  '',
  'Tentang: pemindahan pegawai',
  'Nama: Rina Wahyuni',
  'NIP: 19850412 201001 2 005',
  'Dari: Kementerian Contoh',
  'Ke: Pemda DIY (contoh), Bidang Aplikasi',
  '',
  `Ditetapkan ${decreed}`,
]
const letterLines = [
  'SURAT REKOMENDASI (CONTOH)',
  'Nomor 500/17/2026',
  '',
  'Kami merekomendasikan Rina Wahyuni, NIP 19850412 201001 2 005,',
  'untuk didaftarkan sebagai pengguna sertifikat elektronik.',
]
const reportEnd = ['Berkas diperiksa: 1.284.310', 'Ancaman: 0', 'Perangkat: LAPTOP-ASUS-KANTOR']
const iphoneVersion = phoneSettings(
  'Mengenai',
  [
    ['Nama', 'iPhone Rina'],
    ['Versi iOS', '26.1'],
    ['Nama Model', 'iPhone 13'],
    ['Operator', 'Contoh Seluler'],
  ],
  'Perangkat lunak sudah yang terbaru',
)
const iphoneProfiles = phoneSettings('VPN & Manajemen Perangkat', [['VPN', 'Tidak Terhubung']], 'Tidak ada profil')

async function picture(key: SampleName, isGood: boolean, bytes: Buffer): Promise<Sample> {
  const { format } = await sharp(bytes).metadata()
  const isJpeg = format === 'jpeg'
  return {
    ...plain(key, isGood, `${key}.${isJpeg ? 'jpg' : 'png'}`, isJpeg ? 'image/jpeg' : 'image/png', () => bytes),
    thumbnail: await sharp(bytes)
      .resize(thumbnailPx, Math.round(thumbnailPx * 0.62), { fit: 'cover', position: 'top' })
      .jpeg({ quality: 80 })
      .toBuffer(),
  }
}

/** The same picture with a notes window on it, once there is a code to write there. */
async function withNote(drawn: Promise<Sample>): Promise<Sample> {
  const sample = await drawn
  return {
    ...sample,
    async bytes(code) {
      const bytes = await sample.bytes()
      return code === undefined
        ? bytes
        : sharp(bytes)
            .composite([{ input: notesWindow(code), left: 880, top: 470 }])
            .png()
            .toBuffer()
    },
  }
}

const plain = (
  key: SampleName,
  isGood: boolean,
  name: string,
  mime: string,
  bytes: (code?: string) => Buffer,
): Sample => ({
  key,
  isGood,
  name,
  mime,
  thumbnail: undefined,
  bytes: async (code) => bytes(code),
})

export const isSampleName = (name: string): name is SampleName => Object.hasOwn(sampleText, name)
