import type { Closing } from '../../core/procedure/course.ts'
import type { Bilingual } from './language.ts'

/** Words of what a verifier does with a case. */
export const reviewText = {
  claim: { id: 'Periksa', en: 'Review' },
  release: { id: 'Lepas', en: 'Let go' },
  good: { id: 'Sah', en: 'Good' },
  failing: { id: 'Perbaiki', en: 'Correct' },
  reason: { id: 'Alasan', en: 'Reason' },
  choose: { id: 'Pilih alasan …', en: 'Choose a reason …' },
  note: { id: 'Catatan untuk pemohon', en: 'Note to the requester' },
  save: { id: 'Simpan', en: 'Save' },
  return: { id: 'Kembalikan untuk perbaikan', en: 'Return for correction' },
  legalise: { id: 'Legalisasikan', en: 'Legalise' },
  legaliseHint: { id: 'Dengan menekan Legalisasikan saya menyatakan:', en: 'By pressing Legalise I state:' },
  judged: { id: 'dinilai', en: 'judged' },
  reject: { id: 'Tolak pengajuan', en: 'Reject the case' },
  rejectHint: {
    id: 'Penolakan mengakhiri pengajuan. Kesalahan isian atau bukti cukup dikembalikan untuk perbaikan.',
    en: 'A rejection ends the case. A wrong answer or proof is better returned for correction.',
  },
  seenCount: { id: 'bukti dibuka', en: 'proofs opened' },
} as const satisfies Record<string, Bilingual>

/** Words of the confirmation of identity. */
export const identityText = {
  title: { id: 'Identitas pemohon', en: "Requester's identity" },
  confirmed: { id: 'Sudah dipastikan', en: 'Confirmed' },
  frozen: {
    id: 'Dibekukan: kata telepon tiga kali salah. Hanya pertemuan langsung yang dapat membukanya.',
    en: 'Frozen: the call words were wrong three times. Only a meeting in person can open it.',
  },
  showNumber: { id: 'Tampilkan nomor dari daftar pegawai', en: 'Show the number from the roster' },
  rosterNumber: { id: 'Nomor menurut daftar pegawai', en: 'Number by the roster' },
  noNumber: {
    id: 'Daftar pegawai tidak memuat nomor orang ini. Cari nomornya di direktori telepon instansi, atau temui langsung.',
    en: 'The roster has no number of this person. Look it up in the phone directory of the agency, or meet in person.',
  },
  calling: { id: 'Saya sedang menelepon', en: 'I am calling' },
  callAgain: { id: 'Tampilkan dua kata baru', en: 'Show two new words' },
  words: {
    id: 'Dua kata tampil di obrolan pemohon, tidak di sini. Minta orang yang Anda telepon membacakannya, lalu ketik.',
    en: "Two words show in the requester's chat, not here. Ask the person you called to read them out, then type them.",
  },
  wordsField: { id: 'Dua kata yang dibacakan', en: 'The two words read out' },
  source: { id: 'Nomor yang saya telepon dari', en: 'The number I called is from' },
  fromRoster: { id: 'daftar pegawai', en: 'the roster' },
  fromDirectory: { id: 'direktori instansi', en: 'the agency directory' },
  match: { id: 'Cocokkan', en: 'Compare' },
  met: { id: 'Sudah bertemu langsung', en: 'Met in person' },
  metAsk: {
    id: 'Sudah bertemu langsung? Nama Anda dicatat sebagai orang yang bertemu pemohon dan memeriksa tanda pengenalnya.',
    en: "Met in person? Your name is recorded as the person who met the requester and checked the requester's identification.",
  },
} as const satisfies Record<string, Bilingual>

const missing = (id: string, en: string): Bilingual => ({
  id: `Belum dipastikan. Wajib sebelum ${id}: bertemu langsung, atau menelepon nomor dari daftar pegawai atau direktori instansi. Jangan memakai nomor dari formulir atau obrolan.`,
  en: `Not confirmed yet. Needed before you ${en}: a meeting, or a call to a number from the roster or the agency directory. Never use a number from the form or chat.`,
})

/** What an identity that nobody has confirmed yet keeps a verifier from, by how their review ends. */
export const identityMissing: Readonly<Record<Closing, Bilingual>> = {
  legalise: missing('legalisasi', 'legalise'),
  accept: missing('diterima', 'accept'),
  settle: missing('diselesaikan', 'settle'),
}

/** "Kata itu salah 1 dari 3 kali." */
export const missCount = (misses: number): Bilingual => ({
  id: `Salah ${misses} kali; pada kali ketiga pengajuan dibekukan.`,
  en: `Wrong ${misses} time${misses === 1 ? '' : 's'}; the third one freezes the case.`,
})
