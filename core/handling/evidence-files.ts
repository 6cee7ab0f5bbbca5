/** Port: sealed bytes under the case key, by their content. Written and synced before the row that names them. */
export interface EvidenceFiles {
  put(caseId: string, sha256: string, part: FilePart, bytes: Uint8Array): Promise<void>
  /** @returns undefined when there is no such file or its seal is broken */
  get(caseId: string, sha256: string, part: string): Promise<Uint8Array | undefined>
  /** @returns false when there was no such file */
  remove(caseId: string, sha256: string, part: string): Promise<boolean>
  /**
   * Removes what was written between two moments (ISO) and its case does not want; where that cannot be told
   * (undefined), all of it stays. @returns how many files
   */
  prune(
    written: { readonly after: string; readonly before: string },
    wantedOf: (caseId: string) => Promise<readonly FileName[] | undefined>,
  ): Promise<number>
}

/** What a file of a case is kept as: as received, drawn from that, made by us, or waiting for the malware scanner. */
export const fileParts = [
  'original',
  'thumbnail',
  'preview-1',
  'preview-2',
  'preview-3',
  'form',
  'dossier',
  'manifest',
  'timeline',
  'held',
] as const
export type FilePart = (typeof fileParts)[number]

/** Which file of a case it is: the digest of what it belongs to, or the id of what nobody has looked into yet. */
export interface FileName {
  readonly sha256: string
  readonly part: FilePart
}

export const original = 'original'

/** What is drawn of a page, counted from 1. */
export function previewPart(page: number): FilePart {
  const part = fileParts.find((name) => name === `preview-${page}`)
  if (part === undefined) throw new RangeError(`no page ${page} is drawn`)
  return part
}
