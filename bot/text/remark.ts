import type { RemarkCode } from '../../core/evidence/remark.ts'
import type { Bilingual, Language } from './language.ts'

/** What a pre-check noticed about an item, told to its verifier: a hint, never a decision. */
export const remarkSentence = (code: RemarkCode, language: Language): string => remarks[code][language]

const remarks: Readonly<Record<RemarkCode, Bilingual>> = {
  'answer-unknown': { id: 'Dijawab "Tidak tahu"', en: 'Answered "I don\'t know"' },
  'roster-unknown': { id: 'NIP tidak ada di daftar pegawai', en: 'NIP is not in the roster' },
  'roster-differs': { id: 'Berbeda dari daftar pegawai', en: 'Differs from the roster' },
  'birth-date-differs': {
    id: 'Tanggal lahir di NIK dan NIP berbeda; dapat sah, pastikan',
    en: 'Birth date in NIK and NIP differs; may be rightful, make sure',
  },
  'sex-differs': {
    id: 'Jenis kelamin di NIK dan NIP berbeda; dapat sah, pastikan',
    en: 'Sex in NIK and NIP differs; may be rightful, make sure',
  },
  'scan-old': { id: 'Tanggal scan sudah lama', en: 'The scan is old' },
  'scan-before-notice': {
    id: 'Scan sebelum tanggal pemberitahuan BSrE',
    en: 'Scan is from before the BSrE notice',
  },
  'no-scan-exists': {
    id: 'iPhone/iPad tidak mengenal scan; nilai sendiri gambarnya',
    en: 'iPhone/iPad has no scan; judge the picture yourself',
  },
  'found-and-cleaned': {
    id: 'Pemohon menemukan yang asing dan membersihkannya',
    en: 'Requester found something foreign and removed it',
  },
  blank: { id: 'Gambar tampak kosong', en: 'Picture looks blank' },
  'too-dark': { id: 'Gambar sangat gelap', en: 'Picture is very dark' },
  blurry: { id: 'Gambar buram', en: 'Picture is blurred' },
}
