import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { type AssessContext, assess } from '../core/evidence/assess.ts'
import { type FactsOf, isReadKind, type ReadKind } from '../core/evidence/facts.ts'
import { type FindingCode, findingCodes, type Verdict, verdictOf } from '../core/evidence/finding.ts'
import { fileSizeMaxBytes } from '../core/evidence/kind.ts'
import { passwordFactsOf } from '../core/evidence/password-facts.ts'
import { scanFactsOf } from '../core/evidence/scan-facts.ts'
import { type Admitted, admit } from '../core/lab/admit.ts'
import type { Scan } from '../core/lab/clamd.ts'
import { sha256 } from '../core/lab/digest.ts'
import { readEvidence } from '../core/lab/read-evidence.ts'

/** What a file is looked at for; of a signed form only whether it may come in. */
export const inspectKinds = ['antivirus-scan', 'email-password-change', 'signed-form'] as const
export type InspectKind = (typeof inspectKinds)[number]

/** What is wanted of every file. */
export interface Inspection {
  readonly kind: InspectKind | undefined
  readonly context: AssessContext
  readonly scan: Scan | undefined
}

/** One line of `pandu inspect --json` (`architecture.md` §7). */
export interface Inspected {
  readonly input: string
  /** Null are all three when the file could not be opened; the digest is null of what is too big to be looked at. */
  readonly file: { readonly sha256: string | null; readonly sizeBytes: number | null; readonly type: string | null }
  readonly verdict: Verdict
  readonly reasons: readonly FindingCode[]
  readonly facts: Readonly<Record<string, unknown>>
}

const nothing = { cells: [], rows: [] }
const noFacts: FactsOf = { 'antivirus-scan': scanFactsOf(nothing), 'email-password-change': passwordFactsOf(nothing) }

/** Looks at one file as if somebody had sent it; a file that cannot be opened is unreadable. */
export async function inspectFile(input: string, inspection: Inspection): Promise<Inspected> {
  const { kind } = inspection
  const facts = kind !== undefined && isReadKind(kind) ? { ...noFacts[kind] } : {}
  const content = await contentOf(input)
  if (content === undefined) {
    const file = { sha256: null, sizeBytes: null, type: null }
    return { input, file, verdict: 'UNREADABLE', reasons: [], facts }
  }
  const { bytes, sizeBytes } = content
  if (bytes === undefined)
    return { input, file: { sha256: null, sizeBytes, type: null }, ...judged(['TOO_BIG']), facts }
  const admitted = await admit(bytes, inspection.scan)
  const type = 'type' in admitted ? admitted.type : ((await fileTypeFromBuffer(bytes))?.ext ?? null)
  const file = { sha256: sha256(bytes), sizeBytes, type }
  const found = foundIn(admitted)
  const isLegible = 'preview' in admitted && verdictOf(found) !== 'UNREADABLE'
  if (kind === undefined || !isReadKind(kind) || !isLegible) return { input, file, ...judged(found), facts }
  return { input, file, ...(await readAs(kind, admitted, found, inspection.context)) }
}

async function readAs(
  kind: ReadKind,
  { preview }: Admitted,
  found: readonly FindingCode[],
  context: AssessContext,
): Promise<Pick<Inspected, 'verdict' | 'reasons' | 'facts'>> {
  const facts = await readEvidence(kind, preview)
  const { verdict, reasons } = assess(kind, facts, context)
  const all = judged([...found, ...reasons])
  return { ...all, verdict: verdict === 'UNREADABLE' ? verdict : all.verdict, facts: { ...(facts ?? noFacts[kind]) } }
}

function foundIn(admitted: Awaited<ReturnType<typeof admit>>): readonly FindingCode[] {
  if ('refused' in admitted) return [admitted.refused]
  return 'unscanned' in admitted ? ['SCAN_ERROR'] : admitted.remarks
}

function judged(codes: readonly FindingCode[]): Pick<Inspected, 'verdict' | 'reasons'> {
  const reasons = findingCodes.filter((code) => codes.includes(code))
  return { verdict: verdictOf(reasons), reasons }
}

/** The bytes of a file, undefined when there are too many; undefined altogether when nobody can tell. */
async function contentOf(path: string): Promise<{ sizeBytes: number; bytes: Uint8Array | undefined } | undefined> {
  try {
    const file = await open(path)
    try {
      const stat = await file.stat()
      // Pipes and devices have no end.
      if (!stat.isFile()) return undefined
      const isTooBig = stat.size > fileSizeMaxBytes
      return { sizeBytes: stat.size, bytes: isTooBig ? undefined : await file.readFile() }
    } finally {
      await file.close()
    }
  } catch {
    // Missing, not ours to read, no name at all: a line with a verdict, never a stop.
    return undefined
  }
}
