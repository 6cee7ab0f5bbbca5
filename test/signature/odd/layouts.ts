import { deflateSync } from 'node:zlib'
import {
  entryText,
  oddFile,
  plainObjects,
  type Row,
  stream,
  trailerText,
  usualEnd,
  usualFrame,
  usualTable,
} from './odd-file.ts'

/** Files whose skeleton is odd: header, cross-reference, ends. */
export type Makers = Readonly<Record<string, () => Buffer>>

const lines = (eol: string) => ({
  frame: ({ number, generation }: Row, body: string) => `${number} ${generation} obj${eol}${body}${eol}endobj${eol}`,
  table: (rows: readonly Row[]) => usualTable(rows, eol, eol.length === 2 ? eol : ` ${eol}`),
  end: (at: number) => `startxref${eol}${at}${eol}%%EOF${eol}`,
})

/** A cross-reference stream of its own number, 10. */
function xrefStream(
  rows: readonly Row[],
  at: number,
  widths: readonly [number, number, number],
  more = '',
  pack = (data: Buffer) => data,
) {
  const all = [...rows, { number: 10, generation: 0, at }]
  const data = Buffer.concat(
    Array.from({ length: 11 }, (_, number) => {
      const row = all.find((one) => one.number === number)
      const cells = [row ? 1 : 0, row?.at ?? 0, row ? row.generation : 65535]
      return Buffer.concat(
        cells.map((cell, i) =>
          Buffer.from(
            cell
              .toString(16)
              .padStart(16, '0')
              .slice(16 - (widths[i] ?? 0) * 2),
            'hex',
          ),
        ),
      )
    }),
  )
  const packed = pack(data).toString('latin1')
  const head = `/Type /XRef /W [${widths.join(' ')}] ${more} /Size 11 /Root 1 0 R /Info 5 0 R`
  return `10 0 obj\n${stream(packed, head)}\nendobj\n`
}

/** Each row behind the sign of PNG's predictor Up. */
function up(data: Buffer, columns: number): Buffer {
  const rows = Array.from({ length: data.length / columns }, (_, n) => {
    const row = Buffer.from(data.subarray(n * columns, (n + 1) * columns))
    const above = n > 0 ? data.subarray((n - 1) * columns, n * columns) : Buffer.alloc(columns)
    return Buffer.concat([Buffer.from([2]), row.map((byte, i) => (byte - (above[i] ?? 0)) & 0xff)])
  })
  return deflateSync(Buffer.concat(rows))
}

const subsections = (rows: readonly Row[]): string =>
  `xref\n0 1\n${entryText(0, 65535, 'f')}${rows.map(({ number, at }) => `${number} 1\n${entryText(at)}`).join('')}`

/** What Word writes: a table, and behind its end another without entries that names a stream. */
function wordsHybrid(): Buffer {
  let streamAt = 0
  return oddFile({
    section(rows, at) {
      const hidden = xrefStream(rows, at, [1, 4, 2])
      streamAt = at
      return `${hidden}${usualTable(rows)}trailer\n<< ${trailerText} >>\n`
    },
    end(at) {
      const tableAt = at + hiddenLength
      const first = `startxref\n${tableAt}\n%%EOF\n`
      const second = `xref\n0 0\ntrailer\n<< ${trailerText.replace('10', '11')} /Prev ${tableAt} /XRefStm ${streamAt} >>\n`
      const length = sectionLength + first.length
      return `${first}${second}startxref\n${at + length}\n%%EOF\n`
    },
  })
}

const rowsLike = Object.keys(plainObjects).map((key) => ({ number: Number(key), generation: 0, at: 1_000 }))
const hiddenLength = xrefStream(rowsLike, 99_000, [1, 4, 2]).length
const sectionLength = hiddenLength + `${usualTable(rowsLike)}trailer\n<< ${trailerText} >>\n`.length

