import { type SealedManifest, sealedManifestIn, unsealed } from '../../legalise/dossier-manifest.ts'
import { dossierNames } from '../../legalise/dossier-names.ts'
import { type DossierFinding, type DossierReport, dossierVerdict } from '../../legalise/dossier-report.ts'
import type { PdfSignatureReport } from '../../signature/report.ts'
import { canonicalJson, sha256 } from '../digest.ts'
import { verifyPdfInThread } from '../signature/in-thread.ts'
import type { Standard } from '../signature/verify-pdf.ts'
import type { ArchiveEntry } from './archive.ts'
import { coverFindings } from './cover-mark.ts'
import { dossierArchive, sumsOf } from './dossier-archive.ts'
import { readArchive } from './read-archive.ts'

type Files = ReadonlyMap<string, Uint8Array>

/**
 * Says what is wrong with a dossier's archive, by nothing but the archive. Every byte of it counts: what holds all the
 * right files but is not the archive that was written is altered as well.
 */
export async function checkDossier(bytes: Uint8Array, standard: Standard): Promise<DossierReport> {
  const file = { sha256: sha256(bytes), sizeBytes: bytes.length }
  const entries = await readArchive(bytes)
  if ('code' in entries) return report({ file, findings: [entries] })
  const files: Files = new Map(entries.map((entry) => [entry.name, entry.bytes]))
  const read = manifestIn(files)
  if ('code' in read) return report({ file, findings: [read, ...coverSum(files)] })
  const dossier = dossierIn(read, files)
  const inside = contentFindings(read, files)
  if (inside.length > 0) return report({ file, dossier, findings: inside })
  const container = containerFindings(bytes, read, files)
  const cover = files.get(dossierNames.cover) ?? new Uint8Array()
  const signature = await verifyPdfInThread(cover, standard)
  const findings = [
    ...container,
    ...(await coverFindings(cover, read.number, read.manifestSha256)),
    ...signatureFindings(read, signature, standard),
  ]
  return report({ file, dossier, findings, signature: signature.verdict === 'NOT_SIGNED' ? null : signature })
}

type Found = Pick<DossierReport, 'file' | 'findings'> & Partial<Pick<DossierReport, 'dossier' | 'signature'>>

const report = ({ file, findings, dossier = null, signature = null }: Found): DossierReport => ({
  file,
  verdict: dossierVerdict(findings),
  reasons: [...new Set(findings.map(({ code }) => code))],
  findings,
  dossier,
  signature,
})

function dossierIn(manifest: SealedManifest, files: Files): DossierReport['dossier'] {
  const { number, manifestSha256, legalisation, legalisedAt } = manifest
  const cover = files.get(dossierNames.cover)
  const coverSha256 = cover === undefined ? null : sha256(cover)
  return { number, manifestSha256, legalisation, legalisedAt, files: manifest.files.length, coverSha256 }
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

/** Without anchors nobody can say who signed, so only a signature that is broken speaks against the cover sheet. */
function signatureFindings(
  { legalisation }: SealedManifest,
  { verdict, reasons }: PdfSignatureReport,
  { anchors }: Standard,
): readonly DossierFinding[] {
  const name = dossierNames.cover
  if (verdict === 'NOT_SIGNED') return legalisation === 'signature' ? [{ code: 'COVER_NOT_SIGNED', name }] : []
  const isTold = verdict === 'VALID' || (verdict === 'UNTRUSTED' && anchors.list.length === 0)
  const found = [verdict, ...reasons].join(' ')
  return isTold ? [] : [{ code: 'COVER_SIGNATURE_BAD', name, expected: 'VALID', found }]
}
