const SPACE = 1
const DELIMITER = 2

const classes = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = SPACE
for (const sign of '()<>[]{}/%') classes[sign.charCodeAt(0)] = DELIMITER

/** White space of ISO 32000-2, 7.2.3; false behind the end of the file. */
export const isSpace = (code: number | undefined): boolean => code !== undefined && classes[code] === SPACE

/** Part of a name, number or keyword; false behind the end of the file. */
export const isRegular = (code: number | undefined): boolean => code !== undefined && classes[code] === 0

export const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x39

/** What a hexadecimal digit counts, or -1. */
export function hexOf(code: number | undefined): number {
  if (code === undefined) return -1
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** True when the bytes at an offset spell an ASCII word. */
export function isWordAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}

/** The first offset from here on that is neither white space nor within a comment. */
export function behindSpace(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const code = bytes[at]
    if (code === 0x25) at = behindLine(bytes, at)
    else if (isSpace(code)) at += 1
    else return at
  }
}

/** How much white space may stand between where an offset leads and what it means; every reader skips it. */
export const slackBytes = 32

/** Where what an offset means begins: there, or behind a little white space. */
export function behindSlack(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at < offset + slackBytes && isSpace(bytes[at])) at += 1
  return at
}

/** The offset of the end of the line in which this one stands, before its CR or LF. */
function behindLine(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1
  return at
}

/** The offset behind one end of line (CR LF, LF or CR), or the same when there is none. */
export function behindEndOfLine(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return bytes[at] === 0x0a ? at + 1 : at
}
