import type { Bilingual } from './language.ts'

/** Words of the case that plays itself. */
export const storyText = {
  play: { id: 'Mainkan kasus reaktivasi', en: 'Play the reactivation case' },
  again: { id: 'Mainkan lagi', en: 'Play it again' },
  pause: { id: 'Jeda', en: 'Pause' },
  resume: { id: 'Lanjutkan', en: 'Go on' },
  speed: { id: 'Kecepatan', en: 'Speed' },
  instant: { id: 'langsung', en: 'instant' },
  invitation: {
    id: 'Rina mengajukan, Sari memeriksa, Dewi meneruskan: satu kasus dari awal sampai pulih, sekitar dua menit. Sentuh apa saja untuk mengambil alih.',
    en: 'Rina asks, Sari reviews, Dewi passes it on: one case from its first word to the end, in about two minutes. Touch anything to take over.',
  },
  paused: {
    id: 'Dijeda. Anda yang memegang kendali; tekan Lanjutkan bila sudah cukup.',
    en: 'Paused. It is in your hands; press Go on when you are done.',
  },
  stuck: {
    id: 'Langkah berikutnya tidak saya kenali. Teruskan sendiri, lalu tekan Lanjutkan.',
    en: 'I do not recognise the next step. Go on yourself, then press Go on.',
  },
  done: {
    id: 'Selesai. Nomor kasus, jejak keputusan, dan berkasnya tersimpan; lihat di meja kerja sebagai Sari atau Dewi.',
    en: 'Done. The number, the trail of decisions and the file are kept; look at the desk as Sari or Dewi.',
  },
  steps: { id: 'langkah', en: 'steps' },
} as const satisfies Record<string, Bilingual>

/** What happens on the page, a line each. */
export const storyLine = {
  start: { id: 'Rina membuka obrolan dengan Pandu.', en: 'Rina opens the chat with Pandu.' },
  find: {
    id: 'Rina meminta pertanyaan yang tersisa dengan /lanjut.',
    en: 'Rina asks for the question that is left, with /lanjut.',
  },
  send: {
    id: 'Rina melihat ringkasan yang disamarkan, menyetujui pernyataan, lalu mengirim.',
    en: 'Rina looks at the masked summary, agrees to the statement and sends.',
  },
  claim: {
    id: 'Kartu muncul di Slack. Sari menekan Periksa, dan sejak itu kasus ia pegang.',
    en: 'The card shows in Slack. Sari presses Periksa and holds the case from then on.',
  },
  evidence: {
    id: 'Sari membuka setiap bukti di meja kerja; tanpa itu legalisasi ditolak.',
    en: 'Sari opens every proof at the desk; without that, legalising is refused.',
  },
  call: {
    id: 'Sari menelepon nomor yang tercatat di instansi. Dua kata muncul di ponsel Rina.',
    en: 'Sari calls the number that the agency has on record. Two words show on the phone of Rina.',
  },
  judge: { id: 'Sari menilai bagian yang diberi catatan.', en: 'Sari judges a part that was remarked.' },
  decide: { id: 'Semua sah. Sari memilih Legalisasi.', en: 'All is valid. Sari chooses to legalise.' },
  submit: {
    id: 'Sari mengirim keputusan; berkas dibekukan dengan sidik SHA-256.',
    en: 'Sari sends the decision; the file is frozen by its SHA-256 hashes.',
  },
  closeModal: { id: 'Sari menutup jendela.', en: 'Sari closes the window.' },
  signIn: {
    id: 'Kasus kini di contact center. Dewi masuk ke meja kerja dengan tautan sekali pakai.',
    en: 'The case is with the contact center. Dewi signs in at the desk by a one-time link.',
  },
  take: { id: 'Dewi mengambil kasus dari antrean.', en: 'Dewi takes the case from the queue.' },
  approve: { id: 'Dewi mencatat bahwa BSrE menyetujui.', en: 'Dewi notes that BSrE has approved.' },
  'send-link': {
    id: 'Dewi mencatat bahwa BSrE mengirim tautan ke email dinas Rina. Pandu mengabari Rina.',
    en: 'Dewi notes that BSrE sent the link to the office mail of Rina. Pandu tells Rina.',
  },
  worked: { id: 'Rina membuka tautan itu sendiri dan berhasil.', en: 'Rina opens that link herself, and it works.' },
} as const satisfies Record<string, Bilingual>

/** Rina answers a question. */
export const answersLine = (label: Bilingual): Bilingual => ({
  id: `Pandu bertanya: ${label.id}. Rina menjawab.`,
  en: `Pandu asks: ${label.en}. Rina answers.`,
})

export const sendsLine = (sample: Bilingual): Bilingual => ({
  id: `Rina mengirim berkas: ${sample.id}.`,
  en: `Rina sends a file: ${sample.en}.`,
})

export const pressesLine = (label: string): Bilingual => ({
  id: `Rina menekan “${label}”.`,
  en: `Rina presses “${label}”.`,
})

export const wordsLine = (words: string): Bilingual => ({
  id: `Rina membacakan “${words}” di telepon; Sari mengetiknya.`,
  en: `Rina reads out “${words}” on the phone; Sari types it.`,
})
