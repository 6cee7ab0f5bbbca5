import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Signatures } from '../core/handling/signatures.ts'
import { type Anchors, anchorsOf, readAnchors } from '../core/lab/cms/anchors.ts'
import { verifyPdfInThread } from '../core/lab/signature/in-thread.ts'

/** Where trust comes from: the operator's folder, and in the simulator the root that it made for itself. */
export interface TrustPlaces {
  readonly TRUST_ANCHORS_DIR?: string | undefined
  readonly demoRoots?: readonly string[] | undefined
}

/** Verifies signatures by the anchors and revocation lists of a folder, as they are when the program starts. @throws Error when one cannot be read */
export function signaturesBy(places: TrustPlaces, now: () => string): Signatures {
  const anchors = anchorsIn(places)
  return {
    hasAnchors: anchors.list.length > 0,
    // Lists are fetched anew every day, by whoever runs this program: they are looked up at each file.
    verifyPdf: (bytes) => verifyPdfInThread(bytes, { anchors, crls: crlsIn(places), at: now() }),
  }
}

function anchorsIn({ TRUST_ANCHORS_DIR: folder, demoRoots = [] }: TrustPlaces): Anchors {
  const given = folder === undefined ? undefined : readAnchors(folder)
  if (demoRoots.length === 0) return given ?? anchorsOf([])
  return anchorsOf([...(given?.certificates ?? []).map(({ bytes }) => bytes), ...demoRoots])
}

const inFile = /\.crl$/i

function crlsIn({ TRUST_ANCHORS_DIR: folder }: TrustPlaces): readonly Uint8Array[] {
  if (folder === undefined || !statSync(folder).isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => inFile.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
}
