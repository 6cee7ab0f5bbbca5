import { createHash } from 'node:crypto'
import { digestOf, isWeakDigest } from './algorithm.ts'
import type { Certificate } from './certificate.ts'
import { CmsRefused, context, derOf, Fields, tags } from './der.ts'
import { extensionsIn } from './extension.ts'
import { reencode } from './reencode.ts'
import { contentTypes, type SignedData, signedDataOf } from './signed-data.ts'
import { checkSigner, type SignerCheck } from './signer-check.ts'
import { mayStamp } from './usage.ts'
import { booleanOf, countOf, integerOf, isSame, octetsOf, oidOf, timeOf } from './value.ts'

/** A time stamp (RFC 3161 §2.4.2) whose own signature has been checked; whether its authority is trusted has not. */
export interface Stamp {
  /** Milliseconds. */
  readonly at: number
  readonly data: SignedData
  readonly check: SignerCheck
  /** True when the stamp is over the bytes that it should be over. */
  readonly covers: boolean
  readonly mayStamp: boolean
  readonly isWeak: boolean
}

/**
 * Reads a time stamp token and holds it against what it should be over.
 * @throws CmsRefused
 */
export function stampOf(token: Uint8Array, stamped: readonly Uint8Array[], others: readonly Certificate[]): Stamp {
  const data = signedDataOf(reencode(token))
  if (data.contentType !== contentTypes.tstInfo || data.content === undefined) throw new CmsRefused('not a time stamp')
  const { at, digest, imprint } = infoOf(data.content)
  const check = checkSigner(data, [data.content], others)
  // RFC 3161 §2.4.1 asks for it: the certificate must be in what was signed.
  if (!check.hasEss) throw new CmsRefused('a time stamp that does not name its authority')
  const hash = createHash(digest)
  for (const piece of stamped) hash.update(piece)
  const covers = isSame(hash.digest(), imprint)
  return { at, data, check, covers, mayStamp: mayStamp(check.certificate), isWeak: isWeakDigest(digest) }
}

/** True when a stamp says what it says: over these bytes, rightly signed, by whose certificate is for that alone. */
export function isSound({ covers, check, mayStamp }: Stamp): boolean {
  return covers && mayStamp && check.reasons.every((reason) => reason === 'WEAK_ALGORITHM')
}

function infoOf(content: Uint8Array) {
  const fields = new Fields(derOf(content), tags.SEQUENCE)
  if (countOf(fields.take(tags.INTEGER)) !== 1) throw new CmsRefused('another version')
  oidOf(fields.take(tags.OID))
  const imprint = new Fields(fields.take(tags.SEQUENCE), tags.SEQUENCE)
  const digest = digestOf(imprint.take(tags.SEQUENCE))
  const hash = octetsOf(imprint.take(tags.OCTET_STRING))
  imprint.end()
  integerOf(fields.take(tags.INTEGER))
  const at = timeOf(fields.take(tags.GENERALIZED_TIME))
  skipRest(fields)
  return { at, digest, imprint: hash }
}

/** Accuracy, ordering, nonce, the authority's name, extensions: nothing rests on them, if only they are well made. */
function skipRest(fields: Fields): void {
  fields.maybe(tags.SEQUENCE)
  const ordering = fields.maybe(tags.BOOLEAN)
  if (ordering) booleanOf(ordering)
  const nonce = fields.maybe(tags.INTEGER)
  if (nonce) integerOf(nonce)
  fields.explicit(0)
  const extensions = fields.maybe(context(1))
  fields.end()
  const list = extensions && { ...extensions, tag: tags.SEQUENCE }
  if (list && extensionsIn(list).some(({ isCritical }) => isCritical)) throw new CmsRefused('a critical extension')
}
