import type { SignatureResult } from '../../core/signature/report.ts'
import { visible } from './escape.ts'
import type { Bilingual, Language } from './language.ts'
import { changesText, coverageText, revocationText, signingTimeText } from './signature.ts'

/** One thing that is known of a signature. */
export interface SignatureFact {
  readonly label: string
  readonly value: string
}

const labels = {
  signer: { id: 'Penanda tangan', en: 'Signer' },
  tsa: { id: 'Pemberi stempel waktu', en: 'Timestamp by' },
  when: { id: 'Waktu', en: 'Time' },
  chain: { id: 'Sertifikat', en: 'Certificate' },
  changes: { id: 'Perubahan setelahnya', en: 'Changed since' },
  revocation: { id: 'Pencabutan', en: 'Revocation' },
  coverage: { id: 'Yang dilindungi', en: 'Protects' },
  field: { id: 'Kolom', en: 'Field' },
  format: { id: 'Bentuk', en: 'Format' },
  algorithm: { id: 'Algoritma', en: 'Algorithm' },
  fingerprint: { id: 'Sidik SHA-256 sertifikat', en: 'SHA-256 of the certificate' },
  indication: { id: 'Simpulan ETSI EN 319 102-1', en: 'ETSI EN 319 102-1 conclusion' },
  codes: { id: 'Kode alasan', en: 'Reason codes' },
} as const satisfies Record<string, Bilingual>

const nobody: Bilingual = { id: 'tidak terbaca', en: 'cannot be read' }

/** Who signed, when, by whose certificate, and what was changed since: for everybody. */
export function signatureFacts(result: SignatureResult, language: Language): readonly SignatureFact[] {
  const { signer, chain, changes, revocation, kind } = result
  const name = signer === null ? nobody[language] : [signer.commonName, signer.organization].filter(Boolean).join(', ')
  const first = revocation[0]
  // Where the signed bytes themselves are others now, no change since would be said of the wrong ones.
  const isOtherBytes = changes === 'NONE' && result.reasons.includes('DIGEST_MISMATCH')
  return facts(language, [
    [labels[kind === 'timestamp' ? 'tsa' : 'signer'], name],
    [labels.when, signingTimeText(result, language)],
    [labels.chain, chain.join(' ← ')],
    [labels.changes, isOtherBytes ? '' : changesText[changes][language]],
    [labels.revocation, first === undefined ? '' : revocationText[first][language]],
  ])
}

/** What only those ask for who look into the file itself. */
export function technicalFacts(result: SignatureResult, language: Language): readonly SignatureFact[] {
  const { field, format, algorithm, keySizeBits, coverage, signer, dssIndication, reasons } = result
  const size = keySizeBits === null ? '' : `${keySizeBits} bit`
  return facts(language, [
    [labels.coverage, coverageText[coverage][language]],
    [labels.field, field],
    [labels.format, format],
    [labels.algorithm, [algorithm ?? '', size].filter(Boolean).join(', ')],
    [labels.fingerprint, signer?.certSha256 ?? ''],
    [labels.indication, dssIndication],
    [labels.codes, reasons.join(' ')],
  ])
}

const facts = (
  language: Language,
  all: readonly (readonly [label: Bilingual, value: string])[],
): readonly SignatureFact[] =>
  all.flatMap(([label, value]) => (value === '' ? [] : [{ label: label[language], value: visible(value) }]))
