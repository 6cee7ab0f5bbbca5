import type { RosterColumn, RosterFault, RosterFaultCode } from '../../core/agency/roster-line.ts'
import { numberFaults } from './fault-number.ts'
import type { Bilingual, Language } from './language.ts'

/**
 * What is wrong with a line of a roster and what would be right; never a word or digit of the line itself.
 * @param nameOf what a column is called where it was filled in: in a file by its key
 */
export function rosterFaultSentence(
  fault: RosterFault,
  agencies: readonly string[],
  language: Language,
  nameOf: (column: RosterColumn) => string = (column) => column,
): string {
  const { code, column } = fault
  const sentence = isNumberFault(code)
    ? numberFaults[code](numbersOf(fault), column === 'nip' || column === 'nik' ? column : undefined)
    : faults[code](fault, agencies)
  return column === undefined ? sentence[language] : `${nameOf(column)}: ${sentence[language]}`
}

type NumberFault = keyof typeof numberFaults
/** No column of a roster is a date. */
type DateFault = 'not-a-date' | 'bad-time' | 'in-future' | 'in-past'

const isNumberFault = (code: RosterFaultCode): code is NumberFault => Object.hasOwn(numberFaults, code)
const numbersOf = (fault: RosterFault) =>
  Object.fromEntries(Object.entries(fault).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

const letters: Bilingual = {
  id: 'hanya berisi huruf, spasi, titik, tanda petik atas, dan tanda hubung',
  en: 'holds letters, blanks, dots, apostrophes and hyphens only',
}
const noDate: Bilingual = { id: 'tidak terbaca.', en: 'cannot be read.' }

const faults: Readonly<
  Record<Exclude<RosterFaultCode, NumberFault>, (fault: RosterFault, agencies: readonly string[]) => Bilingual>
> = {
  ...({
    'not-a-date': () => noDate,
    'bad-time': () => noDate,
    'in-future': () => noDate,
    'in-past': () => noDate,
  } satisfies Record<DateFault, () => Bilingual>),
  columns: ({ found, min }) => ({
    id: `Baris ini punya ${found} kolom, seharusnya ${min}. Isi yang memuat tanda pemisah ditulis di antara tanda kutip.`,
    en: `The line has ${found} columns instead of ${min}. A text with the separator in it stands between quotation marks.`,
  }),
  empty: () => ({ id: 'masih kosong.', en: 'is missing.' }),
  'spoilt-number': () => ({
    id: 'dibulatkan oleh lembar kerja (seperti 1,98E+17). Ubah format kolomnya menjadi teks, lalu isi lagi nomornya.',
    en: 'was rounded by the spreadsheet (as in 1.98E+17). Format the column as text and fill the number in again.',
  }),
  'nip-needed': () => ({
    id: 'masih kosong. Hanya lainnya, tni, dan polri yang boleh tanpa NIP.',
    en: 'is empty. Only lainnya, tni and polri may go without a NIP.',
  }),
  'number-needed': () => ({
    id: 'kosong. Pegawai tanpa NIP dikenali dari NIK-nya.',
    en: 'is empty. Somebody without a NIP is known by the NIK.',
  }),
  'unknown-employment': () => ({
    id: 'seharusnya pns, pppk, lainnya, tni, atau polri.',
    en: 'should be pns, pppk, lainnya, tni or polri.',
  }),
  'unknown-agency': (_, agencies) => ({
    id: `bukan kode instansi yang dikonfigurasi (${agencies.join(', ')}).`,
    en: `is no configured agency (${agencies.join(', ')}).`,
  }),
  'not-this-agency': () => ({
    id: 'instansi lain; impor ini dibatasi dengan --agency.',
    en: 'another agency; this import is limited by --agency.',
  }),
  twice: ({ firstLine }) => ({ id: `sudah ada di baris ${firstLine}.`, en: `stands in line ${firstLine} already.` }),
  taken: () => ({
    id: 'sudah milik pegawai lain yang tidak berubah oleh berkas ini. Perbaiki salah satunya, atau impor seluruh daftar dengan --replace.',
    en: 'belongs to somebody else whom this file does not change. Correct one of the two, or import the whole roster with --replace.',
  }),
  'stands-elsewhere': () => ({
    id: 'pegawai ini tercatat di instansi lain. Impor tanpa --agency untuk memindahkannya.',
    en: 'the roster has this person in another agency. Import without --agency to move them.',
  }),
  'wrong-count': ({ found, min }) => ({
    id: `terdiri dari ${min} angka; di sini ${found}.`,
    en: `has ${min} digits; here it has ${found}.`,
  }),
  'too-short': ({ found, min }) => ({
    id: `sedikitnya ${min} karakter; di sini ${found}.`,
    en: `has at least ${min} characters; here it has ${found}.`,
  }),
  'too-long': ({ found, max }) => ({
    id: `paling banyak ${max} karakter; di sini ${found}.`,
    en: `has at most ${max} characters; here it has ${found}.`,
  }),
  'not-a-digit': ({ at }) => ({
    id: `hanya berisi angka; karakter ke-${at} bukan angka.`,
    en: `holds digits only; character ${at} is none.`,
  }),
  'bad-character': ({ at }) => ({
    id: `${letters.id}; periksa karakter ke-${at}.`,
    en: `${letters.en}; look at character ${at}.`,
  }),
  'has-digit': ({ at }) => ({
    id: `${letters.id}; karakter ke-${at} sebuah angka.`,
    en: `${letters.en}; character ${at} is a digit.`,
  }),
  'not-an-address': () => ({ id: 'bukan alamat email yang lengkap.', en: 'is no whole e-mail address.' }),
  'other-domain': ({ domains = '' }) => ({
    id: `bukan domain email dinas instansinya (${domains.split(' ').join(', ')}).`,
    en: `is in none of the agency's mail domains (${domains.split(' ').join(', ')}).`,
  }),
  'role-mailbox': () => ({
    id: 'kotak surat unit, bukan milik satu orang. Kosongkan bila email dinasnya belum ada.',
    en: "is an office's mailbox, not one person's. Leave it empty if there is no personal one yet.",
  }),
  'not-a-mobile-number': () => ({
    id: 'bukan nomor HP (08…) dan bukan telepon kantor dengan kode wilayah (0274…).',
    en: 'is neither a mobile number (08…) nor a landline with its area code (0274…).',
  }),
}
