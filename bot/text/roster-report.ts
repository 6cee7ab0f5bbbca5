import type { ImportTotals, LineOutcome, LineReport } from '../../core/handling/roster-import.ts'
import type { Bilingual, Language } from './language.ts'
import { rosterFaultSentence } from './roster-fault.ts'

const words: Readonly<Record<LineOutcome, Bilingual>> = {
  added: { id: 'ditambahkan', en: 'added' },
  changed: { id: 'diubah', en: 'changed' },
  same: { id: 'tidak berubah', en: 'unchanged' },
  refused: { id: 'ditolak', en: 'refused' },
  held: { id: 'tidak diimpor', en: 'not imported' },
  'not-in-file': { id: 'tidak ada di berkas ini', en: 'not in this file' },
  removed: { id: 'dihapus dari daftar', en: 'removed' },
}
const outcomes = ['added', 'changed', 'same', 'refused', 'held', 'not-in-file', 'removed'] as const
const line: Bilingual = { id: 'baris', en: 'line' }
const more: Bilingual = { id: 'lagi; semuanya dengan --json', en: 'more; all of them with --json' }
const nothing: Bilingual = {
  id: 'Tidak ada yang diimpor, karena ada baris yang ditolak.',
  en: 'Nothing was imported, because lines were refused.',
}

/** One line of the report, the person by the last digits alone. */
export function lineReportText(report: LineReport, agencies: readonly string[], language: Language): string {
  const { lineNumber, outcome, shown, columns, faults, agency } = report
  const who = shown.nip === '' ? `NIK ${shown.nik}` : `NIP ${shown.nip}`
  const what = `${words[outcome][language]}${columns.length > 0 ? ` (${columns.join(', ')})` : ''}, ${who}`
  const said = faults.map((fault) => rosterFaultSentence(fault, agencies, language))
  const place = lineNumber === null ? '' : `${line[language]} ${lineNumber}: `
  return `${place}${what}${lineNumber === null ? `, ${agency}` : ''}${said.length > 0 ? `. ${said.join(' ')}` : ''}`
}

/** What stands for the lines that are not told one by one. */
export const moreText = (outcome: LineOutcome, count: number, language: Language): string =>
  `${words[outcome][language]}: ${count} ${more[language]}`

/** The totals, and whether anything was imported at all; what did not happen is left out, but for the first four. */
export function totalsText(totals: ImportTotals, language: Language): string {
  const counts = outcomes
    .filter((outcome, n) => n < 4 || totals[outcome] > 0)
    .map((outcome) => `${totals[outcome]} ${words[outcome][language]}`)
    .join(', ')
  return totals.isImported ? counts : `${counts}. ${nothing[language]}`
}
