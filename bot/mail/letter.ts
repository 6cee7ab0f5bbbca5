import type { Bilingual, Language } from '../text/language.ts'

export interface Enclosure {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** One mail as it leaves: plain text only, to one address. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Without angle brackets; the same for every attempt at the same mail. */
  readonly messageId: string
  /** The mails before it about the same case, oldest first, without angle brackets. */
  readonly references?: readonly string[]
  readonly enclosures?: readonly Enclosure[]
}

// Strict on purpose: an address that needs quoting or holds a line end is never written into a header.
const mailAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/

export const isMailAddress = (text: string): boolean => mailAddress.test(text)

/** The host behind the address that mails come from, with or without a name around it. */
export const hostOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'

/** A header's value: one line, whatever it was made of. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()

/** A text in both languages, Indonesian first. */
export function bothLanguages(
  write: (say: (text: Bilingual) => string, language: Language) => readonly string[],
): string {
  const inOne = (language: Language) => write((text) => text[language], language).join('\n')
  return `${inOne('id')}\n\n— English —\n\n${inOne('en')}\n`
}
