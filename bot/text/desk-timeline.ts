import type { Role } from '../../core/case/actor.ts'
import type { EventType } from '../../core/case/event.ts'
import type { Bilingual } from './language.ts'

/** What happened, as the history of a case tells it; who and when stand beside it. */
export const eventText: Readonly<Record<EventType, Bilingual>> = {
  opened: { id: 'Memulai pengajuan', en: 'Opened the case' },
  answered: { id: 'Mengisi formulir', en: 'Filled in the form' },
  'evidence-received': { id: 'Mengirim bukti', en: 'Sent proof' },
  'evidence-stored': { id: 'Bukti diperiksa dan disimpan', en: 'Proof was checked and stored' },
  'evidence-refused': { id: 'Bukti tidak diterima', en: 'Proof was not accepted' },
  'evidence-finished': { id: 'Bukti dinyatakan lengkap', en: 'Proof declared complete' },
  'evidence-cleared': { id: 'Bukti dihapus untuk diganti', en: 'Proof removed to be replaced' },
  submitted: { id: 'Mengirim pengajuan', en: 'Submitted the case' },
  'roster-consulted': { id: 'Dicocokkan dengan daftar pegawai', en: 'Compared with the roster' },
  'code-asked': { id: 'Meminta kode ke email dinas', en: 'Asked for a code to the office mail' },
  'code-waived': { id: 'Melanjutkan tanpa kode', en: 'Went on without a code' },
  proved: { id: 'Identitas terbukti lewat kode email dinas', en: 'Identity proved by a code to the office mail' },
  'rivals-noted': {
    id: 'Pengajuan lain atas nomor yang sama dicatat',
    en: 'Other requests about the same number noted',
  },
  claimed: { id: 'Mulai memeriksa', en: 'Began the review' },
  released: { id: 'Pemeriksaan dilepas', en: 'The review was let go' },
  'handed-over': { id: 'Diteruskan ke verifikator lain', en: 'Handed over to another verifier' },
  'item-judged': { id: 'Menilai', en: 'Judged' },
  returned: { id: 'Mengembalikan untuk perbaikan', en: 'Returned for correction' },
  rejected: { id: 'Menolak pengajuan', en: 'Rejected the case' },
  'call-started': { id: 'Menelepon pemohon', en: 'Called the requester' },
  'call-missed': { id: 'Kata telepon tidak cocok', en: 'The call words did not match' },
  'identity-confirmed': { id: 'Memastikan identitas pemohon', en: 'Confirmed the identity' },
  legalised: { id: 'Melegalisasi', en: 'Legalised' },
  accepted: { id: 'Menerima semua bagian', en: 'Accepted every part' },
  settled: { id: 'Menyelesaikan', en: 'Settled' },
  'form-issued': { id: 'Formulir disiapkan untuk ditandatangani', en: 'The form was prepared to be signed' },
  'signed-form-received': { id: 'Formulir bertanda tangan diterima', en: 'The signed form came back' },
  'revocation-planned': { id: 'Menentukan tanggal pencabutan', en: 'Chose a day for the revocation' },
  'revocation-asked': { id: 'Mengajukan pencabutan', en: 'Asked for revocation' },
  revoked: { id: 'Sertifikat lama dicabut', en: 'The old certificate was revoked' },
  'certificate-noted': { id: 'Akhir masa berlaku sertifikat dicatat', en: 'Last day of the certificate noted' },
  'reissue-asked': { id: 'Penerbitan ulang diajukan', en: 'Asked for a new certificate' },
  prepared: { id: 'Berkas disiapkan', en: 'The file was prepared' },
  sent: { id: 'Berkas diteruskan ke contact center', en: 'The file went to the contact center' },
  taken: { id: 'Mengambil pengajuan', en: 'Took the case' },
  'put-back': { id: 'Mengembalikan ke antrean', en: 'Put it back into the queue' },
  'sent-back': { id: 'Dikembalikan BSrE', en: 'Returned by BSrE' },
  approved: { id: 'Disetujui BSrE', en: 'Approved by BSrE' },
  'link-sent': { id: 'Tautan reset terkirim', en: 'The reset link was sent' },
  'link-received': { id: 'Tautan sudah diterima', en: 'The link has arrived' },
  'setback-reported': { id: 'Melaporkan kendala', en: 'Reported trouble' },
  completed: { id: 'Menyatakan berhasil', en: 'Said that it worked' },
  cancelled: { id: 'Membatalkan pengajuan', en: 'Cancelled the case' },
  expired: { id: 'Batas waktunya lewat', en: 'Its time ran out' },
  reopened: { id: 'Membuka kembali', en: 'Reopened the case' },
  'language-chosen': { id: 'Memilih bahasa', en: 'Chose a language' },
}

/** Who did it, where no name is known. */
export const authorName: Readonly<Record<Role, Bilingual>> = {
  requester: { id: 'Pemohon', en: 'Requester' },
  verifier: { id: 'Verifikator', en: 'Verifier' },
  agent: { id: 'Petugas', en: 'Agent' },
  'former-verifier': { id: 'Verifikator instansi lama', en: 'Verifier of the former agency' },
  'person-in-charge': { id: 'Penanggung jawab', en: 'Person in charge' },
  system: { id: 'Pandu', en: 'Pandu' },
}

/** Parts of the details below an entry of the history. */
export const timelineText = {
  title: { id: 'Riwayat', en: 'History' },
  byLease: { id: 'karena tidak ada kegiatan', en: 'because nothing was done' },
  byAbsence: { id: 'karena verifikatornya tidak ada', en: 'because its verifier is away' },
  good: { id: 'sah', en: 'good' },
  failing: { id: 'perlu perbaikan', en: 'to be corrected' },
  known: { id: 'tercatat', en: 'on record' },
  unknown: { id: 'tidak tercatat', en: 'not on record' },
  differs: { id: 'berbeda', en: 'differs' },
  noDay: { id: 'tanpa tanggal', en: 'no day' },
  meeting: { id: 'bertemu langsung', en: 'in a meeting' },
  callRoster: { id: 'lewat telepon, nomor dari daftar pegawai', en: 'by phone, number from the roster' },
  callDirectory: {
    id: 'lewat telepon, nomor dari direktori instansi',
    en: 'by phone, number from the agency directory',
  },
  frozen: { id: 'pengajuan dibekukan', en: 'the case is frozen' },
  linkExpired: { id: 'tautan kedaluwarsa', en: 'the link expired' },
  trouble: { id: 'terkendala', en: 'in trouble' },
  byMail: { id: 'juga lewat email', en: 'by mail, too' },
} as const satisfies Record<string, Bilingual>
