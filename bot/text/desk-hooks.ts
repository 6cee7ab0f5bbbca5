import type { HookDelivery } from '../../core/handling/hooks.ts'
import type { Bilingual } from './language.ts'

/** The page of what other helpdesks are told. */
export const hookText = {
  title: { id: 'Helpdesk lain', en: 'Other helpdesks' },
  about: {
    id: 'Ke sinilah perubahan status dikirim: nomor pengajuan dan statusnya saja, tanpa data pribadi. Pendaftaran dan penghentian dilakukan lewat API atau oleh operator.',
    en: 'Changes of status are sent here: number and status alone, no personal data. They are registered and ended by the API or the operator.',
  },
  none: {
    id: 'Belum ada helpdesk lain yang terdaftar untuk instansi Anda.',
    en: 'No other helpdesk is registered for your agencies yet.',
  },
  agencies: { id: 'Instansi', en: 'Agencies' },
  since: { id: 'Sejak', en: 'Since' },
  log: { id: 'Kiriman 30 hari terakhir', en: 'Deliveries of the last 30 days' },
  nothing: { id: 'Belum ada kiriman.', en: 'Nothing was delivered yet.' },
  at: { id: 'Waktu', en: 'Time' },
  what: { id: 'Peristiwa', en: 'Event' },
  to: { id: 'Tujuan', en: 'To' },
  outcome: { id: 'Hasil', en: 'Outcome' },
  action: { id: 'Tindakan', en: 'Action' },
  tries: { id: 'percobaan', en: 'tries' },
  replay: { id: 'Kirim ulang', en: 'Send again' },
  replayed: { id: 'Sedang dikirim ulang.', en: 'On its way again.' },
  gone: {
    id: 'Kiriman ini tidak ada lagi, atau tujuannya sudah dihentikan.',
    en: 'This delivery is gone, or its address was ended.',
  },
  older: { id: 'Lebih lama', en: 'Older' },
  mirror: { id: 'cermin', en: 'mirror' },
} as const satisfies Record<string, Bilingual>

export const deliveryText: Readonly<Record<HookDelivery['state'], Bilingual>> = {
  waiting: { id: 'Dicoba lagi', en: 'Will be tried again' },
  sent: { id: 'Diterima', en: 'Received' },
  dead: { id: 'Tidak sampai', en: 'Never arrived' },
}

/** What came back, where it was no status: a closed word of the sender. */
const answers: Readonly<Record<string, Bilingual>> = {
  'address-closed': { id: 'alamat ini tidak boleh dihubungi', en: 'that address may not be called' },
  timeout: { id: 'tidak menjawab dalam 10 detik', en: 'no answer within 10 seconds' },
  'name-unknown': { id: 'nama servernya tidak ditemukan', en: 'the name of its server is unknown' },
  'connection-refused': { id: 'server menolak sambungan', en: 'its server refuses connections' },
  'certificate-refused': {
    id: 'sertifikat servernya tidak dipercaya',
    en: 'the certificate of its server is not trusted',
  },
  'connection-failed': { id: 'sambungan gagal', en: 'the connection failed' },
  'broken-off': { id: 'sambungan terputus', en: 'the connection broke off' },
  'a-day-is-over': { id: 'sehari penuh tidak berhasil', en: 'failed for a whole day' },
  'not-its-api': { id: 'yang menjawab bukan Chatwoot', en: 'what answers there is no Chatwoot' },
}

/** What came back of a delivery. */
export const answerWords = (answer: string): Bilingual =>
  answers[answer] ?? { id: `HTTP ${answer}`, en: `HTTP ${answer}` }
