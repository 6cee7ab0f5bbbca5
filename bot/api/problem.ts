import type { Refusal } from '../../core/case/refusal.ts'
import { type ProblemCode, problemText } from '../text/api.ts'
import { type Language, languages } from '../text/language.ts'
import { refusalSentence } from '../text/refusal.ts'

/** Where in a request something is wrong, and what. */
export interface Fault {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** JSON pointer (RFC 6901) into the body, or the name of the parameter. */
  readonly at: string
  /** Why, as a closed word: `invalid_type`, `too_big`, `unrecognized_keys` … */
  readonly code: string
}

interface More {
  readonly faults?: readonly Fault[]
  readonly refusal?: Refusal
  /** `Case.decision` as it stands, where another one was expected. */
  readonly version?: number
  readonly headers?: Readonly<Record<string, string>>
}

const statusOf: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'key-missing': 400,
  'no-token': 401,
  'token-refused': 401,
  'scope-missing': 403,
  refused: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'not-json': 415,
  invalid: 422,
  'key-reused': 422,
  'too-many-requests': 429,
  failed: 500,
  unavailable: 503,
}

/** A request that is not carried out, as RFC 9457 tells it: a closed code, and a sentence in both languages. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly more: More

  constructor(code: ProblemCode, more: More = {}) {
    super(code)
    this.code = code
    this.more = more
  }

  get status(): number {
    return statusOf[this.code]
  }

  /** What stands in the answer; nothing of the request is repeated in it. */
  get body() {
    const { faults, refusal, version } = this.more
    const inBoth = (say: (language: Language) => string) =>
      Object.fromEntries(languages.map((language) => [language, say(language)]))
    const detail = inBoth((language) =>
      refusal === undefined ? problemText[this.code][language] : refusalSentence(refusal, language),
    )
    return {
      type: `urn:pandu:problem:${refusal?.refused ?? this.code}`,
      title: problemText[this.code].en,
      status: this.status,
      code: refusal?.refused ?? this.code,
      detail: detail.en,
      sentences: detail,
      ...(faults !== undefined && { errors: faults }),
      ...(version !== undefined && { version }),
    }
  }

  toResponse(): Response {
    const headers = { 'Content-Type': problemType, ...this.more.headers }
    return new Response(JSON.stringify(this.body), { status: this.status, headers })
  }
}

export const problemType = 'application/problem+json'

const conflicts = new Set(['changed', 'not-now', 'held-by-other', 'frozen', 'item-settled', 'still-checking'])

/** A refusal of the house as a problem: whose case it is comes first, then its state, then the words of the request. */
export function problemOf(refusal: Refusal, version: number): Problem {
  const { refused } = refusal
  if (refused === 'not-yours') return new Problem('not-found')
  if (refused === 'own-case' || refused === 'other-part') return new Problem('refused', { refusal })
  if (conflicts.has(refused)) return new Problem('conflict', { refusal, version })
  return new Problem('invalid', { refusal, version })
}
