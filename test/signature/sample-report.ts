import type { Signatures } from '../../core/handling/signatures.ts'
import type { SignatureReason, SignatureVerdict } from '../../core/signature/reason.ts'
import type { PdfSignatureReport, SigningTime } from '../../core/signature/report.ts'

/** What a verifier might say of a file. */
export interface Said {
  readonly verdict: SignatureVerdict
  readonly reasons: readonly SignatureReason[]
  readonly commonName: string
  readonly certSha256: string
  readonly time: SigningTime
  readonly signedBytes: number | null
}

const timestamped: SigningTime = { value: '2026-11-23T01:55:00.000Z', source: 'timestamp', tsa: 'TSA UJI' }

/** The report of a file with one signature that says that of it. */
export function sampleReport(bytes: Uint8Array, at: string, said: Partial<Said> = {}): PdfSignatureReport {
  const { verdict = 'VALID', reasons = [], commonName = 'KEPALA DINAS, S.Kom.' } = said
  const certSha256 = said.certSha256 ?? 'ab'.repeat(32)
  const isSigned = verdict !== 'NOT_SIGNED' && verdict !== 'UNREADABLE'
  return {
    file: { sha256: '0'.repeat(64), sizeBytes: bytes.length, revisions: 2, isEncrypted: false },
    verdict,
    reasons,
    checkedAt: at,
    anchorsVersion: '9'.repeat(64),
    signatures: !isSigned
      ? []
      : [
          {
            field: 'TTE_PJ',
            kind: 'signature',
            format: 'ETSI.CAdES.detached',
            verdict,
            reasons,
            signer: { commonName, certSha256 },
            issuer: 'CA UJI',
            chain: [commonName, 'CA UJI', 'Root UJI'],
            algorithm: 'RSA-SHA256',
            keySizeBits: 2048,
            time: said.time ?? timestamped,
            coverage: 'ENTIRE_FILE',
            changes: 'NONE',
            revocation: ['GOOD'],
            signedBytes: said.signedBytes === undefined ? bytes.length : said.signedBytes,
            dssIndication: 'TOTAL-PASSED',
          },
        ],
  }
}

/** Takes whatever has the shape of a signature for one of the person in charge, unless it was told otherwise. */
export function sampleSignatures(now: () => string, said: () => Partial<Said> = () => ({})): Signatures {
  return {
    hasAnchors: true,
    async verifyPdf(bytes) {
      const isShaped = Buffer.from(bytes).includes('/ByteRange')
      return sampleReport(bytes, now(), { ...(!isShaped && { verdict: 'NOT_SIGNED' }), ...said() })
    },
  }
}
