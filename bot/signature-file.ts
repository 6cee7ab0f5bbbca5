import { readFile, stat } from 'node:fs/promises'
import { sha256 } from '../core/lab/digest.ts'
import { verifyPdfInThread } from '../core/lab/signature/in-thread.ts'
import type { Standard } from '../core/lab/signature/verify-pdf.ts'
import type { PdfSignatureReport } from '../core/signature/report.ts'

/** One line of `pandu signature --json` (`architecture.md` §7). */
export interface CheckedFile extends Omit<PdfSignatureReport, 'file'> {
  readonly input: string
  /** Both are null when the file could not be opened; the digest is null of what is too big to be looked at. */
  readonly file: { readonly sha256: string | null; readonly sizeBytes: number | null }
}

const fileMaxBytes = 128 * 1024 * 1024

/** Judges the signatures of one file; one that cannot be opened, or that breaks us, is unreadable. */
export async function checkFile(input: string, standard: Standard, onDefect: OnDefect): Promise<CheckedFile> {
  const { bytes, sizeBytes } = (await contentOf(input)) ?? { bytes: undefined, sizeBytes: null }
  if (bytes === undefined) return unreadable(input, { sha256: null, sizeBytes }, standard)
  try {
    return { input, ...(await verifyPdfInThread(bytes, standard)) }
  } catch (error) {
    onDefect(input, error)
    return unreadable(input, { sha256: sha256(bytes), sizeBytes: bytes.length }, standard)
  }
}

/** Hears of a file that the verifier itself failed at. */
export type OnDefect = (input: string, error: unknown) => void

const unreadable = (input: string, file: CheckedFile['file'], { at, anchors }: Standard): CheckedFile => ({
  input,
  file,
  verdict: 'UNREADABLE',
  reasons: [],
  checkedAt: at,
  anchorsVersion: anchors.version,
  signatures: [],
})

async function contentOf(path: string): Promise<{ sizeBytes: number; bytes: Uint8Array | undefined } | undefined> {
  try {
    // Looked at before it is opened: a pipe would be waited for, and devices have no end.
    const found = await stat(path)
    if (!found.isFile()) return undefined
    return { sizeBytes: found.size, bytes: found.size > fileMaxBytes ? undefined : await readFile(path) }
  } catch {
    // Missing, not ours to read, no name at all: a line with a verdict, never a stop.
    return undefined
  }
}
