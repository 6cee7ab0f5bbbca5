import { type SignatureReason, type SignatureVerdict, signatureReasons } from '../../core/signature/reason.ts'
import type { Changes, Coverage, PdfSignatureReport, Revocation, SignatureResult } from '../../core/signature/report.ts'
import { visible } from './escape.ts'
import type { Bilingual, Language } from './language.ts'
import { timeText } from './moment.ts'
import { signatureReasonText } from './signature-reason.ts'

/** A verdict in two words. */
export const verdictName = {
  VALID: { id: 'Sah', en: 'Valid' },
  NEEDS_REVIEW: { id: 'Perlu diperiksa', en: 'Needs a look' },
  UNTRUSTED: { id: 'Tidak terpercaya', en: 'Not trusted' },
  INVALID: { id: 'Tidak sah', en: 'Not valid' },
  NOT_SIGNED: { id: 'Tidak ditandatangani', en: 'Not signed' },
  UNREADABLE: { id: 'Tidak terbaca', en: 'Not readable' },
} as const satisfies Record<SignatureVerdict, Bilingual>

const verdictText = {
  VALID: {
    id: 'Tanda tangan elektronik sah. Dokumen utuh, sertifikat terpercaya.',
    en: 'The electronic signature is valid. The document is intact, the certificate is trusted.',
  },
  NEEDS_REVIEW: { id: 'Perlu diperiksa verifikator.', en: 'A verifier should look at this.' },
  UNTRUSTED: {
    id: 'Dokumen utuh, tetapi sertifikat tidak diterbitkan oleh PSrE yang kami percayai. Gunakan sertifikat BSrE.',
    en: 'The document is intact, but its certificate was not issued by an authority that we trust. Use a BSrE certificate.',
  },
  INVALID: { id: 'Tanda tangan tidak sah.', en: 'The signature is not valid.' },
  NOT_SIGNED: {
    id: 'Belum ada tanda tangan elektronik (gambar tanda tangan atau QR bukan TTE). Tandatangani dokumennya dengan aplikasi TTE.',
    en: 'There is no electronic signature (a picture of a signature or a QR code is none). Sign the document with a signing application.',
  },
  UNREADABLE: {
    id: 'Berkas ini tidak dapat dibaca dengan aman sebagai PDF. Pakai PDF asli dari aplikasi TTE, bukan foto atau hasil pindai.',
    en: 'This file cannot be read safely as a PDF. Use the PDF itself from the signing application, not a photo or a scan.',
  },
} as const satisfies Record<SignatureVerdict, Bilingual>

type Judged = Pick<PdfSignatureReport, 'verdict' | 'reasons' | 'signatures'>

/** A mark before the words. */
export const verdictSign = {
  VALID: '✅',
  NEEDS_REVIEW: '⚠️',
  UNTRUSTED: '⛔',
  INVALID: '⛔',
  NOT_SIGNED: '⚠️',
  UNREADABLE: '⛔',
} as const satisfies Record<SignatureVerdict, string>

/** What a file's signatures are worth, with the worst reason or with who signed: the first that people are told. */
export function verdictSentence({ verdict, reasons, signatures }: Judged, language: Language): string {
  const said = verdictText[verdict][language]
  if (verdict === 'VALID') return [said, ...whoSigned(signatures, language)].join(' ')
  const worst = worstOf(verdict, reasons)
  // What is untrusted has but one reason; the good news comes first where it is true.
  if (verdict === 'UNTRUSTED' && reasons.some((reason) => touched.has(reason)))
    return signatureReasonText.NO_TRUST_PATH[language]
  return worst === undefined || verdict === 'UNTRUSTED' ? said : `${said} ${signatureReasonText[worst][language]}`
}

const touched: ReadonlySet<SignatureReason> = new Set(['UNCLEAR_CHANGES', 'FORM_FILLED'])

