import { identityFields, type Procedure } from './procedure.ts'

/** Pencabutan sertifikat: perangkat hilang, pensiun, pindah, meninggal (domain §2.7). */
export const revocation: Procedure = {
  name: 'revocation',
  phases: ['fill', 'review'],
  // The reason first: a loss is urgent, and the rest of what is asked is about whoever asks.
  asks: ['revocationReason', 'revocationFor', 'agency', ...identityFields, 'ownerName', 'ownerNip', 'revocation-basis'],
  confirmsIdentity: { field: 'revocationFor', is: ['other'] },
  asksCode: true,
  outcomes: ['revoked', 'already-inactive', 'asked-bsre'],
  urgentWhen: { field: 'revocationReason', is: ['loss', 'compromised'] },
  signing: 'untouched',
}
