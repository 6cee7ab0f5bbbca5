import { faulty, type Parsed, taken } from '../form/fault.ts'
import { parseMobileNumber } from '../form/phone.ts'

const SHORTEST = 8
const LONGEST = 13

/** A number that a verifier may call, as E.164: a mobile one, or a landline with its area code. */
export function parseRosterPhone(text: string): Parsed<string> {
  const mobile = parseMobileNumber(text)
  if (mobile.ok || mobile.fault.code !== 'not-a-mobile-number') return mobile
  const national = text
    .normalize('NFKC')
    .replace(/[^+\d]/g, '')
    .replace(/^(?:\+62|0062|62)0?/, '0')
  if (!/^0[2-9]/.test(national)) return mobile
  const found = national.length
  if (found < SHORTEST) return faulty('too-short', { found, min: SHORTEST, max: LONGEST })
  if (found > LONGEST) return faulty('too-long', { found, min: SHORTEST, max: LONGEST })
  return taken(`+62${national.slice(1)}`)
}
