import type { EvidenceKind } from '../../../../core/evidence/kind.ts'
import type { SampleName } from '../../../text/simulator-sample.ts'

/** What Rina chooses where buttons are offered. */
export const picks: Readonly<Record<string, string>> = {
  employment: 'pns',
  statement: 'stated',
  forwarding: 'clean',
  filters: 'clean',
  sessions: 'clean',
  recovery: 'clean',
}
/** What Rina sends as proof. */
export const proofs: Readonly<Record<EvidenceKind, readonly SampleName[]>> = {
  'antivirus-scan': ['full-scan'],
  'ios-condition': ['iphone-version', 'iphone-profiles'],
  'email-password-change': ['password'],
}