export const honestLayouts: Makers = {
  'nothing odd': () => oddFile(),
  'PDF 2.0': () => oddFile({ header: '%PDF-2.0\n%\xe2\xe3\xcf\xd3\n' }),
  'no comment behind the header': () => oddFile({ header: '%PDF-1.4\n' }),
  'junk before the header that offsets count': () => oddFile({ header: 'MIME-Version: 1.0\r\n\r\n%PDF-1.4\n' }),
  'a byte order mark before the header': () => oddFile({ header: '\xef\xbb\xbf%PDF-1.4\n' }),
  'several comments behind the header': () => oddFile({ header: '%PDF-1.4\n%\x80\x81\n% Created by a program\n\n' }),
  'lines that end with CR LF': () => oddFile(lines('\r\n')),
  'lines that end with CR': () => oddFile({ ...lines('\r'), objects: { 4: stream('BT ET') } }),
  'entries of 19 bytes': () => oddFile({ table: (rows) => usualTable(rows, '\n', '\n') }),
  'entries that end with space and CR': () => oddFile({ table: (rows) => usualTable(rows, '\n', ' \r') }),
  'entries of 21 bytes': () => oddFile({ table: (rows) => usualTable(rows, '\n', ' \r\n') }),
  'white space where startxref leads': () => oddFile({ end: (at) => usualEnd(at - 1) }),
  'a table behind an empty line': () => oddFile({ table: (rows) => `\n${usualTable(rows)}` }),
  'a table with its first numbers on the same line': () =>
    oddFile({ table: (rows) => usualTable(rows).replace('xref\n', 'xref ') }),
  'a part of its own for each object': () => oddFile({ table: subsections }),
  'an empty part': () => oddFile({ table: (rows) => usualTable(rows).replace('xref\n', 'xref\n0 0\n') }),
  'a trailer on the same line': () => oddFile({ trailer: `${trailerText}\n` }),
  'no end of line behind the end': () => oddFile({ end: (at) => `startxref\n${at}\n%%EOF` }),
  'two ends of lines behind the end': () => oddFile({ end: (at) => `${usualEnd(at)}\r\n` }),
  'a space behind the end': () => oddFile({ end: (at) => `startxref\n${at}\n%%EOF \n` }),
  'zeros behind the end': () => oddFile({ end: (at) => `${usualEnd(at)}${'\0'.repeat(300)}` }),
  'an end on one line': () => oddFile({ end: (at) => `startxref ${at} %%EOF\n` }),
  'a comment before the end': () => oddFile({ end: (at) => `% done\n${usualEnd(at)}` }),
  'a Size too small': () => oddFile({ trailer: '/Size 5 /Root 1 0 R' }),
  'a Size too large': () => oddFile({ trailer: '/Size 500 /Root 1 0 R' }),
  'Prev of zero': () => oddFile({ trailer: `${trailerText} /Prev 0` }),
  'Prev of null': () => oddFile({ trailer: `${trailerText} /Prev null` }),
  'a key twice with the same value in the trailer': () => oddFile({ trailer: `${trailerText} /Size 10` }),
  'generations above zero': () =>
    oddFile({
      generations: { 5: 3, 9: 1 },
      objects: { 3: (plainObjects[3] ?? '').replace('9 0 R', '9 1 R') },
      trailer: '/Size 10 /Root 1 0 R /Info 5 3 R',
    }),
  'objects on one line': () => oddFile({ frame: ({ number }, body) => `${number} 0 obj${body} endobj ` }),
  'objects behind empty lines': () => oddFile({ frame: (row, body) => `\n\n${usualFrame(row, body)}` }),
  'comments between objects': () => oddFile({ frame: (row, body) => `${usualFrame(row, body)}% next\n` }),
  'a cross-reference stream': () => oddFile({ section: (rows, at) => xrefStream(rows, at, [1, 4, 2]) }),
  'a cross-reference stream without kinds': () => oddFile({ section: (rows, at) => xrefStream(rows, at, [0, 4, 2]) }),
  'a cross-reference stream without generations': () =>
    oddFile({ section: (rows, at) => xrefStream(rows, at, [1, 4, 0]) }),
  'a cross-reference stream of wide offsets': () => oddFile({ section: (rows, at) => xrefStream(rows, at, [1, 8, 2]) }),
  'a cross-reference stream with a predictor': () =>
    oddFile({
      section: (rows, at) =>
        xrefStream(rows, at, [1, 4, 2], '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >>', (data) =>
          up(data, 7),
        ),
    }),
  'a cross-reference stream in hexadecimal': () =>
    oddFile({
      section: (rows, at) =>
        xrefStream(rows, at, [1, 4, 2], '/Filter [/ASCIIHexDecode] /DecodeParms [null]', (data) =>
          Buffer.from(`${data.toString('hex')}>`),
        ),
    }),
  'a hybrid as Word writes it': wordsHybrid,
}
