import { describe, expect, it } from 'vitest'
import { uncheckedSentence } from '../../bot/text/desk-signature.ts'
import { type Language, languages } from '../../bot/text/language.ts'
import {
  changesText,
  coverageText,
  reasonSentences,
  revocationText,
  signingTimeText,
  verdictName,
  verdictSentence,
  verdictSign,
} from '../../bot/text/signature.ts'
import { signatureFacts, technicalFacts } from '../../bot/text/signature-fact.ts'
import { signatureReasonText } from '../../bot/text/signature-reason.ts'
import { type SignatureReason, type SignatureVerdict, signatureReasons } from '../../core/signature/reason.ts'
import type { PdfSignatureReport, SignatureResult } from '../../core/signature/report.ts'
import { type Said, sampleReport } from '../signature/sample-report.ts'

const codes = Object.keys(signatureReasons) as readonly SignatureReason[]
const at = '2026-11-23T02:00:00.000Z'
const report = (said: Partial<Said>) => sampleReport(new Uint8Array(9), at, said)
const only = ({ signatures: [first] }: PdfSignatureReport): SignatureResult => first!
const sentencesIn = (language: Language): readonly string[] =>
  codes.flatMap((code) => [
    signatureReasonText[code][language],
    verdictSentence(report({ verdict: signatureReasons[code], reasons: [code] }), language),
  ])

