import { type FormLayout, requesterRows } from './layout.ts'

/** Formulir Reset Authenticator Pengguna: for a compromised account (source page, section F 2) and a lost authenticator. */
export const resetAuthenticatorForm: FormLayout = {
  name: 'reset-authenticator',
  title: 'Formulir Reset Authenticator Pengguna',
  subtitle: 'Layanan Sertifikat Elektronik – Balai Besar Sertifikasi Elektronik (BSrE)',
  sections: [
    { title: 'Data pengguna', rows: requesterRows },
    {
      title: 'Alasan permohonan',
      rows: [
        { key: 'procedure', label: 'Jenis permohonan', isShort: true },
        { key: 'noticedOn', label: 'Diberitahu BSrE', isShort: true },
        { key: 'lossReason', label: 'Sebab' },
        { key: 'lostOn', label: 'Tanggal kejadian' },
      ],
    },
    {
      title: 'Perangkat yang dipakai',
      eachDevice: [
        { key: 'scannedAt', label: 'Full scan selesai' },
        {
          key: 'statement',
          label: 'Dinyatakan pengguna',
          options: { stated: 'Sistem terbaru, tanpa profil atau VPN asing' },
        },
      ],
    },
    {
      title: 'Pengamanan email dinas',
      rows: [
        { key: 'passwordChangedAt', label: 'Kata sandi email diganti' },
        { key: 'forwarding', label: 'Penerusan email otomatis' },
        { key: 'filters', label: 'Filter email' },
        { key: 'sessions', label: 'Sesi login lain' },
        { key: 'recovery', label: 'Email/nomor pemulihan' },
      ],
    },
  ],
  statements: [
    { text: 'Data pada formulir ini benar dan diisi sendiri oleh pengguna.' },
    { text: 'Tautan Reset Authenticator hanya dibuka oleh pengguna sendiri dan tidak diteruskan kepada siapa pun.' },
    {
      text: 'Verifikator memastikan identitas pengguna dan memeriksa bukti sebelum menandatangani.',
    },
  ],
  signature: { field: 'TTE_VERIFIKATOR', role: 'verifier', title: 'Verifikator' },
}
