import type { ReasonCode } from './reason.ts'

/** `PASS` nothing to remark · `WARN` usable, look · `FAIL` refused · `UNREADABLE` nothing could be read. */
export type Verdict = 'PASS' | 'WARN' | 'FAIL' | 'UNREADABLE'

/** Everything that can be found out about a file, and how much it weighs (`evidence.md` §9). */
export const findings = {
  EMPTY: 'FAIL',
  TOO_BIG: 'FAIL',
  UNSUPPORTED_TYPE: 'FAIL',
  CORRUPT: 'FAIL',
  TOO_MANY_PIXELS: 'FAIL',
  MULTIPAGE: 'FAIL',
  ASPECT: 'FAIL',
  TOO_SMALL: 'FAIL',
  BLANK: 'UNREADABLE',
  TOO_DARK: 'UNREADABLE',
  BLURRY: 'UNREADABLE',
  ENCRYPTED: 'FAIL',
  ACTIVE_CONTENT: 'FAIL',
  TOO_MANY_PAGES: 'FAIL',
  MALWARE: 'FAIL',
  SCAN_ERROR: 'WARN',
  QUICK_SCAN: 'WARN',
  MODE_UNKNOWN: 'WARN',
  THREATS: 'WARN',
  THREATS_UNKNOWN: 'WARN',
  OLD_DATE: 'WARN',
  FUTURE_DATE: 'WARN',
  DATE_AMBIGUOUS: 'WARN',
  DATE_UNKNOWN: 'WARN',
  NO_CODE: 'WARN',
  REUSED: 'WARN',
  ADDRESS_UNKNOWN: 'WARN',
} as const satisfies Readonly<Record<string, Exclude<Verdict, 'PASS'>>>
export type FindingCode = keyof typeof findings

/** Every finding, the gravest kinds not first: in the order in which they are told. */
// The keys of our own literal.
export const findingCodes = Object.keys(findings) as readonly FindingCode[]

export const isFindingCode = (code: string): code is FindingCode => Object.hasOwn(findings, code)

/** The reason that a verifier most likely returns the item for (`domain.md` §8); the other findings have none. */
export const reasonOfFinding: Readonly<Partial<Record<FindingCode, ReasonCode>>> = {
  QUICK_SCAN: 'R12',
  MODE_UNKNOWN: 'R12',
  OLD_DATE: 'R13',
  FUTURE_DATE: 'R13',
  THREATS: 'R14',
  THREATS_UNKNOWN: 'R14',
  BLURRY: 'R16',
  BLANK: 'R16',
  TOO_DARK: 'R16',
  TOO_SMALL: 'R16',
  DATE_UNKNOWN: 'R17',
  DATE_AMBIGUOUS: 'R17',
  ADDRESS_UNKNOWN: 'R18',
  REUSED: 'R21',
}

const gravestFirst = ['FAIL', 'UNREADABLE', 'WARN'] as const

/** The verdict that all of these findings together amount to. */
export function verdictOf(codes: readonly FindingCode[]): Verdict {
  return gravestFirst.find((verdict) => codes.some((code) => findings[code] === verdict)) ?? 'PASS'
}
