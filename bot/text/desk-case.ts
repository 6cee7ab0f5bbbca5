import type { RosterFacts } from '../../core/agency/roster.ts'
import { certificateText } from './certificate.ts'
import { talkDone } from './desk-talk.ts'
import { teamDone } from './desk-teamwork.ts'
import type { Bilingual } from './language.ts'
import { macroDone } from './macros.ts'

/** Words of the page of one case. */
export const caseText = {
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  holder: { id: 'Dipegang', en: 'Held by' },
  due: { id: 'Batas', en: 'Due' },
  submittedAt: { id: 'Dikirim', en: 'Submitted' },
  heldUntil: { id: 'Anda memegangnya sampai', en: 'You hold it until' },
  answers: { id: 'Isian', en: 'Answers' },
  evidence: { id: 'Bukti', en: 'Proof' },
  show: { id: 'Tampilkan', en: 'Show' },
  showHint: { id: 'Pembukaan nomor dicatat.', en: 'Showing a number is recorded.' },
  notAnswered: { id: 'belum dijawab', en: 'not answered' },
  leftOut: { id: 'Tidak ada; boleh kosong.', en: 'None; it may be left out.' },
  noFiles: { id: 'Belum ada berkas.', en: 'There is no file yet.' },
  openPreview: { id: 'Buka pratinjau', en: 'Open the preview' },
  page: { id: 'halaman', en: 'page' },
  morePages: {
    id: 'Hanya halaman pertama yang ditampilkan; unduh berkas asli untuk melihat semuanya.',
    en: 'Only the first pages are shown; download the original to see all of them.',
  },
  opened: { id: 'sudah dibuka', en: 'opened' },
  download: { id: 'Unduh berkas asli', en: 'Download the original' },
  keep: { id: 'Unduh', en: 'Download' },
  checking: { id: 'sedang diperiksa', en: 'being checked' },
  held: {
    id: 'belum dipindai: pemindai antivirus sedang tidak tersedia',
    en: 'not scanned yet: the malware scanner is not available',
  },
  refused: { id: 'tidak diterima', en: 'not accepted' },
  manifest: { id: 'Daftar berkas yang dilegalisasi', en: 'Legalised files' },
  file: { id: 'Berkas', en: 'File' },
  size: { id: 'Ukuran', en: 'Size' },
  statement: { id: 'Pernyataan', en: 'Statement' },
  formDigest: { id: 'SHA-256 formulir', en: 'SHA-256 of the form' },
  dossier: { id: 'Unduh lembar pengantar (PDF)', en: 'Download the cover sheet (PDF)' },
  dossierZip: { id: 'Unduh seluruh berkas (ZIP)', en: 'Download the whole dossier (ZIP)' },
  dossierDigest: { id: 'SHA-256 lembar pengantar:', en: 'SHA-256 of the cover sheet:' },
  dossierVerify: {
    id: 'Siapa pun dapat memeriksa ZIP itu tanpa akses ke Pandu: pandu dossier verify BERKAS.zip',
    en: 'Anybody can check that ZIP without access to Pandu: pandu dossier verify FILE.zip',
  },
  roster: { id: 'Daftar pegawai', en: 'Roster' },
  rosterPending: { id: 'belum dicocokkan', en: 'not compared yet' },
  changedTitle: { id: 'Yang berubah sejak halaman Anda dibuka', en: 'What changed since you opened the page' },
  kept: { id: 'Isian Anda di bawah ini tetap ada.', en: 'What you typed is still here below.' },
  stale: { id: 'Pengajuan ini baru saja berubah.', en: 'This case has just changed.' },
  reload: { id: 'Tampilkan yang terbaru', en: 'Show the latest' },
  nextCase: { id: 'Berikutnya', en: 'Next' },
  toQueue: { id: 'Antrean', en: 'Queue' },
  setbacks: { id: 'Kendala terakhir', en: 'Last trouble' },
  reason: { id: 'Alasan', en: 'Reason' },
  ended: { id: 'Berakhir', en: 'Ended' },
} as const satisfies Record<string, Bilingual>

