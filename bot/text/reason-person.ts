import type { ReasonText } from './reason.ts'

/** What is wrong with who somebody is, with an answer, or with the request itself. */
export const personReasons: Readonly<
  Record<'R01' | 'R02' | 'R03' | 'R04' | 'R05' | 'R06' | 'R22' | 'R23' | 'R25' | 'R90', ReasonText>
> = {
  R01: {
    label: { id: 'NIK salah', en: 'Wrong NIK' },
    ask: {
      id: 'NIK tidak cocok dengan data kepegawaian. Tulis ulang 16 angka NIK persis seperti di KTP Anda.',
      en: 'The NIK does not fit the personnel data. Write its 16 digits again, exactly as on your identity card.',
    },
  },
  R02: {
    label: { id: 'NIP salah', en: 'Wrong NIP' },
    ask: {
      id: 'NIP tidak cocok dengan data kepegawaian. Tulis ulang 18 angka NIP/NI PPPK seperti di SK Anda.',
      en: 'The NIP does not fit the personnel data. Write its 18 digits again, as in your letter of appointment.',
    },
  },
  R03: {
    label: {
      id: 'Nama tidak sama dengan KTP/data kepegawaian',
      en: 'Name differs from identity card or personnel data',
    },
    ask: {
      id: 'Nama berbeda dari data kepegawaian. Tulis nama lengkap seperti di KTP, tanpa gelar dan tanpa singkatan.',
      en: 'The name differs from the personnel data. Write the full name as on your identity card, without titles or short forms.',
    },
  },
  R04: {
    label: {
      id: 'Email bukan email dinas, atau milik instansi lain',
      en: "E-mail is not an office address, or another agency's",
    },
    ask: {
      id: 'Alamat email itu tidak tercatat untuk Anda di instansi ini. Kirim email dinas atas nama Anda sendiri.',
      en: 'That address is not on record for you at this agency. Send the office address in your own name.',
    },
  },
  R05: {
    label: { id: 'Bukan pegawai instansi ini', en: 'Not an employee of this agency' },
    ask: {
      id: 'Anda belum tercatat sebagai pegawai instansi ini. Pilih instansi dan status kepegawaian Anda yang sekarang.',
      en: 'You are not on record as an employee of this agency. Choose your present agency and employment status.',
    },
  },
  R06: {
    label: { id: 'Isian belum lengkap', en: 'Answer incomplete' },
    ask: {
      id: 'Isian bagian ini belum lengkap. Jawab lagi selengkapnya.',
      en: 'The answer to this part is incomplete. Answer it again in full.',
    },
  },
  R22: {
    label: { id: 'Pengajuan ganda', en: 'Duplicate request' },
    ask: {
      id: 'Pengajuan yang sama sudah ada. Lanjutkan yang itu.',
      en: 'The same request exists already. Go on with that one.',
    },
  },
  R23: {
    label: { id: 'Akun tidak compromised', en: 'Account is not compromised' },
    ask: {
      id: 'Akun Anda tidak tercatat compromised. Jelaskan kendala Anda, atau pilih layanan lain.',
      en: 'Your account is not recorded as compromised. Tell us the problem, or choose another service.',
    },
  },
  R25: {
    label: { id: 'Identitas gagal dipastikan', en: 'Identity could not be confirmed' },
    ask: {
      id: 'Identitas Anda belum dapat dipastikan. Temui verifikator instansi Anda secara langsung.',
      en: 'Your identity could not be confirmed yet. See the verifier of your agency in person.',
    },
  },
  R90: {
    label: { id: 'Lain (tulis alasannya)', en: 'Other (write the reason)' },
    ask: {
      id: 'Verifikator meminta bagian ini diperbaiki. Tanyakan kepada verifikator instansi Anda, lalu kirim lagi.',
      en: 'The verifier asks you to correct this part. Ask the verifier of your agency, then send it again.',
    },
  },
}
