import type { Bilingual, Language } from './language.ts'

/** What a person who clicked is told besides refusals. Plain text: the channel escapes it. */
export const answerSentences = {
  notVerifier: {
    id: 'Anda belum terdaftar sebagai verifikator di Pandu, jadi tidak ada yang berubah. Minta admin Pandu di instansi Anda mendaftarkan akun Slack Anda.',
    en: 'You are not registered as a verifier in Pandu, so nothing has changed. Ask the Pandu admin of your agency to register your Slack account.',
  },
  stranger: {
    id: 'Hanya anggota ruang kerja ini yang dapat memeriksa pengajuan. Tidak ada yang berubah.',
    en: 'Only members of this workspace can review requests. Nothing has changed.',
  },
  otherAgency: {
    id: 'Pengajuan ini milik instansi lain, jadi Anda tidak dapat membukanya. Tidak ada yang berubah.',
    en: 'This request belongs to another agency, so you cannot open it. Nothing has changed.',
  },
  busy: {
    id: 'Pandu sedang sibuk dan tidak ada yang berubah. Tunggu sebentar, lalu tekan sekali lagi.',
    en: 'Pandu is busy and nothing has changed. Wait a moment, then press once more.',
  },
  oldButton: {
    id: 'Tombol ini sudah tidak berlaku. Pakai kartu terbaru pengajuan itu, atau buka meja kerja.',
    en: 'This button is no longer in use. Use the newest card of that request, or open the desk.',
  },
  pressAgain: {
    id: 'Pengajuan sudah Anda pegang, tetapi jendelanya terlambat terbuka. Tekan Periksa sekali lagi.',
    en: 'The request is yours, but its window opened too late. Press Review once more.',
  },
  notDrawn: {
    id: 'Yang Anda tekan sudah tersimpan, tetapi Slack gagal memperbarui jendelanya. Tutup jendela itu, lalu tekan Periksa lagi; kata telepon yang sudah tampil pada pemohon tetap berlaku.',
    en: 'What you pressed is saved, but Slack failed to draw the window anew. Close it, then press Review again; the call words that the requester sees still count.',
  },
  leaseOver: {
    id: 'Waktu pegang Anda habis, jadi keputusan belum dijalankan; penilaian yang sudah tersimpan tidak hilang. Tekan Periksa lagi.',
    en: 'Your hold has run out, so the decision was not carried out; saved verdicts are kept. Press Review again.',
  },
  noneLeft: {
    id: 'Tidak ada lagi pengajuan yang menunggu Anda.',
    en: 'No other request waits for you.',
  },
  next: { id: 'Berikutnya', en: 'Next' },
} as const satisfies Record<string, Bilingual>

/** Somebody else has the case in hand. */
export const heldNow = (number: string, name: string, since: string | undefined, language: Language): string =>
  language === 'id'
    ? `${number} sedang dipegang ${name}${since === undefined ? '' : ` sejak ${since}`}. Minta ${name} melepaskannya bila perlu.`
    : `${number} is held by ${name}${since === undefined ? '' : ` since ${since}`}. Ask ${name} to release it if needed.`

/** The case was decided before this click; by whom and when, if that is known. */
export function decidedBefore(number: string, status: string, by: string | undefined, language: Language): string {
  if (language === 'id') return `${number} sudah diproses: ${status}${by === undefined ? '' : `, ${by}`}.`
  return `${number} was dealt with already: ${status}${by === undefined ? '' : `, ${by}`}.`
}

/** How a decision went. */
export const resultSentence: Readonly<
  Record<'legalise' | 'accept' | 'settle' | 'return' | 'reject', (number: string) => Bilingual>
> = {
  accept: (number) => ({
    id: `${number} diterima; semua bagian benar.`,
    en: `${number} is accepted; every part is right.`,
  }),
  settle: (number) => ({
    id: `${number} diselesaikan; pemohon sudah diberi tahu hasilnya.`,
    en: `${number} is settled; the requester is told the outcome.`,
  }),
  legalise: (number) => ({ id: `${number} sudah dilegalisasi.`, en: `${number} is legalised.` }),
  return: (number) => ({
    id: `${number} dikembalikan; pemohon hanya ditanya bagian yang Anda tandai.`,
    en: `${number} is returned; the requester is asked only the parts that you marked.`,
  }),
  reject: (number) => ({
    id: `${number} ditolak; pemohon diberi tahu alasannya.`,
    en: `${number} is rejected; the requester is told why.`,
  }),
}

export const openFirst = (count: number, url: string, language: Language): string =>
  language === 'id'
    ? `Buka semua bukti di meja kerja dahulu (tersisa ${count}): ${url}`
    : `Open every proof at the desk first (${count} left): ${url}`