/** What was just done, said on the page that follows. */
export const doneText = {
  claim: { id: 'Pengajuan ini sekarang Anda pegang.', en: 'You hold this case now.' },
  release: { id: 'Pengajuan kembali ke antrean.', en: 'The case is back in the queue.' },
  save: { id: 'Penilaian tersimpan.', en: 'The verdicts are saved.' },
  return: {
    id: 'Dikembalikan; pemohon diminta memperbaiki bagian itu saja.',
    en: 'Returned; only those parts are asked again.',
  },
  reject: { id: 'Pengajuan ditolak; pemohon diberi tahu alasannya.', en: 'Rejected; the requester is told why.' },
  legalise: { id: 'Dilegalisasi; berkas sedang disiapkan.', en: 'Legalised; the file is being prepared.' },
  accept: { id: 'Diterima; pemohon diberi tahu.', en: 'Accepted; the requester is told.' },
  settle: { id: 'Diselesaikan; pemohon sudah membaca hasilnya.', en: 'Settled; the requester is told the outcome.' },
  answer: { id: 'Jawaban Anda dikirim ke pemohon.', en: 'Your answer is sent to the requester.' },
  signature: {
    id: 'Dicatat: Anda menerima tanda tangan itu. Formulirnya dapat dilegalisasi.',
    en: 'Recorded: you accepted that signature. The form can be legalised.',
  },
  'cover-signed': {
    id: 'Tanda tangan Anda sah; berkas disegel dan diteruskan.',
    en: 'Your signature is valid; the dossier is sealed and passed on.',
  },
  withdrawn: {
    id: 'Legalisasi ditarik; pengajuan kembali ke antrean.',
    en: 'The legalisation is withdrawn; the case is back in the queue.',
  },
  'form-back': {
    id: 'Salinan bertanda tangan diterima. Baca hasil pemeriksaan tanda tangannya di bawah, buka salinannya, lalu legalisasi.',
    en: 'The signed copy is here. Read below what was found of its signature, open the copy, then legalise.',
  },
  revoked: {
    id: 'Pencabutan dicatat; pemohon diberi tahu bahwa TTE-nya tidak aktif.',
    en: 'The revocation is noted; the requester is told that signing has stopped.',
  },
  reissue: { id: 'Penerbitan ulang dicatat.', en: 'Noted that a new certificate is asked for.' },
  'start-call': { id: 'Dua kata sudah tampil di obrolan pemohon.', en: "Two words show in the requester's chat now." },
  identity: { id: 'Identitas pemohon sudah dicatat.', en: 'The identity is confirmed and noted.' },
  'roster-line': {
    id: 'Ditambahkan ke daftar pegawai dan dicatat. Temui orangnya sebelum meneruskan.',
    en: 'Added to the roster, on record. Meet the person before you let it go on.',
  },
  missed: {
    id: 'Kata itu tidak cocok dan dicatat sebagai salah.',
    en: 'Those words did not match and were noted as a miss.',
  },
  take: { id: 'Pengajuan ini sekarang Anda tangani.', en: 'You have taken this case.' },
  'put-back': { id: 'Pengajuan kembali ke antrean.', en: 'The case is back in the queue.' },
  'send-back': {
    id: 'Dikembalikan kepada verifikator beserta alasannya.',
    en: 'Sent back to the verifier with its reason.',
  },
  approve: {
    id: 'Persetujuan BSrE dicatat; pemohon diberi tahu.',
    en: 'The approval is noted; the requester is told.',
  },
  'send-link': {
    id: 'Pemohon diberi tahu bahwa tautannya terkirim.',
    en: 'The requester is told that the link was sent.',
  },
  cancel: { id: 'Pengajuan dibatalkan.', en: 'The case is cancelled.' },
  reopen: { id: 'Pengajuan dibuka kembali.', en: 'The case is open again.' },
  'take-over': {
    id: 'Pengajuan Anda pegang sekarang; formulirnya tetap berlaku.',
    en: 'The case is yours now; its form stays good.',
  },
  certificate: certificateText.done,
  'certificate-dropped': certificateText.dropped,
  ...talkDone,
  ...teamDone,
  ...macroDone,
} as const satisfies Record<string, Bilingual>

export type DoneCode = keyof typeof doneText
export const isDoneCode = (code: string | undefined): code is DoneCode =>
  code !== undefined && Object.hasOwn(doneText, code)

const parts: Readonly<Record<RosterFacts['differs'][number], Bilingual>> = {
  name: { id: 'nama', en: 'name' },
  nik: { id: 'NIK', en: 'NIK' },
  email: { id: 'email', en: 'e-mail' },
  phone: { id: 'nomor HP', en: 'phone' },
  agency: { id: 'instansi', en: 'agency' },
  employment: { id: 'status kepegawaian', en: 'employment' },
}

/** What the roster says about the person, in one line and without a value of it; `by` = the number that was looked up. */
export function rosterLine({ isKnown, differs }: RosterFacts, by?: 'nip' | 'nik'): Bilingual {
  if (!isKnown) return unknownBy[by ?? 'any']
  if (differs.length === 0) return { id: 'tercatat dan cocok', en: 'on record, all alike' }
  const list = (language: 'id' | 'en') => differs.map((part) => parts[part][language]).join(', ')
  return { id: `tercatat, berbeda: ${list('id')}`, en: `on record, differs: ${list('en')}` }
}

const unknownBy: Readonly<Record<'nip' | 'nik' | 'any', Bilingual>> = {
  nip: { id: 'NIP tidak tercatat', en: 'NIP is not on record' },
  nik: { id: 'NIK tidak tercatat (non-ASN, tanpa NIP)', en: 'NIK is not on record (no NIP: not ASN)' },
  any: { id: 'tidak ada di daftar pegawai', en: 'not on the roster' },
}
