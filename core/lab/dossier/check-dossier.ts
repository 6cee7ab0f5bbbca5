import type { SealedManifest } from '../../legalise/dossier-manifest.ts'
import { dossierNames } from '../../legalise/dossier-names.ts'
import { type DossierFinding, type DossierReport, dossierVerdict } from '../../legalise/dossier-report.ts'
import type { PdfSignatureReport } from '../../signature/report.ts'
import { sha256 } from '../digest.ts'
import { verifyPdfInThread } from '../signature/in-thread.ts'
import type { Standard } from '../signature/verify-pdf.ts'
import { checkContents } from './check-contents.ts'
import { coverFindings } from './cover-mark.ts'

/** Says what is wrong with a dossier's archive, by nothing but the archive and the anchors that are trusted. */
export async function checkDossier(bytes: Uint8Array, standard: Standard): Promise<DossierReport> {
  const file = { sha256: sha256(bytes), sizeBytes: bytes.length }
  const { manifest, cover, inside, container } = await checkContents(bytes)
  if (manifest === undefined) return report({ file, findings: inside })
  const dossier = dossierIn(manifest, cover)
  if (inside.length > 0 || cover === undefined) return report({ file, dossier, findings: inside })
  const signature = await verifyPdfInThread(cover, standard)
  const findings = [
    ...container,
    ...(await coverFindings(cover, manifest.number, manifest.manifestSha256)),
    ...signatureFindings(manifest, signature, standard),
  ]
  return report({ file, dossier, findings, signature: signature.verdict === 'NOT_SIGNED' ? null : signature })
}

type Found = Pick<DossierReport, 'file' | 'findings'> & Partial<Pick<DossierReport, 'dossier' | 'signature'>>

const report = ({ file, findings, dossier = null, signature = null }: Found): DossierReport => ({
  file,
  verdict: dossierVerdict(findings),
  reasons: [...new Set(findings.map(({ code }) => code))],
  findings,
  dossier,
  signature,
})

function dossierIn(manifest: SealedManifest, cover: Uint8Array | undefined): DossierReport['dossier'] {
  const { number, manifestSha256, legalisation, legalisedAt } = manifest
  const coverSha256 = cover === undefined ? null : sha256(cover)
  return { number, manifestSha256, legalisation, legalisedAt, files: manifest.files.length, coverSha256 }
}

/** Without anchors nobody can say who signed, so only a signature that is broken speaks against the cover sheet. */
function signatureFindings(
  { legalisation }: SealedManifest,
  { verdict, reasons }: PdfSignatureReport,
  { anchors }: Standard,
): readonly DossierFinding[] {
  const name = dossierNames.cover
  if (verdict === 'NOT_SIGNED') return legalisation === 'signature' ? [{ code: 'COVER_NOT_SIGNED', name }] : []
  const isTold = verdict === 'VALID' || (verdict === 'UNTRUSTED' && anchors.list.length === 0)
  const found = [verdict, ...reasons].join(' ')
  return isTold ? [] : [{ code: 'COVER_SIGNATURE_BAD', name, expected: 'VALID', found }]
}
