import type { FieldName } from '../../core/form/field.ts'
import type { FieldTexts } from './field.ts'

type ServiceField = Extract<
  FieldName,
  'trouble' | 'registeredBy' | 'certificateState' | 'revocationReason' | 'revocationFor' | 'ownerName' | 'ownerNip'
>

/** What hinders somebody on BSrE's own pages, and what is to be revoked. All examples are made up. */
export const serviceFields: FieldTexts<ServiceField> = {
  trouble: {
    label: { id: 'Kendala', en: 'Trouble' },
    ask: {
      id: 'Ceritakan kendalanya dengan kata-kata Anda: apa yang Anda lakukan, dan apa yang tampil di layar? Jangan tulis passphrase, kata sandi, atau kode OTP.',
      en: 'Tell us in your own words: what did you do, and what did the screen show? Never write a passphrase, password or one-time code.',
    },
    example: {
      id: 'Tautan reset sudah saya minta dua kali, tetapi emailnya tidak pernah tiba.',
      en: 'I asked for the reset link twice, but the mail never came.',
    },
  },
  registeredBy: {
    label: { id: 'Didaftarkan oleh', en: 'Registered by' },
    ask: { id: 'Siapa yang mendaftarkan akun Anda?', en: 'Who registered your account?' },
    options: {
      verifier: { id: 'Verifikator instansi saya', en: 'The verifier of my agency' },
      'my-asn': { id: 'Saya sendiri lewat MyASN', en: 'Myself, through MyASN' },
      'other-agency': { id: 'Instansi lain', en: 'Another agency' },
    },
  },
  certificateState: {
    label: { id: 'Keadaan sertifikat', en: 'State of the certificate' },
    ask: { id: 'Bagaimana keadaan sertifikat Anda?', en: 'What is the state of your certificate?' },
    options: {
      new: { id: 'Akun baru, belum pernah terbit', en: 'New account, never issued' },
      expired: { id: 'Status TTE expired', en: 'It has expired' },
      renewal: { id: 'Masih aktif, mau perpanjang', en: 'Still active, to be renewed' },
    },
  },
  revocationReason: {
    label: { id: 'Alasan pencabutan', en: 'Reason for revocation' },
    ask: { id: 'Mengapa sertifikat harus dicabut?', en: 'Why must the certificate be revoked?' },
    options: {
      loss: { id: 'Perangkat hilang atau dicuri', en: 'Device lost or stolen' },
      compromised: { id: 'Passphrase bocor atau dipakai orang', en: 'Passphrase leaked or used by others' },
      retired: { id: 'Pensiun atau berhenti', en: 'Retired or left' },
      deceased: { id: 'Pegawai lain meninggal dunia', en: 'Another employee has died' },
      transferred: { id: 'Pegawai sudah pindah instansi', en: 'The employee has moved away' },
      'wrongly-issued': { id: 'Salah terbit', en: 'Issued by mistake' },
      'own-wish': { id: 'Permintaan sendiri', en: 'Own wish' },
    },
  },
  revocationFor: {
    label: { id: 'Pemilik sertifikat', en: 'Owner of the certificate' },
    ask: { id: 'Sertifikat siapa yang harus dicabut?', en: 'Whose certificate is to be revoked?' },
    options: {
      self: { id: 'Milik saya sendiri', en: 'My own' },
      other: { id: 'Milik pegawai lain', en: "Another employee's" },
    },
  },
  ownerName: {
    label: { id: 'Nama pemilik sertifikat', en: 'Name of the owner' },
    ask: { id: 'Siapa nama lengkap pemilik sertifikat itu?', en: 'What is the full name of the owner?' },
    example: { id: 'Budi Santosa', en: 'Budi Santosa' },
  },
  ownerNip: {
    label: { id: 'NIP pemilik sertifikat', en: 'NIP of the owner' },
    ask: { id: 'Berapa NIP/NI PPPK pemilik sertifikat itu?', en: "What is the owner's NIP/NI PPPK?" },
    example: { id: '196503121990031004', en: '196503121990031004' },
  },
}
