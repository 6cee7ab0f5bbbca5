import type { DossierManifest } from '../../legalise/dossier-manifest.ts'
import { dossierNames } from '../../legalise/dossier-names.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import { type ArchiveEntry, archiveOf } from './archive.ts'

/** A manifest as it goes into the archive, and the digest by which cover sheet and QR code know it. */
export interface ManifestText {
  readonly bytes: Uint8Array
  readonly manifestSha256: string
}

/** `manifest.json`: canonical JSON with its own digest in it. */
export function manifestText(manifest: DossierManifest): ManifestText {
  const manifestSha256 = sha256(canonicalJson(manifest))
  return { bytes: bytesOf(canonicalJson({ ...manifest, manifestSha256 })), manifestSha256 }
}

/** `timeline.json`: the steps that the cover sheet tells, oldest first. */
export const timelineText = (timeline: readonly { readonly at: string; readonly text: string }[]): Uint8Array =>
  bytesOf(canonicalJson({ version: 1, timeline }))

/** What a dossier consists of; the files stand in the order of its manifest, under their names in the archive. */
export interface DossierParts {
  readonly cover: Uint8Array
  readonly manifest: Uint8Array
  readonly timeline: Uint8Array
  readonly files: readonly ArchiveEntry[]
}

/** `dossier.zip`: equal parts are equal bytes. */
export function dossierArchive({ cover, manifest, timeline, files }: DossierParts): Uint8Array {
  const listed: readonly ArchiveEntry[] = [
    { name: dossierNames.cover, bytes: cover },
    { name: dossierNames.manifest, bytes: manifest },
    { name: dossierNames.timeline, bytes: timeline },
    ...files,
  ]
  const [first, ...others] = listed
  const sums = { name: dossierNames.sums, bytes: bytesOf(sumsOf(listed.map(digestOf))) }
  return archiveOf(first === undefined ? [] : [first, sums, ...others])
}

const digestOf = ({ name, bytes }: ArchiveEntry): readonly [name: string, sha256: string] => [name, sha256(bytes)]

/** Lines as `sha256sum` writes and reads them. */
export const sumsOf = (digests: readonly (readonly [name: string, sha256: string])[]): string =>
  digests.map(([name, digest]) => `${digest}  ${name}\n`).join('')

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
