import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { dossierOf } from '../legalise/dossier.ts'
import { coverSignature, dossierManifestOf, listedFiles } from '../legalise/dossier-files.ts'
import { sealedManifestIn } from '../legalise/dossier-manifest.ts'
import { dossierNames } from '../legalise/dossier-names.ts'
import { dossierWords } from '../legalise/dossier-words.ts'
import { type FilePart, original } from './evidence-files.ts'
import type { Ports } from './ports.ts'

/** What a dossier is kept as, under the digest of its cover sheet. */
export const dossierParts = ['dossier', 'manifest', 'timeline'] as const satisfies readonly FilePart[]

type Needed = Pick<Ports, 'files' | 'sha256'>

/** Makes the cover sheet of a legalised case and keeps it sealed, with the manifest and timeline that it stands for. @returns its digest */
export async function keepCover(
  ports: Needed & Pick<Ports, 'agencies'>,
  c: Case,
  history: readonly Event[],
  onMade: () => void,
): Promise<string> {
  const agency = ports.agencies.find(({ code }) => code === c.agency)
  const [{ coverSheet }, { manifestText, timelineText }] = await Promise.all([
    import('../lab/cover-sheet.ts'),
    import('../lab/dossier/dossier-archive.ts'),
  ])
  const content = dossierOf(c, history, agency)
  const timeline = timelineText(content.timeline)
  const listed = { name: dossierNames.timeline, sizeBytes: timeline.length, sha256: ports.sha256(timeline) }
  const { bytes: manifest, manifestSha256 } = manifestText(dossierManifestOf(c, history, agency, listed))
  const signature = agency?.legalisation === 'signature' ? coverSignature(c.legalisedBy?.name ?? '') : undefined
  const cover = await coverSheet({
    ...content,
    facts: [...content.facts, [dossierWords.manifestDigest, manifestSha256]],
    manifest: listedFiles(c),
    manifestSha256,
    ...(signature && { signature }),
  })
  onMade()
  const coverSha256 = ports.sha256(cover)
  await keepParts(ports, c, coverSha256, { dossier: cover, manifest, timeline })
  return coverSha256
}

/** Seals the parts of a dossier; the cover sheet last, so that whoever finds it finds the others. */
export async function keepParts(
  { files }: Needed,
  { id }: Case,
  coverSha256: string,
  parts: Readonly<Record<(typeof dossierParts)[number], Uint8Array>>,
): Promise<void> {
  for (const part of dossierParts.toReversed()) await files.put(id, coverSha256, part, parts[part])
}

/** Why there is no archive. */
export type ArchiveFault = { readonly fault: 'file-missing' | 'file-altered' }

/**
 * `dossier.zip` of a prepared case, from what was sealed when it was prepared: the same bytes whenever it is asked for.
 * Dossiers older than the archive have none.
 */
export async function dossierZip(
  ports: Needed,
  c: Pick<Case, 'id'>,
  dossierSha256: string,
): Promise<{ readonly bytes: Uint8Array } | ArchiveFault> {
  const [cover, manifest, timeline] = await Promise.all(
    dossierParts.map((part) => ports.files.get(c.id, dossierSha256, part)),
  )
  if (cover === undefined || manifest === undefined || timeline === undefined) return { fault: 'file-missing' }
  const sealed = sealedManifestIn(JSON.parse(new TextDecoder().decode(manifest)))
  if (sealed === undefined || ports.sha256(cover) !== dossierSha256) return { fault: 'file-altered' }
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const { name, sha256 } of sealed.files) {
    const bytes = await ports.files.get(c.id, sha256, original)
    if (bytes === undefined) return { fault: 'file-missing' }
    if (ports.sha256(bytes) !== sha256) return { fault: 'file-altered' }
    files.push({ name, bytes })
  }
  const { dossierArchive } = await import('../lab/dossier/dossier-archive.ts')
  return { bytes: dossierArchive({ cover, manifest, timeline, files }) }
}
