import { PdfUpdate } from './pdf-update.ts'

/** What a verifier needs later, DER each. */
export interface Evidence {
  readonly certificates?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  readonly ocsps?: readonly Uint8Array[]
}

/** Adds a document security store (ISO 32000-2 §12.8.4.3) by an incremental update. */
export function addSecurityStore(file: Uint8Array, evidence: Evidence): Buffer {
  const update = new PdfUpdate(file)
  const streams = (all: readonly Uint8Array[] = []) => all.map((bytes) => update.add(streamOf(bytes))).join(' ')
  const lists = [
    ['Certs', streams(evidence.certificates)],
    ['CRLs', streams(evidence.crls)],
    ['OCSPs', streams(evidence.ocsps)],
  ]
  const given = lists.flatMap(([key, list]) => (list ? [`/${key} [${list}]`] : []))
  update.change(update.root, { DSS: update.add(`<< /Type /DSS ${given.join(' ')} >>`) })
  return update.bytes()
}

const streamOf = (bytes: Uint8Array): string =>
  `<< /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`
