import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Anchors, anchorsOf, readAnchors } from '../core/lab/cms/anchors.ts'
import { crlOf } from '../core/lab/cms/crl.ts'
import { ConfigError } from './config.ts'

/** Where trust comes from: the operator's folder, and in the simulator the root that it made for itself. */
export interface TrustPlaces {
  readonly TRUST_ANCHORS_DIR?: string | undefined
  readonly demoRoots?: readonly string[] | undefined
}

/** A revocation list (RFC 5280 §5) that the operator supplies. */
interface TrustList {
  readonly file: string
  readonly bytes: Uint8Array
  /** When its issuer promised the next one, ISO 8601, UTC. */
  readonly nextUpdate: string | null
}

/** What signatures are held against. */
export interface Trust {
  readonly anchors: Anchors
  readonly lists: readonly TrustList[]
}

/** What is wrong with one file, in a sentence. */
export type OnTrustFault = (fault: string) => void

const inFolder = /\.(pem|crt|cer|der|crl)$/i

/** Reads a certificate or list, or all of them in a folder; a file that is neither is told and passed over. */
export function readTrust(path: string, onFault: OnTrustFault): Trust {
  const files = filesAt(path, onFault)
  const certificates = files.filter(({ isList }) => !isList).flatMap(({ file }) => certificatesIn(file, onFault))
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

interface TrustFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly isList: boolean
}

function filesAt(path: string, onFault: OnTrustFault): readonly TrustFile[] {
  let files: readonly string[] = [path]
  try {
    if (statSync(path).isDirectory())
      files = readdirSync(path)
        .filter((name) => inFolder.test(name))
        .toSorted()
        .map((name) => join(path, name))
  } catch {
    onFault(`${path} is not there, or may not be read.`)
    return []
  }
  return files.flatMap((file) => fileAt(file, onFault))
}

function fileAt(file: string, onFault: OnTrustFault): readonly TrustFile[] {
  try {
    const bytes = readFileSync(file)
    const isList = /\.crl$/i.test(file) || bytes.includes('-----BEGIN X509 CRL-----')
    return [{ file, bytes, isList }]
  } catch {
    onFault(`${file} may not be read.`)
    return []
  }
}

function certificatesIn(file: string, onFault: OnTrustFault): readonly Uint8Array[] {
  try {
    return readAnchors(file).certificates.map(({ bytes }) => bytes)
  } catch {
    onFault(`${file} is no certificate in PEM or DER.`)
    return []
  }
}

function listIn({ file, bytes, isList }: TrustFile, onFault: OnTrustFault): readonly TrustList[] {
  if (!isList) return []
  try {
    return listsOf(bytes).map((list) => {
      const { nextUpdate } = crlOf(list)
      return { file: basename(file), bytes: list, nextUpdate: nextUpdate ? new Date(nextUpdate).toISOString() : null }
    })
  } catch {
    onFault(`${file} is no revocation list (CRL) in PEM or DER.`)
    return []
  }
}

/** A PEM file may hold several. */
function listsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const texts = Buffer.from(bytes).toString('latin1').match(inPem)
  return texts === null ? [bytes] : texts.map((text) => Buffer.from(text, 'latin1'))
}
const inPem = /-----BEGIN X509 CRL-----[^-]+-----END X509 CRL-----/g
