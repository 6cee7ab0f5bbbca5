/** A piece of a file; positions in bytes, the text as Latin-1. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Behind the value that begins at a position, white space before it allowed; a reference counts as one value. */
export function valueEnd(text: string, from: number): number {
  const at = from + (/^\s*/.exec(text.slice(from, from + 100))?.[0].length ?? 0)
  if (text.startsWith('<<', at)) return closed(text, at + 2, '>>')
  if (text[at] === '[') return closed(text, at + 1, ']')
  if (text[at] === '<') return text.indexOf('>', at) + 1 || text.length
  if (text[at] === '(') return stringEnd(text, at)
  const plain = /^(\d+\s+\d+\s+R\b|\/?[^\s/<>[\]()]+|\/)/.exec(text.slice(at, at + 300))
  return at + (plain?.[0].length ?? 1)
}

function closed(text: string, from: number, end: ']' | '>>'): number {
  let at = from
  for (let guard = 0; guard < 100_000 && at < text.length; guard += 1) {
    at += /^\s*/.exec(text.slice(at, at + 100))?.[0].length ?? 0
    if (text.startsWith(end, at)) return at + end.length
    at = valueEnd(text, at)
  }
  return text.length
}

function stringEnd(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return text.length
}

/** The value of a key of the dictionary that a text begins with. */
export function entryOf(text: string, key: string): Token | undefined {
  let at = text.indexOf('<<') + 2
  if (at < 2) return undefined
  while (at < text.length) {
    at += /^\s*/.exec(text.slice(at, at + 100))?.[0].length ?? 0
    if (text[at] !== '/') return undefined
    const keyEnd = valueEnd(text, at)
    const end = valueEnd(text, keyEnd)
    if (text.slice(at, keyEnd) === `/${key}`) {
      const start = keyEnd + (/^\s*/.exec(text.slice(keyEnd, end))?.[0].length ?? 0)
      return { start, end, text: text.slice(start, end) }
    }
    at = end
  }
  return undefined
}

/** The dictionary that a text begins with, one entry set anew or added; `''` takes it away. */
export function withEntry(text: string, key: string, value: string): string {
  const found = entryOf(text, key)
  if (found === undefined) return value === '' ? text : text.replace('<<', () => `<< /${key} ${value} `)
  const keyStart = text.lastIndexOf(`/${key}`, found.start)
  return `${text.slice(0, keyStart)}${value === '' ? '' : `/${key} ${value} `}${text.slice(found.end)}`
}

/** The number that a reference names. */
export function numberOf(reference: Token | undefined): number | undefined {
  const found = /^(\d+)\s+\d+\s+R$/.exec(reference?.text ?? '')
  return found ? Number(found[1]) : undefined
}
