import { NotARoster } from './not-a-roster.ts'

/** A roster file's text as it comes, and what separates its columns. */
export interface RosterText {
  readonly separator: string
  readonly text: AsyncIterable<string>
}

const separators = [',', ';', '\t'] as const
/** No header is longer. */
const headMaxCharacters = 2_000

/** Decodes a file and looks at its first line. @throws NotARoster for any encoding but UTF-8, with or without a mark */
export async function rosterText(source: AsyncIterable<Uint8Array>): Promise<RosterText> {
  const pieces = decoded(source)[Symbol.asyncIterator]()
  let head = ''
  while (!/[\r\n]/.test(head) && head.length < headMaxCharacters) {
    const { value, done } = await pieces.next()
    if (done === true) break
    head += value
  }
  const [first = ''] = head.split(/[\r\n]/, 1)
  const count = (separator: string) => first.split(separator).length
  const separator = separators.reduce((best, one) => (count(one) > count(best) ? one : best))
  return { separator, text: withHead(head, pieces) }
}

async function* withHead(head: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head
    for (;;) {
      const { value, done } = await pieces.next()
      if (done === true) return
      yield value
    }
  } finally {
    // Whoever stops in the middle closes the file.
    await pieces.return?.()
  }
}

async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let isFirst = true
  for await (const bytes of source) {
    if (isFirst) refuseOtherKinds(bytes)
    isFirst = false
    const text = decode(() => decoder.decode(bytes, { stream: true }), bytes, line)
    line += linesIn(text)
    yield text
  }
  decode(() => decoder.decode(), new Uint8Array(), line)
}

function decode(attempt: () => string, bytes: Uint8Array, line: number): string {
  try {
    return attempt()
  } catch {
    const [good = ''] = new TextDecoder().decode(bytes).split('\ufffd', 1)
    throw new NotARoster({ code: 'not-utf-8', line: line + linesIn(good) })
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1

/** First bytes of a workbook: of a zip, and of what Excel wrote before 2007. */
const workbooks = ['504b0304', 'd0cf11e0']
const textSampleBytes = 512

function refuseOtherKinds(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (workbooks.includes(start)) throw new NotARoster({ code: 'workbook' })
  // Every other byte of Latin text in UTF-16 is zero, with or without a mark in front.
  if (/^(?:fffe|feff)/.test(start) || bytes.subarray(0, textSampleBytes).includes(0))
    throw new NotARoster({ code: 'utf-16' })
}
