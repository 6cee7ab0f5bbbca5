import type { RefusalCode } from '../../core/case/refusal.ts'
import type { FieldFaultCode } from '../../core/form/fault.ts'
import { type FieldKind, fieldOf, isFieldName } from '../../core/form/field.ts'
import { fieldExample } from './field.ts'
import type { Bilingual, Language } from './language.ts'

type Detail = Readonly<Record<string, string | number>>
type Kind = FieldKind | undefined

/** What is wrong with a typed answer and which form is right; never a word or digit of the answer itself. */
export function faultSentence(code: FieldFaultCode, detail: Detail, language: Language, item = ''): string {
  const [name = ''] = item.split('.')
  const field = isFieldName(name) ? name : undefined
  const sentence = faults[code](detail, field === undefined ? undefined : fieldOf(field).kind)[language]
  const example = field === undefined ? undefined : fieldExample(field, language)
  if (example === undefined) return sentence
  return `${sentence} ${language === 'id' ? 'Contoh bentuk' : 'Example of the form'}: ${example}`
}

const called: Readonly<Partial<Record<FieldKind, Bilingual>>> = {
  nip: { id: 'NIP', en: 'A NIP' },
  nik: { id: 'NIK', en: 'A NIK' },
  phone: { id: 'Nomor HP', en: 'A mobile number' },
  name: { id: 'Nama', en: 'A name' },
  email: { id: 'Alamat email', en: 'An e-mail address' },
  devices: { id: 'Daftar perangkat', en: 'The list of devices' },
}
const answer: Bilingual = { id: 'Jawaban', en: 'An answer' }
const subject = (kind: Kind): Bilingual => (kind === undefined ? answer : (called[kind] ?? answer))
const isNumber = (kind: Kind): boolean => kind === 'nip' || kind === 'nik' || kind === 'phone'
const unit = (kind: Kind, language: Language): string =>
  isNumber(kind) ? (language === 'id' ? 'angka' : 'digits') : language === 'id' ? 'huruf' : 'characters'

/** "Angka ke-5 dan ke-6 (bulan lahir) harus 01 sampai 12." */
function digits({ at, min, max }: Detail, count: number, what: Bilingual): Bilingual {
  const first = Number(at)
  const last = first + count - 1
  const pad = (value: string | number | undefined) => String(value).padStart(count, '0')
  const id = count === 1 ? `Angka ke-${first}` : `Angka ke-${first} sampai ke-${last}`
  const en = count === 1 ? `Digit ${first}` : `Digits ${first} to ${last}`
  return {
    id: `${id} (${what.id}) seharusnya ${pad(min)} sampai ${pad(max)}.`,
    en: `${en} (${what.en}) should be ${pad(min)} to ${pad(max)}.`,
  }
}

