import type { ErasureDecision } from '../../core/privacy/erasure.ts'
import type { Bilingual } from './language.ts'

/** Words of the page on which agents decide requests to be erased, and of the page of a copy. */
export const rightsText = {
  title: { id: 'Permintaan penghapusan data', en: 'Requests for erasure' },
  intro: {
    id: 'Setiap permintaan dijawab dalam 3×24 jam. Pengajuan yang sudah berakhir disimpan menurut jadwal retensi arsip; hapus lebih awal hanya bila tidak ada kewajiban menyimpannya. Yang dihapus tidak dapat dikembalikan.',
    en: 'Every request is answered within 3×24 hours. Cases that have ended are kept by the archive schedule; erase them earlier only where nothing obliges you to keep them. What is erased cannot be brought back.',
  },
  none: { id: 'Tidak ada permintaan yang menunggu.', en: 'No request is waiting.' },
  asked: { id: 'Diajukan', en: 'Asked' },
  due: { id: 'Batas', en: 'Due' },
  case: { id: 'Pengajuan', en: 'Case' },
  status: { id: 'Status', en: 'Status' },
  stays: { id: 'Bila disetujui', en: 'If granted' },
  goes: { id: 'dihapus', en: 'erased' },
  sure: {
    id: 'Saya sudah memeriksa bahwa data ini tidak wajib disimpan dan pemohon memang pemiliknya.',
    en: 'I have checked that nothing obliges us to keep this data, and that it is the requester’s own.',
  },
  erase: { id: 'Hapus sekarang', en: 'Erase now' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  why: { id: 'Alasan penolakan', en: 'Reason for refusing' },
  unsure: {
    id: 'Belum dihapus: centang dulu bahwa Anda sudah memeriksanya.',
    en: 'Nothing was erased: tick first that you have checked it.',
  },
  refused: {
    id: 'Permintaan itu sudah diputuskan, atau bukan wewenang Anda.',
    en: 'That request has been decided already, or is not yours to decide.',
  },
  toQueue: { id: 'Kembali ke antrean', en: 'Back to the queue' },
} as const satisfies Record<string, Bilingual>

export const whyRefused: Readonly<Record<Exclude<ErasureDecision, 'erased'>, Bilingual>> = {
  'kept-by-law': { id: 'Wajib disimpan menurut jadwal retensi arsip', en: 'To be kept by the archive schedule' },
  'still-open': { id: 'Masih ada pengajuan yang diproses', en: 'A case is still being worked on' },
  'not-the-person': { id: 'Belum terbukti milik pemohon', en: 'Not shown to be the requester’s own' },
}

/** What stands in place of an erased case. */
export const erasedCaseText = {
  title: { id: 'Pengajuan ini sudah dihapus', en: 'This case was erased' },
  text: {
    id: 'Data pribadinya dihapus dan tidak dapat dikembalikan. Rantai catatannya tetap utuh.',
    en: 'Its personal data was erased and cannot be brought back. Its chain of records is still whole.',
  },
  at: { id: 'Dihapus', en: 'Erased' },
  because: { id: 'Karena', en: 'Because' },
} as const satisfies Record<string, Bilingual>

export const erasedBecause: Readonly<Record<'asked' | 'retention' | 'order', Bilingual>> = {
  asked: { id: 'diminta pemiliknya', en: 'its person asked for it' },
  retention: { id: 'jadwal retensi arsip', en: 'the archive schedule' },
  order: { id: 'perintah administrator', en: 'an administrator’s order' },
}

/** Words of the page behind a copy's one-time link. */
export const copyText = {
  title: { id: 'Salinan data Anda', en: 'The copy of your data' },
  ready: {
    id: 'Tekan tombol di bawah untuk mengunduh semua yang Anda tulis kepada Pandu dari obrolan Anda. Berkas bukti hanya didaftar; aslinya ada pada Anda. Isinya tidak disamarkan: simpan di tempat yang aman.',
    en: 'Press the button below to download all that you wrote to Pandu from your chat. Files of proof are listed only; you have the originals. It is not masked: keep it in a safe place.',
  },
  download: { id: 'Unduh (JSON)', en: 'Download (JSON)' },
  spentTitle: { id: 'Tautan ini tidak berlaku lagi', en: 'This link is no longer good' },
  spent: {
    id: 'Setiap tautan berlaku 24 jam dan hanya sekali. Minta yang baru dengan /dataku di Telegram.',
    en: 'Every link is good for 24 hours, and once only. Ask for a new one with /dataku in Telegram.',
  },
} as const satisfies Record<string, Bilingual>
