import type { Status } from '../case/status.ts'
import type { ProcedureName } from '../procedure/names.ts'
import type { ErasureDecision, KeptReason } from './erasure.ts'

/** A case in the list of what is stored. */
export interface StoredLine {
  readonly number: string
  readonly procedure: ProcedureName
  readonly status: Status
  readonly openedAt: string
  readonly endedAt: string | null
  /** Evidence files that are kept. */
  readonly files: number
}

/** What a chat is told about its data; worded when it is delivered. */
export type RightsSaying =
  /** `lines` = its latest cases, `total` = all of them; `tiedTo` = masked numbers that this chat is tied to. */
  | {
      readonly code: 'data'
      readonly lines: readonly StoredLine[]
      readonly total: number
      readonly tiedTo: readonly string[]
    }
  | { readonly code: 'copy-link'; readonly token: string }
  | { readonly code: 'drafts-erased'; readonly count: number }
  | { readonly code: 'erasure-asked'; readonly number: string; readonly dueAt: string }
  | { readonly code: 'erased'; readonly count: number; readonly kept: readonly KeptReason[] }
  | { readonly code: 'erasure-refused'; readonly number: string; readonly why: Exclude<ErasureDecision, 'erased'> }

/** Why staff hears of a request. */
export const rightsMailCodes = ['erasure-asked', 'erasure-due', 'erasure-overdue'] as const
export type RightsMailCode = (typeof rightsMailCodes)[number]
