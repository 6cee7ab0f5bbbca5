import { consentVersion, dataConsent } from './consent.ts'
import type { Bilingual, Language } from './language.ts'

/** Stored with each consent that was given at the counter. */
export const counterConsentVersion = `${consentVersion}-counter`

/** What the verifier declares under their own name. */
export const presence: Bilingual = {
  id: 'Pegawai ini hadir di depan saya. Identitasnya saya periksa dari dokumen asli, dan wajahnya cocok.',
  en: 'This employee is present before me. I checked who they are by an original document, and the face matches.',
}

/** What the requester states to them. */
export const statedTruth: Bilingual = {
  id: 'Jawaban di atas dibacakan atau ditunjukkan kepada pegawai. Ia menyatakan bahwa jawaban dan buktinya benar dan berasal dari perangkatnya sendiri, dan memahami bahwa keterangan yang tidak benar membuat pengajuan ditolak.',
  en: 'The answers above were read out or shown to the employee. They state that answers and proof are true and come from their own devices, and understand that untrue statements cause the request to be rejected.',
}

/** What is read out to the requester, who agrees. */
export const readOutConsent = dataConsent

/** Exactly the text that the verifier declares and the requester agrees to, whose SHA-256 a consent records. */
export const counterConsentText = (language: Language): string =>
  [presence[language], statedTruth[language], readOutConsent[language]].join('\n\n')
