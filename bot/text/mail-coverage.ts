import type { Bilingual } from './language.ts'

/** The mail that warns an admin of an agency with too few verifiers. */
export const coverageMail = {
  subject: { id: 'verifikator kurang', en: 'too few verifiers' },
  agency: { id: 'Instansi', en: 'Agency' },
  from: { id: 'Mulai', en: 'From' },
  present: { id: 'Verifikator yang ada', en: 'Verifiers present' },
  body: {
    id: 'Instansi ini akan punya kurang dari dua verifikator aktif. Seorang verifikator tidak boleh memeriksa pengajuannya sendiri, dan pengajuan tertahan bila ia berhalangan.',
    en: 'This agency has, or will have, fewer than two active verifiers. Nobody may review their own request, and cases wait whenever the only one is away.',
  },
  advice: {
    id: 'Tambahkan verifikator dengan "pandu staff add --role verifier", atau sebut verifikator cadangan dari instansi lain (fallbackVerifier) dalam AGENCIES_FILE.',
    en: 'Add a verifier with "pandu staff add --role verifier", or name a fallback verifier of another agency (fallbackVerifier) in AGENCIES_FILE.',
  },
} as const satisfies Record<string, Bilingual>
