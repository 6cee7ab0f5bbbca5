import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { coverSheet } from '../../../core/lab/cover-sheet.ts'
import { sha256 } from '../../../core/lab/digest.ts'
import {
  type DossierParts,
  dossierArchive,
  manifestText,
  timelineText,
} from '../../../core/lab/dossier/dossier-archive.ts'
import type { Standard } from '../../../core/lab/signature/verify-pdf.ts'
import type { DossierManifest, Legalisation } from '../../../core/legalise/dossier-manifest.ts'
import { namesInArchive } from '../../../core/legalise/dossier-names.ts'

export const number = 'PANDU-2026-000123-C'
export const standard: Standard = { anchors: anchorsOf([]), crls: [], at: '2026-11-23T02:00:00.000Z' }

const bytesOf = (text: string) => new TextEncoder().encode(text)
const steps = [{ at: '23-11-2026, 09.00 WIB', text: 'Dilegalisasi oleh verifikator' }]

export interface Sample extends DossierParts {
  readonly manifestSha256: string
}

/** The parts of a small dossier; its files hold what their names say. */
export async function sampleDossier(
  names: readonly string[] = ['antivirus-scan-1.jpg', 'signed-form-1.pdf'],
  legalisation: Legalisation = 'approval',
): Promise<Sample> {
  const timeline = timelineText(steps)
  const archived = namesInArchive(names)
  const files = archived.map((name) => ({ name, bytes: bytesOf(`the bytes of ${name}`) }))
  const listed: DossierManifest['files'] = files.map(({ name, bytes }) => ({
    name,
    item: 'antivirus-scan.1',
    type: 'jpeg',
    pages: 1,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    verdict: 'ACCEPTED',
  }))
  const manifest = manifestText({
    version: 1,
    number,
    agency: 'Pemda DIY',
    procedure: 'Reaktivasi akun',
    legalisation,
    legalisedAt: '2026-11-23T02:00:00.000Z',
    statement: 'Benar.',
    formSha256: 'f'.repeat(64),
    files: listed,
    timeline: { name: 'timeline.json', sizeBytes: timeline.length, sha256: sha256(timeline) },
  })
  const { manifestSha256 } = manifest
  const cover = await coverOf(manifestSha256, listed, legalisation)
  return { cover, manifest: manifest.bytes, timeline, files, manifestSha256 }
}

export const coverOf = (
  manifestSha256: string,
  manifest: readonly { name: string; type: string; pages: number; sizeBytes: number; sha256: string }[] = [],
  legalisation: Legalisation = 'approval',
) =>
  coverSheet({
    heading: 'Lembar Pengantar',
    number,
    agency: 'Pemda DIY',
    paragraphs: ['Bersama ini disampaikan berkas pengajuan berikut.'],
    facts: [['Nama lengkap', 'Rina Sari']],
    manifest,
    timeline: steps,
    footer: 'Dibuat otomatis oleh Pandu.',
    madeAt: '2026-11-23T02:00:00.000Z',
    manifestSha256,
    ...(legalisation === 'signature' && { signature: { field: 'TTE_VERIFIKATOR', title: 'Verifikator: Sari' } }),
  })

export const zipOf = (sample: DossierParts): Uint8Array => dossierArchive(sample)
