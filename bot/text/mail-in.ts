import type { Bilingual } from './language.ts'

/** The one mail that answers another: its words held a secret and were not kept. */
export const withheldMail = {
  subject: { id: 'surat Anda tidak disimpan', en: 'your mail was not kept' },
  body: {
    id: 'Surat Anda tentang pengajuan ini memuat rahasia, jadi isinya tidak kami simpan dan tidak dibaca petugas. Tulis ulang tanpa rahasia itu.',
    en: 'Your mail about this case held a secret, so we kept nothing of its words and no staff read them. Write again without that secret.',
  },
  left: {
    id: 'Surat itu mungkin masih ada di kotak surat kami dan di folder Terkirim Anda: hapus dari sana.',
    en: 'That mail may still lie in our mailbox and in your Sent folder: delete it there.',
  },
} as const satisfies Record<string, Bilingual>
