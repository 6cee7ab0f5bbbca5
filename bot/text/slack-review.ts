import type { Bilingual, Language } from './language.ts'

/** The words of the review modal. */
export const reviewText = {
  title: { id: 'Periksa pengajuan', en: 'Review request' },
  close: { id: 'Tutup', en: 'Close' },
  submit: { id: 'Kirim keputusan', en: 'Send decision' },
  opening: { id: 'Sedang dibuka …', en: 'Opening …' },
  openingHint: {
    id: 'Bila tidak berubah dalam beberapa detik, tutup lalu tekan Periksa lagi. Tidak ada yang hilang.',
    en: 'If this does not change within seconds, close it and press Review again. Nothing is lost.',
  },
  deskHint: {
    id: 'Isian lengkap, bukti, dan nomor telepon yang tercatat hanya tampil di meja kerja.',
    en: 'Full answers, proofs and the phone number on record are shown at the desk only.',
  },
  clean: { id: 'Bersih menurut pra-cek', en: 'Clean by the pre-check' },
  cleanHint: { id: 'Hapus centang pada bagian yang perlu perbaikan.', en: 'Untick what needs correction.' },
  valid: { id: 'Sah', en: 'Valid' },
  fix: { id: 'Perlu perbaikan', en: 'Needs correction' },
  reason: { id: 'Alasan bila perlu perbaikan', en: 'Reason if it needs correction' },
  reasonFor: { id: 'Alasan', en: 'Reason' },
  note: { id: 'Alasan dalam kata Anda sendiri', en: 'Reason in your own words' },
  noteHint: {
    id: 'Dibaca pemohon; sedikitnya 10 huruf, tanpa nomor atau data pribadi.',
    en: 'The requester reads it; at least 10 letters, no numbers or personal data.',
  },
  identity: { id: 'Memastikan identitas', en: 'Confirming the identity' },
  calling: { id: 'Saya sedang menelepon', en: 'I am calling' },
  newWords: { id: 'Ganti kata telepon', en: 'New call words' },
  met: { id: 'Bertemu langsung', en: 'Met in person' },
  callHint: {
    id: 'Telepon nomor yang tampil di meja kerja, bukan nomor dari obrolan atau formulir, lalu tekan Saya sedang menelepon.',
    en: 'Call the number shown at the desk, never one from chat or form, then press I am calling.',
  },
  wordsShown: {
    id: 'Dua kata telepon kini tampil di obrolan pemohon. Minta orang yang Anda telepon membacakannya, lalu ketik di bawah.',
    en: "Two call words now show in the requester's chat. Ask the person you called to read them out, then type them below.",
  },
  words: { id: 'Dua kata yang dibacakan', en: 'The two words read out' },
  numberFrom: { id: 'Nomor yang ditelepon berasal dari', en: 'The number called is from' },
  roster: { id: 'Daftar pegawai', en: 'Roster' },
  directory: { id: 'Direktori instansi', en: "Agency's directory" },
  frozenHint: {
    id: 'Telepon tidak lagi diterima untuk pengajuan ini. Temui pemohon, periksa kartu pegawainya, lalu tekan Bertemu langsung.',
    en: 'Calls are no longer accepted for this request. Meet the requester, check the staff card, then press Met in person.',
  },
  metTitle: { id: 'Sudah bertemu langsung?', en: 'Met in person?' },
  metText: {
    id: 'Nama Anda dicatat sebagai orang yang bertemu pemohon dan memeriksa tanda pengenalnya.',
    en: "Your name is recorded as the person who met the requester and checked the requester's identification.",
  },
  metYes: { id: 'Ya, catat', en: 'Yes, record' },
  metNo: { id: 'Belum', en: 'Not yet' },
  decision: { id: 'Keputusan', en: 'Decision' },
  rejectReason: { id: 'Alasan penolakan', en: 'Reason for rejecting' },
  rejectNote: { id: 'Catatan untuk pemohon', en: 'Note for the requester' },
  rejectNoteHint: {
    id: 'Wajib untuk alasan Lain, sedikitnya 10 huruf; tanpa nomor atau data pribadi.',
    en: 'Needed for the reason Other, at least 10 letters; no numbers or personal data.',
  },
  bsreReturned: {
    id: 'BSrE mengembalikan berkas ini; alasannya tampil di meja kerja.',
    en: 'BSrE has returned this file; the reason is shown at the desk.',
  },
} as const satisfies Record<string, Bilingual>

/** The choices at the end of the modal: button of the form, and what follows from it. */
export const choiceText = {
  legalise: {
    name: { id: 'Legalisasi', en: 'Legalise' },
    means: {
      id: 'Semua bagian sah; berkas dibekukan dan diteruskan',
      en: 'All parts valid; the file is frozen and passed on',
    },
  },
  accept: {
    name: { id: 'Terima', en: 'Accept' },
    means: { id: 'Semua bagian benar; belum ada yang dicabut', en: 'All parts right; nothing is revoked yet' },
  },
  return: {
    name: { id: 'Minta perbaikan', en: 'Return for correction' },
    means: { id: 'Hanya bagian yang ditandai ditanyakan lagi', en: 'Only the marked parts are asked again' },
  },
  reject: {
    name: { id: 'Tolak', en: 'Reject' },
    means: { id: 'Pengajuan ditutup dengan alasan', en: 'The request is closed with a reason' },
  },
  save: {
    name: { id: 'Simpan dulu', en: 'Save for now' },
    means: { id: 'Penilaian tersimpan; tetap Anda pegang', en: 'Verdicts are kept; it stays with you' },
  },
  release: {
    name: { id: 'Lepaskan', en: 'Release' },
    means: {
      id: 'Penilaian tersimpan; verifikator lain dapat mengambil',
      en: 'Verdicts are kept; another verifier may take it',
    },
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly means: Bilingual }>

export const filesSentence = (count: number, language: Language): string =>
  language === 'id' ? `${count} berkas` : `${count} file${count === 1 ? '' : 's'}`

export const overflowSentence = (count: number, language: Language): string =>
  language === 'id'
    ? `${count} bagian lain tidak muat di sini; nilailah di meja kerja.`
    : `${count} more parts do not fit here; judge them at the desk.`

/** What the verifier hears when the words typed were not those shown. */
export const missedSentence = (left: number, language: Language): string =>
  language === 'id'
    ? `Kata tidak cocok. Minta dibacakan lagi; sisa ${left} kali, setelah itu pengajuan dibekukan.`
    : `Those are not the words. Ask to have them read out again; ${left} tries left, then the request is frozen.`
