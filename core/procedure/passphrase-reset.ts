import { identityFields, type Procedure } from './procedure.ts'

/** Reset passphrase yang terkendala: tautan tidak tiba, email tidak dapat dibuka, swafoto gagal (source page, section D). */
export const passphraseReset: Procedure = {
  name: 'passphrase-reset',
  phases: ['fill', 'review', 'action'],
  asks: ['agency', ...identityFields, 'trouble', 'screenshot'],
  confirmsIdentity: false,
  asksCode: true,
  outcomes: ['link-sent', 'mail-corrected', 'asked-bsre'],
  signing: 'untouched',
}
