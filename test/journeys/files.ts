import { textPicture } from '../lab/sample-images.ts'
import { pdfOf } from '../lab/sample-pdfs.ts'

/** A file as a person has it on a phone. */
export interface SampleFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
  /** Sent as a photo, which Telegram recompresses; a document otherwise. */
  readonly isPhoto?: true
}

/** Files of evidence, each made of real bytes the first time that it is wanted. */
export const samples = {
  scan: ofEach(async (seed) => ({
    name: 'hasil-scan.png',
    mime: 'image/png',
    bytes: await textPicture({ seed }).png().toBuffer(),
  })),
  /** Another picture of the same scan, for a second try. */
  wholeWindow: ofEach(async (seed) => ({
    name: 'seluruh-jendela.png',
    mime: 'image/png',
    bytes: await textPicture({ width: 1400, height: 900, seed }).png().toBuffer(),
  })),
  phoneSettings: ofEach(async (seed) => ({
    name: 'pengaturan.jpg',
    mime: 'image/jpeg',
    bytes: await textPicture({ width: 1170, height: 1600, seed }).jpeg({ quality: 85 }).toBuffer(),
    isPhoto: true as const,
  })),
  webmail: ofEach(async (seed) => ({
    name: 'webmail.jpg',
    mime: 'image/jpeg',
    bytes: await textPicture({ width: 1300, height: 800, seed }).jpeg({ quality: 90 }).toBuffer(),
  })),
  /** The same as a document of one page. */
  passwordChange: once(async () => ({
    name: 'ganti-kata-sandi.pdf',
    mime: 'application/pdf',
    bytes: Buffer.from(await (await pdfOf(1)).save()),
  })),
  broken: ofEach(async (seed) => ({
    name: 'rusak.png',
    mime: 'image/png',
    bytes: (await textPicture({ seed }).png().toBuffer()).subarray(0, 4000),
  })),
  word: once(async () => ({
    name: 'bukti.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: Buffer.from('PK\x03\x04 bukan gambar', 'latin1'),
  })),
  empty: once(async () => ({ name: 'kosong.png', mime: 'image/png', bytes: Buffer.alloc(0) })),
  tooBig: once(async () => ({
    name: 'video-layar.png',
    mime: 'image/png',
    bytes: Buffer.alloc(21 * 1024 * 1024, 7),
  })),
} as const satisfies Record<string, Made>

export type SampleName = keyof typeof samples

type Made = (seed?: number) => Promise<SampleFile>

/** Drawn once for a seed, so that no two people send the same picture. */
function ofEach(make: (seed: number) => Promise<SampleFile>): Made {
  const made = new Map<number, Promise<SampleFile>>()
  return (seed = 42) => {
    const known = made.get(seed) ?? make(seed)
    made.set(seed, known)
    return known
  }
}

function once(make: () => Promise<SampleFile>): Made {
  const made = ofEach(make)
  return () => made()
}
