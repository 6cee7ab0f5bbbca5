import type { RosterLine } from '../agency/roster.ts'
import type { ReadLine, RosterColumn, RosterFault } from '../agency/roster-line.ts'

/** A person's numbers with all but their last digits hidden. */
export interface ShownNumbers {
  readonly nip: string
  readonly nik: string
}

/** A line of a roster file, as it was read. */
export type IncomingLine = ReadLine & { readonly lineNumber: number; readonly shown: ShownNumbers }

/** `held` = good, but nothing of its file was imported. */
export type LineOutcome = 'added' | 'changed' | 'same' | 'refused' | 'held' | 'not-in-file' | 'removed'

/** What became of a line of the file, or of a line that only the roster has (`lineNumber` null). */
export interface LineReport {
  readonly lineNumber: number | null
  readonly outcome: LineOutcome
  readonly shown: ShownNumbers
  /** Null when the line names none that is known. */
  readonly agency: string | null
  /** What changed. */
  readonly columns: readonly RosterColumn[]
  readonly faults: readonly RosterFault[]
}

export interface ImportRules {
  readonly at: string
  /** The only agency whose lines may be touched. */
  readonly agency?: string
  /** With one line refused nothing is imported. */
  readonly isStrict: boolean
  /** The file is the whole roster of its agencies: other lines are marked removed. Strict by itself. */
  readonly isWhole: boolean
}

export interface ImportTotals extends Readonly<Record<LineOutcome, number>> {
  readonly isImported: boolean
}

/** One file on its way into the roster: nothing of the roster changes before `settle`, and then everything at once. */
export interface RosterImport {
  take(lines: readonly IncomingLine[]): Promise<void>
  /** Compares all that was taken within itself and with the roster, and writes it in one transaction. */
  settle(rules: ImportRules): Promise<ImportTotals>
  /** The lines of the file in its order, then those that only the roster has. */
  report(): AsyncIterable<LineReport>
  /** Forgets what was set aside. */
  end(): Promise<void>
}

/** When an agency's roster was imported last, and with how many lines. */
export interface RosterAge {
  readonly agency: string
  readonly importedAt: string
  readonly lines: number
}

/** The columns in which two lines differ. */
export const changedColumns = (before: RosterLine, after: RosterLine, columns: readonly RosterColumn[]) =>
  columns.filter((column) => before[column] !== after[column])
