import type { DeviceKind } from '../../core/evidence/device.ts'
import type { EvidenceKind } from '../../core/evidence/kind.ts'
import type { Bilingual, Language } from './language.ts'

interface EvidenceText {
  /** As on forms, cards and summaries; at most 40 characters. */
  readonly label: Bilingual
  /** What is needed, and why. */
  readonly need: Bilingual
  /** What must be seen in the picture, and what must not. */
  readonly shows: Bilingual
  /** How to come by it; `any` where the device makes no difference or has no way of its own. */
  readonly how: { readonly any: Bilingual } & Readonly<Partial<Record<DeviceKind, Bilingual>>>
}

/** What a requester reads when a kind of evidence is asked for. */
export interface EvidenceGuide {
  readonly label: string
  readonly need: string
  readonly shows: string
  readonly how: string
}

export const evidenceLabel = (kind: EvidenceKind, language: Language): string => evidences[kind].label[language]

/** What is needed, what the picture must show and how to make it on that kind of device. */
export function evidenceGuide(kind: EvidenceKind, device: DeviceKind | null, language: Language): EvidenceGuide {
  const { label, need, shows, how } = evidences[kind]
  return {
    label: label[language],
    need: need[language],
    shows: shows[language],
    how: ((device === null ? undefined : how[device]) ?? how.any)[language],
  }
}

/** Said once below every request for evidence. */
export const sendAsFile: Bilingual = {
  id: 'Kirim sebagai File (JPG, PNG, HEIC, atau PDF) agar tulisannya tetap terbaca. Boleh beberapa gambar.',
  en: 'Send it as a File (JPG, PNG, HEIC or PDF), so that the writing stays readable. Several pictures are fine.',
}

/** Where the case's code is to be written so that the picture shows it; `code` is put in as it is. */
export const challengeText = (device: DeviceKind | null, code: string): Bilingual =>
  device === 'computer'
    ? {
        id: `Sebelum mengambil gambar, buka Notepad atau aplikasi catatan di samping jendela antivirus dan tulis kode ini: ${code}. Kode itu menunjukkan bahwa gambarnya dibuat untuk pengajuan ini.`,
        en: `Before you take the picture, open Notepad or a notes app beside the antivirus window and write this code: ${code}. It shows that the picture was made for this case.`,
      }
    : {
        id: `Tulis kode ini di kertas: ${code}. Letakkan kertasnya di samping layar perangkat dan foto keduanya dengan perangkat lain. Tidak ada perangkat lain? Tangkapan layar tanpa kode boleh dikirim.`,
        en: `Write this code on paper: ${code}. Lay the paper beside the screen of the device and photograph both with another device. No other device? A screenshot without the code may be sent.`,
      }

const wholeDocument: Bilingual = {
  id: 'Semua halaman harus terbaca, dengan nomor, tanggal, nama, dan tanda tangan. Jangan dipotong.',
  en: 'Every page must be readable, with number, date, name and signature. Send it whole.',
}
const asPdfOrPhoto: Bilingual = {
  id: 'Kirim PDF-nya, atau foto setiap halaman dari atas di tempat terang.',
  en: 'Send the PDF, or a picture of every page taken from above in good light.',
}

