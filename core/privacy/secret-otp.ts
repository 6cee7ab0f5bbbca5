import { anyOf, BETWEEN, IS } from './secret-words.ts'

const SIX = '\\d{3}[ -]?\\d{3}'
const SIX_OR_EIGHT = `(?:${SIX}|\\d{4}[ -]?\\d{4})`
// Not a part of a longer number: a NIP, a phone number, a date, a case number, an amount.
const END = '(?![\\d-]|[.,:/]\\d| ?\\d)'
const NAMED = anyOf(`otp o\\.t\\.p kode_otp otp_code kode_verifikasi kode_aktivasi kode_authenticator kode_otentikator
  kode_autentikator kode_keamanan kode_rahasia kode_masuk kode_login kode_sms kode_\\d_digit \\d_digit_code token
  authenticator otentikator verification_code security_code auth_code passcode one_time_(?:password|code|passcode)
  kode code`)
const BETWEEN_ALL = `(?:[ ,:=("-]+(?:${BETWEEN}|${IS}|itu|ya))*`

const ALONE = new RegExp(`^["'“(\\[<]?${SIX}["'”)\\]>]?[.!]?$`)
const GOOGLE = /(?<![\p{L}\p{N}])g-\d{6}(?!\d)/iu
const AFTER_NAME = new RegExp(
  `(?<!\\p{L}|error |err )${NAMED}(?:nya|ku|mu)?${BETWEEN_ALL}[ ,:=("'#-]*(?<!\\d)${SIX_OR_EIGHT}${END}`,
  'iu',
)
const SHORT_OTP =
  /(?<!\p{L})otp(?:nya)?(?: (?:saya|sy|itu|adalah|is))*[ :=]+(?!19|20)\d{4,5}(?![\d.:,]|[ -]?\d| (?:digit|menit|detik))/iu
const BEFORE_NAME = new RegExp(
  `(?<![\\d.,/-]|\\d )${SIX_OR_EIGHT}[ ,]+(?:${IS}|itu|ini|as|sebagai|=)[ ]+(?:${BETWEEN} )*${NAMED}(?!\\p{L})`,
  'iu',
)
const FIRST = new RegExp(`^${SIX} (?:kode |code )?(?:otp|authenticator|verifikasi)(?:nya)?(?: saya)?[.!]?$`, 'iu')
// The seed of an authenticator is worth all its codes.
const SEED =
  /otpauth:\/\/|(?:secret|setup|seed|kunci|manual)[ -]?(?:key|kunci|code|kode)?(?: \p{L}+){0,3} ?[:=]? ?(?:[a-z2-7]{4} ?){4,}(?!\p{L})/iu

/** Tells whether a message is, or names, a one-time code or the seed that makes them. @param text as `plainText` gives it */
export function hasOtp(text: string): boolean {
  return (
    [ALONE, GOOGLE, AFTER_NAME, BEFORE_NAME, FIRST, SHORT_OTP].some((pattern) => pattern.test(text)) || hasSeed(text)
  )
}

function hasSeed(text: string): boolean {
  const found = SEED.exec(text)
  return found !== null && (found[0].startsWith('otp') || /[2-7]/.test(found[0]) || /[A-Z]{4}/.test(found[0]))
}
