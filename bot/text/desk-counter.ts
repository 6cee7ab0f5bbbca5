import type { Hearing } from '../../core/case/case.ts'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import type { Bilingual } from './language.ts'

/** Words of the counter: a verifier serves somebody who has no Telegram. */
export const counterText = {
  title: { id: 'Loket', en: 'Counter' },
  about: {
    id: 'Untuk pegawai yang hadir dan tidak memakai Telegram. Anda mengisi bersamanya, mengunggah buktinya, lalu mengirim. Kolega Anda yang memeriksa: siapa pun yang mengisi di loket tidak dapat memeriksa kasus yang sama.',
    en: 'For an employee who is here and does not use Telegram. You fill it in together, upload the proof and send it. A colleague reviews it: whoever fills in at the counter cannot review the same case.',
  },
  alone: {
    id: 'Anda satu-satunya verifikator aktif di instansi ini. Kasus yang Anda isi di loket akan diperiksa verifikator cadangan, atau menunggu verifikator lain.',
    en: 'You are the only active verifier of this agency. A case that you fill in here goes to the fallback verifier, or waits for another verifier.',
  },
  open: { id: 'Buka kasus untuk pegawai', en: 'Open a case for an employee' },
  service: { id: 'Layanan', en: 'Service' },
  agency: { id: 'Instansi', en: 'Agency' },
  language: { id: 'Bahasa tanda terima', en: 'Language of the receipt' },
  chooseService: { id: 'Pilih layanannya dahulu.', en: 'Choose the service first.' },
  list: { id: 'Kasus loket yang berjalan', en: 'Open cases of the counter' },
  empty: { id: 'Tidak ada kasus loket yang berjalan.', en: 'No case of the counter is open.' },
  openedBy: { id: 'Dibuka oleh', en: 'Opened by' },
  toList: { id: 'Ke daftar loket', en: 'To the counter' },
  toCase: { id: 'Buka halaman kasusnya', en: 'Open the page of the case' },
  here: { id: 'Dibuka di loket oleh', en: 'Opened at the counter by' },
  notYours: {
    id: 'Anda mengisinya, jadi kolega Anda yang memeriksa.',
    en: 'You filled it in, so a colleague reviews it.',
  },
  toCounter: { id: 'Buka halaman loketnya', en: 'Open its page of the counter' },
  notSent: { id: 'BELUM TERKIRIM', en: 'NOT SENT YET' },
  filling: {
    id: 'Tanyakan kepada pegawai, isi, lalu Simpan. Yang benar langsung tersimpan; pertanyaan lanjutan muncul setelah Simpan.',
    en: 'Ask the employee, fill in, then Save. Whatever is right is kept at once; further questions appear after Save.',
  },
  correcting: {
    id: 'Hanya bagian ini yang diminta diperbaiki. Bagian lain sudah diterima.',
    en: 'Only these parts are to be corrected. All others are accepted.',
  },
  previous: { id: 'Jawaban sebelumnya', en: 'The answer before' },
  wrong: {
    id: 'Ada isian yang belum benar. Isian lain sudah tersimpan; yang salah tetap tampil di tempatnya.',
    en: 'Something is not right yet. Everything else is kept; what is wrong still stands in its place.',
  },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  save: { id: 'Simpan', en: 'Save' },
  choose: { id: '– pilih –', en: '– choose –' },
  example: { id: 'Contoh', en: 'Example' },
  noDevice: { id: '– tidak ada –', en: '– none –' },
  deviceName: { id: 'Nama atau merek', en: 'Name or make' },
  files: {
    id: `Berkas (JPG, PNG, HEIC, atau PDF; sekali simpan paling banyak ${fileSizeMaxBytes / 1024 / 1024} MB)`,
    en: `Files (JPG, PNG, HEIC or PDF; ${fileSizeMaxBytes / 1024 / 1024} MB at the most for each save)`,
  },
  howTo: { id: 'Yang diperlukan', en: 'What is needed' },
  checking: { id: 'sedang diperiksa', en: 'being checked' },
  fileGood: { id: 'tersimpan', en: 'stored' },
  clear: { id: 'Hapus berkas bagian ini', en: 'Remove the files of this part' },
  none: { id: 'Pegawai tidak punya berkas ini', en: 'The employee has no such file' },
  secret: {
    id: 'Isian ini tampaknya berisi passphrase, kata sandi, kode, atau tautan pribadi, jadi tidak kami simpan. Jangan tanyakan itu kepada pegawai; minta ia menggantinya.',
    en: 'This seems to hold a passphrase, password, code or personal link, so it was not kept. Do not ask the employee for that; have them change it.',
  },
  sending: { id: 'Periksa dan kirim', en: 'Check and send' },
  notYet: { id: 'Belum dapat dikirim. Yang masih kosong:', en: 'It cannot be sent yet. Still empty:' },
  waitForFiles: {
    id: 'Berkas masih diperiksa. Tunggu sebentar, lalu muat ulang.',
    en: 'Files are still being checked. Wait a moment, then reload.',
  },
  readOut: { id: 'Bacakan kepada pegawai', en: 'Read out to the employee' },
  agrees: { id: 'Pegawai menyetujui teks di atas.', en: 'The employee agrees to the text above.' },
  declare: {
    id: 'Centang ketiga pernyataan, lalu kirim. Pernyataan ini tercatat atas nama Anda dan dihitung sebagai tatap muka.',
    en: 'Tick all three statements, then send. They are noted under your name and count as a meeting.',
  },
  hears: { id: 'Kabar untuk pegawai', en: 'How the employee hears of it' },
  noMail: {
    id: 'Untuk layanan ini email dinasnya belum dapat dipercaya, atau sedang diganti. Cetak tanda terima; kabar berikutnya Anda sampaikan langsung.',
    en: 'For this service the office mail cannot be trusted yet, or is being changed. Print the receipt; further news is told in person.',
  },
  noMailServer: {
    id: 'Pandu di sini tidak mengirim email. Cetak tanda terima; kabar berikutnya Anda sampaikan langsung.',
    en: 'No mail is sent here. Print the receipt; further news is told in person.',
  },
  send: { id: 'Kirim pengajuan', en: 'Send the request' },
  sent: {
    id: 'Terkirim. Cetak tanda terimanya untuk pegawai.',
    en: 'Sent. Print the receipt for the employee.',
  },
  stale: {
    id: 'Kasus ini baru saja berubah, atau berkasnya selesai diperiksa.',
    en: 'This case has just changed, or its files were checked.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  done: { id: 'Tercatat.', en: 'Noted.' },
  receipt: { id: 'Tanda terima', en: 'Receipt' },
  openReceipt: { id: 'Buka tanda terima untuk dicetak', en: 'Open the receipt to print it' },
  untold: { id: 'Beri tahu pegawai langsung', en: 'Tell the employee in person' },
  told: { id: 'Sudah diberi tahu', en: 'They have been told' },
  turn: { id: 'Langkah pegawai, dicatat di sini', en: "The employee's steps, noted here" },
  reviewer: {
    id: 'Anda ikut memeriksa kasus ini. Bila Anda bertindak di sini, kolega lain yang meneruskan pemeriksaan.',
    en: 'You have reviewed this case. If you act here, another colleague goes on with the review.',
  },
  reason: { id: 'Keterangan', en: 'Details' },
  day: { id: 'Tanggal pencabutan', en: 'Day of the revocation' },
  planned: { id: 'Tanggal yang dipilih', en: 'The day chosen' },
} as const satisfies Record<string, Bilingual>

/** The steps of a requester that are noted at the counter. */
export const counterActs = {
  'ask-revocation': {
    id: 'Tidak ada dokumen menunggu: ajukan pencabutan',
    en: 'Nothing waits to be signed: ask for revocation',
  },
  'plan-revocation': { id: 'Tetapkan tanggal pencabutan', en: 'Choose the day of the revocation' },
  'receive-link': { id: 'Tautan sudah diterima pegawai', en: 'The employee has the link' },
  complete: { id: 'Sudah berhasil', en: 'It worked' },
  'link-expired': { id: 'Tautan kedaluwarsa', en: 'The link expired' },
  trouble: { id: 'Terkendala', en: 'Trouble' },
  'ask-reissue': { id: 'Penerbitan ulang sudah diajukan', en: 'A new certificate was asked for' },
  cancel: { id: 'Batalkan pengajuan', en: 'Cancel the request' },
  reopen: { id: 'Buka kembali', en: 'Reopen' },
} as const satisfies Record<string, Bilingual>

export type CounterAct = keyof typeof counterActs

export const hearingName: Readonly<Record<Hearing, Bilingual>> = {
  mail: { id: 'lewat email dinas', en: 'by office mail' },
  'in-person': { id: 'beri tahu langsung', en: 'told in person' },
}

/** Words of the receipt and of the page that its address opens. */
export const receiptText = {
  title: { id: 'Tanda terima pengajuan', en: 'Receipt of your request' },
  checkTitle: { id: 'Keadaan pengajuan', en: 'How your request stands' },
  number: { id: 'Nomor pengajuan', en: 'Number' },
  service: { id: 'Layanan', en: 'Service' },
  name: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP/NIK', en: 'NIP/NIK' },
  sentAt: { id: 'Dikirim', en: 'Sent' },
  status: { id: 'Status', en: 'Status' },
  turn: { id: 'Giliran', en: 'Whose turn' },
  until: { id: 'target', en: 'target' },
  deadline: { id: 'batas waktu', en: 'deadline' },
  next: { id: 'Berikutnya', en: 'Next' },
  servedBy: { id: 'Dilayani oleh', en: 'Served by' },
  hears: { id: 'Kabar', en: 'News' },
  hearsMail: { id: 'dikirim ke email dinas Anda', en: 'goes to your office mail' },
  hearsInPerson: {
    id: 'disampaikan petugas instansi; tanyakan juga di loket atau helpdesk',
    en: 'is told by your agency; ask at the counter or the helpdesk, too',
  },
  helpdesk: { id: 'Helpdesk', en: 'Helpdesk' },
  check: { id: 'Lihat keadaannya', en: 'See how it stands' },
  pass: { id: 'Kode', en: 'Code' },
  keep: {
    id: 'Simpan lembar ini. Siapa pun yang memegangnya dapat melihat status pengajuan, tetapi bukan data Anda.',
    en: 'Keep this sheet. Whoever holds it can see the status of the request, but none of your data.',
  },
  never: {
    id: 'Petugas tidak pernah meminta passphrase, kata sandi, OTP, atau swafoto. Tautan dari BSrE hanya Anda yang membukanya.',
    en: 'Staff never asks for a passphrase, a password, an OTP or a selfie. Only you open a link from BSrE.',
  },
  print: { id: 'Cetak', en: 'Print' },
  signing: { id: 'Tanda tangan elektronik', en: 'Electronic signature' },
  made: { id: 'Dicetak', en: 'Printed' },
} as const satisfies Record<string, Bilingual>
