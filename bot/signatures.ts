import { Outage } from '../core/handling/outage.ts'
import type { Signatures } from '../core/handling/signatures.ts'
import { verifyPdfInThread } from '../core/lab/signature/in-thread.ts'
import { listsAt, type TrustPlaces, trustOf } from './trust.ts'

/** Verifies signatures by the anchors of a start. @throws ConfigError when one cannot be read */
export function signaturesBy(places: TrustPlaces, now: () => string): Signatures {
  const { anchors } = trustOf(places)
  return {
    hasAnchors: anchors.list.length > 0,
    verifyPdf: (bytes) => verifyPdfInThread(bytes, { anchors, crls: listsNow(places), at: now() }),
  }
}

/** Lists are fetched anew every day by whoever runs the program: they are looked up at each file. @throws Outage */
function listsNow({ TRUST_ANCHORS_DIR: path }: TrustPlaces): readonly Uint8Array[] {
  if (path === undefined) return []
  const lists = listsAt(path, (fault) => {
    // Half of a list that is being written just now is none: a moment later it is whole.
    throw new Outage(fault, 5_000)
  })
  return lists.map(({ bytes }) => bytes)
}
