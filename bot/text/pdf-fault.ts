import type { Bilingual, Language } from './language.ts'

const faults: Readonly<Record<string, Bilingual>> = {
  EMPTY: {
    id: 'Belum ada berkas yang dipilih, atau berkasnya kosong. Pilih PDF yang sudah ditandatangani.',
    en: 'No file was chosen, or it is empty. Choose the signed PDF.',
  },
  TOO_BIG: {
    id: 'Berkasnya lebih dari 10 MB. Pakai PDF yang kami terbitkan, bukan hasil pemindaian.',
    en: 'The file is larger than 10 MB. Use the PDF that we issued, not a scan.',
  },
  UNSUPPORTED_TYPE: {
    id: 'Hanya PDF yang diterima, yaitu formulir yang kami terbitkan dan sudah ditandatangani secara elektronik.',
    en: 'Only a PDF is taken: the form that we issued, signed electronically.',
  },
  ENCRYPTED: {
    id: 'PDF itu terkunci kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.',
    en: 'That PDF is locked with a password. Save it without one, then send it again.',
  },
  ACTIVE_CONTENT: {
    id: 'PDF itu memuat program atau lampiran, jadi tidak diterima. Tanda tangani formulir yang kami terbitkan.',
    en: 'That PDF holds a program or attachments and is not taken. Sign the form that we issued.',
  },
  MALWARE: {
    id: 'Pemindai kami menandai berkas itu tidak aman, jadi tidak kami simpan. Unduh lagi formulirnya dan tanda tangani dari perangkat lain.',
    en: 'Our scanner marked that file as unsafe, so it was not kept. Download the form again and sign it on another device.',
  },
  SCAN_ERROR: {
    id: 'Pemeriksaan antivirus sedang tidak tersedia, jadi berkas itu belum kami terima. Coba lagi beberapa menit lagi.',
    en: 'The malware scan is not available right now, so that file was not taken yet. Try again in a few minutes.',
  },
}
const broken: Bilingual = {
  id: 'Berkas itu bukan PDF, rusak, terpotong, atau bukan formulir kami. Unduh lagi formulirnya, tanda tangani, lalu kirim.',
  en: 'That file is no PDF, damaged, cut off or not our form. Download the form again, sign it, then send it.',
}

/** What is wrong with a file that should be a signed PDF, by the code of its check at the door. */
export const pdfFaultSentence = (code: string, language: Language): string => (faults[code] ?? broken)[language]
