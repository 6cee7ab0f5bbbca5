import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Certificate, certificateOf } from './certificate.ts'
import { CmsRefused } from './der.ts'
import { callName } from './name.ts'

/** A certificate that the operator trusts, as people compare it. */
export interface Anchor {
  readonly commonName: string
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly sha256: string
  /** ISO 8601, UTC. */
  readonly notAfter: string
}

/** The certificates that the operator trusts: nothing else ends a chain. */
export interface Anchors {
  /** SHA-256 over the fingerprints of all anchors in order, hexadecimal: says against which a signature was held. */
  readonly version: string
  readonly list: readonly Anchor[]
  readonly certificates: readonly Certificate[]
}

const inFile = /\.(pem|crt|cer|der)$/i

/**
 * The anchors in PEM texts (any number in each) or DER certificates.
 * @throws CmsRefused when one is not a certificate
 */
export function anchorsOf(sources: readonly (string | Uint8Array)[]): Anchors {
  const all = sources.flatMap(certificatesIn).map((certificate) => [certificate.sha256, certificate] as const)
  const certificates = [...new Map(all).values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  const version = createHash('sha256').update(certificates.map(({ sha256 }) => `${sha256}\n`).join(''))
  return { version: version.digest('hex'), list: certificates.map(anchorOf), certificates }
}

/**
 * The anchors of a file, or of every .pem, .crt, .cer and .der in a folder.
 * @throws Error that names the file when one cannot be read: a missing anchor would only show as distrust
 */
export function readAnchors(path: string): Anchors {
  const isFolder = statSync(path).isDirectory()
  const files = isFolder ? readdirSync(path).filter((name) => inFile.test(name)) : ['']
  const sources = files.toSorted().map((name) => {
    const file = join(path, name)
    const bytes = readFileSync(file)
    try {
      anchorsOf([bytes])
    } catch (cause) {
      throw new Error(`not a certificate: ${file}`, { cause })
    }
    return bytes
  })
  return anchorsOf(sources)
}

function certificatesIn(source: string | Uint8Array): readonly Certificate[] {
  if (typeof source !== 'string' && source[0] === 0x30) return [certificateOf(source)]
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1')
  const found = [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)]
  if (found.length === 0) throw new CmsRefused('no certificate in it')
  return found.map(([, base64 = '']) => certificateOf(Buffer.from(base64, 'base64')))
}

function anchorOf({ subject, sha256, notAfter }: Certificate): Anchor {
  return { commonName: callName(subject), sha256, notAfter: new Date(notAfter).toISOString() }
}
