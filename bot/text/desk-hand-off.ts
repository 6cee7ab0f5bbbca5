import type { Bilingual } from './language.ts'

/** Words of what an agent of the contact center does with a case. */
export const handOffText = {
  title: { id: 'Tindakan petugas', en: "Agent's steps" },
  standInTitle: { id: 'Jawaban contact center BSrE', en: 'What the BSrE contact center answered' },
  standInHint: {
    id: 'Contact center bekerja di luar Pandu. Catat jawabannya di sini; pemohon langsung diberi tahu.',
    en: 'The contact center works outside Pandu. Record its answer here; the requester is told at once.',
  },
  take: { id: 'Ambil', en: 'Take' },
  putBack: { id: 'Kembalikan ke antrean', en: 'Put back into the queue' },
  approve: { id: 'Disetujui BSrE', en: 'Approved by BSrE' },
  sendLink: { id: 'Tautan reset terkirim', en: 'Reset link sent' },
  sendBack: { id: 'Dikembalikan BSrE', en: 'Returned by BSrE' },
  sendBackText: { id: 'Alasan BSrE, untuk verifikator dan pemohon', en: "BSrE's reason, for verifier and requester" },
  cancel: { id: 'Batalkan pengajuan', en: 'Cancel the case' },
  cancelNote: { id: 'Alasan pembatalan, untuk pemohon', en: 'Why it is cancelled, for the requester' },
  reopen: { id: 'Buka kembali', en: 'Reopen' },
} as const satisfies Record<string, Bilingual>
