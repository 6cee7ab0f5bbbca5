import type { FieldTexts } from './field.ts'

/** Who the requester is: the fields that every form shares (`domain.md` §2). All examples are made up. */
export const personFields: FieldTexts<
  'signingDeadline' | 'agency' | 'name' | 'employment' | 'nip' | 'nik' | 'email' | 'phone' | 'unit' | 'position'
> = {
  signingDeadline: {
    label: { id: 'Tenggat penandatanganan', en: 'Signing deadline' },
    ask: {
      id: 'Ada dokumen yang harus Anda tanda tangani sebelum tanggal tertentu? Tulis tanggalnya; kami memberi tahu verifikator. Bila tidak ada, pilih Tidak ada.',
      en: 'Is there a document that you must sign before a certain date? Write the date; we tell the verifier. If there is none, choose None.',
    },
    example: { id: '24 November', en: '24 November' },
  },
  agency: {
    label: { id: 'Instansi', en: 'Agency' },
    ask: { id: 'Di instansi mana Anda bekerja sekarang?', en: 'At which agency do you work now?' },
  },
  name: {
    label: { id: 'Nama lengkap', en: 'Full name' },
    ask: {
      id: 'Siapa nama lengkap Anda? Tulis seperti di KTP, tanpa gelar.',
      en: 'What is your full name? Write it as on your identity card (KTP), without titles.',
    },
    example: { id: 'Siti Rahayu Wulandari', en: 'Siti Rahayu Wulandari' },
  },
  employment: {
    label: { id: 'Status kepegawaian', en: 'Employment status' },
    ask: { id: 'Apa status kepegawaian Anda?', en: 'What is your employment status?' },
    options: {
      pns: { id: 'PNS (termasuk CPNS)', en: 'Civil servant (PNS, CPNS)' },
      pppk: { id: 'PPPK (termasuk Paruh Waktu)', en: 'Contract employee (PPPK, part-time too)' },
      lainnya: { id: 'Lainnya (bukan ASN)', en: 'Other (not ASN)' },
    },
  },
  nip: {
    label: { id: 'NIP/NI PPPK', en: 'NIP/NI PPPK' },
    ask: {
      id: 'Berapa NIP/NI PPPK Anda? Terdiri dari 18 angka; spasi dan titik boleh.',
      en: 'What is your NIP/NI PPPK? It has 18 digits; blanks and dots are fine.',
    },
    example: { id: '19850412 201001 1 005', en: '19850412 201001 1 005' },
  },
  nik: {
    label: { id: 'NIK', en: 'NIK' },
    ask: {
      id: 'Berapa NIK Anda? Terdiri dari 16 angka, tertulis di KTP. Tulis angkanya saja; foto KTP tidak diperlukan.',
      en: 'What is your NIK? It has 16 digits and stands on your identity card (KTP). Only the digits; no photo of the card.',
    },
    example: { id: '3404 0112 0485 0001', en: '3404 0112 0485 0001' },
  },
  email: {
    label: { id: 'Email dinas', en: 'Office e-mail' },
    ask: {
      id: 'Apa alamat email dinas Anda? Yang atas nama Anda sendiri, bukan kotak surat unit atau email pribadi.',
      en: 'What is your office e-mail address? The one in your own name, not a mailbox of your unit, not a private one.',
    },
    example: { id: 'siti.rahayu@instansi.go.id', en: 'siti.rahayu@instansi.go.id' },
  },
  phone: {
    label: { id: 'Nomor HP', en: 'Mobile number' },
    ask: {
      id: 'Berapa nomor HP Anda? Verifikator tetap menelepon lewat nomor yang tercatat di instansi, bukan nomor ini.',
      en: 'What is your mobile number? The verifier still calls the number on record at your agency, not this one.',
    },
    example: { id: '0812 3456 7890', en: '0812 3456 7890' },
  },
  unit: {
    label: { id: 'Unit kerja', en: 'Unit' },
    ask: { id: 'Apa unit kerja Anda?', en: 'Which unit do you work in?' },
    example: { id: 'Bidang Layanan Informatika', en: 'Informatics Services Division' },
  },
  position: {
    label: { id: 'Jabatan', en: 'Position' },
    ask: { id: 'Apa jabatan Anda sekarang?', en: 'What is your present position?' },
    example: { id: 'Analis Kepegawaian Ahli Muda', en: 'Personnel Analyst' },
  },
}