const evidences: Readonly<Record<EvidenceKind, EvidenceText>> = {
  screenshot: {
    label: { id: 'Tangkapan layar kendala', en: 'Screenshot of the trouble' },
    need: {
      id: 'Gambar layar membantu petugas memahami kendalanya. Tidak punya? Tekan Tidak ada.',
      en: 'A picture of the screen helps the verifier. Have none? Press None.',
    },
    shows: {
      id: 'Pesan kesalahan dan alamat lamannya terlihat. Passphrase, kata sandi, dan kode OTP jangan terlihat.',
      en: 'The message and the address of the page are seen. A passphrase, password or one-time code is not.',
    },
    how: {
      any: {
        id: 'Ambil tangkapan layar saat pesan itu tampil, lalu kirim ke sini.',
        en: 'Take a screenshot while the message is shown and send it here.',
      },
    },
  },
  'recommendation-letter': {
    label: { id: 'Surat rekomendasi', en: 'Letter of recommendation' },
    need: {
      id: 'Verifikator mendaftarkan Anda berdasarkan surat rekomendasi dari atasan atau instansi Anda.',
      en: 'The verifier registers you on the ground of a letter from your superior or agency.',
    },
    shows: wholeDocument,
    how: { any: asPdfOrPhoto },
  },
  decree: {
    label: { id: 'SK yang menjadi dasar', en: 'Decree behind the change' },
    need: {
      id: 'Perubahan ini perlu dasar: SK mutasi, SK jabatan, atau penetapan perubahan identitas.',
      en: 'This change needs a ground: a decree on the transfer, the position or the identity.',
    },
    shows: wholeDocument,
    how: { any: asPdfOrPhoto },
  },
  'revocation-basis': {
    label: { id: 'Dasar pencabutan', en: 'Ground for the revocation' },
    need: {
      id: 'Mencabut sertifikat orang lain perlu dasar: SK pensiun, surat keterangan, atau surat tugas dari instansi.',
      en: "Revoking another person's certificate needs a ground: a decree, a certificate or an order of the agency.",
    },
    shows: wholeDocument,
    how: { any: asPdfOrPhoto },
  },
  'antivirus-scan': {
    label: { id: 'Bukti full scan antivirus', en: 'Proof of a full antivirus scan' },
    need: {
      id: 'BSrE meminta bukti full scan, yaitu pemindaian seluruh isi perangkat. Quick scan tidak cukup. Lamanya dapat beberapa jam.',
      en: 'BSrE asks for proof of a full scan, one of the whole device. A quick scan is not enough. It may take hours.',
    },
    shows: {
      id: 'Pada gambar harus terlihat: nama antivirus, jenis full scan (pemindaian penuh), tanggal dan jam selesai, dan 0 ancaman. Kirim seluruh jendelanya, jangan dipotong.',
      en: 'The picture must show: name of the antivirus, type full scan, date and time it ended, and 0 threats. Send the whole window, not a part of it.',
    },
    how: {
      any: {
        id: 'Buka antivirus di perangkat itu, pilih pemindaian penuh (full scan), dan biarkan sampai selesai.',
        en: 'Open the antivirus on that device, choose full scan, and let it run to its end.',
      },
      computer: {
        id: 'Windows: Keamanan Windows → Perlindungan virus & ancaman → Opsi pemindaian → Pemindaian penuh → Pindai sekarang. macOS: buka aplikasi antivirus yang terpasang, pilih pemindaian penuh (full scan). Biarkan sampai selesai, tetap tersambung listrik. Setelah itu tekan Win+Shift+S (Windows) atau Cmd+Shift+4 (macOS) untuk mengambil gambar jendelanya.',
        en: 'Windows: Windows Security → Virus & threat protection → Scan options → Full scan → Scan now. macOS: open the antivirus app installed, choose full scan. Let it run to its end with the power connected. Then press Win+Shift+S (Windows) or Cmd+Shift+4 (macOS) to take a picture of the window.',
      },
      android: {
        id: 'Pasang atau buka aplikasi antivirus dari Google Play, pilih pemindaian penuh (full scan atau deep scan), biarkan sampai selesai. Lalu ambil tangkapan layar hasilnya dengan tombol daya dan volume bawah. Pemindaian Play Protect saja tidak cukup.',
        en: 'Install or open an antivirus app from Google Play, choose full scan (or deep scan), let it run to its end. Then take a screenshot of the result with the power and volume-down buttons. The scan of Play Protect alone is not enough.',
      },
    },
  },
  'ios-condition': {
    label: { id: 'Keadaan iPhone/iPad', en: 'Condition of the iPhone/iPad' },
    need: {
      id: 'iPhone dan iPad tidak dapat dipindai antivirus. Sebagai gantinya, tunjukkan versi sistem dan profil yang terpasang; verifikator yang menilai.',
      en: 'An iPhone or iPad cannot be scanned by an antivirus. Show its system version and installed profiles instead; the verifier decides.',
    },
    shows: {
      id: 'Kirim dua gambar: (1) versi iOS atau iPadOS, (2) layar VPN & Manajemen Perangkat yang memuat daftar profil, atau keterangan bahwa tidak ada.',
      en: 'Send two pictures: (1) the version of iOS or iPadOS, (2) the screen VPN & Device Management with its list of profiles, or the word that there is none.',
    },
    how: {
      any: {
        id: 'Gambar 1: Pengaturan → Umum → Mengenai. Gambar 2: Pengaturan → Umum → VPN & Manajemen Perangkat. Tangkapan layar: tekan tombol samping dan volume atas bersamaan (pada model dengan tombol Utama: tombol samping dan tombol Utama).',
        en: 'Picture 1: Settings → General → About. Picture 2: Settings → General → VPN & Device Management. Screenshot: press the side and volume-up buttons together (on models with a Home button: side and Home).',
      },
    },
  },
  'email-password-change': {
    label: { id: 'Bukti ganti kata sandi email', en: 'Proof of the mail password change' },
    need: {
      id: 'BSrE meminta bukti bahwa kata sandi email dinas sudah diganti, setelah full scan bersih.',
      en: 'BSrE asks for proof that the password of your office mail was changed, after the clean full scan.',
    },
    shows: {
      id: 'Pada gambar harus terlihat: alamat email dinas Anda, keterangan bahwa kata sandi berhasil diganti, dan tanggalnya. Kata sandi tidak boleh terlihat.',
      en: 'The picture must show: your office address, the word that the password was changed, and the date. The password must not be seen.',
    },
    how: {
      any: {
        id: 'Ganti kata sandi di pengaturan webmail dinas dari perangkat yang sudah bersih. Lalu kirim gambar halaman "berhasil", email pemberitahuannya, atau jawaban admin email yang mengganti untuk Anda.',
        en: 'Change the password in the settings of your office webmail, from a clean device. Then send a picture of the page of success, of the mail that tells of it, or of the answer of the mail admin who did it for you.',
      },
    },
  },
}
