import { parse } from 'csv-parse/sync'
import type { RosterLine } from '../core/agency/roster.ts'
import { wibMoment } from '../core/form/calendar.ts'
import { parseNik } from '../core/form/nik.ts'
import { parseNip } from '../core/form/nip.ts'
import { parseMobileNumber } from '../core/form/phone.ts'

/** The fixed header of a roster file. */
export const rosterHeader = [
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

export interface RosterFile {
  readonly lines: readonly (RosterLine & { readonly lineNumber: number })[]
  /** What was refused, by line; never repeats a personal number. */
  readonly faults: readonly { readonly lineNumber: number; readonly reason: string }[]
}

/** Reads a roster CSV; each line is taken or refused with its reason. @throws Error when it is no roster file at all */
export function readRoster(bytes: Uint8Array, agencies: readonly string[], at: string): RosterFile {
  const text = decode(bytes)
  const records: string[][] = parse(text, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
    delimiter: [',', ';'],
  })
  const header = (records[0] ?? []).map((name) => name.toLowerCase())
  if (rosterHeader.some((name, n) => header[n] !== name))
    throw new Error(`The first line must read: ${rosterHeader.join(',')}`)
  const today = wibMoment(Date.parse(at)).date
  const seen = new Set<string>()
  const lines: (RosterLine & { lineNumber: number })[] = []
  const faults: { lineNumber: number; reason: string }[] = []
  for (const [n, record] of records.slice(1).entries()) {
    const lineNumber = n + 2
    const line = readLine(record, agencies, today)
    if (typeof line === 'string') faults.push({ lineNumber, reason: line })
    else if (seen.has(line.nip)) faults.push({ lineNumber, reason: 'the NIP stands in an earlier line already' })
    else {
      seen.add(line.nip)
      lines.push({ ...line, lineNumber })
    }
  }
  return { lines, faults }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('The file is not UTF-8. Save it as "CSV UTF-8".')
  }
}

function readLine(record: readonly string[], agencies: readonly string[], today: string): RosterLine | string {
  if (record.length !== rosterHeader.length) return `has ${record.length} columns instead of ${rosterHeader.length}`
  const [
    nip = '',
    nik = '',
    name = '',
    email = '',
    phone = '',
    employment = '',
    unit = '',
    position = '',
    agency = '',
  ] = record
  const [readNip, readNik] = [parseNip(nip, today), nik === '' ? undefined : parseNik(nik)]
  if (!readNip.ok) return `NIP: ${readNip.fault.code}`
  if (readNik?.ok === false) return `NIK: ${readNik.fault.code}`
  if (name === '') return 'the name is missing'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return 'the e-mail is no address'
  if (!agencies.includes(agency)) return `the agency ${JSON.stringify(agency.slice(0, 40))} is not configured`
  const readPhone = phone === '' ? undefined : parseMobileNumber(phone)
  return {
    nip: readNip.value,
    nik: readNik?.value ?? '',
    name,
    email: email.toLowerCase(),
    employment: employment.toLowerCase(),
    unit,
    position,
    agency,
    // A landline is a number that a verifier may call as well.
    phone: readPhone?.ok === true ? readPhone.value : phone,
  }
}
