import type { Bilingual, Language } from './language.ts'

/** The words on a card and in lists of cases. */
export const cardText = {
  requester: { id: 'Pemohon', en: 'Requester' },
  agency: { id: 'Instansi', en: 'Agency' },
  due: { id: 'Batas', en: 'Due' },
  overdue: { id: 'LEWAT BATAS', en: 'OVERDUE' },
  used: { id: 'terpakai', en: 'used' },
  urgent: { id: 'MENDESAK', en: 'URGENT' },
  signingDeadline: { id: 'Tenggat penandatanganan', en: 'Signing deadline' },
  preCheck: { id: 'Pra-cek', en: 'Pre-check' },
  verdicts: { id: 'Penilaian', en: 'Verdicts' },
  identity: { id: 'Identitas', en: 'Identity' },
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  review: { id: 'Periksa', en: 'Review' },
  withdraw: { id: 'Tarik formulir, periksa lagi', en: 'Withdraw the form, review again' },
  withdrawTitle: { id: 'Tarik formulir?', en: 'Withdraw the form?' },
  withdrawSure: {
    id: 'Formulir yang menunggu tanda tangan tidak berlaku lagi; sesudah diterima dibuat yang baru.',
    en: 'The form that waits to be signed is void then; once accepted a new one is made.',
  },
  withdrawYes: { id: 'Ya, tarik', en: 'Yes, withdraw' },
  yes: { id: 'Ya, sudah', en: 'Yes, done' },
  notYet: { id: 'Belum', en: 'Not yet' },
  signing: { id: 'Tanda tangan', en: 'Signing' },
  steps: { id: 'Langkah', en: 'Steps' },
  openDesk: { id: 'Buka meja kerja ↗', en: 'Open desk ↗' },
} as const satisfies Record<string, Bilingual>

/** Why a case is back from the step that was left to its requester; their own words stand at the desk alone. */
export const setbackText = {
  'link-expired': {
    id: 'Pemohon: tautannya kedaluwarsa. Kirim ulang tautannya, lalu pilih hasilnya lagi.',
    en: 'The requester: the link has expired. Send it again, then choose the outcome once more.',
  },
  trouble: {
    id: 'Pemohon masih terkendala. Baca kalimatnya di meja kerja, tangani, lalu pilih hasilnya lagi.',
    en: 'The requester is still in trouble. Read what they wrote at the desk, deal with it, then choose the outcome once more.',
  },
} as const satisfies Record<string, Bilingual>

/** What the pre-checks found, by counts. */
export const preCheckSentence = (clean: number, remarked: number, language: Language): string =>
  language === 'id' ? `${clean} bersih · ${remarked} perlu dilihat` : `${clean} clean · ${remarked} to look at`

export const verdictSentence = (good: number, failing: number, of: number, language: Language): string =>
  language === 'id'
    ? `${good + failing} dari ${of} dinilai: ${good} sah, ${failing} perlu perbaikan`
    : `${good + failing} of ${of} judged: ${good} valid, ${failing} to correct`

export const heldSentence = (name: string, since: string | undefined, language: Language): string =>
  language === 'id'
    ? `Dipegang ${name}${since === undefined ? '' : ` sejak ${since}`}`
    : `Held by ${name}${since === undefined ? '' : ` since ${since}`}`

/** What is decided on the card itself, under one's own name. */
export const deedText = {
  'confirm-revoked': {
    name: { id: 'Sudah dicabut', en: 'Revoked' },
    sure: {
      id: 'Sertifikat lama benar-benar sudah dicabut di AMS? Pemohon langsung diberi tahu bahwa TTE-nya tidak aktif.',
      en: 'Is the old certificate revoked in AMS indeed? The requester is told at once that signing has stopped.',
    },
  },
  legalise: {
    name: { id: 'Legalisasi', en: 'Legalise' },
    sure: {
      id: 'Anda sudah membuka salinan bertanda tangan dan membaca hasil pemeriksaan tanda tangannya di meja kerja?',
      en: 'Have you opened the signed copy, and read at the desk what was found of its signature?',
    },
  },
  'take-over': {
    name: { id: 'Ambil alih', en: 'Take over' },
    sure: {
      id: 'Melanjutkan pengajuan ini sebagai verifikatornya? Formulir tetap berlaku; buka sendiri semua berkas di meja kerja.',
      en: 'Go on with this case as its verifier? The form stays good; open all files at the desk yourself.',
    },
  },
  'ask-reissue': {
    name: { id: 'Penerbitan ulang diajukan', en: 'New certificate asked for' },
    sure: {
      id: 'Penerbitan ulang sertifikat sudah diajukan di AMS?',
      en: 'Has the new certificate been asked for in AMS?',
    },
  },
  approve: {
    name: { id: 'BSrE menyetujui', en: 'BSrE approved' },
    sure: {
      id: 'Contact center BSrE sudah menjawab bahwa berkas ini disetujui? Pemohon langsung diberi tahu.',
      en: 'Has the BSrE contact center answered that it approves? The requester is told at once.',
    },
  },
  'send-link': {
    name: { id: 'BSrE mengirim tautan', en: 'BSrE sent the link' },
    sure: {
      id: 'Contact center BSrE sudah menjawab bahwa tautannya terkirim ke email dinas pemohon? Pemohon langsung diberi tahu.',
      en: "Has the BSrE contact center answered that the link went to the requester's office mail? The requester is told at once.",
    },
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly sure: Bilingual }>

export type Deed = keyof typeof deedText

/** What somebody decided, before their name. */
export const decidedText: Readonly<
  Record<
    'returned' | 'rejected' | 'accepted' | 'settled' | 'legalised' | 'revoked' | 'sent-back' | 'approved',
    Bilingual
  >
> = {
  accepted: { id: 'Diterima oleh', en: 'Accepted by' },
  settled: { id: 'Diselesaikan oleh', en: 'Settled by' },
  revoked: { id: 'Sertifikat lama dicabut oleh', en: 'Old certificate revoked by' },
  returned: { id: 'Diminta perbaikan oleh', en: 'Returned for correction by' },
  rejected: { id: 'Ditolak oleh', en: 'Rejected by' },
  legalised: { id: 'Dilegalisasi oleh', en: 'Legalised by' },
  'sent-back': { id: 'Dikembalikan BSrE, dicatat', en: 'Returned by BSrE, noted by' },
  approved: { id: 'Disetujui BSrE, dicatat', en: 'Approved by BSrE, noted by' },
}

/** How the requester's identity stands. */
export const identityText = {
  notNeeded: { id: 'tidak perlu dipastikan', en: 'need not be confirmed' },
  open: {
    id: 'belum dipastikan (telepon ke nomor yang tercatat, atau bertemu)',
    en: 'not confirmed yet (call a number on record, or meet)',
  },
  calling: { id: 'sedang ditelepon', en: 'call under way' },
  frozen: {
    id: 'DIBEKUKAN: kata telepon tiga kali salah; hanya pertemuan langsung',
    en: 'FROZEN: call words wrong three times; only a meeting in person',
  },
  meeting: { id: 'dipastikan dengan bertemu langsung oleh', en: 'confirmed in a meeting by' },
  roster: {
    id: 'dipastikan lewat telepon ke nomor daftar pegawai oleh',
    en: 'confirmed by a call to the number of the roster by',
  },
  'agency-directory': {
    id: 'dipastikan lewat telepon ke nomor direktori instansi oleh',
    en: "confirmed by a call to the number of the agency's directory by",
  },
} as const satisfies Record<string, Bilingual>
