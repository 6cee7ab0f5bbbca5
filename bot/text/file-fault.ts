import type { FindingCode } from '../../core/evidence/finding.ts'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import type { Bilingual, Language } from './language.ts'

const sizeMaxMb = fileSizeMaxBytes / 1024 / 1024

/** What a check found in a file and what to do about it, by the fixed code of `evidence.md` §9. */
export const fileFaultSentence = (code: string, language: Language): string =>
  (isKnown(code) ? faults[code] : unknownFault)[language]

/** What speaks against a file that is kept, one sentence a line; what could not be read at all in a single one. */
export function findingSentences(codes: readonly FindingCode[], language: Language): string {
  const isUnread = unread.every((code) => codes.includes(code))
  const told = isUnread ? codes.filter((code) => !unread.includes(code)) : codes
  const sentences = told.map((code) => fileFaultSentence(code, language))
  return [...(isUnread ? [unreadSentence[language]] : []), ...sentences].map((sentence) => `• ${sentence}`).join('\n')
}
const unread: readonly FindingCode[] = ['MODE_UNKNOWN', 'THREATS_UNKNOWN', 'DATE_UNKNOWN']

const unreadSentence: Bilingual = {
  id: 'Isi gambar belum terbaca. Bila tulisannya kecil atau buram, kirim tangkapan layar seluruh jendela sebagai File.',
  en: 'The picture could not be read. If its writing is small or blurred, send a screenshot of the whole window as a File.',
}

const isKnown = (code: string): code is keyof typeof faults => Object.hasOwn(faults, code)

