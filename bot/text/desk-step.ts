import type { Case } from '../../core/case/case.ts'
import type { Status } from '../../core/case/status.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import type { QueueRole } from '../../core/ticket/queue.ts'
import { amsChecks } from './ams-step.ts'
import { backStep } from './desk-setback.ts'
import { changeSteps } from './desk-step-change.ts'
import type { Bilingual } from './language.ts'
import { type Stage, type Staged, stageOf } from './staff-stage.ts'

/** What a verifier or agent does next in a case as it stands, steps in AMS included. */
export const deskStep = (role: QueueRole, c: Staged & Pick<Case, 'setbacks'>, isHolder: boolean): Bilingual => {
  const back = isHolder ? backStep(role, c) : undefined
  if (back !== undefined) return back
  const steps =
    role === 'verifier' ? { ...verifierSteps, ...changeSteps.verifier } : { ...agentSteps, ...changeSteps.agent }
  const stage = stageOf(c)
  const step = (role === 'agent' && isToBeVerified(c, stage) ? toBeVerified : steps[stage]) ?? steps[c.status]
  if (isHolder && step?.holding !== undefined)
    return c.status === 'in-review' ? withCheck(step.holding, c) : step.holding
  return step?.looking ?? others[c.status]
}

/** Slack and the desk ask for the same look into AMS. */
function withCheck({ id, en }: Bilingual, { procedure }: Staged): Bilingual {
  const check = amsChecks[procedure]
  return { id: `${id} Di AMS: ${check.id}`, en: `${en} In AMS: ${check.en}` }
}

/** True for a change of data that lies at BSrE: no link comes of it. */
const isToBeVerified = ({ procedure }: Staged, stage: Stage): boolean =>
  stage === 'with-contact-center' && procedureOf(procedure).sendsLink !== true

/** `holding`: said to whoever has the case in hand. */
export interface Step {
  readonly looking?: Bilingual
  readonly holding?: Bilingual
}

type Steps = Readonly<Partial<Record<Stage, Step>>>

const verifierSteps: Steps = {
  submitted: {
    looking: {
      id: 'Tekan Periksa untuk memegang pengajuan ini selama 20 menit; setiap kegiatan Anda memperpanjangnya.',
      en: 'Press Review to hold this case for 20 minutes; whatever you do here renews that.',
    },
  },
  returned: {
    looking: {
      id: 'BSrE mengembalikan berkas. Baca alasannya, tekan Periksa, lalu kembalikan bagian yang salah kepada pemohon atau legalisasi ulang.',
      en: 'BSrE has returned the file. Read why, press Review, then return the wrong parts to the requester or legalise again.',
    },
  },
  'in-review': {
    looking: { id: 'Rekan Anda sedang memeriksanya.', en: 'A colleague is reviewing it.' },
    holding: {
      id: 'Nilai setiap bagian, buka setiap bukti, pastikan identitas pemohon, lalu legalisasi. Cocokkan NIK, nama, dan email dinas dengan akun pemohon.',
      en: 'Judge every part, open every proof, confirm the identity, then legalise. Compare NIK, name and office mail with the account.',
    },
  },
  legalised: {
    looking: {
      id: 'Tidak ada yang perlu Anda lakukan: Pandu menyiapkan dan meneruskan berkasnya.',
      en: 'Nothing for you to do: Pandu prepares the file and passes it on.',
    },
  },
}

const toBeVerified: Step = {
  looking: {
    id: 'Tekan Ambil, lalu teruskan berkasnya ke RA BSrE.',
    en: 'Press Take, then pass the file on to RA BSrE.',
  },
  holding: {
    id: 'Unduh berkas, teruskan ke RA BSrE lewat Contact Center, lalu catat jawabannya di sini. Tekan Disetujui BSrE hanya setelah perubahannya terverifikasi di AMS; pemohon langsung diberi tahu.',
    en: 'Download the file, pass it on to RA BSrE through the Contact Center, then note the reply here. Press Approved by BSrE only once the change is verified in AMS; the requester is told at once.',
  },
}

