import type { Signatures } from '../core/handling/signatures.ts'
import { verifyPdfInThread } from '../core/lab/signature/in-thread.ts'
import { listsAt, type TrustPlaces, trustOf } from './trust.ts'

/** Verifies signatures by what a configuration trusts. @throws ConfigError with every file that cannot be read */
export function signaturesBy(places: TrustPlaces, now: () => string): Signatures {
  const { anchors, lists } = trustOf(places)
  let known = lists
  return {
    hasAnchors: anchors.list.length > 0,
    verifyPdf(bytes) {
      known = listsNow(places) ?? known
      return verifyPdfInThread(bytes, { anchors, crls: known.map((list) => list.bytes), at: now() })
    },
  }
}

/**
 * The revocation lists, which whoever runs the program fetches anew every day. Undefined while one of them cannot be
 * read, as it is being written just now: those before still know who was revoked.
 */
function listsNow({ TRUST_ANCHORS_DIR: path }: TrustPlaces): ReturnType<typeof listsAt> | undefined {
  let isWhole = true
  const lists =
    path === undefined
      ? undefined
      : listsAt(path, () => {
          isWhole = false
        })
  return isWhole ? lists : undefined
}
