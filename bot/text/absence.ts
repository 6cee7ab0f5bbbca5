import type { AbsenceFault } from '../../core/agency/absence.ts'
import type { Bilingual, Language } from './language.ts'
import { dayText } from './moment.ts'

/** The words of *Saya cuti*, in Slack and at the desk. */
export const absenceText = {
  title: { id: 'Saya cuti', en: 'I am away' },
  from: { id: 'Hari pertama', en: 'First day' },
  until: { id: 'Hari terakhir', en: 'Last day' },
  deputy: { id: 'Pengganti', en: 'Deputy' },
  noDeputy: { id: 'Tanpa pengganti (kembali ke antrean)', en: 'No deputy (back to the queue)' },
  save: { id: 'Simpan', en: 'Save' },
  close: { id: 'Tutup', en: 'Close' },
  end: { id: 'Saya sudah kembali', en: 'I am back' },
  drop: { id: 'Batalkan cuti ini', en: 'Drop this absence' },
  explained: {
    id: 'Selama Anda cuti, pengajuan yang Anda pegang pindah ke pengganti, atau kembali ke antrean. Pemohon diberi tahu.',
    en: 'While you are away, the cases you hold go to your deputy, or back to the queue. Requesters are told.',
  },
  ended: { id: 'Cuti Anda sudah diakhiri. Selamat bekerja kembali.', en: 'Your absence has ended. Welcome back.' },
  none: { id: 'Anda tidak sedang cuti.', en: 'You are not away.' },
} as const satisfies Record<string, Bilingual>

/** Why an absence was not taken down, and what to give instead. */
export const absenceFaults: Readonly<Record<AbsenceFault, Bilingual>> = {
  'not-a-day': { id: 'Pilih hari pertama dan hari terakhir.', en: 'Choose the first and the last day.' },
  backwards: {
    id: 'Hari terakhir tidak boleh sebelum hari pertama.',
    en: 'The last day cannot come before the first.',
  },
  over: {
    id: 'Hari terakhir sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'The last day has passed. Choose today or later.',
  },
  'too-long': { id: 'Cuti paling lama 180 hari.', en: 'An absence is 180 days at most.' },
  'too-far': { id: 'Hari pertama paling jauh setahun dari sekarang.', en: 'The first day is a year from now at most.' },
  'deputy-unfit': {
    id: 'Pengganti harus verifikator lain yang aktif di instansi yang sama.',
    en: 'The deputy must be another active verifier of the same agency.',
  },
  'deputy-away': {
    id: 'Pengganti itu sedang cuti pada hari-hari tersebut. Pilih orang lain.',
    en: 'That deputy is away on these days. Choose somebody else.',
  },
}

/** "Anda cuti 1–5 Des 2026; pengganti: Budi." */
export function awaySentence(from: string, until: string, deputy: string | undefined, language: Language): string {
  const [first, last] = [from, until].map((day) => dayText(`${day}T01:00:00.000Z`, language))
  if (language === 'id')
    return `Anda cuti ${first} sampai ${last}; ${deputy === undefined ? 'tanpa pengganti' : `pengganti: ${deputy}`}.`
  return `You are away from ${first} to ${last}; ${deputy === undefined ? 'no deputy' : `deputy: ${deputy}`}.`
}
