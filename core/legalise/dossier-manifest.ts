import { z } from 'zod'
import type { SignatureVerdict } from '../signature/reason.ts'

/** How the verifier legalises: by a recorded approval at the desk, or by their own electronic signature on the cover sheet. */
export type Legalisation = 'approval' | 'signature'

/** What a file was found to be worth: accepted by the verifier, or what the signature of a signed form came to. */
export type FileVerdict = 'ACCEPTED' | 'UNVERIFIED' | SignatureVerdict

const verdicts = [
  'ACCEPTED',
  'UNVERIFIED',
  'VALID',
  'NEEDS_REVIEW',
  'UNTRUSTED',
  'INVALID',
  'NOT_SIGNED',
  'UNREADABLE',
] as const satisfies readonly FileVerdict[]

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().nonnegative()

/** One file of a dossier: its name inside the archive, made by us, and what the verifier had before them. */
const fileShape = z.strictObject({
  name: z.string().min(1).max(120),
  item: z.string(),
  type: z.string(),
  pages: size,
  sizeBytes: size,
  sha256: digest,
  verdict: z.enum(verdicts),
})

const manifestShape = z.strictObject({
  version: z.literal(1),
  number: z.string().min(1).max(40),
  agency: z.string(),
  procedure: z.string(),
  legalisation: z.enum(['approval', 'signature']),
  /** ISO 8601, UTC. */
  legalisedAt: z.string(),
  statement: z.string(),
  formSha256: z.string(),
  files: z.array(fileShape).max(500),
  timeline: z.strictObject({ name: z.string(), sizeBytes: size, sha256: digest }),
})

/** `manifest.json`: the manifest, and the SHA-256 of its canonical JSON (RFC 8785) without that very member. */
const sealedShape = manifestShape.extend({ manifestSha256: digest })

export type DossierManifest = z.infer<typeof manifestShape>
export type SealedManifest = z.infer<typeof sealedShape>

/** Reads what `manifest.json` holds. @returns undefined for anything but a manifest of this version */
export function sealedManifestIn(value: unknown): SealedManifest | undefined {
  const read = sealedShape.safeParse(value)
  return read.success ? read.data : undefined
}

/** What a manifest's own digest is made over. */
export function unsealed({ manifestSha256: _, ...manifest }: SealedManifest): DossierManifest {
  return manifest
}