const unknownFault: Bilingual = {
  id: 'Berkas ini tidak dapat kami periksa. Kirim ulang sebagai JPG, PNG, atau PDF.',
  en: 'We could not check this file. Send it again as JPG, PNG or PDF.',
}
const faults = {
  EMPTY: {
    id: 'Berkasnya kosong. Buka dahulu di perangkat Anda untuk memastikan isinya, lalu kirim ulang.',
    en: 'The file is empty. Open it on your device to make sure that something is in it, then send it again.',
  },
  TOO_BIG: {
    id: `Berkasnya lebih dari ${sizeMaxMb} MB. Kirim tangkapan layar saja, atau PDF yang lebih kecil.`,
    en: `The file is larger than ${sizeMaxMb} MB. Send just a screenshot, or a smaller PDF.`,
  },
  UNSUPPORTED_TYPE: {
    id: 'Jenis berkas ini tidak diterima. Kirim JPG, PNG, HEIC, atau PDF. Dokumen Word: pilih Simpan sebagai PDF, lalu kirim PDF-nya.',
    en: 'This type of file is not taken. Send JPG, PNG, HEIC or PDF. A Word document: choose Save as PDF, then send the PDF.',
  },
  CORRUPT: {
    id: 'Berkasnya rusak atau terpotong sehingga tidak dapat dibuka. Ambil gambarnya lagi, lalu kirim ulang.',
    en: 'The file is damaged or cut off and cannot be opened. Take the picture again, then send it.',
  },
  TOO_MANY_PIXELS: {
    id: 'Gambarnya terlalu besar (lebih dari 50 megapiksel). Kirim tangkapan layar biasa.',
    en: 'The picture is too large (over 50 megapixels). Send an ordinary screenshot.',
  },
  MULTIPAGE: {
    id: 'Gambar bergerak tidak diterima. Kirim gambar biasa (JPG atau PNG) atau PDF.',
    en: 'A moving picture is not taken. Send an ordinary picture (JPG or PNG) or a PDF.',
  },
  ASPECT: {
    id: 'Gambarnya terlalu panjang atau terlalu pipih. Kirim beberapa gambar layar biasa.',
    en: 'The picture is too long or too flat. Send several ordinary pictures of the screen.',
  },
  TOO_SMALL: {
    id: 'Gambarnya terlalu kecil untuk dibaca. Kirim gambar aslinya sebagai File, bukan sebagai foto.',
    en: 'The picture is too small to read. Send the original as a File, not as a photo.',
  },
  BLANK: {
    id: 'Gambarnya tampak kosong. Ambil lagi saat jendelanya terbuka, lalu kirim ulang.',
    en: 'The picture looks blank. Take it again while the window is open, then send it.',
  },
  TOO_DARK: {
    id: 'Gambarnya terlalu gelap untuk dibaca. Kirim tangkapan layar, atau foto lagi di tempat terang.',
    en: 'The picture is too dark to read. Send a screenshot, or take the photo again where there is light.',
  },
  BLURRY: {
    id: 'Tulisannya buram dan tidak terbaca. Kirim tangkapan layar sebagai File, atau foto lagi dengan tenang dan dekat.',
    en: 'The writing is blurred and cannot be read. Send a screenshot as a File, or take the photo again, close and still.',
  },
  ENCRYPTED: {
    id: 'PDF ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu kirim; jangan kirim kata sandinya.',
    en: 'This PDF is locked by a password. Save it again without one, then send it; never send the password.',
  },
  ACTIVE_CONTENT: {
    id: 'PDF ini memuat skrip atau lampiran. Buka, pilih Cetak ke PDF, lalu kirim hasilnya.',
    en: 'This PDF holds a script or an attachment. Open it, choose Print to PDF, then send the result.',
  },
  TOO_MANY_PAGES: {
    id: 'PDF ini lebih dari 20 halaman. Kirim hanya halaman yang diminta.',
    en: 'This PDF has more than 20 pages. Send only the pages asked for.',
  },
  MALWARE: {
    id: 'Pemindai kami menandai berkas ini tidak aman, jadi tidak kami simpan. Pindai perangkat Anda, lalu kirim tangkapan layar yang baru.',
    en: 'Our scanner marked this file as unsafe, so it was not kept. Scan your device, then send a new screenshot.',
  },
  SCAN_ERROR: {
    id: 'Berkas ini belum dapat diperiksa keamanannya. Tidak perlu mengirim ulang; kami coba lagi sendiri.',
    en: 'This file could not be checked for safety yet. No need to send it again; we retry by ourselves.',
  },
  QUICK_SCAN: {
    id: 'Terbaca quick scan (pemindaian cepat); yang diminta full scan. Jalankan pemindaian penuh sampai selesai, lalu kirim gambar seluruh jendelanya.',
    en: 'It reads quick scan; a full scan is asked for. Run a full scan to its end, then send a picture of the whole window.',
  },
  MODE_UNKNOWN: {
    id: 'Jenis pemindaiannya tidak terbaca. Kirim gambar seluruh jendela yang memuat tulisan pemindaian penuh atau full scan.',
    en: 'The type of scan could not be read. Send a picture of the whole window with the words full scan in it.',
  },
  THREATS: {
    id: 'Terbaca masih ada ancaman. Bersihkan semuanya, ulangi full scan sampai 0 ancaman, lalu kirim hasil terakhirnya.',
    en: 'It still reads threats. Remove all of them, repeat the full scan until it finds 0, then send the last result.',
  },
  THREATS_UNKNOWN: {
    id: 'Jumlah ancaman tidak terbaca. Kirim gambar seluruh jendela sampai jumlah ancamannya tampak.',
    en: 'The number of threats could not be read. Send a picture of the whole window in which it shows.',
  },
  OLD_DATE: {
    id: 'Tanggal pemindaiannya sudah lama. Jalankan full scan yang baru, lalu kirim hasilnya.',
    en: 'The date of the scan is old. Run a new full scan, then send its result.',
  },
  FUTURE_DATE: {
    id: 'Tanggal pada gambar belum terjadi. Periksa tanggal dan jam perangkat Anda, lalu kirim gambar yang baru.',
    en: 'The date in the picture is still to come. Check the clock of your device, then send a new picture.',
  },
  DATE_AMBIGUOUS: {
    id: 'Tanggal pada gambar dapat dibaca dua cara. Jawab pertanyaan tanggal dengan nama bulannya.',
    en: 'The date in the picture reads two ways. Answer the question for the date with the name of the month.',
  },
  DATE_UNKNOWN: {
    id: 'Tanggalnya tidak terbaca. Kirim gambar seluruh jendela sampai tanggal dan jamnya tampak.',
    en: 'The date could not be read. Send a picture of the whole window in which date and time show.',
  },
  NO_CODE: {
    id: 'Kode pengajuan tidak terlihat pada gambar. Tulis kodenya di Notepad di samping jendela antivirus, lalu ambil gambarnya lagi.',
    en: 'The code of the request does not show in the picture. Write it in Notepad beside the antivirus window, then take the picture again.',
  },
  REUSED: {
    id: 'Gambar ini pernah dipakai di pengajuan lain. Kirim gambar baru dari perangkat Anda sendiri.',
    en: 'This picture was used in another request. Send a new picture from your own device.',
  },
  ADDRESS_UNKNOWN: {
    id: 'Alamat email dinas tidak terbaca pada gambar. Kirim gambar yang memuat alamatnya, tanpa kata sandi.',
    en: 'Your office address could not be read in the picture. Send a picture that holds it, without the password.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>
