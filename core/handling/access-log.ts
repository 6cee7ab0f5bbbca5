/** One look of a person at something of a case: evidence by its SHA-256, a phone number, a dossier; or at a file of no case. */
export interface Access {
  readonly staffId: string
  readonly caseId: string
  readonly what:
    | 'evidence'
    | 'number'
    | 'dossier'
    | 'form'
    | 'case'
    | 'export'
    | 'erasure'
    | 'hold'
    | 'copy'
    | 'pin'
    | 'check'
    | 'search'
  readonly ref: string
  readonly at: string
}

/** Stands where a case would, for a look at what belongs to none. */
export const noCase = '00000000-0000-0000-0000-000000000000'

/** Port: who looked at what; a chain of its own, append-only. */
export interface AccessLog {
  record(access: Access): Promise<void>
  /** SHA-256 of every evidence file of the case that this person opened. */
  seenBy(staffId: string, caseId: string): Promise<ReadonlySet<string>>
  /** The last time that somebody opened the page of each of these cases; nothing for one that nobody opened. */
  lastLooks(caseIds: readonly string[]): Promise<readonly Pick<Access, 'caseId' | 'staffId' | 'at'>[]>
  /** Revision of the first row that breaks the chain; undefined when it holds. */
  firstFault(): Promise<number | undefined>
}
