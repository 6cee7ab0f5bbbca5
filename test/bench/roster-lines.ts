import type { RosterLine } from '../../core/agency/roster.ts'
import { rosterColumns } from '../../core/agency/roster-line.ts'

const birthdays = 28 * 12 * 30
const padded = (value: number, length: number) => String(value).padStart(length, '0')

/** The n-th of many made-up employees, each with numbers and a mailbox of their own. */
export function employee(n: number): RosterLine {
  const [day, month, year] = [1 + (n % 28), 1 + (Math.floor(n / 28) % 12), 1970 + (Math.floor(n / 336) % 30)]
  const serial = 1 + Math.floor(n / birthdays)
  const born = `${padded(month, 2)}${padded(day, 2)}`
  return {
    nip: `${year}${born}202001${1 + (n % 2)}${padded(serial, 3)}`,
    nik: `340401${padded(day, 2)}${padded(month, 2)}${padded(year % 100, 2)}${padded(serial, 4)}`,
    name: `Pegawai ${'ABCDEFGHIJ'[n % 10]} Contoh`,
    email: `pegawai.${n}@jogjaprov.go.id`,
    phone: `+62812${padded(n, 8)}`,
    employment: n % 3 === 0 ? 'pppk' : 'pns',
    unit: 'Dinas Komunikasi dan Informatika',
    position: 'Pranata Komputer',
    agency: 'diy',
  }
}

/** A roster file of so many employees. */
export const rosterCsv = (count: number): string =>
  [rosterColumns, ...Array.from({ length: count }, (_, n) => cellsOf(employee(n)))]
    .map((cells) => cells.join(','))
    .join('\n')

const cellsOf = (line: RosterLine) => rosterColumns.map((column) => line[column])
