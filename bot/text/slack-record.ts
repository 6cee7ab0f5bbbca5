import type { Bilingual } from './language.ts'

/** The words with which a verifier records that an outside contact center returned a case. */
export const recordText = {
  returned: { id: 'BSrE mengembalikan', en: 'BSrE returned it' },
  next: {
    id: 'Tunggu jawaban contact center BSrE, lalu catat di sini.',
    en: 'Wait for the answer of the BSrE contact center, then record it here.',
  },
  title: { id: 'Dikembalikan BSrE', en: 'Returned by BSrE' },
  reason: { id: 'Alasan BSrE', en: 'The reason BSrE gave' },
  hint: {
    id: 'Salin dari jawaban contact center, tanpa data pribadi. Pemohon diberi tahu bahwa berkasnya kembali; Anda memeriksanya lagi.',
    en: 'Copy it from the answer, without personal data. The requester is told that the file is back; you review it again.',
  },
  save: { id: 'Catat', en: 'Record' },
  done: {
    id: 'Tercatat. Pengajuan kembali ke verifikator; pemohon sudah diberi tahu.',
    en: 'Recorded. The case is back with the verifiers; the requester was told.',
  },
} as const satisfies Record<string, Bilingual>
