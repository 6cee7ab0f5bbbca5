/** Why a typed field was not taken; every code has a sentence in each language. */
export type FieldFaultCode =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'wrong-count'
  | 'not-a-digit'
  | 'bad-character'
  | 'has-digit'
  | 'bad-region'
  | 'bad-birth-year'
  | 'bad-month'
  | 'bad-day'
  | 'bad-appointment-year'
  | 'bad-appointment-month'
  | 'bad-sex'
  | 'zero-sequence'
  | 'not-an-address'
  | 'other-domain'
  | 'role-mailbox'
  | 'not-a-mobile-number'
  | 'not-a-date'
  | 'bad-time'
  | 'bad-year'
  | 'in-future'
  | 'in-past'

/** What a sentence needs to say which digit is wrong and which form is right; it never repeats the answer itself. */
export interface FieldFault {
  readonly code: FieldFaultCode
  /** 1-based place of the first wrong digit or character, blanks, dots and dashes not counted in numbers. */
  readonly at?: number
  /** The count or the number that was found there. */
  readonly found?: number
  /** The smallest count or number that is right. */
  readonly min?: number
  /** The largest count or number that is right. */
  readonly max?: number
}

/** The value of a typed field, or the first thing that is wrong with it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: FieldFault }

/** A parser's good answer. */
export function taken<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

/** A parser's bad answer. */
export function faulty(code: FieldFaultCode, facts: Omit<FieldFault, 'code'> = {}): Parsed<never> {
  return { ok: false, fault: { code, ...facts } }
}
