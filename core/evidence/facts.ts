import type { CalendarDate } from '../form/calendar.ts'

/** How much of a device a scan went through. */
export type ScanMode = 'full' | 'quick' | 'custom'

/** What a picture of a finished antivirus scan says; what was not read is null, never a guess (`evidence.md` §9). */
export interface ScanFacts {
  /** The program's short name, as the table of products calls it. */
  readonly product: string | null
  readonly scanMode: ScanMode | null
  readonly threats: number | null
  /** The day in the order of day and month that the picture's language and product use. */
  readonly scannedOn: CalendarDate | null
  /** The other day that the same numbers name, when they can be read both ways. */
  readonly scannedOnOtherwise: CalendarDate | null
  /** `HH:MM` on the device's own clock. */
  readonly scannedAt: string | null
  readonly filesScanned: number | null
  readonly device: string | null
  /** The challenge code as it was read, letter by letter. */
  readonly code: string | null
}

/** What a picture of a changed mail password says; what was not read is null, never a guess (`evidence.md` §9). */
export interface PasswordFacts {
  readonly address: string | null
  readonly changedOn: CalendarDate | null
  /** The other day that the same numbers name, when they can be read both ways. */
  readonly changedOnOtherwise: CalendarDate | null
  /** True when the picture says that the password was changed. */
  readonly changed: true | null
}

/** The facts that are read from each kind of evidence that can be read. */
export interface FactsOf {
  readonly 'antivirus-scan': ScanFacts
  readonly 'email-password-change': PasswordFacts
}

/** A kind of evidence whose pictures are read. */
export type ReadKind = keyof FactsOf

export const readKinds = ['antivirus-scan', 'email-password-change'] as const satisfies readonly ReadKind[]

export const isReadKind = (name: string): name is ReadKind => readKinds.some((kind) => kind === name)
