import type { SignatureReason } from '../../signature/reason.ts'
import type { PdfDocument, PdfRevision } from '../pdf/document.ts'
import { isSpace } from '../pdf/sign.ts'
import { nameOf, type PdfValue, wholeOf } from '../pdf/value.ts'
import type { FoundSignature } from './found-signature.ts'

/** What a signature covers: all of a complete revision but the signature itself (ISO 32000-2 §12.8.1). */
export interface SignedRange {
  readonly pieces: readonly [Uint8Array, Uint8Array]
  /** The bytes of `/Contents` with their tail of zeros. */
  readonly contents: Uint8Array
  /** Where the range ends. */
  readonly end: number
  /** The revision that is signed. */
  readonly revision: number
}

/** Why a signature covers nothing that counts. */
export interface RangeFault {
  readonly fault: SignatureReason
}

const gapFault: RangeFault = { fault: 'BYTERANGE_GAP' }
const boundsFault: RangeFault = { fault: 'BYTERANGE_BOUNDS' }

/** Finds what a signature covers, by rules that leave no second reading (`signatures.md` §2.3). */
export function signedRange(document: PdfDocument, signature: FoundSignature): SignedRange | RangeFault {
  const { bytes } = document
  const { dictionary, number } = signature
  const range = wholes(dictionary.entries.get('ByteRange'))
  if (range === undefined) return boundsFault
  const [a, b, c, d] = range
  const end = c + d
  if (a !== 0 || b === 0 || c < b || d === 0 || end > bytes.length) return boundsFault
  if (number === undefined || dictionary.hasDuplicates || !isSignatureType(dictionary.entries.get('Type')))
    return gapFault
  const contents = contentsIn(bytes, dictionary.entries.get('Contents'), b, c)
  if (contents === undefined) return gapFault
  const revision = document.revisions.findLast(({ eofEnd }) => eofEnd <= end)
  if (revision === undefined || !isBlank(bytes, revision.eofEnd, end)) return boundsFault
  if (!isThere(revision, number, dictionary.start)) return boundsFault
  // A form that has it only later than it signs shows somebody else's.
  if (signature.revision > revision.index) return boundsFault
  return { pieces: [bytes.subarray(0, b), bytes.subarray(c, end)], contents, end, revision: revision.index }
}

/** What signers pad a file with before they sign it. */
const paddingMaxBytes = 64 * 1024

/** True when a revision ends here but for white space, which is signed with it and says nothing. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && at - from <= paddingMaxBytes && isSpace(bytes[at])) at += 1
  return at === to
}

/** Four numbers, each a whole one that stands there itself. */
function wholes(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  if (value?.kind !== 'array' || value.items.length !== 4) return undefined
  const [a, b, c, d] = value.items.map(wholeOf)
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d]
}

/** Some signers leave the type out, or null. */
const isSignatureType = (type: PdfValue | undefined): boolean =>
  type === undefined || type.kind === 'null' || ['Sig', 'DocTimeStamp'].includes(nameOf(type) ?? '')

/** The gap must be the token of this dictionary's own `/Contents`, from `<` to `>`, with digits alone between. */
function contentsIn(bytes: Uint8Array, value: PdfValue | undefined, from: number, to: number): Uint8Array | undefined {
  if (value?.kind !== 'string' || !value.isHex || value.start !== from || value.end !== to) return undefined
  const digits = Buffer.from(bytes.buffer, bytes.byteOffset + from + 1, Math.max(0, to - from - 2)).toString('latin1')
  const isTight = bytes[from] === 0x3c && bytes[to - 1] === 0x3e && digits.length % 2 === 0
  // The digits as they stand: nothing of a signature is ever encrypted (7.6.2).
  return isTight && /^[\da-f]*$/i.test(digits) ? Buffer.from(digits, 'hex') : undefined
}

/** The file up to here is what the reader read as that revision; the same signature must stand there. */
function isThere(revision: PdfRevision, number: number, start: number): boolean {
  const object = revision.object(number)
  return object?.place.in === 'file' && object.value.start === start
}
