/** Port: sealed bytes under the case key, by their content. Written and synced before the row that names them. */
export interface EvidenceFiles {
  /** `part` is the file as received, or a derivative of it such as `preview-1` or `thumbnail`. */
  put(caseId: string, sha256: string, part: string, bytes: Uint8Array): Promise<void>
  /** @returns undefined when there is no such file or its seal is broken */
  get(caseId: string, sha256: string, part: string): Promise<Uint8Array | undefined>
  /** @returns false when there was no such file */
  remove(caseId: string, sha256: string, part: string): Promise<boolean>
}

export const original = 'original'
