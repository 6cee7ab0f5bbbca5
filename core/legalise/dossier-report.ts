import type { PdfSignatureReport } from '../signature/report.ts'
import type { Legalisation } from './dossier-manifest.ts'

/** Everything that can be wrong with the archive of a dossier, and what it makes of it. */
export const dossierFaults = {
  CANNOT_OPEN: 'UNREADABLE',
  TOO_BIG: 'UNREADABLE',
  NOT_A_ZIP: 'UNREADABLE',
  DAMAGED: 'UNREADABLE',
  TOO_MANY_ENTRIES: 'INVALID',
  TOO_MUCH_INSIDE: 'INVALID',
  UNSAFE_NAME: 'INVALID',
  DUPLICATE_NAME: 'INVALID',
  ENCRYPTED: 'INVALID',
  UNKNOWN_METHOD: 'INVALID',
  MANIFEST_MISSING: 'INVALID',
  MANIFEST_MALFORMED: 'INVALID',
  MANIFEST_ALTERED: 'INVALID',
  FILE_MISSING: 'INVALID',
  FILE_EXTRA: 'INVALID',
  FILE_ALTERED: 'INVALID',
  COVER_ALTERED: 'INVALID',
  SUMS_ALTERED: 'INVALID',
  CONTAINER_ALTERED: 'INVALID',
  COVER_UNREADABLE: 'INVALID',
  COVER_OTHER_MANIFEST: 'INVALID',
  COVER_QR_OTHER: 'INVALID',
  COVER_NOT_SIGNED: 'INVALID',
  COVER_SIGNATURE_BAD: 'INVALID',
} as const satisfies Record<string, 'INVALID' | 'UNREADABLE'>

export type DossierFault = keyof typeof dossierFaults

/** One thing that is wrong: where, and what was expected and found there (a digest, a size or a word). */
export interface DossierFinding {
  readonly code: DossierFault
  readonly name?: string
  readonly expected?: string
  readonly found?: string
}

/** What a dossier's archive is worth by itself: without a database, without a network. */
export interface DossierReport {
  readonly file: { readonly sha256: string | null; readonly sizeBytes: number | null }
  readonly verdict: 'VALID' | 'INVALID' | 'UNREADABLE'
  readonly reasons: readonly DossierFault[]
  readonly findings: readonly DossierFinding[]
  /** What the manifest says of itself, once it can be read; whether that is true say the findings. */
  readonly dossier: {
    readonly number: string
    readonly manifestSha256: string
    readonly legalisation: Legalisation
    readonly legalisedAt: string
    readonly files: number
    /** By which the desk knows the dossier: compare it where the cover sheet is not signed. */
    readonly coverSha256: string | null
  } | null
  /** What the signature of the cover sheet is worth; null where it was not looked at, or nothing to look at. */
  readonly signature: PdfSignatureReport | null
}

/** The verdict that findings come to: the worst, and valid without any. */
export function dossierVerdict(findings: readonly DossierFinding[]): DossierReport['verdict'] {
  const verdicts = new Set(findings.map(({ code }) => dossierFaults[code]))
  if (verdicts.has('INVALID')) return 'INVALID'
  return verdicts.has('UNREADABLE') ? 'UNREADABLE' : 'VALID'
}
