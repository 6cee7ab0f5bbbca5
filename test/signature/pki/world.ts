import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import type { PdfSignatureReport } from '../../../core/signature/report.ts'
import { authority, type Holder, issue, keyUsage, nameOf, purpose, root, timeStamping } from '../../lab/cms/make-pki.ts'

/** A root, an authority below it, one that stamps times, and somebody who signs; made anew in every process. */
export const world = (() => {
  const anchor = root('Root CA UJI')
  const ofAuthority = [authority(), keyUsage(5, 6)]
  const issuing = issue({ name: nameOf('CA Penerbit UJI'), issuer: anchor, extensions: ofAuthority })
  const stamping = [keyUsage(0), purpose(true, timeStamping)]
  const tsa = issue({ name: nameOf('TSA UJI'), issuer: issuing, extensions: stamping })
  const signer = issue({ name: nameOf('Bambang Prasetyo'), issuer: issuing })
  return { anchor, issuing, tsa, signer, chain: [issuing] }
})()

/** What a file is held against, where it is not the world's root alone. */
export interface Grounds {
  readonly anchors?: readonly Holder[]
  readonly crls?: readonly Uint8Array[]
  readonly at?: string
}

/** Judges a file three days after most are signed. */
export function judged(file: Uint8Array, grounds: Grounds = {}): PdfSignatureReport {
  const { anchors = [world.anchor], crls = [], at = '2026-11-23T00:00:00Z' } = grounds
  return verifyPdf(file, { anchors: anchorsOf(anchors.map(({ certificate }) => certificate)), crls, at })
}
