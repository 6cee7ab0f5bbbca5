import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import type { PdfDictionary, PdfValue } from '../pdf/value.ts'

/**
 * True when a file that holds no signature of a form has a `/ByteRange` all the same: somebody took a signature out of
 * its reach. Rights that a program was granted over the file (`Perms`, ISO 32000-2 §12.8.6) are nobody's signature, and
 * what stands in a stream is another file's.
 */
export function hasLooseRange(document: PdfDocument): boolean {
  const { bytes, revisions } = document
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const known = revisions.flatMap((revision) => rightsIn(revision))
  const isKnown = (at: number) => known.some(({ start, end }) => start <= at && at < end)
  let streams: readonly (readonly [number, number])[] | undefined
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1)) {
    if (isKnown(at)) continue
    streams ??= revisions.flatMap(streamsIn)
    if (!streams.some(([start, end]) => start <= at && at < end)) return true
  }
  return false
}

/** The signatures of usage rights: `UR` and `UR3`. */
function rightsIn(revision: PdfRevision): readonly PdfDictionary[] {
  const root = revision.resolve(revision.trailer.entries.get('Root'))
  const permissions = root?.kind === 'dictionary' ? revision.resolve(root.entries.get('Perms')) : undefined
  if (permissions?.kind !== 'dictionary') return []
  return ['UR', 'UR3'].map((key) => revision.resolve(permissions.entries.get(key))).filter(isDictionary)
}

const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value?.kind === 'dictionary'

function streamsIn(revision: PdfRevision): readonly (readonly [number, number])[] {
  return [...revision.defines.keys()].flatMap((number) => {
    const value = revision.object(number)?.value
    return value?.kind === 'stream' ? [[value.dataStart, value.dataEnd] as const] : []
  })
}
