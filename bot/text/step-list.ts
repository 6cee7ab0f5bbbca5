import type { Case } from '../../core/case/case.ts'
import { isOpen, type Phase, phaseOf } from '../../core/case/status.ts'
import { closingOf, phasesOf } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { amsChecks } from './ams-step.ts'
import type { Bilingual } from './language.ts'

/** One step of a case's course, for whoever works on it. */
export interface CourseStep {
  readonly state: 'done' | 'now' | 'ahead'
  readonly what: Bilingual
  /** What is done in AMS at this step, if anything. */
  readonly ams?: Bilingual
}

/** What stands before a step: a sign and, for who reads without seeing, a word. */
export const stepMarks: Readonly<Record<CourseStep['state'], { readonly sign: string; readonly word: Bilingual }>> = {
  done: { sign: '✓', word: { id: 'selesai', en: 'done' } },
  now: { sign: '▶', word: { id: 'sekarang', en: 'now' } },
  ahead: { sign: '○', word: { id: 'nanti', en: 'later' } },
}

/** Every step from the review on, with where the case stands; none for one that ended before it had gone all of its way. */
export function courseSteps(c: Case): readonly CourseStep[] {
  if (!isOpen(c.status) && !hasGoneItsWay(c)) return []
  const walked = phasesOf(c)
  const now = c.status === 'completed' ? walked.length : walked.indexOf(phaseOf(c.status))
  return walked.flatMap((phase, index): readonly CourseStep[] => {
    const words = wordsOf(phase, c)
    if (words === undefined) return []
    const isDone = index < now || (phase === 'revocation' && c.trail.revoked !== undefined)
    return [{ state: isDone ? 'done' : index === now ? 'now' : 'ahead', ...words }]
  })
}

/** Its requester may find all well at any time: nothing that was not done may then be called so. */
const hasGoneItsWay = ({ status, manifest, settled }: Case): boolean =>
  status === 'completed' && (manifest !== null || settled !== null)

type Words = Pick<CourseStep, 'what' | 'ams'>

function wordsOf(phase: Phase, c: Case): Words | undefined {
  switch (phase) {
    case 'review':
      return { what: reviewing[closingOf(c)], ams: amsChecks[c.procedure] }
    case 'signature':
      return { what: signature }
    case 'revocation':
      return revocation
    case 'hand-off':
      return { what: phasesOf(c).includes('legalise') ? handOff : question }
    case 'action':
      return actionOf(c)
    default:
      return undefined
  }
}

const reviewing: Readonly<Record<ReturnType<typeof closingOf>, Bilingual>> = {
  legalise: {
    id: 'Periksa setiap bagian dan bukti, pastikan identitas, legalisasi',
    en: 'Check every part and proof, confirm the identity, legalise',
  },
  accept: { id: 'Periksa setiap bagian dan berkas, terima', en: 'Check every part and file, accept' },
  settle: {
    id: 'Periksa isian, kerjakan di AMS, pilih hasilnya',
    en: 'Check the answers, do it in AMS, choose the outcome',
  },
}
const signature: Bilingual = {
  id: 'Formulir ditandatangani penanggung jawab dan kembali; periksa, legalisasi',
  en: 'The person in charge signs the form; it comes back; check it, legalise',
}
const revocation: Words = {
  what: {
    id: 'Pemohon mengajukan pencabutan; cabut, tekan Sudah dicabut',
    en: 'The requester asks; revoke, press Revoked',
  },
  ams: {
    id: 'cabut sertifikat lama, tidak sebelum pemohon mengajukannya.',
    en: 'revoke the old certificate, not before the requester asks for it.',
  },
}
const handOff: Bilingual = {
  id: 'Contact center meneruskan berkas ke BSrE dan mencatat jawabannya',
  en: 'The contact center takes the file to BSrE and notes the answer',
}
const question: Bilingual = { id: 'Petugas contact center menjawab', en: 'An agent of the contact center answers' }

function actionOf(c: Case): Words {
  const { sendsLink, outcomes } = procedureOf(c.procedure)
  if (outcomes !== undefined)
    return { what: { id: 'Pemohon menempuh langkahnya sendiri', en: 'The requester takes the next step alone' } }
  if (sendsLink === true)
    return {
      what: { id: 'Pemohon sendiri membuka tautan dari BSrE', en: 'The requester alone opens the link from BSrE' },
      ams: {
        id: 'pastikan akun pemohon aktif.',
        en: "make sure that the requester's account is active.",
      },
    }
  return {
    what: { id: 'Penerbitan ulang diajukan; sertifikat baru terbit', en: 'A new certificate is asked for and issued' },
    ams: { id: 'ajukan penerbitan ulang sertifikat.', en: 'ask for the new certificate.' },
  }
}
