import { PdfRefused } from './refused.ts'

/** What reading one file may take. */
export interface PdfBudget {
  /** Cross-reference sections, which bounds the revisions. */
  readonly sectionsMax: number
  /** Entries in all cross-reference sections together. */
  readonly entriesMax: number
  /** Values within values. */
  readonly nestingMax: number
  /** Values parsed in all. */
  readonly valuesMax: number
  /** Bytes through which values are looked for, again and again included. */
  readonly scannedMaxBytes: number
  /** What all streams together may unpack to. */
  readonly unpackedMaxBytes: number
  /** Fields of forms in all revisions together. */
  readonly fieldsMax: number
}

/** What an honest file of 25 MB never needs, and a hostile one spends in well under a second. */
export const ordinaryBudget: PdfBudget = {
  sectionsMax: 500,
  entriesMax: 500_000,
  nestingMax: 100,
  valuesMax: 1_500_000,
  scannedMaxBytes: 96 * 1024 * 1024,
  unpackedMaxBytes: 64 * 1024 * 1024,
  fieldsMax: 100_000,
}

/** Counts what one reading takes. @throws PdfRefused with `BUDGET` when it is too much */
export class Spending {
  readonly budget: PdfBudget
  #values = 0
  #entries = 0
  #scannedBytes = 0
  #unpackedBytes = 0
  #fields = 0

  constructor(budget: PdfBudget) {
    this.budget = budget
  }

  value(): void {
    this.#values += 1
    if (this.#values > this.budget.valuesMax) throw new PdfRefused('BUDGET')
  }

  entries(count: number): void {
    this.#entries += count
    if (this.#entries > this.budget.entriesMax) throw new PdfRefused('BUDGET')
  }

  scanned(bytes: number): void {
    this.#scannedBytes += bytes
    if (this.#scannedBytes > this.budget.scannedMaxBytes) throw new PdfRefused('BUDGET')
  }

  field(): void {
    this.#fields += 1
    if (this.#fields > this.budget.fieldsMax) throw new PdfRefused('BUDGET')
  }

  /** How much may still be unpacked, in bytes. */
  get unpackedLeftBytes(): number {
    return this.budget.unpackedMaxBytes - this.#unpackedBytes
  }

  unpacked(bytes: number): void {
    this.#unpackedBytes += bytes
    if (this.#unpackedBytes > this.budget.unpackedMaxBytes) throw new PdfRefused('BUDGET')
  }
}
