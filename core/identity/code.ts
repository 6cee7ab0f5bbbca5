/** What a one-time code is like, and how often it may be asked for and guessed (`reliability.md` §4, ASVS 6.5). */
export const codeRules = {
  digits: 8,
  lifeMs: 10 * 60_000,
  /** Wrong guesses after which a code is worth nothing. */
  triesMax: 5,
  /** Codes that one chat may ask for in `windowMs`. It counts who asks, never about whom: nobody else can use it up. */
  asksMax: 5,
  windowMs: 24 * 3_600_000,
} as const

/** One more than the highest code. */
export const codesBelow = 10 ** codeRules.digits

/** A code as its eight digits. */
export const codeText = (number: number): string => String(number).padStart(codeRules.digits, '0')

/** The code in a typed text: its only digits, eight of them, perhaps in two groups; undefined when it is none. */
export function codeIn(text: string): string | undefined {
  const digits = text.normalize('NFKC').match(/\d+/g)?.join('') ?? ''
  const isOneRun = /^\D*\d{4}[ -]?\d{4}\D*$/.test(text.normalize('NFKC'))
  return isOneRun && digits.length === codeRules.digits ? digits : undefined
}

/** What came of a guess. Nothing of it tells whether the person asked about is known: a code nobody was sent is guessed alike. */
export type Guessed =
  | { readonly is: 'right' }
  | { readonly is: 'wrong'; readonly left: number }
  | { readonly is: 'expired' | 'used-up' | 'none' }

/** Whether a code that was not right may be guessed again. */
export const afterMiss = (tries: number): Guessed =>
  tries >= codeRules.triesMax ? { is: 'used-up' } : { is: 'wrong', left: codeRules.triesMax - tries }
