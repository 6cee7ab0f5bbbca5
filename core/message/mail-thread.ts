import { parseCaseNumber } from '../case/case-number.ts'

/**
 * The Message-ID of a mail about a case: its number, what tells this mail from others, and a token that only the house
 * can make, so that nobody who knows a number alone can write an answer to a mail that they never got.
 */
export const threadId = (number: string, part: string, token: string, host: string): string =>
  `${number}.${part}.${token}@${host}`

/** What a Message-ID of ours names; whether its token is right is for the house to say. */
export interface ThreadRef {
  readonly number: string
  readonly token: string
}

const longest = 20_000
const refsMax = 50
const messageId = /(PANDU-\d{4}-\d{6,9}-[A-Z])\.[\w-]{1,64}\.([\w-]{22})@([\w.-]{1,253})/g

/** Our Message-IDs in headers or in what a bounce quotes, newest last; those of other hosts are not ours. */
export function threadsIn(text: string, host: string): readonly ThreadRef[] {
  const found: ThreadRef[] = []
  for (const [, typed = '', token = '', at = ''] of text.slice(-longest).matchAll(messageId)) {
    const number = parseCaseNumber(typed)
    if (number === undefined || at.replace(/\.+$/, '').toLowerCase() !== host.toLowerCase()) continue
    if (!found.some((one) => one.number === number && one.token === token)) found.push({ number, token })
    if (found.length >= refsMax) break
  }
  return found
}

/** The first case number that a subject names; its last letter must be right. */
export function numberInSubject(subject: string): string | undefined {
  for (const [typed] of subject.slice(0, 1000).matchAll(/PANDU[- ]?\d{4}[- ]?\d{6,9}[- ]?[A-Z]/gi)) {
    const number = parseCaseNumber(typed)
    if (number !== undefined) return number
  }
  return undefined
}
