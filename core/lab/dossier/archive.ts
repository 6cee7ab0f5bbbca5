import { zipSync } from 'fflate'

/** One file inside an archive. */
export interface ArchiveEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The first moment that a ZIP can name, in any zone: archives of equal content are equal bytes. */
const epoch = new Date(1980, 0, 1)

/** A ZIP of these entries in this order, each stored as it is: pictures and PDFs do not get smaller, and nothing can swell. */
export function archiveOf(entries: readonly ArchiveEntry[]): Uint8Array {
  const files = Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes]))
  return zipSync(files, { level: 0, mtime: epoch })
}
