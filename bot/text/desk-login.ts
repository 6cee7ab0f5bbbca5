import type { Bilingual } from './language.ts'

/** Words of the pages that sign people in. */
export const loginText = {
  title: { id: 'Masuk ke meja kerja', en: 'Sign in to the desk' },
  ready: {
    id: 'Tautan Anda berlaku. Tekan tombol di bawah; perangkat ini lalu tetap masuk selama 12 jam.',
    en: 'Your link is good. Press the button below; this device then stays signed in for 12 hours.',
  },
  enter: { id: 'Masuk', en: 'Sign in' },
  shared: {
    id: 'Memakai komputer bersama? Tekan Keluar setelah selesai.',
    en: 'Is this a shared computer? Press Sign out when you are done.',
  },
  spentTitle: { id: 'Tautan ini tidak berlaku lagi', en: 'This link is no longer good' },
  spent: {
    id: 'Setiap tautan hanya dapat dipakai sekali dan dalam waktu singkat. Tidak ada yang hilang: mintalah tautan baru.',
    en: 'Every link can be used once only, and for a short time. Nothing is lost: ask for a new one.',
  },
  helpTitle: { id: 'Anda belum masuk', en: 'You are not signed in' },
  help: {
    id: 'Meja kerja dibuka dengan tautan sekali pakai untuk Anda sendiri, tanpa kata sandi.',
    en: 'The desk opens with a one-time link of your own, without a password.',
  },
  back: {
    id: 'Setelah masuk dengan perangkat ini, pengajuan yang Anda tuju langsung terbuka.',
    en: 'Once you have signed in on this device, the case that you wanted opens at once.',
  },
  unsent: {
    id: 'Sesi Anda sudah berakhir, jadi yang di bawah ini BELUM TERKIRIM. Salin dahulu, lalu masuk kembali.',
    en: 'Your session was over, so what is below was NOT SENT. Copy it first, then sign in again.',
  },
  unsentWords: { id: 'Yang Anda tulis', en: 'What you wrote' },
  waysTitle: { id: 'Cara mendapat tautan', en: 'How to get a link' },
  waySlack: {
    id: 'Di Slack: ketik /pandu. Balasannya hanya tampil kepada Anda dan memuat tautan masuk sekali pakai.',
    en: 'In Slack: type /pandu. The answer is shown to you alone and has a one-time link.',
  },
  wayMail: {
    id: 'Lewat email dinas: tulis alamat Anda di bawah ini.',
    en: 'By office mail: write your address below.',
  },
  wayAdmin: {
    id: 'Lewat admin Pandu di instansi Anda, yang dapat membuatkan tautan untuk Anda.',
    en: 'Through the Pandu admin of your agency, who can make one for you.',
  },
  ask: { id: 'Minta tautan masuk', en: 'Ask for a link' },
  email: { id: 'Email dinas Anda', en: 'Your office e-mail' },
  send: { id: 'Kirim tautan', en: 'Send the link' },
  askedTitle: { id: 'Periksa kotak surat Anda', en: 'Look into your mailbox' },
  asked: {
    id: 'Jika alamat itu terdaftar sebagai verifikator atau petugas, tautan masuk sudah dikirim ke sana dan berlaku 10 menit. Belum ada dalam 5 menit? Periksa folder Spam, lalu minta lagi.',
    en: 'If that address is on record as a verifier or agent, a link was sent there; it is good for 10 minutes. Not there within 5 minutes? Look into the spam folder, then ask again.',
  },
  noRoleTitle: { id: 'Tidak ada meja kerja untuk peran Anda', en: 'There is no desk for your role' },
  noRole: {
    id: 'Meja kerja hanya untuk verifikator dan petugas yang masih bertugas. Menurut Anda keliru? Hubungi admin Pandu di instansi Anda.',
    en: 'The desk is only for verifiers and agents who are on duty. Is that a mistake? Contact the Pandu admin of your agency.',
  },
  waySso: { id: 'Masuk dengan akun instansi', en: 'Sign in with your organisation’s account' },
  chooseRole: { id: 'Masuk sebagai apa?', en: 'Sign in as what?' },
  ssoRefusedTitle: { id: 'Anda belum masuk', en: 'You are not signed in' },
  ssoOther: { id: 'Cara masuk yang lain', en: 'Other ways to sign in' },
  ssoRefused: {
    away: {
      id: 'Layanan masuk instansi Anda sedang tidak menjawab. Coba lagi sebentar lagi, atau pakai tautan sekali pakai.',
      en: 'The login service of your organisation does not answer now. Try again shortly, or use a one-time link.',
    },
    journey: {
      id: 'Proses masuk ini tidak dimulai di peramban ini, atau sudah lebih dari 10 menit. Mulailah lagi dari meja kerja.',
      en: 'This sign-in was not begun in this browser, or more than 10 minutes ago. Begin again at the desk.',
    },
    answer: {
      id: 'Jawaban layanan masuk tidak dapat diterima, atau Anda membatalkannya. Mulailah lagi dari meja kerja.',
      en: 'The answer of the login service could not be accepted, or you cancelled. Begin again at the desk.',
    },
    unverified: {
      id: 'Layanan masuk tidak menyatakan alamat email Anda terverifikasi. Hubungi pengelola akun instansi Anda.',
      en: 'The login service does not call your e-mail address verified. Contact whoever manages the accounts of your organisation.',
    },
    stranger: {
      id: 'Alamat email akun itu tidak tercatat sebagai verifikator atau petugas. Menurut Anda keliru? Hubungi admin Pandu di instansi Anda.',
      en: 'The e-mail address of that account is not on record as a verifier or agent. Is that a mistake? Contact the Pandu admin of your agency.',
    },
  },
  signedOutTitle: { id: 'Anda sudah keluar', en: 'You have signed out' },
  signedOut: { id: 'Perangkat ini tidak lagi masuk.', en: 'This device is no longer signed in.' },
} as const satisfies Record<string, Bilingual | Record<string, Bilingual>>

