import { ownWords, type ReasonCode } from '../../core/evidence/reason.ts'
import type { Bilingual, Language } from './language.ts'
import { evidenceReasons } from './reason-evidence.ts'
import { personReasons } from './reason-person.ts'

/** What is said for one reason. */
export interface ReasonText {
  /** For the verifier's list; at most 70 characters (a Slack option holds 75). */
  readonly label: Bilingual
  /** For the requester: what is wrong and what to send instead. */
  readonly ask: Bilingual
}

/** The label of a reason in a verifier's list. */
export const reasonLabel = (code: ReasonCode, language: Language): string => reasons[code].label[language]

/**
 * What a requester is told about an item that is returned: what is wrong, what to send instead, and the verifier's note.
 * The note is a person's own words: escape the whole.
 */
export function reasonSentence(code: ReasonCode, note: string | undefined, language: Language): string {
  return withNote(code === ownWords ? undefined : reasons[code].ask[language], note, language)
}

/** What a requester is told about a case that is rejected for this reason. */
export function rejectionSentence(code: ReasonCode, note: string | undefined, language: Language): string {
  if (code === ownWords) return withNote(undefined, note, language)
  return withNote((rejections[code] ?? reasons[code].ask)[language], note, language)
}

function withNote(sentence: string | undefined, note = '', language: Language): string {
  const words = note.trim()
  if (sentence === undefined) return words === '' ? reasons[ownWords].ask[language] : words
  return words === ''
    ? sentence
    : `${sentence} ${language === 'id' ? 'Catatan verifikator' : "Verifier's note"}: ${words}`
}

const reasons: Readonly<Record<ReasonCode, ReasonText>> = { ...personReasons, ...evidenceReasons }

const rejections: Readonly<Partial<Record<ReasonCode, Bilingual>>> = {
  R05: {
    id: 'Anda tidak tercatat sebagai pegawai instansi ini. Ajukan lagi pada instansi tempat Anda bekerja sekarang, atau hubungi bagian kepegawaian.',
    en: 'You are not on record as an employee of this agency. Start again at the agency where you work now, or contact its personnel office.',
  },
  R22: {
    id: 'Pengajuan yang sama sudah ada dan tetap berjalan. Anda tidak perlu mengirim apa pun lagi di sini.',
    en: 'The same request exists already and goes on. You need not send anything more here.',
  },
  R23: {
    id: 'Menurut catatan, akun Anda tidak dinonaktifkan sebagai compromised. Kode authenticator tidak dapat dipakai? Pilih Ganti HP / authenticator hilang.',
    en: 'By the records your account is not disabled as compromised. Is it the authenticator code that fails? Choose New phone / authenticator lost.',
  },
  R25: {
    id: 'Identitas Anda tidak dapat dipastikan, jadi pengajuan ini ditutup demi keamanan akun. Temui verifikator instansi Anda secara langsung untuk mengajukan lagi.',
    en: 'Your identity could not be confirmed, so this request was closed to keep the account safe. See the verifier of your agency in person to start again.',
  },
}
