import type { Bilingual, Language } from './language.ts'

/** Short answers of the dialogue to what came in; toasts stay below Telegram's 200 characters. */
export const replies = {
  saved: {
    id: 'Tersimpan. Lanjutkan kapan saja dengan /lanjut. Verifikator belum menerima apa pun sebelum Anda menekan Setuju dan kirim.',
    en: 'Saved. Go on at any time with /lanjut. The verifier has received nothing before you press Agree and send.',
  },
  firstQuestion: { id: 'Ini pertanyaan pertama.', en: 'This is the first question.' },
  sent: { id: 'Terkirim.', en: 'Sent.' },
  noted: { id: 'Dicatat.', en: 'Noted.' },
  rated: {
    id: 'Terima kasih, penilaian Anda dicatat. Dalam sehari masih dapat diubah dengan tombol yang lain.',
    en: 'Thank you, that is noted. Within a day another button changes it.',
  },
  kept: { id: 'Jawaban lama tetap.', en: 'The old answer stays.' },
  nothingToCancel: {
    id: 'Tidak ada pengajuan yang dapat dibatalkan di sini. Yang sudah di contact center hanya dapat dibatalkan petugas.',
    en: 'There is no request that can be cancelled here. One that is with the contact center is cancelled by its agent only.',
  },
  cancelled: {
    id: 'Pengajuan dibatalkan. Bila masih perlu, mulai lagi dengan /start.',
    en: 'The request is cancelled. If you still need it, begin again with /start.',
  },
  notCancelled: { id: 'Tidak jadi dibatalkan.', en: 'It is not cancelled.' },
  troubleTold: {
    id: 'Terima kasih, petugas sudah diberi tahu. Pengajuan Anda didahulukan dalam antrean.',
    en: 'Thank you, the agent has been told. Your request now stands first in the queue.',
  },
  noCases: {
    id: 'Anda belum punya pengajuan. Mulai dengan /start.',
    en: 'You have no requests yet. Begin with /start.',
  },
  guideGone: {
    id: 'Panduan pada tombol itu sudah berubah. Pilih lagi dari awal.',
    en: 'The guide behind that button has changed. Choose again.',
  },
  nothingAsked: {
    id: 'Tidak ada pertanyaan yang menunggu jawaban Anda, jadi pesan itu tidak disimpan.',
    en: 'No question waits for your answer, so that message was not kept.',
  },
  early: {
    id: 'Pesan Anda datang sebelum pertanyaan ini tampil, jadi belum kami simpan. Mohon jawab pertanyaan yang terakhir.',
    en: 'Your message came before this question was shown, so it was not kept. Please answer the last question.',
  },
  edited: {
    id: 'Mengubah pesan tidak mengubah jawaban yang tersimpan. Untuk mengganti jawaban, tekan ⬅ Kembali, atau Ubah pada pemeriksaan akhir.',
    en: 'Editing a message does not change the answer that is kept. To replace it press ⬅ Back, or Change in the final check.',
  },
  wantsText: { id: 'Mohon jawab dengan teks.', en: 'Please answer with text.' },
  wantsButton: {
    id: 'Mohon tekan salah satu tombol, atau ketik tulisannya.',
    en: 'Please press one of the buttons, or type what it says.',
  },
  wantsFile: {
    id: 'Mohon kirim gambar atau PDF, lalu tekan Selesai.',
    en: 'Please send a picture or PDF, then press Done.',
  },
  fileNotHere: {
    id: 'Berkas itu belum kami simpan: pertanyaan sekarang dijawab dengan teks atau tombol. Kirim lagi bila buktinya diminta.',
    en: 'That file was not kept: the present question is answered by text or button. Send it again when its proof is asked for.',
  },
  unknownCommand: {
    id: 'Perintah itu tidak kami kenal. Yang ada: /start /kasus /lanjut /batal /bantuan /privasi /dataku /hapus /bahasa.',
    en: 'We do not know that command. There are: /start /kasus /lanjut /batal /bantuan /privasi /dataku /hapus /bahasa.',
  },
  tooLong: {
    id: 'Terlalu panjang. Tulis paling banyak 60 huruf.',
    en: 'That is too long. Write 60 characters at the most.',
  },
  emptyText: {
    id: 'Pesan itu tidak memuat tulisan. Tulis jawabannya.',
    en: 'That message holds no writing. Write the answer.',
  },
  sticker: { id: 'Stiker tidak dapat kami baca.', en: 'We cannot read stickers.' },
  voice: { id: 'Pesan suara tidak dapat kami dengar.', en: 'We cannot listen to voice messages.' },
  video: { id: 'Video tidak dapat kami terima.', en: 'We cannot take videos.' },
  location: { id: 'Lokasi tidak diperlukan dan tidak kami simpan.', en: 'A location is not needed and was not kept.' },
  contact: {
    id: 'Kartu kontak tidak diperlukan dan tidak kami simpan.',
    en: 'A contact card is not needed and was not kept.',
  },
  other: { id: 'Jenis pesan itu tidak dapat kami baca.', en: 'We cannot read that kind of message.' },
  unnamed: {
    id: 'Berkas itu tidak bernama; kami beri nama sendiri.',
    en: 'That file has no name; we gave it one.',
  },
  failed: {
    id: 'Maaf, pesan terakhir itu gagal kami proses; petugas sudah diberi tahu. Jawaban lain tetap tersimpan, mari lanjutkan.',
    en: 'Sorry, we failed on your last message; staff have been told. Your other answers are kept, let us go on.',
  },
  botsNot: {
    id: 'Pandu hanya melayani orang, bukan bot.',
    en: 'Pandu serves people only, not bots.',
  },
  tooFast: {
    id: 'Terlalu cepat: pesan ini dan yang menyusul tidak kami terima. Tunggu setengah menit, lalu kirim ulang yang belum dijawab, termasuk berkas.',
    en: 'Too fast: this message and those that follow are not taken. Wait half a minute, then send again what was not answered, files included.',
  },
} as const satisfies Record<string, Bilingual>

export type ReplyName = keyof typeof replies
export const reply = (name: ReplyName, language: Language): string => replies[name][language]

/** The toast on a button that has had its time; `now` is what is current. */
export const alreadyDone: Readonly<Record<Language, (now: string | undefined) => string>> = {
  id: (now) => `Tombol ini sudah diproses.${now === undefined ? '' : ` Sekarang: ${now}.`}`,
  en: (now) => `This button has been processed already.${now === undefined ? '' : ` Now: ${now}.`}`,
}

/** Said to an answer whose case has ended meanwhile. */
export const caseEnded: Readonly<Record<Language, (number: string, status: string) => string>> = {
  id: (number, status) => `Pengajuan ${number} sudah berakhir (${status}), jadi jawaban itu tidak disimpan.`,
  en: (number, status) => `Request ${number} has ended (${status}), so that answer was not kept.`,
}

/** Said once a chat that was too fast is heard again. */
export const missedMessages: Readonly<Record<Language, (count: number) => string>> = {
  id: (count) =>
    `${count} pesan atau berkas Anda datang terlalu cepat dan tidak kami terima. Kirim ulang yang masih perlu.`,
  en: (count) =>
    `${count} of your messages or files came too fast and were not taken. Send again what is still needed.`,
}
