import type { Bilingual } from './language.ts'

/** Why a signed cover sheet does not legalise a case, and what to do next. */
export const coverRefusals = {
  'unsigned-cover': {
    id: 'Lembar itu belum ditandatangani secara elektronik; gambar tanda tangan atau kode QR bukan TTE. Tandatangani dengan sertifikat elektronik Anda, lalu unggah hasilnya.',
    en: 'That sheet is not signed electronically; a picture of a signature or a QR code is no signature. Sign it with your own certificate, then upload the result.',
  },
  'other-cover': {
    id: 'Itu bukan lembar pengantar yang kami terbitkan untuk pengajuan ini, atau aplikasi menulisnya ulang. Unduh lagi lembarnya dan tandatangani tanpa mencetak, menggabung, atau menyuntingnya.',
    en: 'That is not the cover sheet that we issued for this case, or an application wrote it anew. Download the sheet again and sign it without printing, merging or editing it.',
  },
  'cover-unclear': {
    id: 'Tanda tangannya belum cukup jelas untuk melegalisasi (misalnya sertifikat di luar masa berlaku atau algoritma lama). Tandatangani lagi lembar aslinya dengan sertifikat yang berlaku.',
    en: 'That signature is not clear enough to legalise (such as a certificate out of its time or an old algorithm). Sign the original sheet again with a certificate that is in force.',
  },
  'signer-other': {
    id: 'Penanda tangannya bukan Anda, atau tanda tangannya lebih dari satu. Hanya verifikator yang memeriksa pengajuan ini yang melegalisasinya, dengan sertifikatnya sendiri.',
    en: 'The signer is not you, or there is more than one signature. Only the verifier who reviewed this case legalises it, with their own certificate.',
  },
  'signer-renewed': {
    id: 'Namanya cocok, tetapi sertifikatnya bukan yang kami kenal sebagai milik Anda. Bila sertifikat Anda memang baru, centang pernyataan di bawah, lalu unggah lagi.',
    en: 'The name agrees, but this is not the certificate that we know as yours. If your certificate is indeed new, tick the statement below, then upload it again.',
  },
  'no-anchors': {
    id: 'Pandu belum dapat memeriksa tanda tangan: sertifikat induk belum dipasang (TRUST_ANCHORS_DIR). Hubungi pengelola Pandu.',
    en: 'Pandu cannot check signatures yet: no root certificates are installed (TRUST_ANCHORS_DIR). Tell whoever runs Pandu.',
  },
} as const satisfies Record<string, Bilingual>
