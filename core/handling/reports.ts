import type { Score } from '../case/rating.ts'
import type { ReasonCode } from '../evidence/reason.ts'
import type { ProcedureName } from '../procedure/names.ts'

/** What a report is about: cases of these agencies, and what happened from one moment (ISO 8601) until before another. */
export interface ReportAsked {
  readonly agencies: readonly string[]
  readonly from: string
  readonly until: string
}

/** Whose turns are timed. */
export const turnHolders = ['verifier', 'agent', 'requester'] as const
export type TurnHolder = (typeof turnHolders)[number]

/** Figures of a period, from open parts of the history alone; a case that was erased counts nowhere. */
export interface Figures {
  /** Cases by the day (WIB) and procedure of their first sending; no day without one. */
  readonly volume: readonly { readonly day: string; readonly procedure: ProcedureName; readonly count: number }[]
  /** Cases in which an item failed for a reason, most first; the item is null where the whole case was rejected. */
  readonly reasons: readonly { readonly item: string | null; readonly reason: ReasonCode; readonly count: number }[]
  /** Turns that ended: how long each kind of holder had a case by the clock, and how often they were done in time. */
  readonly turns: readonly {
    readonly holder: TurnHolder
    readonly count: number
    readonly keptCount: number
    readonly medianMinutes: number
    /** Nine of ten turns took no longer. */
    readonly mostMinutes: number
  }[]
  /** Cases by the last word of their requester in the period. */
  readonly scores: Readonly<Record<Score, number>>
}

/** Port: what the reports of the desk count. */
export interface Reports {
  figuresOf(asked: ReportAsked): Promise<Figures>
}
