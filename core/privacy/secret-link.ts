const KNOWN_DOMAIN = 'bssn.go.id'
const BEFORE_HOST = String.raw`(?<![\p{L}\p{N}.@-])(?:[a-z0-9-]+\.)*`
const AFTER_HOST = String.raw`(?![\p{L}\p{N}-]|\.[a-z])(?<path>[/?#:][^\s<>"'|)]*(?: [^\s<>"'|)]*[/=][^\s<>"'|)]*)?)?`
const ACTION =
  /(?:^|[/#!])(?:login-actions|action-token|execute-actions|reset[\w-]*|aktivasi[\w-]*|activat\w*|set-pass\w*|ubah-pass\w*|buat-pass\w*|verify\w*|verifikasi[\w-]*|konfirmasi[\w-]*|confirm\w*|invit\w*|undangan)(?=[/?#]|$)/i
const TOKEN = /[?&#;](?:key|token|code|kode|t|k|s|sig|session_code|otp|ticket|jwt|hash|tab_id)=[^&\s]+/i
const RANDOM_PART = /\/(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[a-z0-9_-]{20,}(?=[/?#]|$)/i
const PUBLIC_PART =
  /\/(?:panduan|berita|artikel|faq|news|cara|tutorial|bantuan|help|unduh|download|blog|info|layanan)(?=[/?#-]|$)|\.(?:pdf|docx?|jpe?g|png)$/i
const JWT = /(?<![\p{L}\p{N}_-])eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?/u
const SHORTENER =
  /(?<![\p{L}\p{N}.-])(?:bit\.ly|s\.id|tinyurl\.com|t\.ly|cutt\.ly|shorturl\.at|rb\.gy|is\.gd|goo\.gl)\/(?<slug>[\w-]+)/iu
const SHORTENED_ACTION =
  /(?<!\p{L})(?:reset|aktivasi|activation|authenticator|otentikator|set passphrase|verifikasi)(?!\p{L})/iu

/**
 * Tells whether a message carries a link that acts for whoever holds it: of bssn.go.id, or of one of `domains`.
 * @param text as `plainText` gives it
 */
export function hasActionLink(text: string, domains: readonly string[]): boolean {
  if (JWT.test(text)) return true
  const names = [KNOWN_DOMAIN, ...domains].map((domain) => domain.replaceAll('.', String.raw`\.`)).join('|')
  const host = new RegExp(`${BEFORE_HOST}(?:${names})${AFTER_HOST}`, 'giu')
  return [text, decoded(text)].some((plain) => hasActionPath(plain, host)) || hasShortened(text)
}

function hasActionPath(text: string, host: RegExp): boolean {
  for (const { groups } of text.replace(/[[(]\.[\])]/g, '.').matchAll(host)) {
    const path = (groups?.path ?? '').replace(/ /g, '').replace(/[.,;!?]+$/, '')
    if (TOKEN.test(path) || RANDOM_PART.test(path)) return true
    if (ACTION.test(path) && !PUBLIC_PART.test(path)) return true
  }
  return false
}

// A short link hides its target; only beside the name of an action and with a slug no author chose is it one of these.
function hasShortened(text: string): boolean {
  const slug = SHORTENER.exec(text)?.groups?.slug ?? ''
  const isMade = /\d/.test(slug) || /\p{Ll}\p{Lu}/u.test(slug)
  return isMade && !slug.includes('-') && SHORTENED_ACTION.test(text)
}

/** The message without its web addresses, whose words tell nothing; mail addresses stay. */
export function withoutLinks(text: string): string {
  return text.replace(
    /(?:https?|hxxps?):\/\/[^\s"'<>)]+|(?<![^\s<("'])[\w.-]+\.(?:go\.id|id|ly|com)\/[^\s"'<>)]+/giu,
    ' ',
  )
}

/** Links wrapped in a redirect come percent-encoded; broken escapes stay as they are. */
function decoded(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
