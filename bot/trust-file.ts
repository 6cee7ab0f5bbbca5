import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readAnchors } from '../core/lab/cms/anchors.ts'
import { crlOf } from '../core/lab/cms/crl.ts'

/** A revocation list (RFC 5280 §5) that the operator supplies. */
export interface TrustList {
  readonly file: string
  readonly bytes: Uint8Array
  /** When its issuer promised the next one, ISO 8601, UTC. */
  readonly nextUpdate: string | null
}

/** What is wrong with one file, in a sentence. */
export type OnTrustFault = (fault: string) => void

/** A file that is said to hold certificates or lists. */
interface TrustFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly isList: boolean
  /** A PEM file may hold both. */
  readonly isCertificate: boolean
}

const inFolder = /\.(pem|crt|cer|der|crl)$/i

/** Those of a folder, or the one file. */
export function filesAt(path: string, onFault: OnTrustFault): readonly TrustFile[] {
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

/** One file, by its name or its content a list. */
export function fileAt(file: string, onFault: OnTrustFault): readonly TrustFile[] {
  try {
    const bytes = readFileSync(file)
    const isList = /\.crl$/i.test(file) || bytes.includes('-----BEGIN X509 CRL-----')
    return [{ file, bytes, isList, isCertificate: !isList || bytes.includes('-----BEGIN CERTIFICATE-----') }]
  } catch {
    onFault(`${file} may not be read.`)
    return []
  }
}

/** The certificates in a file, DER. */
export function certificatesIn(file: string, onFault: OnTrustFault): readonly Uint8Array[] {
  try {
    return readAnchors(file).certificates.map(({ bytes }) => bytes)
  } catch {
    onFault(`${file} is no certificate in PEM or DER.`)
    return []
  }
}

/** The lists in a file: none where certificates are. */
export function listIn({ file, bytes, isList }: TrustFile, onFault: OnTrustFault): readonly TrustList[] {
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
