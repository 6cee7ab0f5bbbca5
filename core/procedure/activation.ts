import { identityFields, type Procedure } from './procedure.ts'

/** Aktivasi akun yang terkendala: email aktivasi tidak tiba atau kedaluwarsa (source page, section B). */
export const activation: Procedure = {
  name: 'activation',
  phases: ['fill', 'review', 'action'],
  asks: ['agency', ...identityFields, 'registeredBy', 'trouble', 'screenshot'],
  confirmsIdentity: false,
  asksCode: true,
  outcomes: ['link-sent', 'mail-corrected', 'verified-in-ams', 'not-registered', 'asked-bsre'],
  issues: true,
  signing: 'untouched',
}
