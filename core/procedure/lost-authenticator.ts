import { identityFields, type Procedure } from './procedure.ts'

/** Reset Authenticator karena ponsel hilang, diganti, atau aplikasi terhapus; akun tidak compromised. */
export const lostAuthenticator: Procedure = {
  name: 'lost-authenticator',
  phases: ['fill', 'review', 'legalise', 'hand-off', 'action'],
  asks: ['signingDeadline', 'agency', ...identityFields, 'lossReason', 'lostOn'],
  confirmsIdentity: true,
  form: 'reset-authenticator',
  sendsLink: true,
  signing: 'untouched',
}