/** Pages that say why something was not done, and what to do. */
export const failureText = {
  notFoundTitle: { id: 'Tidak ditemukan', en: 'Not found' },
  notFound: {
    id: 'Tidak ada pengajuan atau halaman dengan alamat itu yang dapat Anda buka. Periksa nomornya, lalu cari lagi.',
    en: 'There is no case or page at that address that you can open. Check the number, then search again.',
  },
  formTitle: { id: 'Formulir ini tidak diterima', en: 'This form was not accepted' },
  csrf: {
    id: 'Halaman ini sudah lama terbuka atau Anda masuk ulang di tab lain. Tidak ada yang berubah: buka lagi halamannya, lalu ulangi.',
    en: 'This page was open for long, or you signed in again in another tab. Nothing has changed: open the page again, then repeat.',
  },
  origin: {
    id: 'Formulir harus dikirim dari meja kerja ini sendiri. Tidak ada yang berubah: buka alamat berikut, lalu ulangi.',
    en: 'A form must be sent from this desk itself. Nothing has changed: open the address below, then repeat.',
  },
  outageTitle: { id: 'Belum berhasil, coba lagi', en: 'Not done yet, try again' },
  outage: {
    id: 'Sistem sedang sibuk, jadi tindakan Anda belum dijalankan. Tunggu sebentar, lalu ulangi.',
    en: 'The system is busy, so your step was not carried out. Wait a moment, then repeat.',
  },
  defectTitle: { id: 'Terjadi kesalahan pada sistem', en: 'Something went wrong here' },
  defect: {
    id: 'Kesalahan ini dari kami dan sudah dicatat. Muat ulang halaman untuk melihat keadaan terakhir, lalu ulangi bila perlu.',
    en: 'The fault is ours and has been noted. Reload the page to see how things stand, then repeat if needed.',
  },
  tooLarge: {
    id: 'Isiannya terlalu panjang. Pendekkan catatannya, lalu kirim lagi.',
    en: 'The form is too long. Shorten the notes, then send it again.',
  },
  toQueue: { id: 'Ke antrean', en: 'To the queue' },
} as const satisfies Record<string, Bilingual>
