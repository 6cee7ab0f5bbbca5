import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import { daysAfter } from '../case/deadline.ts'

/** Days for which each class is kept where an agency says nothing else (`domain.md` §5): never past its purpose. */
export const retentionDays = {
  /** A case that was never sent, after its end. */
  draft: 14,
  /** Evidence files, after the end of their case. */
  evidence: 90,
  /** The facts of a case, after its end: two years, as the archive schedule (JRA) of most agencies has it. */
  case: 730,
  /** What a silent chat without any case remembers, after its last message. */
  chat: 90,
} as const
export type RetentionClass = keyof typeof retentionDays

/** How long an agency keeps each class, in days. */
export const retentionOf = (agency: Agency | undefined): Readonly<Record<RetentionClass, number>> => ({
  draft: agency?.retention?.draft ?? retentionDays.draft,
  evidence: agency?.retention?.evidence ?? retentionDays.evidence,
  case: agency?.retention?.case ?? retentionDays.case,
  chat: retentionDays.chat,
})

/** A case with what is known about it besides: why it must stay, and whether its files are gone. */
export interface KeptCase {
  readonly case: Case
  /** Why nothing of it may be erased; null for no legal hold. */
  readonly hold: string | null
  readonly filesErasedAt: string | null
}

type Retired = Pick<KeptCase, 'hold' | 'filesErasedAt'> & {
  readonly case: Pick<Case, 'agency' | 'endedAt' | 'submittedAt' | 'evidence'>
}

/** What of a case is over its time now: all of it, its evidence files, or nothing. */
export function overdueOf(
  { case: c, hold, filesErasedAt }: Retired,
  agencies: readonly Agency[],
  at: string,
): 'draft' | 'case' | 'evidence' | undefined {
  if (c.endedAt === null || hold !== null) return undefined
  const days = retentionOf(agencies.find(({ code }) => code === c.agency))
  const isOver = (name: RetentionClass) => daysAfter(c.endedAt ?? at, days[name]) <= at
  if (c.submittedAt === null) return isOver('draft') ? 'draft' : undefined
  if (isOver('case')) return 'case'
  return filesErasedAt === null && isOver('evidence') && hasFiles(c) ? 'evidence' : undefined
}

const hasFiles = ({ evidence }: Pick<Case, 'evidence'>): boolean =>
  Object.values(evidence).some((files) => files.some(({ stored }) => stored !== undefined))
