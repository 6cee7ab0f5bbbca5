import { type CalendarDate, dateAfter } from '../form/calendar.ts'
import { matchesChallenge } from './challenge-match.ts'
import type { FactsOf, PasswordFacts, ReadKind, ScanFacts } from './facts.ts'
import { type FindingCode, findingCodes, type Verdict, verdictOf } from './finding.ts'

/** What is known besides the picture; whatever is absent is not judged. */
export interface AssessContext {
  /** In WIB. */
  readonly today?: CalendarDate
  /** The code that the case asks for; null when its agency asks for none. */
  readonly expectedCode?: string | null
  /** The office mail whose password was to be changed. */
  readonly expectedAddress?: string | null
  /** True when the same file, picture or result stands in another case. */
  readonly isReused?: boolean
}

/** What the house thinks of an item; people decide. */
export interface Assessment {
  readonly verdict: Verdict
  readonly reasons: readonly FindingCode[]
}

/** A scan older than this many days is remarked (`domain.md` §6). */
export const scanAgeMaxDays = 7

/** Judges what was read of a picture; null facts are a picture of which nothing could be read. */
export function assess<K extends ReadKind>(kind: K, facts: FactsOf[K] | null, context: AssessContext): Assessment {
  const judged = judge[kind](facts, context)
  const reused = context.isReused === true ? (['REUSED'] as const) : []
  const codes = new Set<FindingCode>([...judged.found, ...reused])
  const reasons = findingCodes.filter((code) => codes.has(code))
  const verdict = judged.isBlind ? 'UNREADABLE' : verdictOf(reasons)
  return { verdict, reasons }
}

interface Judged {
  readonly found: readonly FindingCode[]
  /** Nothing that matters could be read. */
  readonly isBlind: boolean
}

const judge: { readonly [K in ReadKind]: (facts: FactsOf[K] | null, context: AssessContext) => Judged } = {
  'antivirus-scan': judgeScan,
  'email-password-change': judgePassword,
}

function judgeScan(facts: ScanFacts | null, context: AssessContext): Judged {
  const { scanMode = null, threats = null, scannedOn = null } = facts ?? {}
  return {
    found: [
      ...(scanMode === null ? (['MODE_UNKNOWN'] as const) : scanMode === 'full' ? [] : (['QUICK_SCAN'] as const)),
      ...(threats === null ? (['THREATS_UNKNOWN'] as const) : threats === 0 ? [] : (['THREATS'] as const)),
      ...judgeDay(scannedOn, facts?.scannedOnOtherwise ?? null, context.today),
      ...judgeCode(facts?.code ?? null, context),
    ],
    isBlind: scanMode === null && threats === null && scannedOn === null,
  }
}

function judgePassword(facts: PasswordFacts | null, context: AssessContext): Judged {
  const { address = null, changedOn = null, changed = null } = facts ?? {}
  const { expectedAddress = null } = context
  const isTheirs = address !== null && (expectedAddress === null || looksLike(address, expectedAddress))
  return {
    found: [
      ...judgeDay(changed === null ? null : changedOn, facts?.changedOnOtherwise ?? null, context.today),
      ...(isTheirs ? [] : (['ADDRESS_UNKNOWN'] as const)),
    ].filter((code) => code !== 'OLD_DATE'),
    isBlind: address === null && changedOn === null && changed === null,
  }
}

/** A day that can be read two ways is called old or in the future only when no way of reading it says otherwise. */
function judgeDay(
  day: CalendarDate | null,
  otherwise: CalendarDate | null,
  today: CalendarDate | undefined,
): readonly FindingCode[] {
  if (day === null) return ['DATE_UNKNOWN']
  const ambiguous = otherwise === null ? [] : (['DATE_AMBIGUOUS'] as const)
  if (today === undefined) return ambiguous
  const past = [day, otherwise].filter((one) => one !== null && one <= today)
  if (past.length === 0) return ['FUTURE_DATE', ...ambiguous]
  const oldest = dateAfter(today, -scanAgeMaxDays)
  return [...(past.every((one) => one !== null && one < oldest) ? (['OLD_DATE'] as const) : []), ...ambiguous]
}

function judgeCode(code: string | null, { expectedCode = null }: AssessContext): readonly FindingCode[] {
  return expectedCode === null || (code !== null && matchesChallenge(code, expectedCode)) ? [] : ['NO_CODE']
}

/** Equal but for signs that readers of pictures take for each other. */
function looksLike(read: string, expected: string): boolean {
  return folded(read) === folded(expected)
}

const folded = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replaceAll('rn', 'm')
    .replace(/[.\s,_-]/g, '')
    .replace(/[il|]/g, '1')
    .replaceAll('o', '0')
