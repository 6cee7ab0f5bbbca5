import { faulty, type Parsed, taken } from './fault.ts'
import { cleanLines } from './typed-text.ts'

/** Text in a person's own words, `min` to `max` characters; invisible characters are dropped. */
export function parseFreeText(text: string, max: number, min = 1): Parsed<string> {
  const clean = cleanLines(text)
  const found = [...clean].length
  if (found === 0) return faulty('empty')
  if (found < min) return faulty('too-short', { found, min })
  if (found > max) return faulty('too-long', { found, max })
  return taken(clean)
}
