// Letters by remainder of division by 23, as on Spanish identity cards (DNI): no I, O or U to misread. 23 is prime and
// above 9, and 10 is a primitive root of it, so every single wrong digit and every swap of two digits changes the letter.
const CHECK_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
const SERIAL_DIGITS = 6
const TYPED = new RegExp(`^PANDU([0-9]{4})([0-9]{${SERIAL_DIGITS},9})([${CHECK_LETTERS}])$`)

/** The number people call a case by, `PANDU-2026-000123-C`: year, serial and check letter, nothing personal. */
export function formatCaseNumber(year: number, serial: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new RangeError('a case number wants a four-digit year')
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999_999)
    throw new RangeError('a case number wants a serial')
  const digits = String(serial).padStart(SERIAL_DIGITS, '0')
  return `PANDU-${year}-${digits}-${checkLetter(`${year}${digits}`)}`
}

/** The case number someone typed, any case, with or without dashes, O for 0 and I or L for 1; undefined if the letter is wrong. */
export function parseCaseNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
  const [body, check] = [plain.slice('PANDU'.length, -1), plain.slice(-1)]
  const digits = body.replace(/O/g, '0').replace(/[IL]/g, '1')
  const read = TYPED.exec(`${plain.slice(0, 'PANDU'.length)}${digits}${check}`)
  if (!read || checkLetter(digits) !== check) return undefined
  return `PANDU-${read[1]}-${read[2]}-${check}`
}

function checkLetter(digits: string): string {
  return CHECK_LETTERS.charAt(Number(digits) % CHECK_LETTERS.length)
}
