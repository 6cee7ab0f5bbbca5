import type { RefusalCode } from '../../core/case/refusal.ts'
import type { FieldFaultCode } from '../../core/form/fault.ts'
import { type FieldKind, fieldOf, isFieldName } from '../../core/form/field.ts'
import { type Detail, numberFaults } from './fault-number.ts'
import { fieldExample, unknownLabel } from './field.ts'
import type { Bilingual, Language } from './language.ts'

type Kind = FieldKind | undefined

/** What is wrong with a typed answer and which form is right; never a word or digit of the answer itself. */
export function faultSentence(code: FieldFaultCode, detail: Detail, language: Language, item = ''): string {
  const [name = ''] = item.split('.')
  const field = isFieldName(name) ? name : undefined
  const sentence = faults[code](detail, field === undefined ? undefined : fieldOf(field).kind)[language]
  if (field === undefined) return sentence
  const example = fieldExample(field, language)
  return [
    sentence,
    ...(fieldOf(field).needed ? [] : [`${or[language]} ${unknownLabel(field, language)}.`]),
    ...(example === undefined ? [] : [`${form[language]}: ${example}`]),
  ].join(' ')
}

const or: Bilingual = { id: 'Atau pilih', en: 'Or choose' }
const form: Bilingual = { id: 'Contoh bentuk', en: 'Example of the form' }

const called: Readonly<Partial<Record<FieldKind, Bilingual>>> = {
  nip: { id: 'NIP', en: 'A NIP' },
  nik: { id: 'NIK', en: 'A NIK' },
  phone: { id: 'Nomor HP, dihitung dari 08,', en: 'A mobile number, counted from 08,' },
  name: { id: 'Nama', en: 'A name' },
  email: { id: 'Alamat email', en: 'An e-mail address' },
  devices: { id: 'Nama perangkat', en: 'The name of a device' },
}
const answer: Bilingual = { id: 'Jawaban', en: 'An answer' }
const subject = (kind: Kind): Bilingual => (kind === undefined ? answer : (called[kind] ?? answer))
const isNumber = (kind: Kind): boolean => kind === 'nip' || kind === 'nik' || kind === 'phone'
const unit = (kind: Kind, language: Language): string =>
  isNumber(kind) ? (language === 'id' ? 'angka' : 'digits') : language === 'id' ? 'huruf' : 'characters'

const faults: Readonly<Record<FieldFaultCode, (detail: Detail, kind: Kind) => Bilingual>> = {
  ...numberFaults,
  empty: () => ({
    id: 'Jawaban ini diperlukan dan masih kosong. Tulis jawaban Anda.',
    en: 'This answer is needed and still empty. Write your answer.',
  }),
  'too-short': ({ found, min }, kind) => ({
    id: `${subject(kind).id} terdiri dari sedikitnya ${min} ${unit(kind, 'id')}; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has at least ${min} ${unit(kind, 'en')}; you sent ${found}.`,
  }),
  'too-long': ({ found, max }, kind) => tooLong(found, max, kind),
  'wrong-count': ({ found, min }, kind) => ({
    id: `${subject(kind).id} terdiri dari ${min} angka; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has ${min} digits; you sent ${found}.`,
  }),
  'not-a-digit': ({ at }) => ({
    id: `Nomor hanya berisi angka; karakter ke-${at} (tanpa spasi, titik, dan tanda hubung) bukan angka.`,
    en: `A number holds digits only; character ${at} (blanks, dots and dashes not counted) is none.`,
  }),
  'bad-character': ({ at }, kind) => ({
    id: `${subject(kind).id} hanya berisi huruf, spasi, titik, tanda petik atas, dan tanda hubung; periksa karakter ke-${at}.`,
    en: `${subject(kind).en} holds letters, blanks, dots, apostrophes and hyphens only; look at character ${at}.`,
  }),
  'has-digit': ({ at }, kind) => ({
    id: `${subject(kind).id} tidak memuat angka; periksa karakter ke-${at}.`,
    en: `${subject(kind).en} holds no digits; look at character ${at}.`,
  }),
  'not-an-address': () => ({
    id: 'Itu belum berbentuk alamat email. Tulis satu alamat lengkap dengan tanda @ dan nama domainnya, tanpa spasi.',
    en: 'That is not the form of an e-mail address. Write one whole address with @ and its domain, without blanks.',
  }),
  'other-domain': ({ domains }) => ({
    id: `Itu bukan alamat email dinas instansi Anda. Pakai email dinas${endings(domains, ' yang berakhir ', ' atau ')}, bukan email pribadi atau instansi lain.`,
    en: `That is no office address of your agency. Use the one${endings(domains, ' that ends in ', ' or ')} of your office, not a private one or another agency's.`,
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
    id: 'Tanggalnya belum terbaca. Tulis hari, bulan, dan tahun, seperti 22/11/2026 atau 22 November 2026.',
    en: 'No date could be read. Write day, month and year, as in 22/11/2026 or 22 November 2026.',
  }),
  'bad-time': () => ({
    id: 'Jamnya belum terbaca. Setelah tanggal, tulis jam 00.00 sampai 23.59, misalnya: 14.30.',
    en: 'The time could not be read. After the date write a time from 00:00 to 23:59, such as 14:30.',
  }),
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

/** " yang berakhir @a.go.id atau .b.go.id"; `*.b.go.id` stands for everything below it. */
function endings(domains: string | number | undefined, before: string, or: string): string {
  const shown = String(domains ?? '')
    .split(' ')
    .filter((domain) => domain !== '')
  if (shown.length === 0) return ''
  return before + shown.map((domain) => (domain.startsWith('*') ? domain.slice(1) : `@${domain}`)).join(or)
}

function tooLong(found: string | number | undefined, max: string | number | undefined, kind: Kind): Bilingual {
  if (kind === 'devices' && found === undefined)
    return {
      id: `Paling banyak ${max} perangkat dalam satu pengajuan. Pilih yang benar-benar Anda pakai.`,
      en: `One request takes ${max} devices at the most. Choose those that you really use.`,
    }
  return {
    id: `${subject(kind).id} terdiri dari paling banyak ${max} ${unit(kind, 'id')}; yang Anda kirim ${found}.`,
    en: `${subject(kind).en} has ${max} ${unit(kind, 'en')} at the most; you sent ${found}.`,
  }
}