const faults: Readonly<Record<FieldFaultCode, (detail: Detail, kind: Kind) => Bilingual>> = {
  empty: () => ({ id: 'Jawabannya masih kosong. Tulis jawaban Anda.', en: 'The answer is empty. Write your answer.' }),
  'too-short': ({ found, min }, kind) => ({
    id: `${subject(kind).id} terdiri dari sedikitnya ${min} ${unit(kind, 'id')}; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has at least ${min} ${unit(kind, 'en')}; you sent ${found}.`,
  }),
  'too-long': ({ found, max }, kind) => tooLong(found, max, kind),
  'wrong-count': ({ found, min }, kind) => ({
    id: `${subject(kind).id} terdiri dari ${min} angka; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has ${min} digits; you sent ${found}.`,
  }),
  'not-a-digit': ({ at }, kind) => ({
    id: `${subject(kind).id} hanya berisi angka; karakter ke-${at} yang Anda kirim bukan angka.`,
    en: `${subject(kind).en} holds digits only; character ${at} of what you sent is none.`,
  }),
  'bad-character': ({ at }, kind) => ({
    id: `${subject(kind).id} hanya berisi huruf, spasi, titik, tanda petik atas, dan tanda hubung; periksa karakter ke-${at}.`,
    en: `${subject(kind).en} holds letters, blanks, dots, apostrophes and hyphens only; look at character ${at}.`,
  }),
  'has-digit': ({ at }, kind) => ({
    id: `${subject(kind).id} tidak memuat angka; periksa karakter ke-${at}.`,
    en: `${subject(kind).en} holds no digits; look at character ${at}.`,
  }),
  'bad-region': (detail) => digits(detail, 2, { id: 'kode provinsi', en: 'code of the province' }),
  'bad-birth-year': (detail) => digits(detail, 4, { id: 'tahun lahir', en: 'year of birth' }),
  'bad-month': (detail) =>
    detail.at === undefined
      ? calendar(detail, monthOf)
      : digits(detail, 2, { id: 'bulan lahir', en: 'month of birth' }),
  'bad-day': (detail, kind) =>
    detail.at === undefined ? calendar(detail, dayOf) : digits(detail, 2, kind === 'nik' ? nikDay : birthDay),
  'bad-appointment-year': (detail) => digits(detail, 4, { id: 'tahun pengangkatan', en: 'year of appointment' }),
  'bad-appointment-month': ({ at }) => ({
    id: `Angka ke-${at} sampai ke-${Number(at) + 1} seharusnya bulan pengangkatan 01 sampai 12 (PNS), atau kode 21 ke atas (PPPK).`,
    en: `Digits ${at} to ${Number(at) + 1} should be the month of appointment 01 to 12 (PNS), or a code from 21 up (PPPK).`,
  }),
  'bad-sex': ({ at }) => ({
    id: `Angka ke-${at} (jenis kelamin) seharusnya 1 untuk pria atau 2 untuk wanita.`,
    en: `Digit ${at} (sex) should be 1 for a man or 2 for a woman.`,
  }),
  'zero-sequence': (detail, kind) => digits(detail, kind === 'nip' ? 3 : 4, { id: 'nomor urut', en: 'serial number' }),
  'not-an-address': () => ({
    id: 'Itu belum berbentuk alamat email. Tulis satu alamat lengkap dengan tanda @ dan nama domainnya, tanpa spasi.',
    en: 'That is not the form of an e-mail address. Write one whole address with @ and its domain, without blanks.',
  }),
  'other-domain': () => ({
    id: 'Bagian setelah @ bukan domain email dinas instansi Anda. Pakai email dinas, bukan email pribadi atau instansi lain.',
    en: "The part after @ is not a mail domain of your agency. Use your office address, not a private one or another agency's.",
  }),
  'role-mailbox': () => ({
    id: 'Itu kotak surat unit yang dibaca beberapa orang. Pakai email dinas atas nama Anda sendiri.',
    en: 'That is a mailbox of an office, read by several people. Use the office address in your own name.',
  }),
  'not-a-mobile-number': () => ({
    id: 'Nomor HP Indonesia diawali 08 atau +628. Nomor telepon kantor tidak dapat dipakai di sini.',
    en: 'An Indonesian mobile number begins with 08 or +628. An office line cannot be used here.',
  }),
  'not-a-date': () => ({
    id: 'Tanggalnya belum terbaca. Tulis tanggal, bulan, dan tahun, atau misalnya: kemarin, 3 hari lalu.',
    en: 'No date could be read. Write day, month and year, or for instance: yesterday, 3 days ago.',
  }),
  'bad-time': () => ({
    id: 'Jamnya belum terbaca. Setelah tanggal, tulis jam 00.00 sampai 23.59, misalnya: 14.30.',
    en: 'The time could not be read. After the date write a time from 00:00 to 23:59, such as 14:30.',
  }),
  'bad-year': (detail) => calendar(detail, yearOf),
  'in-future': () => ({
    id: 'Waktu itu belum terjadi. Tulis tanggal dan jam yang sudah lewat, menurut WIB.',
    en: 'That time is still to come. Write a date and time that have passed, in WIB.',
  }),
  'in-past': () => ({
    id: 'Tanggal itu sudah lewat. Tulis hari ini atau tanggal yang akan datang.',
    en: 'That date has passed. Write today or a date to come.',
  }),
}

/** True for the codes that a typed field is refused with. */
export const isFault = (code: RefusalCode): code is FieldFaultCode => Object.hasOwn(faults, code)

const birthDay: Bilingual = { id: 'tanggal lahir', en: 'day of birth' }
const nikDay: Bilingual = { id: 'tanggal lahir; untuk wanita ditambah 40', en: 'day of birth; 40 higher for women' }
const dayOf: Bilingual = { id: 'Tanggalnya', en: 'The day' }
const monthOf: Bilingual = { id: 'Bulannya', en: 'The month' }
const yearOf: Bilingual = { id: 'Tahunnya', en: 'The year' }

const calendar = ({ min, max }: Detail, part: Bilingual): Bilingual => ({
  id: `${part.id} seharusnya ${min} sampai ${max}. Tulis hari dulu, lalu bulan, lalu tahun.`,
  en: `${part.en} should be ${min} to ${max}. Write the day first, then month and year.`,
})

function tooLong(found: string | number | undefined, max: string | number | undefined, kind: Kind): Bilingual {
  if (kind === 'devices')
    return {
      id: `Paling banyak ${max} perangkat dalam satu pengajuan. Pilih yang benar-benar Anda pakai.`,
      en: `One request takes ${max} devices at the most. Choose those that you really use.`,
    }
  return {
    id: `${subject(kind).id} terdiri dari paling banyak ${max} ${unit(kind, 'id')}; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has ${max} ${unit(kind, 'en')} at the most; you sent ${found}.`,
  }
}
