import type { RightsMailCode } from '../../core/privacy/saying.ts'
import type { Bilingual } from './language.ts'

/** What staff is told of a request to be erased; nothing personal. */
export const rightsMail: Readonly<Record<RightsMailCode, { readonly subject: Bilingual; readonly body: Bilingual }>> = {
  'erasure-asked': {
    subject: { id: 'permintaan penghapusan data', en: 'a request for erasure' },
    body: {
      id: 'Seorang pemohon meminta datanya dihapus (UU 27/2022). Jawab dalam 3×24 jam: petugas memutuskannya di meja kerja.',
      en: 'A requester asks to have their data erased (UU 27/2022). Answer within 3×24 hours: an agent decides at the desk.',
    },
  },
  'erasure-due': {
    subject: { id: 'permintaan penghapusan data: sisa satu hari', en: 'a request for erasure: one day left' },
    body: {
      id: 'Permintaan penghapusan ini belum diputuskan, dan batasnya tinggal satu hari.',
      en: 'This request for erasure is not decided yet, and a single day is left.',
    },
  },
  'erasure-overdue': {
    subject: { id: 'permintaan penghapusan data LEWAT BATAS', en: 'a request for erasure is OVERDUE' },
    body: {
      id: 'Batas 3×24 jam sudah lewat dan permintaan ini belum dijawab. Putuskan sekarang.',
      en: 'The 3×24 hours have passed and this request is not answered. Decide now.',
    },
  },
}

export const rightsMailFrame = {
  request: { id: 'Permintaan', en: 'Request' },
  due: { id: 'Batas', en: 'Due' },
  desk: { id: 'Meja kerja', en: 'Desk' },
} as const satisfies Record<string, Bilingual>