describe.each(languages)('what is said of signatures in %s', (language) => {
  it('is a short formal sentence for every reason, without names of the standard', () => {
    const wrong = sentencesIn(language).filter(
      (text) =>
        text.length > 330 ||
        !/[.]$/.test(text) ||
        / {2}|undefined|null|[<>*`]/.test(text) ||
        /DocMDP|ByteRange|CMS|DSS|LTV|ESS\b|AcroForm|xref|\b(kamu|anda)\b/.test(text),
    )
    expect(wrong).toEqual([])
  })

  it('tells every reason apart', () => {
    expect(new Set(codes.map((code) => signatureReasonText[code][language])).size).toBe(codes.length)
  })

  it('has words for all that a report may say', () => {
    const words = [changesText, coverageText, revocationText, verdictName].flatMap((all) => Object.values(all))
    expect(words.filter((word) => word[language].trim() === '')).toEqual([])
  })
})

describe('the sentence of a verdict', () => {
  it('names who signed a valid file and when, and what was not proven', () => {
    expect(verdictSentence(report({ commonName: 'Hari Prasetyo' }), 'id')).toBe(
      'Tanda tangan elektronik sah. Dokumen utuh, sertifikat terpercaya. Ditandatangani oleh Hari Prasetyo pada Sen 23 Nov 2026, 08.55 WIB.',
    )
    const claimed = report({ reasons: ['TIME_CLAIMED'], time: { value: at, source: 'claimed' } })
    expect(reasonSentences(claimed, only(claimed), 'id')).toEqual([
      'Waktu berasal dari komputer penanda tangan (tanpa stempel waktu TSA).',
    ])
  })

  it('says the worst reason with what to do, and does not say it twice of a single signature', () => {
    const broken = report({ verdict: 'INVALID', reasons: ['DIGEST_MISMATCH', 'REVOCATION_UNKNOWN'] })
    expect(verdictSentence(broken, 'id')).toMatch(/^Tanda tangan tidak sah\. Isi dokumen berubah .* Unggah berkas asli/)
    expect(reasonSentences(broken, only(broken), 'en')).toEqual([
      'Whether the certificate was revoked could not be told.',
    ])
    const two = { ...broken, signatures: [only(broken), only(report({}))] }
    expect(reasonSentences(two, only(broken), 'en')).toHaveLength(2)
  })

  it('calls what is untrusted intact only where it is', () => {
    const reasons = ['NO_TRUST_PATH', 'EXPIRED'] as const
    expect(verdictSentence(report({ verdict: 'UNTRUSTED', reasons }), 'id')).toMatch(/^Dokumen utuh, tetapi .*PSrE/)
    const unclear = report({ verdict: 'UNTRUSTED', reasons: ['NO_TRUST_PATH', 'UNCLEAR_CHANGES'] })
    expect(verdictSentence(unclear, 'id')).not.toContain('utuh')
  })

  it('tells what is no signature, and what nobody can read', () => {
    expect(verdictSentence(report({ verdict: 'NOT_SIGNED' }), 'id')).toContain('bukan TTE')
    expect(verdictSentence(report({ verdict: 'UNREADABLE' }), 'en')).toContain('cannot be read safely as a PDF')
    const verdicts: readonly SignatureVerdict[] = [
      'VALID',
      'NEEDS_REVIEW',
      'UNTRUSTED',
      'INVALID',
      'NOT_SIGNED',
      'UNREADABLE',
    ]
    expect(verdicts.filter((verdict) => verdictSign[verdict] === '✅')).toEqual(['VALID'])
  })

  it('lets no name of a certificate reorder or hide what is read', () => {
    const said = verdictSentence(report({ commonName: 'Hari\u202e Prasetyo\u200b\u0007' }), 'id')
    expect(said).toContain('oleh Hari Prasetyo pada')
  })
})

describe('what is told of one signature', () => {
  it('says who proves a time, and that a claim is one', () => {
    const { kind } = only(report({}))
    const proven = { kind, time: { value: at, source: 'timestamp', tsa: 'TSA UJI' } } as const
    expect(signingTimeText(proven, 'en')).toBe('Mon 23 Nov 2026, 09:00 WIB (proven by timestamp TSA UJI)')
    expect(signingTimeText({ kind, time: { value: at, source: 'claimed' } }, 'id')).toContain('klaim komputer')
    expect(signingTimeText({ kind, time: { value: null, source: 'none' } }, 'id')).toBe('tidak disebutkan')
  })

  it('keeps what only the curious ask for apart', () => {
    const result = only(report({ reasons: ['REVOCATION_UNKNOWN'] }))
    const [plain, technical] = [signatureFacts(result, 'id'), technicalFacts(result, 'id')].map((facts) =>
      facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    )
    expect(plain).toContain('Sertifikat: KEPALA DINAS, S.Kom. ← CA UJI ← Root UJI')
    expect(plain).not.toMatch(/RSA|ETSI|REVOCATION_UNKNOWN/)
    expect(technical).toMatch(/RSA-SHA256, 2048 bit[\s\S]*abab[\s\S]*REVOCATION_UNKNOWN/)
  })

  it('says of other bytes than the signed ones nothing about changes since', () => {
    const changed = { ...only(report({ reasons: ['DIGEST_MISMATCH'] })), changes: 'NONE' as const }
    const labels = (result: typeof changed) => signatureFacts(result, 'id').map(({ label }) => label)
    expect(labels(changed)).not.toContain('Perubahan setelahnya')
    expect(labels({ ...changed, reasons: [] })).toContain('Perubahan setelahnya')
  })

  it('does not call the time of an unproven timestamp that of a signer’s computer', () => {
    const stamp = { ...only(report({ reasons: ['TIMESTAMP_BROKEN', 'TIME_CLAIMED'] })), kind: 'timestamp' as const }
    const two = { ...report({}), signatures: [stamp, stamp] }
    expect(reasonSentences(two, stamp, 'id').join()).not.toContain('komputer')
  })

  it('says of a signature that cannot be read that nobody’s name is known', () => {
    const result = { ...only(report({})), signer: null, chain: [], algorithm: null, keySizeBits: null, revocation: [] }
    expect(signatureFacts(result, 'id')[0]).toEqual({ label: 'Penanda tangan', value: 'tidak terbaca' })
    expect(technicalFacts(result, 'en').map(({ label }) => label)).not.toContain('Algorithm')
  })
})

it('a file that was not checked is told why, whatever the code', () => {
  for (const code of ['EMPTY', 'TOO_BIG', 'UNSUPPORTED_TYPE', 'MALWARE', 'SCAN_ERROR', 'MULTIPAGE', 'NEW'])
    for (const language of languages) expect(uncheckedSentence(code, language)).toMatch(/^.{20,}\.$/)
})
