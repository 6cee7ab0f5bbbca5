import type { Signatures } from '../core/handling/signatures.ts'
import { verifyPdfInThread } from '../core/lab/signature/in-thread.ts'
import { listsAt, type TrustPlaces, trustOf } from './trust.ts'

/** Verifies signatures by what a configuration trusts. @throws ConfigError with every file that cannot be read */
export function signaturesBy(places: TrustPlaces, now: () => string): Signatures {
  const { anchors, lists } = trustOf(places)
  return {
    hasAnchors: anchors.list.length > 0,
    async verifyPdf(bytes) {
      const path = places.TRUST_ANCHORS_DIR
      // Lists are fetched anew every day, while the program runs; one that is being written just now is passed over.
      const present = path === undefined ? lists : listsAt(path, () => {})
      return verifyPdfInThread(bytes, { anchors, crls: present.map((list) => list.bytes), at: now() })
    },
  }
}
