import type { Step } from './desk-step.ts'
import type { Stage } from './staff-stage.ts'

const looking = (id: string, en: string): Step => ({ looking: { id, en } })
const holding = (id: string, en: string): Step => ({
  holding: { id, en },
  looking: { id: 'Rekan Anda sedang memeriksanya.', en: 'A colleague is reviewing it.' },
})

/** What comes next on the way of a change of data, and of a case that is settled without a dossier. */
export const changeSteps: Readonly<Record<'verifier' | 'agent', Readonly<Partial<Record<Stage, Step>>>>> = {
  verifier: {
    settling: holding(
      'Periksa isian, kerjakan di AMS, lalu pilih hasilnya di bawah. Bagian yang keliru? Kembalikan untuk perbaikan.',
      'Check the answers, do it in AMS, then choose the outcome below. A wrong part? Return it for correction.',
    ),
    accepting: holding(
      'Nilai setiap bagian, buka setiap berkas, pastikan identitas pemohon, lalu terima.',
      'Judge every part, open every file, confirm the identity, then accept.',
    ),
    'awaiting-signature': looking(
      'Formulir menunggu TTE penanggung jawab. Bila alamat emailnya tercatat, ia menerimanya setiap pagi; Anda juga dapat mengunduh dan meneruskannya, lalu mengunggah salinan bertanda tangan. Ada data yang salah? Buka Tarik formulir dan periksa lagi.',
      'The form waits for the signature of the person in charge, who gets it every morning where a mail address is on record; you can also download it, pass it on and upload the signed copy. Is something wrong? Open Withdraw the form and review again.',
    ),
    'form-back': looking(
      'Formulir bertanda tangan sudah kembali, dan tanda tangannya sudah diperiksa. Buka salinannya di bawah, lalu legalisasi.',
      'The signed form is back, and its signature was verified. Open the copy below, then legalise.',
    ),
    'form-doubted': looking(
      'Formulir bertanda tangan sudah kembali, tetapi tanda tangannya perlu dipastikan. Baca sebabnya di bawah dan buka salinannya; bila perlu, periksa juga di portal verifikasi BSrE. Pastikan, lalu legalisasi.',
      "The signed form is back, but somebody has to confirm its signature. Read why below and open the copy; where needed, check it on BSrE's verification portal as well. Confirm it, then legalise.",
    ),
    'cover-unsigned': looking(
      'Belum disegel: verifikatornya mengunduh lembar pengantar di bawah, menandatanganinya dengan sertifikat sendiri, lalu mengunggahnya.',
      'Not sealed yet: its verifier downloads the cover sheet below, signs it with their own certificate, and uploads it.',
    ),
    'ready-to-revoke': looking(
      'Semua siap. Pemohon sendiri yang menentukan kapan pencabutan diajukan; jangan mencabut lebih dahulu.',
      'All is ready. The requester alone decides when to ask for revocation; revoke nothing before that.',
    ),
    'awaiting-revocation': looking(
      'Pemohon meminta pencabutan. Di AMS: cabut sertifikat lamanya, atau minta instansi lama mencabutnya; lalu tekan Sudah dicabut.',
      'The requester asks for revocation. In AMS: revoke the old certificate, or have the former agency do it; then press Revoked.',
    ),
    reissue: looking(
      'BSrE sudah memverifikasi perubahannya. Di AMS: ajukan penerbitan ulang, atau biarkan pemohon mengajukannya; lalu tekan Penerbitan ulang diajukan.',
      'BSrE has verified the change. In AMS: ask for a new certificate, or leave that to the requester; then press New certificate asked for.',
    ),
    reissued: looking(
      'Penerbitan ulang sudah diajukan. Passphrase dibuat pemohon sendiri; ia mengabari setelah sertifikatnya terbit.',
      'A new certificate is asked for. Only the requester sets the passphrase, and tells when it is issued.',
    ),
    'own-step': looking(
      'Sudah Anda selesaikan; pemohon menempuh langkahnya sendiri.',
      'Settled; the requester takes the next step alone.',
    ),
  },
  agent: {
    answering: {
      looking: { id: 'Tekan Ambil, lalu jawab pertanyaannya.', en: 'Press Take, then answer the question.' },
      holding: {
        id: 'Baca pertanyaannya, lalu tulis jawabannya; pemohon membacanya di Telegram.',
        en: 'Read the question, then write the answer; the requester reads it in Telegram.',
      },
    },
    reissue: looking(
      'Perubahan sudah diverifikasi; penerbitan ulang diajukan pemohon atau verifikatornya.',
      'The change is verified; the requester or the verifier asks for the new certificate.',
    ),
    reissued: looking('Menunggu sertifikat baru terbit.', 'Waiting for the new certificate to be issued.'),
    'own-step': looking('Menunggu langkah pemohon.', 'Waiting for the requester.'),
  },
}
