import { bare, isPublicNumber, isSecretShaped, isUnmistakable } from './secret-shape.ts'
import { BETWEEN, IS } from './secret-words.ts'

const PASSPHRASE =
  '(?:pas+|pass)[ _-]?(?:ph?rases?|frases?|frasa|fras|pres|pras|fres)|fras[ae][ -]?sandi|key[ -]?phrase|(?=\\p{L}{8,12}(?!\\p{L}))p[ah]{1,2}[sphfar]{3,8}[aei]?s[ea]'
const PASSWORD = 'pass?[ -]?wor[dt]|pas+wd|pass|pas+wo[rt]+|pwd?|kata[ -]?sandi|sandi|kata[ -]?kunci'
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<passphrase>${PASSPHRASE})|(?<pin>pin)|(?<password>(?<!one[ -]?time )(?:${PASSWORD})))(?:-?nya|ku|mu|['’]?s)?(?![\\p{L}_-])`,
  'giu',
)
// Asked about rather than told: what follows a colon then is a complaint or a note, unless it is built like a secret.
const TOPIC =
  /(?<!\p{L})(?:lupa|reset|ganti|mengganti|ubah|mengubah|pergantian|perubahan|bukti|cara|kendala|masalah|keluhan|soal|tentang|perihal|forgot|change|changing|about|proof)(?: (?:saya|my|the|email))*[ :,]*$/iu
const BETWEEN_WORD = new RegExp(`^[ ,(]*(?:${BETWEEN}|[^\\s@]+@[^\\s@]+\\.[a-z]+)(?:nya)?(?=[\\s,:=("“'-]|$)`, 'iu')
const TELLS = new RegExp(`^[ ,]*(?:(?<mark>[:=]|-+>|→)|(?<is>${IS}|itu|sama dengan)(?= |$))[ :=]*`, 'iu')
const CHANGED_TO = /^(?:[^.?!]{0,40}? )??(?:jadi|menjadi|dengan|ke|to) (?<value>\S+|["“][^"”]+["”])/iu
// "lupa2" and "masuk2nya" are how people double a word.
const DOUBLED = /^\p{Ll}{3,}2(?:an|nya|in|kan)?$/u
// First words of what is said about a secret, not of the secret itself.
const ABOUT = new Set(
  `ada adalah akan akun apa apakah atau ayo bagaimana baik baru bapak beda belum benar bener berapa betul bisa blm bocor
  boleh bukan butuh dan dengan di dibuat diganti digunakan dipakai dirahasiakan direset dirubah ditolak diubah done email
  error expired gagal gak ganti ga gimana hanya harus hilang hrs ini itu invalid jangan jelas kadaluarsa kadaluwarsa kalau
  karena kata kedaluwarsa kemarin kenapa ketahuan keliru kemudian keblokir kode kok kombinasi kosong kurang lagi lama lemah
  link lupa macet masih masuk mau mengapa mesti mohon minimal minta ngga nggak nya ok oke pada panjang perlu pernah pin
  password passphrase rahasia reset rumit saat salah sama sandi saya screenshot sedang sekarang selalu selesai sering
  siapa silakan sudah sdh sulit supaya susah tanggal tau tautan tdk tebak tentang terblokir terdiri terkunci terlalu
  terlampir terlihat tersebar terus tgl tidak tak tolong tte udah udh untuk wajib ya yaitu yang yg a already an and are
  always attached blocked can changed compromised confidential correct do does expired forgotten has have how i
  incorrect is leaked locked long lost must never no not of on or private rejected required right secret short should still
  strong the to too unknown weak what when where why will wrong yes yesterday`.split(/\s+/),
)

const SPACED_WORD = /(?<!\p{L})(?:\p{L} ){5,}\p{L}(?!\p{L})/gu
const GROUPED_NUMBER = /\d(?:[ .-]?\d){9,}/g

/** Finds a passphrase, signing PIN or password that is told, not only spoken about. @param text as `plainText` gives it */
export function toldSecret(text: string): 'passphrase' | 'password' | undefined {
  const joined = text.replace(SPACED_WORD, withoutMarks).replace(GROUPED_NUMBER, (groups) => {
    const digits = withoutMarks(groups)
    return isPublicNumber(digits) ? digits : groups
  })
  for (const found of joined.matchAll(NAME)) {
    const before = joined.slice(0, found.index)
    const after = joined.slice(found.index + found[0].length)
    const isPin = found.groups?.pin !== undefined
    if (isTold(before, after, isPin)) return found.groups?.password === undefined ? 'passphrase' : 'password'
  }
  return undefined
}

function isTold(before: string, after: string, isPin: boolean): boolean {
  const { rest, isOwned } = withoutBetween(after)
  const teller = TELLS.exec(rest)
  const said = teller ? rest.slice(teller[0].length) : rest.replace(/^[ ,]+/, '')
  if (teller?.groups?.mark && isToldByMark(said, TOPIC.test(before))) return true
  if (teller?.groups?.is && isToldByVerb(said, isOwned)) return true
  if (!teller && isToldPlainly(said, isOwned, isPin)) return true
  return isToldFurtherOn(rest) || isToldBefore(before, isPin)
}

/** What follows the words that only say whose or which secret it is. */
function withoutBetween(after: string): { readonly rest: string; readonly isOwned: boolean } {
  let rest = after
  for (let found = BETWEEN_WORD.exec(rest); found; found = BETWEEN_WORD.exec(rest)) rest = rest.slice(found[0].length)
  return { rest, isOwned: rest.length < after.length || /^(?:nya|ku)/i.test(after) }
}

function isToldByMark(said: string, isTopic: boolean): boolean {
  const value = firstWord(said)
  if (isSecretShaped(value, 3)) return true
  return !isTopic && isSomething(value) && !ABOUT.has(bare(value).toLowerCase())
}

function isToldByVerb(said: string, isOwned: boolean): boolean {
  const value = firstWord(said)
  if (isSecretShaped(value, 4) || isQuoted(said)) return true
  return (
    isOwned &&
    isSomething(value) &&
    bare(value).length >= 3 &&
    !ABOUT.has(bare(value).toLowerCase()) &&
    !said.includes('?')
  )
}

function isToldPlainly(said: string, isOwned: boolean, isPin: boolean): boolean {
  const value = firstWord(said)
  if (isPin) return (isOwned ? /^\d{4,8}$/ : /^\d{6}$/).test(bare(value))
  if (isOwned && isQuoted(said)) return true
  return isSecretShaped(value, isOwned ? 4 : 5) && !DOUBLED.test(bare(value))
}

function isToldFurtherOn(rest: string): boolean {
  const [sentence = ''] = rest.split(/[.?!](?= |$)|[;,] /, 1)
  const words = sentence.split(' ').slice(0, 9)
  if (words.some(isUnmistakable)) return true
  const [, labelled = ''] = /^(?: ?[^\s:=,]+){1,3} ?[:=] ?(\S+)/.exec(sentence) ?? []
  if (isSecretShaped(labelled, 4)) return true
  const changed = CHANGED_TO.exec(rest)?.groups?.value ?? ''
  return /^["“]/.test(changed) || isSecretShaped(changed, 5)
}

function isToldBefore(before: string, isPin: boolean): boolean {
  const found = /(?<start>^| )(?<value>\S+?)[ ,]+(?<is>(?:itu|adalah|is|ini|=) )?$/iu.exec(before)
  const value = found?.groups?.value ?? ''
  const isAtStart = found?.index === 0
  if (!isSecretShaped(value, 5)) return false
  if (/\p{L}/u.test(value)) return isAtStart || found?.groups?.is !== undefined
  return isPin && found?.groups?.is !== undefined
}

function isQuoted(said: string): boolean {
  return /^["“]\S/.test(said) && !ABOUT.has(bare(firstWord(said)).toLowerCase())
}

function withoutMarks(text: string): string {
  return text.replace(/[ .-]/g, '')
}

function firstWord(text: string): string {
  return text.trimStart().split(' ', 1)[0] ?? ''
}

function isSomething(value: string): boolean {
  return /[\p{L}\p{N}]/u.test(value) && !/^[x*•.-]{2,}$/i.test(bare(value)) && !isOfficeValue(value)
}

// A date, a number of an office or an address behind "password:" tells when or where, not what.
function isOfficeValue(value: string): boolean {
  return /\d/.test(value) && !isSecretShaped(value, 1)
}
