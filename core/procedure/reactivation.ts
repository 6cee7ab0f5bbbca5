import { identityFields, type Procedure } from './procedure.ts'

/** Reaktivasi akun AMS yang dinonaktifkan karena terindikasi compromised (source page, section F). */
export const reactivation: Procedure = {
  name: 'reactivation',
  phases: ['fill', 'review', 'legalise', 'hand-off', 'action'],
  asks: [
    'signingDeadline',
    'agency',
    ...identityFields,
    'noticedOn',
    'devices',
    'each-device',
    'passwordChangedAt',
    'email-password-change',
    'forwarding',
    'filters',
    'sessions',
    'recovery',
  ],
  confirmsIdentity: true,
  form: 'reset-authenticator',
  sendsLink: true,
  signing: 'off',
}
