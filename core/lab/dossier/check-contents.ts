import { type SealedManifest, sealedManifestIn, unsealed } from '../../legalise/dossier-manifest.ts'
import { dossierNames } from '../../legalise/dossier-names.ts'
import type { DossierFinding } from '../../legalise/dossier-report.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import type { ArchiveEntry } from './archive.ts'
import { dossierArchive, sumsOf } from './dossier-archive.ts'
import { readArchive } from './read-archive.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** What lies in an archive, as far as it can be read, and what is wrong with it. */
export interface Contents {
  readonly manifest?: SealedManifest
  readonly cover?: Uint8Array
  /** Of what is inside. */
  readonly inside: readonly DossierFinding[]
  /** Of the archive around it, where all inside is right. */
  readonly container: readonly DossierFinding[]
}

/**
 * Holds an archive against its own manifest and list of digests. Every byte counts: what holds all the right files but is
 * not the archive that was written is altered as well.
 */
export async function checkContents(bytes: Uint8Array): Promise<Contents> {
  const entries = await readArchive(bytes)
  if ('code' in entries) return { inside: [entries], container: [] }
  const files: Files = new Map(entries.map((entry) => [entry.name, entry.bytes]))
  const found = files.get(dossierNames.cover)
  const cover = found === undefined ? {} : { cover: found }
  const manifest = manifestIn(files)
  if ('code' in manifest) return { ...cover, inside: [manifest, ...coverSum(files)], container: [] }
  const inside = contentFindings(manifest, files)
  const container = inside.length > 0 ? [] : containerFindings(bytes, manifest, files)
  return { ...cover, manifest, inside, container }
}

/** The manifest, if it is one and says the digest of itself. */
function manifestIn(files: Files): SealedManifest | DossierFinding {
  const name = dossierNames.manifest
  const bytes = files.get(name)
  if (bytes === undefined) return { code: 'MANIFEST_MISSING', name }
  const text = new TextDecoder().decode(bytes)
  const manifest = sealedManifestIn(parsed(text))
  // What the list of digests says of a manifest that cannot be read is all there is to compare.
  const listed = sumsIn(files).get(name)
  const hashes = { found: sha256(bytes), ...(listed !== undefined && { expected: listed }) }
  if (manifest === undefined) return { code: 'MANIFEST_MALFORMED', name, ...hashes }
  const found = sha256(canonicalJson(unsealed(manifest)))
  if (found !== manifest.manifestSha256)
    return { code: 'MANIFEST_ALTERED', name, expected: manifest.manifestSha256, found }
  return canonicalJson(manifest) === text ? manifest : { code: 'MANIFEST_ALTERED', name, ...hashes }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function contentFindings(manifest: SealedManifest, files: Files): readonly DossierFinding[] {
  const listed = [...manifest.files, manifest.timeline]
  const known = new Set<string>([...listed.map(({ name }) => name), ...Object.values(dossierNames)])
  return [
    ...listed.flatMap(({ name, sha256: expected }) => fileFinding(files, name, expected, 'FILE_ALTERED')),
    ...coverSum(files),
    ...sumsFindings(listed, files),
    ...[...files].flatMap(([name, bytes]): readonly DossierFinding[] =>
      known.has(name) ? [] : [{ code: 'FILE_EXTRA', name, found: sha256(bytes) }],
    ),
  ]
}

function fileFinding(
  files: Files,
  name: string,
  expected: string | undefined,
  code: 'FILE_ALTERED' | 'COVER_ALTERED',
): readonly DossierFinding[] {
  const bytes = files.get(name)
  if (bytes === undefined) return [{ code: 'FILE_MISSING', name, ...(expected !== undefined && { expected }) }]
  const found = sha256(bytes)
  return expected === undefined || found === expected ? [] : [{ code, name, expected, found }]
}

/** The cover sheet holds the manifest's digest, so the manifest cannot hold its own: it stands in the list of digests. */
const coverSum = (files: Files): readonly DossierFinding[] =>
  fileFinding(files, dossierNames.cover, sumsIn(files).get(dossierNames.cover), 'COVER_ALTERED')

function sumsIn(files: Files): ReadonlyMap<string, string> {
  const text = new TextDecoder().decode(files.get(dossierNames.sums))
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)
  return new Map([...lines].flatMap(([, digest = '', name = '']) => [[name, digest] as const]))
}

function sumsFindings(listed: readonly { name: string; sha256: string }[], files: Files): readonly DossierFinding[] {
  const name = dossierNames.sums
  const bytes = files.get(name)
  if (bytes === undefined) return [{ code: 'FILE_MISSING', name }]
  const [cover, manifest] = [dossierNames.cover, dossierNames.manifest]
  const own = [cover, manifest].map((one) => [one, sha256(files.get(one) ?? new Uint8Array())] as const)
  // What it says of the cover sheet has a finding of its own.
  const said = sumsIn(files).get(cover)
  const head = said === undefined ? own : [[cover, said] as const, ...own.slice(1)]
  const due = sumsOf([...head, ...inOrder(listed).map((file) => [file.name, file.sha256] as const)])
  const isSame = Buffer.from(bytes).equals(Buffer.from(due))
  return isSame ? [] : [{ code: 'SUMS_ALTERED', name, expected: sha256(due), found: sha256(bytes) }]
}

/** In the archive the timeline stands before the files. */
const inOrder = <File>(listed: readonly File[]): readonly File[] => [...listed.slice(-1), ...listed.slice(0, -1)]

/** All the right files may still lie in another archive: packed anew, or with something between them. */
function containerFindings(bytes: Uint8Array, manifest: SealedManifest, files: Files): readonly DossierFinding[] {
  const of = (name: string): Uint8Array => files.get(name) ?? new Uint8Array()
  const written = dossierArchive({
    cover: of(dossierNames.cover),
    manifest: of(dossierNames.manifest),
    timeline: of(manifest.timeline.name),
    files: manifest.files.map(({ name }): ArchiveEntry => ({ name, bytes: of(name) })),
  })
  if (Buffer.from(written).equals(Buffer.from(bytes))) return []
  return [{ code: 'CONTAINER_ALTERED', expected: sha256(written), found: sha256(bytes) }]
}
