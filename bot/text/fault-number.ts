import type { FieldFaultCode } from '../../core/form/fault.ts'
import type { FieldKind } from '../../core/form/field.ts'
import type { Bilingual } from './language.ts'

/** What a refusal carries for its sentence. */
export type Detail = Readonly<Record<string, string | number>>

type NumberFault = Extract<
  FieldFaultCode,
  | 'bad-region'
  | 'bad-birth-year'
  | 'bad-month'
  | 'bad-day'
  | 'bad-appointment-year'
  | 'bad-appointment-month'
  | 'bad-sex'
  | 'zero-sequence'
  | 'bad-year'
>

/** Which digits of a NIP or NIK, or which part of a date, are wrong, and what they should be. */
export const numberFaults: Readonly<Record<NumberFault, (detail: Detail, kind: FieldKind | undefined) => Bilingual>> = {
  'bad-region': (detail) => digits(detail, 2, { id: 'kode provinsi', en: 'code of the province' }),
  'bad-birth-year': (detail) => digits(detail, 4, { id: 'tahun lahir', en: 'year of birth' }),
  'bad-month': (detail) =>
    detail.at === undefined
      ? calendar(detail, monthOf)
      : digits(detail, 2, { id: 'bulan lahir', en: 'month of birth' }),
  'bad-day': (detail, kind) =>
    detail.at === undefined ? calendar(detail, dayOf) : digits(detail, 2, kind === 'nik' ? nikDay : birthDay),
  'bad-appointment-year': (detail) => digits(detail, 4, { id: 'tahun pengangkatan', en: 'year of appointment' }),
  'bad-appointment-month': ({ at, employment }) => ({
    id:
      employment === 'pns'
        ? pppkNumber.id
        : `Angka ke-${at} dan ke-${Number(at) + 1} seharusnya bulan pengangkatan 01 sampai 12 (PNS), atau kode 21 ke atas (PPPK).`,
    en:
      employment === 'pns'
        ? pppkNumber.en
        : `Digits ${at} and ${Number(at) + 1} should be the month of appointment 01 to 12 (PNS), or a code from 21 up (PPPK).`,
  }),
  'bad-sex': ({ at }) => ({
    id: `Angka ke-${at} (jenis kelamin) seharusnya 1 untuk pria atau 2 untuk wanita.`,
    en: `Digit ${at} (sex) should be 1 for a man or 2 for a woman.`,
  }),
  'zero-sequence': (detail, kind) => digits(detail, kind === 'nip' ? 3 : 4, { id: 'nomor urut', en: 'serial number' }),
  'bad-year': (detail) => calendar(detail, yearOf),
}

const pppkNumber: Bilingual = {
  id: 'Angka ke-13 dan ke-14 nomor itu adalah kode PPPK, bukan bulan, padahal status yang Anda pilih PNS. Periksa nomornya, atau tekan ⬅ Kembali dan pilih PPPK.',
  en: 'Digits 13 and 14 of that number are a code of PPPK, no month, but the status that you chose is PNS. Look at the number, or press ⬅ Back and choose PPPK.',
}
const birthDay: Bilingual = { id: 'tanggal lahir', en: 'day of birth' }
const nikDay: Bilingual = { id: 'tanggal lahir; untuk wanita ditambah 40', en: 'day of birth; 40 higher for women' }
const dayOf: Bilingual = { id: 'Tanggalnya', en: 'The day' }
const monthOf: Bilingual = { id: 'Bulannya', en: 'The month' }
const yearOf: Bilingual = { id: 'Tahunnya', en: 'The year' }

/** "Angka ke-5 dan ke-6 (bulan lahir) seharusnya 01 sampai 12." */
function digits({ at, min, max }: Detail, count: number, what: Bilingual): Bilingual {
  const first = Number(at)
  const last = first + count - 1
  const pad = (value: string | number | undefined) => String(value).padStart(count, '0')
  const id = count === 1 ? `Angka ke-${first}` : `Angka ke-${first} ${count === 2 ? 'dan' : 'sampai'} ke-${last}`
  const en = count === 1 ? `Digit ${first}` : `Digits ${first} ${count === 2 ? 'and' : 'to'} ${last}`
  return {
    id: `${id} (${what.id}) seharusnya ${pad(min)} sampai ${pad(max)}.`,
    en: `${en} (${what.en}) should be ${pad(min)} to ${pad(max)}.`,
  }
}

const calendar = ({ min, max }: Detail, part: Bilingual): Bilingual => ({
  id: `${part.id} seharusnya ${min} sampai ${max}. Tulis hari dulu, lalu bulan, lalu tahun.`,
  en: `${part.en} should be ${min} to ${max}. Write the day first, then month and year.`,
})
