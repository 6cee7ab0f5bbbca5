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
  scan: once(async () => ({
    name: 'hasil-scan.png',
    mime: 'image/png',
    bytes: await textPicture().png().toBuffer(),
  })),
  /** Another picture of the same scan, for a second try. */
  wholeWindow: once(async () => ({
    name: 'seluruh-jendela.png',
    mime: 'image/png',
    bytes: await textPicture({ width: 1400, height: 900 }).png().toBuffer(),
  })),
  phoneSettings: once(async () => ({
    name: 'pengaturan.jpg',
    mime: 'image/jpeg',
    bytes: await textPicture({ width: 1170, height: 1600 }).jpeg({ quality: 85 }).toBuffer(),
    isPhoto: true as const,
  })),
  webmail: once(async () => ({
    name: 'webmail.jpg',
    mime: 'image/jpeg',
    bytes: await textPicture({ width: 1300, height: 800 }).jpeg({ quality: 90 }).toBuffer(),
  })),
  /** The same as a document of one page. */
  passwordChange: once(async () => ({
    name: 'ganti-kata-sandi.pdf',
    mime: 'application/pdf',
    bytes: Buffer.from(await (await pdfOf(1)).save()),
  })),
  broken: once(async () => ({
    name: 'rusak.png',
    mime: 'image/png',
    bytes: (await textPicture().png().toBuffer()).subarray(0, 4000),
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
} as const satisfies Record<string, () => Promise<SampleFile>>

export type SampleName = keyof typeof samples

function once(make: () => Promise<SampleFile>): () => Promise<SampleFile> {
  let made: Promise<SampleFile> | undefined
  return () => {
    made ??= make()
    return made
  }
}
