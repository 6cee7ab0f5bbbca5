import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ordinaryBudget, type PdfBudget } from '../../../core/lab/pdf/budget.ts'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { smallest, streamOf, textOfBytes, writtenPdf } from './written-pdf.ts'

function decoded(data: string, entries: string, budget: PdfBudget = ordinaryBudget): string {
  const document = openPdf(writtenPdf([{ objects: { ...smallest, 4: streamOf(data, entries) } }]), budget)
  const stream = document.revisions[0]?.object(4)?.value
  if (stream?.kind !== 'stream') throw new Error('no stream')
  return textOfBytes(document.decode(stream))
}
const deflated = (data: Uint8Array | string) => deflateSync(data).toString('latin1')

describe('a stream is unpacked', () => {
  it.each<[string, string, string]>([
    ['plain', '', 'plain'],
    [deflated('flat'), '/Filter /FlateDecode', 'flat'],
    [deflated('flat'), '/Filter [/Fl] /DecodeParms [null]', 'flat'],
    ['', '/Filter /FlateDecode', ''],
    ['66 6C 61 7>', '/Filter /ASCIIHexDecode', 'flap'],
    ['87cURD]i,"Ebo80~>', '/Filter /ASCII85Decode', 'Hello World!'],
    ['z!!~>', '/Filter /A85', '\u0000\u0000\u0000\u0000\u0000'],
    ['\u0002abc\u00fed\u0080', '/Filter /RunLengthDecode', 'abcddd'],
    [`${Buffer.from(deflateSync('both')).toString('hex')}>`, '/Filter [/AHx /Fl]', 'both'],
  ])('%#', (data, entries, expected) => expect(decoded(data, entries)).toBe(expected))
})

describe('a predictor is undone', () => {
  const parameters = '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>'
  it.each<[string, number[], number[]]>([
    ['none', [0, 1, 2, 3, 4], [1, 2, 3, 4]],
    ['the sign before', [1, 1, 1, 1, 1], [1, 2, 3, 4]],
    ['the row above', [0, 1, 2, 3, 4, 2, 1, 1, 1, 255], [1, 2, 3, 4, 2, 3, 4, 3]],
    ['their mean', [0, 2, 4, 6, 8, 3, 1, 1, 1, 1], [2, 4, 6, 8, 2, 4, 6, 8]],
    ['the nearest of three', [0, 1, 2, 3, 4, 4, 1, 1, 1, 1], [1, 2, 3, 4, 2, 3, 4, 5]],
  ])('%s', (_, rows, expected) => {
    expect([...Buffer.from(decoded(deflated(Uint8Array.from(rows)), parameters), 'latin1')]).toEqual(expected)
  })

  it.each(['/Predictor 2', '/Predictor 12 /Columns 0', '/Predictor 12 /Columns 3', '/Predictor 12 /Columns (4)'])(
    'refuses %s',
    (given) =>
      expect(() => decoded(deflated('12345'), `/Filter /FlateDecode /DecodeParms << ${given} >>`)).toThrow('FILTER'),
  )
})

describe('a stream is refused', () => {
  it.each([
    ['of an unknown filter', 'x', '/Filter /Packed', 'FILTER'],
    ['of a filter that is no name', 'x', '/Filter 1', 'FILTER'],
    ['of broken data', deflated('flat').slice(0, 6), '/Filter /FlateDecode', 'FILTER'],
    ['of other signs than hexadecimal ones', 'xyz', '/Filter /AHx', 'FILTER'],
    ['of other signs than the 85', '{|}', '/Filter /A85', 'FILTER'],
    ['of too great a group of the 85', 'uuuuu~>', '/Filter /A85', 'FILTER'],
    ['of filters upon filters', 'x', `/Filter [${'/AHx '.repeat(9)}]`, 'BUDGET'],
  ])('%s', (_, data, entries, code) => expect(() => decoded(data, entries)).toThrow(code))

  it('that unpacks to more than a file may', () => {
    const bomb = deflated(Buffer.alloc(65 * 1024 * 1024))
    expect(() => decoded(bomb, '/Filter /FlateDecode')).toThrow('BUDGET')
    const twice = deflated(deflateSync(Buffer.alloc(1_000_000)))
    const budget = { ...ordinaryBudget, unpackedMaxBytes: 1_000_000 }
    expect(() => decoded(twice, '/Filter [/Fl /Fl]', budget)).toThrow('BUDGET')
  })

  it('as soon as all streams together unpack to more', () => {
    const document = openPdf(
      writtenPdf([{ objects: { ...smallest, 4: streamOf(deflated(Buffer.alloc(600)), '/Filter /FlateDecode') } }]),
      { ...ordinaryBudget, unpackedMaxBytes: 1000 },
    )
    const stream = document.revisions[0]?.object(4)?.value
    if (stream?.kind !== 'stream') throw new Error('no stream')
    expect(document.decode(stream)).toHaveLength(600)
    expect(() => document.decode(stream)).toThrow('BUDGET')
  })
})

describe('an object stream', () => {
  const withPacked = (data: string, entries: string, lines: Record<number, string> = { 5: 'c 4 0', 6: 'c 4 1' }) =>
    openPdf(writtenPdf([{ objects: { ...smallest, 4: streamOf(data, entries) }, kind: 'stream', entries: lines }]))
      .revisions[0]

  it('holds objects by number and index', () => {
    const revision = withPacked('5 0 6 4 (a) (b)', '/Type /ObjStm /N 2 /First 8')
    expect(revision?.object(5)).toMatchObject({ value: { bytes: Uint8Array.of(0x61) }, place: { stream: 4, index: 0 } })
    expect(revision?.object(6)?.generation).toBe(0)
    expect(revision?.object(6)).toBe(revision?.object(6))
    expect(revision?.object(6, 1)).toBeUndefined()
  })

  it.each<[string, string, string, Record<number, string>?]>([
    ['with another number at that index', '6 0 5 4 (a) (b)', '/Type /ObjStm /N 2 /First 8'],
    ['with fewer objects', '5 0 (a)', '/Type /ObjStm /N 0 /First 4'],
    ['of another type', '5 0 (a)', '/Type /ObjStn /N 1 /First 4'],
    ['without a first offset', '5 0 (a)', '/Type /ObjStm /N 1'],
    ['with a first offset outside', '5 0 (a)', '/Type /ObjStm /N 1 /First 99'],
    ['that holds a reference', '5 0 1 0 R', '/Type /ObjStm /N 1 /First 4'],
    ['that is no stream', '5 0 (a)', '/Type /ObjStm /N 1 /First 4', { 5: 'c 3 0' }],
    ['that stands in itself', '5 0 (a)', '/Type /ObjStm /N 1 /First 4', { 5: 'c 5 0' }],
  ])('is refused %s', (_, data, entries, lines) => {
    expect(() => withPacked(data, entries, lines)?.object(5)).toThrow('OBJECT_STREAM')
  })
})
