import { hasActionLink, withoutLinks } from './secret-link.ts'
import { hasOtp } from './secret-otp.ts'
import { toldSecret } from './secret-statement.ts'
import { plainText } from './secret-words.ts'

/** What nobody should ever send to us; only this kind is kept, never the message. */
export type SecretKind = 'passphrase' | 'password' | 'otp' | 'action-link'

const LONGEST = 4096
const EXTENSION = /\.(?:jpe?g|png|pdf|webp|heic|tiff?|docx?)$/i

/**
 * The secret that a message, caption, edited message or file name gives away, or undefined.
 * `linkDomains` are those at which action links end, besides the one that is known.
 * A bare six-digit code that we ourselves asked for must be taken before this is asked.
 * @source domain.md §4, safety interrupts
 */
export function secretIn(text: string, linkDomains: readonly string[] = []): SecretKind | undefined {
  const plain = plainText(text.slice(0, LONGEST))
  const words = withoutLinks(plain)
  return toldSecret(words) ?? toldInFileName(words) ?? (hasOtp(words) ? 'otp' : undefined) ?? linkIn(plain, linkDomains)
}

function linkIn(plain: string, domains: readonly string[]): 'action-link' | undefined {
  return hasActionLink(plain, domains) ? 'action-link' : undefined
}

// In a file name marks stand for blanks: password_Rahasia123.png
function toldInFileName(plain: string): SecretKind | undefined {
  const name = plain.replace(EXTENSION, '')
  if (name.includes(' ') && name === plain) return undefined
  return toldSecret(name) ?? toldSecret(name.replace(/[_-]+/g, ' '))
}
