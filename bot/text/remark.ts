import type { RemarkCode } from '../../core/evidence/remark.ts'
import type { Bilingual, Language } from './language.ts'

/** What a pre-check noticed about an item, told to its verifier: a hint, never a decision. */
export const remarkSentence = (code: RemarkCode, language: Language): string => remarks[code][language]

const remarks: Readonly<Record<RemarkCode, Bilingual>> = {
  'answer-unknown': { id: 'Dijawab "Tidak tahu"', en: 'Answered "I don\'t know"' },
  'roster-unknown': { id: 'Tidak ada di daftar pegawai', en: 'Not in the roster' },
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
  unread: { id: 'Isi gambar belum terbaca mesin', en: 'No machine has read the picture' },
  'quick-scan': { id: 'Terbaca bukan full scan', en: 'Reads as another scan than a full one' },
  'mode-unread': { id: 'Jenis scan belum terbaca', en: 'Type of scan could not be read' },
  'threats-found': { id: 'Terbaca masih ada ancaman', en: 'Reads as threats found' },
  'threats-unread': { id: 'Jumlah ancaman belum terbaca', en: 'Number of threats could not be read' },
  'date-old': { id: 'Tanggal pada gambar sudah lama', en: 'The date in the picture is old' },
  'date-ahead': { id: 'Tanggal pada gambar belum lewat', en: 'The date in the picture is in the future' },
  'date-ambiguous': {
    id: 'Tanggal pada gambar dapat dibaca dua cara',
    en: 'The date in the picture can be read two ways',
  },
  'date-unread': { id: 'Tanggal belum terbaca', en: 'Date could not be read' },
  'date-differs': { id: 'Berbeda dari tanggal pada gambar', en: 'Differs from the date in the picture' },
  'address-unread': {
    id: 'Alamat email dinas pemohon belum terbaca',
    en: "The requester's office address could not be read",
  },
  reused: {
    id: 'Berkas ini ada juga di pengajuan lain; bandingkan dahulu',
    en: 'This file is in another request too; compare them first',
  },
  'no-code': { id: 'Kode pengajuan tidak terlihat', en: "The case's code is not seen" },
}
