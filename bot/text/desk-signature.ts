import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { fileFaultSentence } from './file-fault.ts'
import type { Bilingual, Language } from './language.ts'

const sizeMaxMb = fileSizeMaxBytes / 1024 / 1024

/** Words of the page on which staff check any PDF. */
export const signatureText = {
  title: { id: 'Periksa TTE', en: 'Check a signature' },
  how: {
    id: `Pilih berkas PDF, paling besar ${sizeMaxMb} MB. Berkasnya hanya diperiksa, tidak disimpan; yang dicatat hanya nama Anda, sidik berkas, dan hasilnya.`,
    en: `Choose a PDF of at most ${sizeMaxMb} MB. It is only checked, not kept; on record are your name, the digest of the file and the result.`,
  },
  file: { id: 'Berkas PDF', en: 'PDF file' },
  check: { id: 'Periksa', en: 'Check' },
  another: { id: 'Periksa berkas lain', en: 'Check another file' },
  technical: { id: 'Rincian teknis', en: 'Technical details' },
  fingerprint: { id: 'Sidik SHA-256 berkas', en: 'SHA-256 of the file' },
  checkedAt: { id: 'Diperiksa', en: 'Checked' },
  stamp: { id: 'Stempel waktu', en: 'Timestamp' },
  noAnchors: {
    id: 'Belum ada sertifikat induk yang dipercaya di sini, jadi tanda tangan yang utuh pun disebut tidak terpercaya. Minta pengelola Pandu memasangnya.',
    en: 'No root certificate is trusted here yet, so even an intact signature is called not trusted. Ask whoever runs Pandu to install one.',
  },
} as const satisfies Record<string, Bilingual>

const faults: Readonly<Record<string, Bilingual>> = {
  EMPTY: {
    id: 'Belum ada berkas yang dipilih, atau berkasnya kosong. Pilih berkas PDF-nya.',
    en: 'No file was chosen, or it is empty. Choose the PDF file.',
  },
  TOO_BIG: { id: `Berkasnya lebih dari ${sizeMaxMb} MB.`, en: `The file is larger than ${sizeMaxMb} MB.` },
  UNSUPPORTED_TYPE: {
    id: 'Berkas itu bukan PDF. Tanda tangan elektronik hanya dapat diperiksa pada PDF aslinya.',
    en: 'That file is no PDF. An electronic signature can only be checked in the original PDF.',
  },
  MALWARE: {
    id: 'Pemindai kami menandai berkas itu tidak aman, jadi tidak kami periksa. Jangan membukanya.',
    en: 'Our scanner marked that file as unsafe, so it was not checked. Do not open it.',
  },
  SCAN_ERROR: {
    id: 'Pemeriksaan antivirus sedang tidak tersedia. Coba lagi beberapa menit lagi.',
    en: 'The malware scan is not available right now. Try again in a few minutes.',
  },
}

/** Why a file was not checked, by the code of the door. */
export const uncheckedSentence = (code: string, language: Language): string =>
  faults[code]?.[language] ?? fileFaultSentence(code, language)