const whoSigned = (signatures: readonly SignatureResult[], language: Language): readonly string[] =>
  signatures
    .filter(({ kind }) => kind === 'signature')
    .map(({ signer, time }) => {
      const name = visible(signer?.commonName ?? '–')
      const when = time.value === null ? '' : `${onDay[language]}${timeText(time.value, language)}`
      return `${signedBy[language]} ${name}${when}.`
    })
const signedBy: Bilingual = { id: 'Ditandatangani oleh', en: 'Signed by' }
const onDay: Bilingual = { id: ' pada ', en: ' on ' }

const worstOf = (verdict: SignatureVerdict, reasons: readonly SignatureReason[]): SignatureReason | undefined =>
  verdict === 'VALID' ? undefined : reasons.find((reason) => signatureReasons[reason] === verdict)

/** What else there is to say of one signature of a file, each sentence once; what the file's own sentence said is left out. */
export function reasonSentences(judged: Judged, { reasons, kind }: SignatureResult, language: Language): string[] {
  const isTold = judged.signatures.length === 1 ? worstOf(judged.verdict, judged.reasons) : undefined
  // A timestamp that proves nothing comes from nobody's computer but its own.
  const isStamp = (reason: SignatureReason) => kind === 'timestamp' && reason === 'TIME_CLAIMED'
  const left = reasons.filter((reason) => reason !== isTold && !isStamp(reason))
  return [...new Set(left.map((reason) => signatureReasonText[reason][language]))]
}

/** When it was signed, and who says so. */
export function signingTimeText({ time, kind }: Pick<SignatureResult, 'time' | 'kind'>, language: Language): string {
  const { value, source, tsa } = time
  if (value === null || source === 'none') return noTime[language]
  const by = tsa === undefined || kind === 'timestamp' ? '' : ` ${visible(tsa)}`
  const claim = kind === 'timestamp' ? unproven[language] : claimed[language]
  return `${timeText(value, language)} (${source === 'timestamp' ? `${proven[language]}${by}` : claim})`
}
const noTime: Bilingual = { id: 'tidak disebutkan', en: 'not said' }
const proven: Bilingual = { id: 'terbukti dengan stempel waktu', en: 'proven by timestamp' }
const claimed: Bilingual = { id: 'klaim komputer penanda tangan', en: "claimed by the signer's computer" }
const unproven: Bilingual = { id: 'tidak terbukti', en: 'not proven' }

/** What was done to the document after it was signed. */
export const changesText = {
  NONE: { id: 'tidak ada', en: 'nothing' },
  LTA_UPDATES: { id: 'hanya data pembuktian ditambahkan', en: 'only data for later proof were added' },
  SIGNED_AGAIN: { id: 'ditandatangani lagi, isi tetap', en: 'signed again, content unchanged' },
  FORM_FILLED: { id: 'kolom formulir diisi', en: 'fields of the form were filled in' },
  UNCLEAR: { id: 'ada bagian yang tidak dapat dijelaskan', en: 'something that cannot be explained' },
  MODIFIED: { id: 'isi dokumen berubah', en: 'the document was changed' },
} as const satisfies Record<Changes, Bilingual>

/** How much of the file the signature protects. */
export const coverageText = {
  ENTIRE_FILE: { id: 'seluruh berkas', en: 'the whole file' },
  ENTIRE_REVISION: { id: 'dokumen sampai saat ditandatangani', en: 'the document as it was when signed' },
  BROKEN: { id: 'tidak utuh', en: 'not whole' },
} as const satisfies Record<Coverage, Bilingual>

/** What is known of the revocation of a certificate. */
export const revocationText = {
  GOOD: { id: 'tidak dicabut', en: 'not revoked' },
  REVOKED: { id: 'dicabut', en: 'revoked' },
  REVOKED_LATER: { id: 'dicabut setelah tanda tangan dibuat', en: 'revoked after the signature was made' },
  UNKNOWN: { id: 'belum dapat dipastikan', en: 'could not be told' },
} as const satisfies Record<Revocation, Bilingual>
