import type { Bilingual } from './language.ts'

/** The mail that carries a legalised dossier to the contact center. */
export const dossierMail = {
  subject: { id: 'berkas pengajuan yang sudah dilegalisasi', en: 'legalised dossier' },
  greeting: { id: 'Yth. Contact Center BSrE,', en: 'To the BSrE Contact Center,' },
  body: {
    id: 'Terlampir berkas pengajuan yang sudah diperiksa dan dilegalisasi verifikator instansi. Lembar pengantarnya memuat formulir dan daftar lampiran beserta SHA-256 masing-masing.',
    en: 'Attached is a dossier that a verifier of the agency has checked and legalised. Its cover sheet holds the form and the list of attachments with the SHA-256 of each.',
  },
  tooLarge: {
    id: 'Lampirannya terlalu besar untuk satu surat, jadi hanya lembar pengantar yang terlampir. Berkas lainnya tersedia di meja kerja petugas.',
    en: 'The attachments are too large for one mail, so only the cover sheet is attached. The other files are at the desk of the agent.',
  },
  archive: {
    id: 'Berkas .zip memuat semuanya sekali lagi dan dapat diperiksa tanpa akses ke Pandu: pandu dossier verify BERKAS.zip, atau sha256sum -c SHA256SUMS di dalamnya.',
    en: 'The .zip holds all of it once more and can be checked without access to Pandu: pandu dossier verify FILE.zip, or sha256sum -c SHA256SUMS inside.',
  },
  agency: { id: 'Instansi', en: 'Agency' },
  files: { id: 'Lampiran', en: 'Attachments' },
  closing: {
    id: 'Lampiran memuat data pribadi: simpan dan teruskan hanya untuk memproses pengajuan ini. Surat yang sama dengan Message-ID yang sama adalah kiriman ulang.',
    en: 'The attachments hold personal data: keep and pass them on only to process this case. The same mail with the same Message-ID is a repetition.',
  },
} as const satisfies Record<string, Bilingual>
