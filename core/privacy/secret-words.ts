import { cleanLine } from '../form/typed-text.ts'

/** Typed text as the guards read it: one line, no invisible characters, digits of any script as 0–9. */
export function plainText(text: string): string {
  return cleanLine(text.normalize('NFKC')).replace(/\p{Nd}/gu, decimalDigit)
}

// The digits of every script stand in blocks of ten, the zero first; the arabic ones are typed on some phones.
function decimalDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (const zero of [0x30, 0x660, 0x6f0, 0x966]) if (code >= zero && code < zero + 10) return String(code - zero)
  return digit
}

/** A regular expression source that matches any of the blank-separated words; `_` stands for a blank or hyphen inside one. */
export function anyOf(words: string): string {
  const sources = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', '[ -]?'))
  return `(?:${sources.join('|')})`
}

/** What may stand between a secret's name and the secret: whose it is, what it opens, which one. */
export const BETWEEN = anyOf(`saya sy aku gue gw ku mu nya anda kamu kami kita user bapak ibu beliau pak bu punya milik
  email e-?mail mail dinas kantor tte ttd tanda_tangan elektronik bsre besign ams akun account sertifikat portal login sso
  beid laptop hp wifi webmail gmail srikandi google authenticator untuk utk buat di pada dari yang yg lama baru sekarang skrg
  skrang terbaru sementara awal default tadi kemarin barusan ini tsb tersebut masih tetap memang pakai pake dipakai gunakan
  digunakan ketik isi masukkan set benar betul masuk my your our the for of office signing old new current old mine i use used ya`)

/** Says "here it comes": a value follows. */
export const IS = anyOf('adalah yaitu yakni ialah berbunyi isinya is was')
