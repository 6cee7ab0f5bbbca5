import type { ClockReading } from '../../core/case/clock-reading.ts'
import type { Bilingual, Language } from './language.ts'
import { spanText } from './moment.ts'

/** How the time of a case is counted, in words. */
export const clockText = {
  day: { id: 'Hari', en: 'Day' },
  counted: { id: 'Dihitung', en: 'Counted' },
  time: { id: 'Jam (WIB)', en: 'Hours (WIB)' },
  sum: { id: 'Jumlah', en: 'Sum' },
  earlier: { id: 'Hari-hari sebelumnya', en: 'Days before' },
  none: {
    id: 'Belum ada jam kerja yang terhitung: instansi belum buka sejak giliran ini dimulai.',
    en: 'No working hour counted yet: the agency has not been open since this turn began.',
  },
} as const satisfies Record<string, Bilingual>

/** By what rule it is counted. */
export const clockRule: Readonly<Record<ClockReading['counts'], Bilingual>> = {
  'working-hours': {
    id: 'Yang dihitung hanya jam kerja instansi; malam, akhir pekan, istirahat, dan hari libur tidak.',
    en: 'Only the working hours of the agency count; nights, weekends, breaks and holidays do not.',
  },
  'every-hour': {
    id: 'Kehilangan kendali atas akun: setiap jam dihitung, juga malam dan hari libur.',
    en: 'Control of the account was lost: every hour counts, nights and holidays too.',
  },
  days: {
    id: 'Giliran pemohon: hari kalender. Sesudah hari itu pengajuan berakhir sendiri.',
    en: 'The requester’s turn: calendar days. After that day the request ends by itself.',
  },
}

/** "6 j 10 m dari 8 j terpakai (77 %)". */
export function usedText({ usedHours, targetHours }: ClockReading, language: Language): string {
  const percent = targetHours === 0 ? 100 : Math.floor((usedHours / targetHours) * 100)
  const [used, target] = [hoursText(usedHours, language), hoursText(targetHours, language)]
  return language === 'id'
    ? `${used} dari ${target} terpakai (${percent} %)`
    : `${used} of ${target} used (${percent} %)`
}

/** Why the clock of the verifier stands still, and what is left of it. */
export const pausedText = (hours: number, language: Language): string =>
  language === 'id'
    ? `Waktu verifikator berhenti selama giliran pemohon; sisanya ${hoursText(hours, 'id')}, dan dilanjutkan sesudah dikirim ulang.`
    : `The verifier’s time stands still during the requester’s turn; ${hoursText(hours, 'en')} are left, and go on once it is sent again.`

/** Hours as decimals, in hours and minutes; days only where somebody counts days. */
export function hoursText(hours: number, language: Language): string {
  const minutes = Math.floor(hours * 60 + 1e-6)
  if (minutes >= 72 * 60) return spanText(minutes, language)
  const [hour, minute] = language === 'id' ? ['j', 'm'] : ['h', 'm']
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [...(h > 0 ? [`${h} ${hour}`] : []), ...(m > 0 || h === 0 ? [`${m} ${minute}`] : [])].join(' ')
}
