import { X509Certificate } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/** The certificates that end the chains of a file itself: its own roots, or whoever stands last where a root is left out. */
export function ownRoots(file: Uint8Array): readonly Buffer[] {
  const all = new Map<string, X509Certificate>()
  for (const bytes of placesIn(Buffer.from(file)))
    for (const one of certificatesIn(bytes)) all.set(one.fingerprint256, one)
  const certificates = [...all.values()]
  const isLast = (one: X509Certificate) =>
    one.subject === one.issuer || !certificates.some((other) => other !== one && one.checkIssued(other))
  return certificates.filter(isLast).map(({ raw }) => raw)
}

/** The file itself, its hexadecimal strings, and its streams as they are inside. */
function placesIn(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString('latin1')
  const strings = [...text.matchAll(/<(30[\da-fA-F\s]{200,})>/g)].map(([, hex = '']) =>
    Buffer.from(hex.replace(/\s/g, ''), 'hex'),
  )
  const streams = [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: head }) => {
    try {
      return text[index - 1] === 'd'
        ? []
        : [inflateSync(bytes.subarray(index + head.length), { maxOutputLength: 4_000_000 })]
    } catch {
      // Not compressed: what is in it lies open in the file.
      return []
    }
  })
  return [bytes, ...strings, ...streams]
}

/** Whatever looks like a certificate and is one. */
function certificatesIn(bytes: Buffer): readonly X509Certificate[] {
  const found: X509Certificate[] = []
  for (
    let at = bytes.indexOf('3082', 0, 'hex');
    at >= 0 && at + 4 < bytes.length;
    at = bytes.indexOf('3082', at + 1, 'hex')
  ) {
    if (bytes[at + 4] !== 0x30) continue
    try {
      found.push(new X509Certificate(bytes.subarray(at, at + 4 + bytes.readUInt16BE(at + 2))))
    } catch {
      // Another structure of the same beginning.
    }
  }
  return found
}
