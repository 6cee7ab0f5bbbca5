import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import type { DossierManifest, FileVerdict } from './dossier-manifest.ts'
import { namesInArchive } from './dossier-names.ts'
import { dossierWords as words } from './dossier-words.ts'
import type { ManifestEntry } from './manifest.ts'

/** What a legalised file is worth: evidence was accepted item by item; a signed form has its signature's verdict. */
const verdictOf = ({ signedForm }: Case, { item }: ManifestEntry): FileVerdict =>
  item === 'signed-form' ? (signedForm?.verdict?.verdict ?? 'UNVERIFIED') : 'ACCEPTED'

/** The frozen files with what each is worth in words, as the cover sheet lists them. */
export const listedFiles = (c: Case): readonly (ManifestEntry & { readonly verdict: string })[] =>
  (c.manifest ?? []).map((entry) => ({ ...entry, verdict: words.verdicts[verdictOf(c, entry)] }))

/** Where a verifier who legalises by their own signature puts it. */
export const coverSignature = (name: string) => ({ field: 'TTE_VERIFIKATOR', title: `${words.verifier}: ${name}` })

/** The manifest of a legalised case, as it goes into its archive. @throws Error when it is not legalised */
export function dossierManifestOf(
  c: Case,
  history: readonly Event[],
  agency: Agency | undefined,
  timeline: DossierManifest['timeline'],
): DossierManifest {
  const legalised = history.findLast((event) => event.type === 'legalised')
  if (legalised === undefined || c.manifest === null) throw new Error('only a legalised case has a manifest')
  const names = namesInArchive(c.manifest.map(({ name }) => name))
  return {
    version: 1,
    number: c.number,
    agency: agency?.name ?? c.agency ?? '',
    procedure: words.procedures[c.procedure],
    legalisation: agency?.legalisation ?? 'approval',
    legalisedAt: legalised.at,
    statement: legalised.statement,
    formSha256: legalised.formSha256,
    files: c.manifest.map((entry, index) => {
      const { item, type, pages, sizeBytes, sha256 } = entry
      return { name: names[index] ?? '', item, type, pages, sizeBytes, sha256, verdict: verdictOf(c, entry) }
    }),
    timeline,
  }
}
