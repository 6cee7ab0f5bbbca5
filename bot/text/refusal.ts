import type { Refusal, RefusalCode } from '../../core/case/refusal.ts'
import type { Status } from '../../core/case/status.ts'
import type { FieldFaultCode } from '../../core/form/fault.ts'
import { faultSentence, isFault } from './fault.ts'
import { formFieldLabels } from './form-field.ts'
import type { Bilingual, Language } from './language.ts'
import { coverRefusals } from './refusal-cover.ts'
import { signatureRefusals } from './refusal-signature.ts'
import { talkRefusals } from './refusal-talk.ts'
import { statusText } from './status.ts'

type Detail = NonNullable<Refusal['detail']>
type Words = Bilingual | ((detail: Detail) => Bilingual)

/**
 * Why a command was not carried out and what to do next, as plain text for whoever gave it.
 * @param item the field or item that was answered (`nip`, `scannedAt.2`): its form and example are said
 */
export function refusalSentence(refusal: Refusal, language: Language, item?: string): string {
  const { refused, detail = {} } = refusal
  if (isFault(refused)) return faultSentence(refused, detail, language, item)
  const words = refusalText[refused]
  return (typeof words === 'function' ? words(detail) : words)[language]
}

const refusalText: Readonly<Record<Exclude<RefusalCode, FieldFaultCode>, Words>> = {
  unchanged: ({ of }) =>
    of === 'agency'
      ? {
          id: 'Itu instansi Anda sekarang, jadi bukan pindah instansi. Pilih instansi yang lama; bila hanya unit atau jabatan yang berubah, tekan Kembali sampai pertanyaan pertama, lalu pilih Jabatan atau unit kerja.',
          en: 'That is your agency now, so it is no transfer. Choose the former agency; if only unit or position changes, press Back to the first question, then choose Position or unit.',
        }
      : {
          id: 'Ini sama dengan data lama, jadi tidak ada yang berubah. Tulis data yang baru, atau tekan Kembali untuk memilih jenis perubahan lain.',
          en: 'This is the same as the old data, so nothing would change. Write the new data, or press Back to choose another kind of change.',
        },
  ...talkRefusals,
  'not-here': {
    id: 'Langkah ini tidak berlaku untuk layanan ini. Lihat langkah berikutnya pada pengajuan.',
    en: 'This step does not belong to this service. Look at the next step of the request.',
  },
  'form-missing': {
    id: 'Formulir yang ditandatangani penanggung jawab belum ada. Unggah dulu, lalu legalisasi.',
    en: 'The form signed by the person in charge is not here yet. Upload it first, then legalise.',
  },
  ...signatureRefusals,
  ...coverRefusals,
  'unsigned-form': {
    id: 'Berkas ini formulir yang belum ditandatangani. Minta penanggung jawab menandatanganinya secara elektronik, lalu unggah hasilnya.',
    en: 'This file is the form without a signature. Have the person in charge sign it electronically, then upload the result.',
  },
  'other-form': ({ fields }) => ({
    id: `Berkas ini bukan formulir yang diterbitkan untuk pengajuan ini, atau isinya berubah.${fields === undefined ? '' : ` Isian yang berbeda dari yang kami terbitkan: ${formFieldLabels(fields, 'id')}.`} Unduh formulirnya lagi, minta ditandatangani, lalu unggah.`,
    en: `This file is not the form that was issued for this request, or its content has changed.${fields === undefined ? '' : ` Fields that differ from what we issued: ${formFieldLabels(fields, 'en')}.`} Download the form again, have it signed, then upload it.`,
  }),
  'too-far-ahead': {
    id: 'Tanggal itu terlalu jauh: sertifikat elektronik berlaku dua tahun. Periksa tanggal akhirnya di AMS, lalu tulis sekali lagi.',
    en: 'That day is too far ahead: a certificate is good for two years. Look up its last day in AMS, then write it once more.',
  },
  'already-asked': {
    id: 'Penerbitan ulang sudah dicatat sebelumnya. Tunggu sampai sertifikat terbit.',
    en: 'The new issuance was noted before. Wait until the certificate is issued.',
  },
  'employment-not-accepted': {
    id: 'Instansi itu belum memfasilitasi Sertifikat Elektronik untuk status kepegawaian Anda. Menurut Anda keliru? Tekan Batal, lalu /start dan Tanya petugas.',
    en: 'That agency does not provide Electronic Certificates for your employment status yet. Is that a mistake? Press Cancel, then /start and Ask an agent.',
  },
  'already-proved': {
    id: 'Identitas untuk pengajuan ini sudah terbukti; kode tidak diperlukan lagi.',
    en: 'The identity for this request is proved already; no code is needed any more.',
  },
  'other-person': {
    id: 'Nomor ini bukan nomor yang diajukan sekarang, jadi tidak ada yang dicatat. Pakai nomor pada pengajuan ini, atau minta kode baru untuk nomor itu.',
    en: 'This is not the number that is claimed now, so nothing was noted. Use the number of this request, or ask for a new code for it.',
  },
  'cooling-down': {
    id: 'Obrolan pemohon baru saja menggantikan obrolan lama, jadi pengajuan tertahan 24 jam. Tidak dapat menunggu? Temui pemohon secara langsung, lalu catat tatap mukanya.',
    en: 'The chat of the requester has just taken the place of an older one, so the request is held for 24 hours. It cannot wait? Meet the requester in person and record the meeting.',
  },
  'not-yours': {
    id: 'Tindakan ini bukan wewenang Anda pada pengajuan ini, jadi tidak ada yang berubah. Menurut Anda keliru? Hubungi admin Pandu di instansi Anda.',
    en: 'This step is not yours to take on this request, so nothing has changed. Is that a mistake? Contact the Pandu admin of your agency.',
  },
  'not-now': (detail) => notNow(detail),
  changed: {
    id: 'Pengajuan ini baru saja berubah, jadi tindakan Anda belum dijalankan. Lihat keadaan terbaru, lalu ulangi bila masih perlu.',
    en: 'This request has just changed, so your step was not carried out. Look at how it stands now, then repeat if still needed.',
  },
  'own-case': {
    id: 'Ini pengajuan Anda sendiri. Petugas lain harus memprosesnya; minta rekan Anda mengambilnya.',
    en: 'This request is your own. Somebody else must work on it; ask a colleague to take it.',
  },
  'other-part': ({ part }) =>
    part === 'counter'
      ? {
          id: 'Pengajuan ini diisi lewat Anda di loket, jadi Anda tidak dapat memeriksanya. Minta rekan Anda memeriksanya.',
          en: 'You filled in this request at the counter, so you cannot review it. Ask a colleague to do so.',
        }
      : part === 'agent'
        ? {
            id: 'Anda sudah bertindak sebagai agen pada pengajuan ini, jadi tidak dapat menjadi verifikatornya. Minta verifikator lain memeriksanya.',
            en: 'You have acted as an agent on this request, so you cannot be its verifier. Ask another verifier to check it.',
          }
        : {
            id: 'Anda sudah menjadi verifikator pengajuan ini, jadi tidak dapat bertindak sebagai agennya. Minta agen lain melanjutkannya.',
            en: 'You have been the verifier of this request, so you cannot act as its agent. Ask another agent to go on with it.',
          },
  'held-by-other': ({ name }) =>
    name
      ? {
          id: `Pengajuan ini sedang dipegang ${name}. Tunggu sampai dilepas, atau ambil alih di meja kerja dengan alasan.`,
          en: `This request is held by ${name}. Wait until it is released, or take it over at the desk with a reason.`,
        }
      : {
          id: 'Pengajuan ini belum Anda pegang. Ambil dahulu, lalu ulangi.',
          en: 'You do not hold this request yet. Take it first, then repeat.',
        },
  'unknown-item': {
    id: 'Bagian itu tidak diminta dalam pengajuan ini. Jawab pertanyaan yang terakhir tampil.',
    en: 'That part is not asked for in this request. Answer the question shown last.',
  },
  'item-settled': {
    id: 'Bagian itu sudah diterima dan tidak perlu dikirim ulang. Lanjutkan bagian yang masih diminta.',
    en: 'That part is accepted already and need not be sent again. Go on with what is still asked for.',
  },
  'too-many-files': ({ max }) => ({
    id: `Satu bagian memuat paling banyak ${max} berkas. Hapus berkas bagian ini, lalu kirim yang paling jelas.`,
    en: `One part takes ${max} files at the most. Remove the files of this part, then send the clearest ones.`,
  }),
  'no-such-option': ({ of }) =>
    of === 'macro'
      ? {
          id: 'Makro belum dipilih. Pilih satu dari daftar, lalu tekan lagi.',
          en: 'No macro is chosen yet. Choose one from the list, then press again.',
        }
      : of === 'outcome'
        ? {
            id: 'Hasilnya belum dipilih. Pilih apa yang sudah Anda kerjakan di AMS, lalu tekan lagi.',
            en: 'No outcome is chosen yet. Choose what you did in AMS, then press again.',
          }
        : {
            id: 'Jawaban itu tidak ada dalam pilihan. Tekan salah satu tombol, atau tulis pilihannya seperti yang tampil.',
            en: 'That answer is not among the choices. Press one of the buttons, or write a choice as it is shown.',
          },
  'no-device': {
    id: 'Belum ada perangkat. Sebutkan sedikitnya satu perangkat yang Anda pakai.',
    en: 'There is no device yet. Name at least one device that you use.',
  },
  'password-before-scan': {
    id: 'Waktu itu sebelum full scan selesai, atau tepat bersamaan. Ganti kata sandi email dinas sekali lagi, dari perangkat yang sudah bersih, lalu tulis waktunya. Hasil scan tidak perlu diulang.',
    en: 'That was before the full scan ended, or at that very minute. Change the office mail password once more, from a clean device, then write that time. The scan need not be repeated.',
  },
  incomplete: ({ count }) => ({
    id: count
      ? `Belum dapat dikirim: masih ada ${count} bagian yang kosong. Lanjutkan pertanyaan yang tersisa.`
      : 'Bagian ini belum ada isinya. Kirim sedikitnya satu berkas.',
    en: count
      ? `It cannot be sent yet: ${parts(count)} still empty. Go on with the questions that are left.`
      : 'There is nothing in this part yet. Send at least one file.',
  }),
  'still-checking': ({ because }) =>
    because === 'scanner-away'
      ? {
          id: 'Pemeriksaan antivirus sedang tidak tersedia, jadi pengajuan belum dapat dikirim. File Anda aman tersimpan dan diperiksa begitu pemeriksaannya pulih; kami mengabari Anda. Tidak perlu mengirim ulang.',
          en: 'The malware scan is not available right now, so the request cannot be sent yet. Your files are kept safe and are looked at as soon as the scan is back; we will tell you. No need to send them again.',
        }
      : {
          id: 'Berkas Anda masih kami periksa. Tunggu sebentar, lalu tekan Kirim lagi; semua jawaban tersimpan.',
          en: 'Your files are still being checked. Wait a moment, then press Send again; all answers are kept.',
        },
  'consent-missing': ({ at }) =>
    at === 'counter'
      ? {
          id: 'Ketiga pernyataan di bawah belum dicentang semua. Bacakan kepada pegawai, centang, lalu kirim lagi. Isian sudah tersimpan.',
          en: 'Not all three statements below are ticked. Read them to the employee, tick them, then send again. The form is kept.',
        }
      : {
          id: 'Pernyataan kebenaran dan persetujuan belum Anda setujui. Baca, lalu tekan Setuju dan kirim.',
          en: 'You have not agreed to the truth statement and consent yet. Read them, then press Agree and send.',
        },
  'already-open': ({ number }) => ({
    id: `Pengajuan yang sama masih berjalan${number ? `: ${number}` : ''}. Lanjutkan yang itu; tidak perlu membuat yang baru.`,
    en: `The same request is still open${number ? `: ${number}` : ''}. Go on with that one; there is no need for a new one.`,
  }),
  'too-many-cases': ({ max = 1, at }) =>
    at === 'counter'
      ? {
          id: `Anda sudah membuka ${max} pengajuan di loket dalam sehari. Lanjutkan yang masih ada, atau minta rekan Anda membukanya.`,
          en: `You have opened ${max} requests at the counter within a day. Go on with those, or ask a colleague to open one.`,
        }
      : {
          id: `Anda sudah membuka ${max} pengajuan dalam sehari. Lanjutkan atau batalkan yang masih ada dengan /kasus, atau mulai yang baru besok.`,
          en: `You have opened ${max} requests within a day. Go on with one that is open, or cancel it, by /kasus, or begin a new one tomorrow.`,
        },
  undecided: ({ count = 1 }) => ({
    id: `Masih ada ${count} bagian yang belum dinilai. Nilai semuanya, lalu putuskan lagi.`,
    en: `${parts(count)} not judged yet. Judge every part, then decide again.`,
  }),
  'nothing-failing': {
    id: 'Belum ada bagian yang ditandai perlu perbaikan. Tandai sedikitnya satu beserta alasannya, lalu kembalikan.',
    en: 'No part is marked for correction yet. Mark at least one with its reason, then return the request.',
  },
  'failing-items': ({ count = 1 }) => ({
    id: `${count} bagian ditandai perlu perbaikan. Kembalikan kepada pemohon, atau ubah penilaiannya sebelum memutuskan.`,
    en: `${parts(count)} marked for correction. Return the request, or change the verdict before you decide.`,
  }),
  'reason-too-short': ({ min = 1 }) => ({
    id: `Alasannya belum ada, atau tulisannya terlalu pendek. Pilih alasan yang ada, atau tulis sedikitnya ${min} huruf; pemohon membacanya.`,
    en: `No reason is given, or what you wrote is too short. Choose one, or write at least ${min} characters; the requester reads it.`,
  }),
  'secret-inside': {
    id: 'Tulisan itu tampaknya memuat passphrase, kata sandi, kode, atau tautan pribadi, padahal pemohon membacanya di Telegram. Hapus bagian itu, lalu kirim lagi.',
    en: 'That text seems to hold a passphrase, a password, a code or a private link, and the requester reads it in Telegram. Take that part out and send it again.',
  },
  'identity-missing': {
    id: 'Identitas pemohon belum dipastikan. Temui langsung, atau telepon nomor yang tercatat di instansi, lalu catat hasilnya.',
    en: "The requester's identity is not confirmed yet. Meet in person, or call the number on the agency's record, then note it.",
  },
  'no-call': {
    id: 'Belum ada telepon yang berjalan. Tekan Saya sedang menelepon dahulu agar kata telepon tampil di obrolan pemohon.',
    en: "No call is under way. Press I am calling first, so that the call words show in the requester's chat.",
  },
  'no-roster-number': {
    id: 'Daftar pegawai tidak memuat nomor orang ini. Hubungi lewat nomor dari direktori instansi, atau bertemu langsung.',
    en: "The roster has no number of this person. Call a number from the agency's directory, or meet in person.",
  },
  'roster-pending': {
    id: 'Data pemohon masih dicocokkan dengan daftar pegawai. Tunggu beberapa detik, lalu coba lagi.',
    en: 'The request is still being compared with the roster. Wait a few seconds, then try again.',
  },
  frozen: {
    id: 'Pengajuan ini dibekukan karena kata telepon tiga kali salah. Pastikan identitas pemohon lewat pertemuan langsung.',
    en: 'This request is frozen: the call words were wrong three times. Confirm the identity in a meeting in person.',
  },
  'not-seen': ({ count = 1 }) => ({
    id: `Masih ada ${count} berkas yang belum Anda buka. Buka setiap berkas di meja kerja, lalu putuskan lagi.`,
    en: `Files that you have not opened yet: ${count}. Open every file at the desk, then decide again.`,
  }),
  'too-late': ({ days = 14 }) => ({
    id: `Sudah lebih dari ${days} hari sejak pengajuan ini selesai. Buat pengajuan baru.`,
    en: `More than ${days} days have passed since this request was completed. Start a new one.`,
  }),
}

const parts = (count: string | number): string => (count === 1 ? '1 part is' : `${count} parts are`)

function notNow({ status }: Detail): Bilingual {
  const shown =
    typeof status === 'string' && Object.hasOwn(statusText, status) ? statusText[status as Status].name : null
  return {
    id: `Sudah diproses atau belum gilirannya${shown ? `; status pengajuan sekarang ${shown.id}` : ''}. Lihat keadaan terbaru, lalu pilih tindakan yang tampil.`,
    en: `Already done, or not its turn yet${shown ? `; the request is now ${shown.en}` : ''}. Look at how it stands, then choose a step shown there.`,
  }
}
