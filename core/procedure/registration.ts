import { identityFields, type Procedure } from './procedure.ts'

/** Pendaftaran akun: verifikator mendaftarkan pegawai di AMS (source page, section A). */
export const registration: Procedure = {
  name: 'registration',
  phases: ['fill', 'review', 'action'],
  asks: ['agency', ...identityFields, 'recommendation-letter'],
  confirmsIdentity: false,
  asksCode: true,
  checksEmployment: true,
  outcomes: ['registered', 'already-registered', 'registered-elsewhere'],
  signing: 'untouched',
}
