/** Characters of a mail that are kept. */
export const mailWordsMax = 8000
export const subjectMax = 300

/** Where what somebody answers to begins, in the words of common mail programs. */
const quoteBegins = [
  /^-{2,}\s*(?:original message|pesan asli|forwarded message|pesan terusan|pesan diteruskan)\s*-{2,}\s*$/i,
  /^_{10,}\s*$/,
  /^(?:on|pada)\b.{4,300}\b(?:wrote|writes|menulis)\s*:\s*$/i,
  /^(?:from|dari)\s*:.{1,300}$/i,
]
/** What stands right below `From:` where it begins a quotation, and not a sentence. */
const quoteHeader = /^(?:sent|date|to|dikirim|tanggal|kepada|untuk)\s*:/i

/** What its sender wrote, without the mail that it answers; all of it where nothing else would be left. */
export function withoutQuoted(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, n) => beginsQuote(line, lines[n + 1] ?? ''))
  const own = (at < 0 ? lines : lines.slice(0, at)).filter((line) => !line.startsWith('>'))
  const words = own.join('\n').trim()
  return words === '' ? text.trim() : words
}

function beginsQuote(line: string, next: string): boolean {
  if (line.length > 400) return false
  const plain = line.trim()
  const which = quoteBegins.findIndex((begin) => begin.test(plain))
  // Long introductions are broken in two.
  if (which < 0) return /^(?:on|pada)\b/i.test(plain) && /^.{0,200}\b(?:wrote|menulis)\s*:\s*$/i.test(next.trim())
  return which < quoteBegins.length - 1 || quoteHeader.test(next.trim())
}

/** Plain words: no control characters, no marks that turn the direction of writing, no more than two empty lines. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()

/** Long runs of digits by their last four, where readers need not know whose they are. */
export const maskedNumbers = (text: string): string =>
  text.replace(/\d(?:[ .-]?\d){9,}/g, (run) => `•••${run.replace(/\D/g, '').slice(-4)}`)
