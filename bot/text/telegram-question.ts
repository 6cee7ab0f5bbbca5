import type { Bilingual, Language } from './language.ts'

/** What stands around a question: where the requester is, why it is asked again, what may be typed. */
export const stepText: Readonly<Record<Language, (number: number, of: number) => string>> = {
  id: (number, of) => `Langkah ${number} dari ${of}`,
  en: (number, of) => `Step ${number} of ${of}`,
}

export const partsLeft: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `${count} bagian lagi`,
  en: (count) => `${count} part${count === 1 ? '' : 's'} left`,
}

export const devicePlace: Readonly<Record<Language, (number: number, of: number, name: string) => string>> = {
  id: (number, of, name) => `Perangkat ${number} dari ${of}: ${name}`,
  en: (number, of, name) => `Device ${number} of ${of}: ${name}`,
}

export const exampleText: Readonly<Record<Language, (example: string) => string>> = {
  id: (example) => `Contoh: ${example}`,
  en: (example) => `Example: ${example}`,
}

export const presentAnswer: Readonly<Record<Language, (answer: string) => string>> = {
  id: (answer) => `Jawaban sekarang: ${answer}. Jawaban ini tetap sampai Anda menggantinya.`,
  en: (answer) => `Present answer: ${answer}. It stays until you replace it.`,
}

export const filesHere: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `Sudah ada ${count} berkas pada bagian ini. Kirim lagi, atau tekan Selesai.`,
  en: (count) => `This part holds ${count} file${count === 1 ? '' : 's'} already. Send more, or press Done.`,
}

/** Before the reason for which a verifier wants an item again. */
export const askedAgain: Bilingual = { id: 'Diminta diperbaiki', en: 'To be corrected' }

export const fileTaken: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) =>
    `Berkas diterima (${count} pada bagian ini) dan sedang diperiksa. Ada lagi? Kirim, atau tekan Selesai.`,
  en: (count) => `File received (${count} in this part), it is being checked. More? Send it, or press Done.`,
}

export const filesCleared: Bilingual = {
  id: 'Berkas bagian ini dihapus. Kirim yang baru.',
  en: 'The files of this part are removed. Send the new ones.',
}

export const whichDevice: Bilingual = {
  id: 'Jenis perangkat apa? Mulai dari yang paling sering Anda pakai.',
  en: 'What kind of device is it? Begin with the one that you use most.',
}

export const devicesSoFar: Readonly<Record<Language, (list: string) => string>> = {
  id: (list) => `Perangkat sejauh ini:\n${list}\n\nAda perangkat lain?`,
  en: (list) => `Devices so far:\n${list}\n\nIs there another one?`,
}

export const severalFit: Bilingual = {
  id: 'Ada beberapa yang cocok. Pilih salah satu:',
  en: 'Several fit. Choose one:',
}

export const typeToSearch: Bilingual = {
  id: 'Ketik sebagian namanya untuk mencari.',
  en: 'Type a part of its name to search.',
}

export const checkTitle: Bilingual = { id: 'Periksa jawaban Anda', en: 'Check your answers' }

export const checkHint: Bilingual = {
  id: 'Data pribadi disamarkan. Ada yang keliru? Tekan Ubah pada baris itu. Sudah benar? Baca pernyataan di bawah, lalu tekan Setuju dan kirim.',
  en: 'Personal data is masked. Is something wrong? Press Change for that line. All right? Read the statement below, then press Agree and send.',
}

export const otherPartsKept: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) => `${count} bagian lain sudah diterima dan tidak berubah.`,
  en: (count) => `${count} other part${count === 1 ? ' is' : 's are'} accepted already and stay as they are.`,
}

/** What has not been done with a file yet. */
export type Awaited = 'check' | 'scanner'

export const fileCount: Readonly<Record<Language, (count: number, awaits: Awaited | undefined) => string>> = {
  id: (count, awaits) => `${count} berkas${awaits === undefined ? '' : ` (${awaited[awaits].id})`}`,
  en: (count, awaits) =>
    `${count} file${count === 1 ? '' : 's'}${awaits === undefined ? '' : ` (${awaited[awaits].en})`}`,
}

const awaited: Readonly<Record<Awaited, Bilingual>> = {
  check: { id: 'sedang diperiksa', en: 'being checked' },
  scanner: { id: 'menunggu pemeriksaan antivirus', en: 'waiting for the malware scan' },
}

export const sureToCancel: Readonly<Record<Language, (number: string) => string>> = {
  id: (number) =>
    `Batalkan pengajuan ${number}? Jawaban dan bukti tidak dapat dipakai lagi. Hanya ingin berhenti sebentar? Tekan Lanjut nanti; konsep tersimpan 14 hari.`,
  en: (number) =>
    `Cancel request ${number}? Its answers and proof cannot be used again. Just want to stop for now? Press Go on later; a draft is kept for 14 days.`,
}

export const sureRecovered: Readonly<Record<Language, (number: string) => string>> = {
  id: (number) =>
    `Semuanya sudah beres tanpa menunggu pengajuan ini? ${number} akan kami tutup sebagai selesai, dan tidak ada yang mengerjakannya lagi.`,
  en: (number) =>
    `Is all well without waiting for this request? ${number} will be closed as completed, and nobody works on it any more.`,
}

export const whatTrouble: Bilingual = {
  id: 'Apa kendalanya? Tulis satu kalimat: langkah mana yang gagal dan pesan apa yang tampil. Jangan kirim tautan, kata sandi, atau kode OTP.',
  en: 'What is the trouble? Write one sentence: which step failed and what message appeared. Do not send the link, a password or a one-time code.',
}

export const howIsTheLink: Bilingual = {
  id: 'Bagaimana hasil tautan dari BSrE? Tekan salah satu tombol, atau ketik tulisannya.',
  en: 'How did the link from BSrE go? Press one of the buttons, or type what it says.',
}

/** Asked where the last step is more than to open a link. */
export const howIsTheStep: Bilingual = {
  id: 'Bagaimana hasil langkah terakhir Anda di BSrE? Tekan salah satu tombol, atau ketik tulisannya.',
  en: 'How did your last step at BSrE go? Press one of the buttons, or type what it says.',
}

export const sureToRevoke: Readonly<Record<Language, (number: string) => string>> = {
  id: (number) =>
    `Masih ada dokumen yang menunggu tanda tangan Anda? Setelah pencabutan untuk ${number} dijalankan, Anda tidak dapat menandatangani sampai sertifikat baru terbit.`,
  en: (number) =>
    `Do documents still wait for your signature? Once the revocation for ${number} is done, you cannot sign until a new certificate is issued.`,
}

export const whichDay: Bilingual = {
  id: 'Tanggal berapa pencabutan diajukan? Misalnya: 1 Desember. Kami mengingatkan sehari sebelumnya; sampai saat itu TTE Anda tetap aktif.',
  en: 'On which day shall the revocation be asked for? For example: 1 December. We remind you the day before; until then you can sign.',
}

export const dayPlanned: Readonly<Record<Language, (day: string) => string>> = {
  id: (day) => `Dicatat: pencabutan diajukan pada ${day}, pukul 08.00 WIB. Sehari sebelumnya kami mengingatkan Anda.`,
  en: (day) => `Noted: the revocation will be asked for on ${day}, 08:00 WIB. We remind you the day before.`,
}
