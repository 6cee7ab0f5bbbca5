import type { CalendarDate } from '../form/calendar.ts'
import { parseOfficeEmail } from '../form/email.ts'
import type { FieldFault, FieldFaultCode, Parsed } from '../form/fault.ts'
import { parseFreeText } from '../form/free-text.ts'
import { parsePersonName } from '../form/name.ts'
import { parseNik } from '../form/nik.ts'
import { parseNip } from '../form/nip.ts'
import { cleanLine } from '../form/typed-text.ts'
import type { Agency } from './agency.ts'
import type { RosterLine } from './roster.ts'
import { parseRosterPhone } from './roster-phone.ts'

/** The columns of a roster file in their fixed order. */
export const rosterColumns = [
  'nip',
  'nik',
  'name',
  'email',
  'phone',
  'employment',
  'unit',
  'position',
  'agency',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** Why a line of a roster was refused, beyond what is wrong with a typed field. */
export type RosterFaultCode =
  | FieldFaultCode
  | 'columns'
  | 'spoilt-number'
  | 'nip-needed'
  | 'number-needed'
  | 'unknown-employment'
  | 'unknown-agency'
  | 'not-this-agency'
  | 'twice'
  | 'taken'
  | 'stands-elsewhere'

/** One thing that is wrong with a line; holds no value of it. */
export interface RosterFault extends Omit<FieldFault, 'code'> {
  readonly code: RosterFaultCode
  readonly column?: RosterColumn
  /** Of the same file. */
  readonly firstLine?: number
  /** Mail domains that are right. */
  readonly domains?: string
}

/** A line that is good in itself, or everything that is wrong with it and the numbers that could be read all the same. */
export type ReadLine =
  | { readonly line: RosterLine }
  | { readonly faults: readonly RosterFault[]; readonly nip?: string; readonly nik?: string }

export interface RosterContext {
  readonly agencies: readonly Pick<Agency, 'code' | 'emailDomains'>[]
  readonly today: CalendarDate
  /** The only agency whose lines are taken. */
  readonly only?: string
}

// CPNS and part-time PPPK count as what they are about to be.
const employments: Readonly<Record<string, string>> = {
  pns: 'pns',
  cpns: 'pns',
  pppk: 'pppk',
  'pppk paruh waktu': 'pppk',
  lainnya: 'lainnya',
  tni: 'tni',
  polri: 'polri',
}
/** Those whom the state gives a NIP or NI PPPK. */
const hasNip = ['pns', 'pppk']
const textMax = 200

/** Reads the cells of one line by the same rules as answers in a dialogue. NIK, mail, phone, unit, position may be empty. */
export function readRosterLine(cells: readonly string[], { agencies, today, only }: RosterContext): ReadLine {
  if (cells.length !== rosterColumns.length)
    return { faults: [{ code: 'columns', found: cells.length, min: rosterColumns.length }] }
  const faults: RosterFault[] = []
  const cell = (column: RosterColumn) => cleanLine(cells[rosterColumns.indexOf(column)] ?? '')
  const take = (column: RosterColumn, parsed: Parsed<string>, more: Partial<RosterFault> = {}) => {
    if (parsed.ok) return parsed.value
    faults.push({ column, ...parsed.fault, ...more })
    return ''
  }
  const refuse = (column: RosterColumn, code: RosterFaultCode) => void faults.push({ column, code })
  const number = (column: 'nip' | 'nik' | 'phone', parse: (text: string) => Parsed<string>) => {
    const text = bare(cell(column))
    if (isSpoilt(text)) refuse(column, 'spoilt-number')
    return text === '' || isSpoilt(text) ? '' : take(column, parse(text))
  }
  const text = (column: 'unit' | 'position') =>
    cell(column) === '' ? '' : take(column, parseFreeText(cell(column), textMax))

  const isEmpty = (column: 'nip' | 'nik') => bare(cell(column)) === ''
  const nip = number('nip', (typed) => parseNip(typed, today))
  const nik = number('nik', parseNik)
  const name = parsePersonName(cell('name'))
  const agency = agencies.find(({ code }) => code === cell('agency').toLowerCase())
  const domains = agency?.emailDomains.join(' ') ?? ''
  const line: RosterLine = {
    nip,
    nik,
    name: take('name', name.ok ? { ok: true, value: name.value.name } : name),
    // Which domains are right is not known without an agency.
    email:
      cell('email') === '' || agency === undefined
        ? ''
        : take('email', parseOfficeEmail(cell('email'), agency.emailDomains), { domains }),
    phone: number('phone', parseRosterPhone),
    employment: employments[cell('employment').toLowerCase()] ?? '',
    unit: text('unit'),
    position: text('position'),
    agency: agency?.code ?? '',
  }
  if (line.employment === '') refuse('employment', 'unknown-employment')
  if (agency === undefined) refuse('agency', 'unknown-agency')
  else if (only !== undefined && agency.code !== only) refuse('agency', 'not-this-agency')
  if (isEmpty('nip') && hasNip.includes(line.employment)) refuse('nip', 'nip-needed')
  else if (isEmpty('nip') && isEmpty('nik')) refuse('nik', 'number-needed')
  return faults.length === 0 ? { line } : { faults, ...(nip !== '' && { nip }), ...(nik !== '' && { nik }) }
}

/** A number without what keeps it a text in spreadsheets: `'1985…`, `="1985…"`. */
const bare = (text: string): string => text.replace(/^(?:'|="([^"]*)"$)/, '$1')

/** True for a number that a spreadsheet rounded: `1,98504E+17`. */
const isSpoilt = (text: string): boolean => /^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)
