import type { Refusal } from '../../core/case/refusal.ts'
import type { Bilingual } from './language.ts'

type Detail = NonNullable<Refusal['detail']>

const changed: Bilingual = {
  id: 'Isi dokumen berubah setelah ditandatangani. Unggah berkas asli dari aplikasi tanda tangan, tanpa dicetak, dipindai, digabung, atau disunting.',
  en: 'The document was changed after it was signed. Upload the original file of the signing application: not printed, scanned, merged or edited.',
}
const revoked: Bilingual = {
  id: 'Sertifikat penanda tangan sudah dicabut. Minta tanda tangan dengan sertifikat yang berlaku, lalu unggah hasilnya.',
  en: "The signer's certificate was revoked. Have the form signed with a certificate that is in force, then upload the result.",
}
const unfit: Bilingual = {
  id: 'Sertifikat penanda tangan tidak boleh dipakai untuk menandatangani dokumen. Minta tanda tangan dengan sertifikat elektronik BSrE miliknya, lalu unggah hasilnya.',
  en: "The signer's certificate may not sign documents. Have the form signed with the signer's own BSrE certificate, then upload the result.",
}
const odd: Bilingual = {
  id: 'Struktur tanda tangan berkas itu tidak wajar; berkas ditolak demi keamanan. Unduh lagi formulirnya, minta ditandatangani dengan aplikasi BSrE, lalu unggah hasilnya apa adanya.',
  en: 'The signature of that file has an odd structure; it is refused to be safe. Download the form again, have it signed with a BSrE application, then upload the result as it is.',
}

/** By the worst reason of the verdict. */
const invalid: Readonly<Record<string, Bilingual>> = {
  DIGEST_MISMATCH: changed,
  MODIFIED_AFTER_SIGNING: changed,
  FORM_FILLED: changed,
  REVOKED: revoked,
  KEY_USAGE: unfit,
  LEAF_IS_CA: unfit,
  BAD_CHAIN: unfit,
}

/** Why the signature of a form does not count, and what to do next. */
export const signatureRefusals = {
  'signature-invalid': ({ reason }: Detail): Bilingual => invalid[String(reason)] ?? odd,
  'signature-untrusted': {
    id: 'Dokumen utuh, tetapi sertifikat penanda tangan tidak diterbitkan oleh PSrE yang kami percayai. Minta tanda tangan dengan sertifikat BSrE, lalu unggah hasilnya.',
    en: "The document is intact, but the signer's certificate was not issued by an authority that we trust. Have it signed with a BSrE certificate, then upload the result.",
  },
  'signature-unreadable': {
    id: 'Berkas PDF itu tidak dapat dibaca dengan aman. Unduh ulang dari aplikasi tanda tangan, lalu unggah sebagai berkas PDF, bukan foto atau hasil pindai.',
    en: 'That PDF cannot be read safely. Download it from the signing application again, then upload it as a PDF, not as a photo or a scan.',
  },
  'signature-unconfirmed': {
    id: 'Tanda tangannya perlu Anda pastikan dahulu. Di meja kerja, buka berkasnya, bandingkan kedua nama, lalu tekan tombol di bawah hasil pemeriksaan tanda tangan.',
    en: 'The signature needs your word first. At the desk, open the file, compare both names, then press a button below what was found of the signature.',
  },
} as const satisfies Record<string, Bilingual | ((detail: Detail) => Bilingual)>
