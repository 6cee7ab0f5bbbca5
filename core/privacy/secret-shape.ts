const COUNTED =
  /^\d+(?:x|kali|menit|detik|jam|hari|minggu|bulan|tahun|thn?|karakter|digit|huruf|angka|am|pm|an|st|nd|rd|th|gb|mb)$/i
const DATE_OR_TIME = /^\d{1,4}[-/.:]\d{1,2}(?:[-/.:t]\d{1,4})*(?:wib|am|pm|z)?$/i
const COMPACT_DATE =
  /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/
const PUBLIC_NUMBER = /^(?:0?8\d{8,11}|\+?628\d{7,11}|\d{16}|\d{18}|(?:19|20)\d{2})$/
const ADDRESS = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$|^(?:https?:\/\/|www\.)|\.go\.id\b/i
const CODE_OF_OURS = /^(?:pandu-?\d|bsr-)/i
const PRODUCT =
  /^(?:win(?:dows)?-?\d+|android-?\d+|ios-?\d+|iphone-?\d+\w*|office-?\d+|chrome-?\d+|laptop-\w+|desktop-\w+|v?\d+(?:\.\d+)+|p3k|[23]fa|besign|bsre|esign|iphone|whatsapp|youtube|myasn|onedrive|mawar?e)$/i
const FILE_NAME = /\.(?:jpe?g|png|pdf|webp|heic|tiff?|docx?|xlsx?|zip)$/i

/** A word of a message without the quotes and punctuation around it. */
export function bare(word: string): string {
  return word.replace(/^["'“”‘’`(<[{*]+/, '').replace(/["'“”‘’`)>\]},;:.?]+$/, '')
}

/** Tells whether digits are a phone number, NIK, NIP or year, which people name beside every complaint. */
export function isPublicNumber(digits: string): boolean {
  return PUBLIC_NUMBER.test(digits)
}

/** Tells whether a word is built like a secret rather than like language, a number of an office or a date. */
export function isSecretShaped(word: string, shortest: number): boolean {
  const value = bare(word).replace(FILE_NAME, '')
  if (value.length < shortest || isKnownHarmless(value)) return false
  if (/^\d+$/.test(value)) return value.length >= 4 && value.length <= 12
  const hasLetter = /\p{L}/u.test(value)
  if (/^[*•xX.\-_]+$/.test(value) || !hasLetter) return false
  return /\d/.test(value) || /[#@!$%^&*+=~?][^\s]/.test(value) || /\p{Ll}\p{Lu}/u.test(value)
}

/** Tells whether a word mixes letters, digits and marks as nothing else in these conversations does. */
export function isUnmistakable(word: string): boolean {
  const value = bare(word)
  return isSecretShaped(value, 6) && /\p{L}/u.test(value) && /\d/.test(value) && /[#!$%^&*+~?@]/.test(value)
}

function isKnownHarmless(value: string): boolean {
  return [COUNTED, DATE_OR_TIME, COMPACT_DATE, PUBLIC_NUMBER, ADDRESS, CODE_OF_OURS, PRODUCT].some((known) =>
    known.test(value),
  )
}
