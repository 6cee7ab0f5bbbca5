import { identityFields, type Procedure } from './procedure.ts'

/** Penerbitan sertifikat yang terkendala, untuk akun baru atau TTE expired (source page, section C). */
export const issuance: Procedure = {
  name: 'issuance',
  phases: ['fill', 'review', 'action'],
  asks: ['agency', ...identityFields, 'certificateState', 'trouble', 'screenshot'],
  confirmsIdentity: false,
  asksCode: true,
  outcomes: ['link-sent', 'verified-in-ams', 'old-certificate-active', 'not-registered', 'asked-bsre'],
  issues: true,
  signing: 'untouched',
}
