import type { Alike } from '../evidence/alike.ts'
import type { CalendarDate } from '../form/calendar.ts'

/** What a file that was sent is known by when it comes again; what is not known of it is null and matches nothing. */
export interface EvidencePrint {
  readonly caseId: string
  readonly fileId: string
  /** Of the bytes as received. */
  readonly sha256: string
  /** What the network calls the upload; forwarded, it keeps that name. */
  readonly upload: string | null
  /** Of the result that was read in it (`core/evidence/alike.ts`). */
  readonly result: string | null
  /** The outline of its first picture, 64 hexadecimal digits. */
  readonly looks: string | null
  /** When it was first sent, in WIB. */
  readonly sentOn: CalendarDate
}

/**
 * Port: what files of other cases are known by. Digests are kept under a key only, so that whoever has the store cannot ask
 * it for a file that they know. They go with their evidence: `Rights` drops them with a case or its files.
 */
export interface EvidencePrints {
  /** Noted again it is one print, and its first day stays. Nothing is noted of a case whose files were erased. */
  note(print: EvidencePrint): Promise<void>
  /**
   * The files of other cases that a noted one may be, one of each case: the surest ground first, the oldest first, and
   * outlines, of which only those since that day are looked at, by how near they are.
   */
  alike(
    caseId: string,
    fileId: string,
    limits: { readonly looksSince: CalendarDate; readonly limit: number },
  ): Promise<readonly Alike[]>
}