const agentSteps: Steps = {
  'with-contact-center': {
    looking: {
      id: 'Tekan Ambil, lalu teruskan berkasnya ke RA BSrE.',
      en: 'Press Take, then pass the file on to RA BSrE.',
    },
    holding: {
      id: 'Unduh berkas, teruskan ke RA BSrE lewat Contact Center, lalu catat jawabannya di sini. Di AMS: buka akun pemohon; setelah BSrE menyetujui, kirim tautan Reset Authenticator ke email dinas yang tercatat.',
      en: 'Download the file, pass it on to RA BSrE through the Contact Center, then note the reply here. In AMS: open the account; once BSrE has approved, send the Reset Authenticator link to the office mail on record.',
    },
  },
  approved: {
    looking: {
      id: 'Tekan Ambil, lalu pastikan tautan Reset Authenticator terkirim.',
      en: 'Press Take, then make sure that the Reset Authenticator link is sent.',
    },
    holding: {
      id: 'Di AMS: kirim tautan Reset Authenticator ke email dinas pemohon. Setelah terkirim, tekan Tautan reset terkirim. Jangan pernah meminta atau meneruskan tautannya.',
      en: 'In AMS: send the Reset Authenticator link to the office mail. Once it is sent, press Reset link sent. Never ask for the link, never forward it.',
    },
  },
  'awaiting-requester': {
    looking: {
      id: 'Menunggu pemohon membuka tautannya. Bila kedaluwarsa, pengajuan kembali ke puncak antrean Anda.',
      en: 'Waiting for the requester to open the link. If it expires, the case comes back on top of your queue.',
    },
  },
  completed: {
    looking: {
      id: 'Pengajuan selesai. Masih bermasalah? Buka kembali dalam 14 hari.',
      en: 'The case is done. Still in trouble? Reopen it within 14 days.',
    },
  },
}

const toWatch = (id: string, en: string): Bilingual => ({ id, en })
const ended = toWatch('Pengajuan ini sudah berakhir.', 'This case has ended.')

/** What everybody else sees of a status that is not theirs. */
const others: Readonly<Record<Status, Bilingual>> = {
  draft: toWatch('Pemohon masih mengisi.', 'The requester is still filling it in.'),
  submitted: toWatch('Menunggu verifikator instansi.', 'Waiting for a verifier of the agency.'),
  'in-review': toWatch('Verifikator instansi sedang memeriksa.', 'A verifier of the agency is reviewing it.'),
  'needs-correction': toWatch('Menunggu pemohon memperbaiki.', 'Waiting for the requester to correct it.'),
  'awaiting-signature': toWatch('Menunggu TTE penanggung jawab.', 'Waiting for the signature of the person in charge.'),
  legalised: toWatch('Pandu sedang menyiapkan berkasnya.', 'Pandu is preparing the file.'),
  'ready-to-revoke': toWatch(
    'Menunggu pemohon mengajukan pencabutan.',
    'Waiting for the requester to ask for revocation.',
  ),
  'awaiting-revocation': toWatch(
    'Menunggu pencabutan sertifikat lama.',
    'Waiting for the old certificate to be revoked.',
  ),
  'ready-to-send': toWatch('Berkas sedang diteruskan.', 'The file is being passed on.'),
  'with-contact-center': toWatch('Ditangani petugas contact center.', 'In the hands of the contact center.'),
  returned: toWatch('Dikembalikan BSrE; giliran verifikator.', 'Returned by BSrE; the verifier is next.'),
  approved: toWatch('Disetujui BSrE; petugas mengirim tautan.', 'Approved by BSrE; the agent sends the link.'),
  'awaiting-requester': toWatch('Menunggu langkah pemohon.', 'Waiting for the requester.'),
  completed: ended,
  rejected: ended,
  cancelled: ended,
  expired: ended,
}
