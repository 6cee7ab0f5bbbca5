import { type Anchors, anchorsOf } from '../core/lab/cms/anchors.ts'
import { ConfigError } from './config.ts'
import { certificatesIn, fileAt, filesAt, listIn, type OnTrustFault, type TrustList } from './trust-file.ts'

/** Where trust comes from: the operator's folder, and in the simulator the root that it made for itself. */
export interface TrustPlaces {
  readonly TRUST_ANCHORS_DIR?: string | undefined
  readonly demoRoots?: readonly string[] | undefined
}

/** What signatures are held against. */
export interface Trust {
  readonly anchors: Anchors
  readonly lists: readonly TrustList[]
}

/** Reads a certificate or list, or all of them in a folder; a file that is neither is told and passed over. */
export function readTrust(path: string, onFault: OnTrustFault): Trust {
  const files = filesAt(path, onFault)
  const certificates = files
    .filter(({ isCertificate }) => isCertificate)
    .flatMap(({ file }) => certificatesIn(file, onFault))
  return { anchors: anchorsOf(certificates), lists: files.flatMap((file) => listIn(file, onFault)) }
}

/** The revocation lists alone, as they are now. */
export const listsAt = (path: string, onFault: OnTrustFault): readonly TrustList[] =>
  filesAt(path, onFault).flatMap((file) => listIn(file, onFault))

/** One file that is said to hold lists, whatever its name. */
export const readList = (file: string, onFault: OnTrustFault): readonly TrustList[] =>
  fileAt(file, onFault).flatMap((found) => listIn({ ...found, isList: true }, onFault))

/** The trust of a start. @throws ConfigError with every file that cannot be read */
export function trustOf({ TRUST_ANCHORS_DIR: path, demoRoots = [] }: TrustPlaces): Trust {
  const reasons: string[] = []
  const trust = path === undefined ? undefined : readTrust(path, (fault) => reasons.push(fault))
  if (trust?.anchors.list.length === 0 && reasons.length === 0)
    reasons.push(`${path} holds no certificate (.pem, .crt, .cer, .der).`)
  if (reasons.length > 0)
    throw new ConfigError(
      reasons.map((reason) => ({
        variable: 'TRUST_ANCHORS_DIR',
        reason,
        example: './anchors, with root-ca.pem in it',
      })),
    )
  const own = trust?.anchors.certificates.map(({ bytes }) => bytes) ?? []
  return { anchors: anchorsOf([...own, ...demoRoots]), lists: trust?.lists ?? [] }
}

/** A fingerprint as openssl prints it, for people to compare: `9F:86:D0:…`. */
export const fingerprint = (sha256: string): string => (sha256.toUpperCase().match(/../g) ?? []).join(':')
