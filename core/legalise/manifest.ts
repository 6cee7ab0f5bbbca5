/** One file of a legalised dossier; frozen at the decision. */
export interface ManifestEntry {
  /** Name inside the dossier, made by us: item and number, never the sender's file name. */
  readonly name: string
  readonly item: string
  readonly type: string
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
}
