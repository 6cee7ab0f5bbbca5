import type { PdfSignatureReport } from '../signature/report.ts'
import { noCase } from './access-log.ts'
import type { Ports } from './ports.ts'
import type { Unfit } from './signed-form.ts'

type Needed = Pick<Ports, 'accessLog' | 'now' | 'scan' | 'signatures'>

/**
 * Judges the signatures of any PDF for a member of staff. Nothing of it is kept but that it was done: who, when, the
 * digest of the file and the verdict.
 */
export async function checkSignatures(
  { accessLog, now, scan, signatures }: Needed,
  staffId: string,
  bytes: Uint8Array,
): Promise<PdfSignatureReport | Unfit> {
  const { admitUnread } = await import('../lab/admit.ts')
  const type = await admitUnread(bytes, scan)
  if (typeof type === 'object') return { unfit: 'refused' in type ? type.refused : 'SCAN_ERROR' }
  if (type !== 'pdf' || signatures === undefined) return { unfit: 'UNSUPPORTED_TYPE' }
  const report = await signatures.verifyPdf(bytes)
  const ref = `${report.file.sha256} ${report.verdict}`
  await accessLog.record({ staffId, caseId: noCase, what: 'check', ref, at: now() })
  return report
}
