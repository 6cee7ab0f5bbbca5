import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl'
import type { DossierFinding } from '../../legalise/dossier-report.ts'
import type { ArchiveEntry } from './archive.ts'

/** What an archive may be and hold, so that no archive costs more than that. */
export const archiveLimits = { archiveMaxBytes: 200_000_000, insideMaxBytes: 300_000_000, entriesMax: 600 } as const

const stored = 0
const deflated = 8

class Refused extends Error {
  readonly finding: DossierFinding
  constructor(finding: DossierFinding) {
    super(finding.code)
    this.finding = finding
  }
}

/**
 * Reads a ZIP that may be hostile: by its central directory, within limits, with names that are no paths and each of them
 * once. Nothing is written anywhere.
 */
export async function readArchive(bytes: Uint8Array): Promise<readonly ArchiveEntry[] | DossierFinding> {
  if (bytes.length > archiveLimits.archiveMaxBytes) return { code: 'TOO_BIG', found: String(bytes.length) }
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await entriesIn(await fromBufferPromise(buffer, options))
  } catch (error) {
    if (error instanceof Refused) return error.finding
    // The reader's own words for an archive that is broken.
    if (error instanceof Error)
      return isNoZip(error) ? { code: 'NOT_A_ZIP' } : { code: 'DAMAGED', found: error.message }
    throw error
  }
}

const isNoZip = ({ message }: Error): boolean => /end of central directory record|too short/i.test(message)

const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true } as const

async function entriesIn(zip: ZipFile): Promise<readonly ArchiveEntry[]> {
  if (zip.entryCount > archiveLimits.entriesMax)
    throw new Refused({ code: 'TOO_MANY_ENTRIES', found: String(zip.entryCount) })
  const listed: (readonly [name: string, entry: Entry])[] = []
  const names = new Set<string>()
  let insideBytes = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    insideBytes += entry.uncompressedSize
    refuseHostile(entry, name, names, insideBytes)
    names.add(name.toLowerCase())
    listed.push([name, entry])
  }
  const read: ArchiveEntry[] = []
  for (const [name, entry] of listed) if (!name.endsWith('/')) read.push({ name, bytes: await contentOf(zip, entry) })
  return read
}

function refuseHostile(entry: Entry, name: string, names: ReadonlySet<string>, insideBytes: number): void {
  if (validateFileName(name) !== null || /[\p{Cc}\p{Cf}]/u.test(name)) throw new Refused({ code: 'UNSAFE_NAME', name })
  if (names.has(name.toLowerCase())) throw new Refused({ code: 'DUPLICATE_NAME', name })
  if (entry.isEncrypted()) throw new Refused({ code: 'ENCRYPTED', name })
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw new Refused({ code: 'UNKNOWN_METHOD', name, found: String(entry.compressionMethod) })
  if (insideBytes > archiveLimits.insideMaxBytes)
    throw new Refused({ code: 'TOO_MUCH_INSIDE', name, found: String(insideBytes) })
}

const nameOf = ({ fileNameRaw }: Entry): string => new TextDecoder().decode(fileNameRaw)

/** The reader ends the stream with an error as soon as it yields more, or less, than the directory says. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return new Uint8Array(Buffer.concat(parts))
}
