import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordinaryBudget, Spending } from '../../../core/lab/pdf/budget.ts'
import { Parser } from '../../../core/lab/pdf/parser.ts'
import { PdfRefused } from '../../../core/lab/pdf/refused.ts'
import type { PdfValue } from '../../../core/lab/pdf/value.ts'
import { bytesOf, textOfBytes } from './written-pdf.ts'

const parsed = (text: string) => new Parser(bytesOf(text), 0, new Spending(ordinaryBudget)).value()

/** A value as JSON would have it, with its kind where that is not plain. */
function shown(value: PdfValue): unknown {
  switch (value.kind) {
    case 'null':
      return null
    case 'boolean':
    case 'number':
      return value.value
    case 'name':
      return `/${value.name}`
    case 'string':
      return textOfBytes(value.bytes)
    case 'array':
      return value.items.map(shown)
    case 'dictionary':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, shown(item)]))
    case 'reference':
      return `${value.number} ${value.generation} R`
    case 'stream':
      return 'stream'
  }
}

describe('a value', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    ['-0012', -12],
    ['+1.5', 1.5],
    ['-.25', -0.25],
    ['4.', 4],
    ['/A#20b', '/A b'],
    ['/', '/'],
    ['(a(b)c)', 'a(b)c'],
    ['(a\\)\\(\\\\)', 'a)(\\'],
    ['(\\n\\101\\7x\\q)', '\nA\u0007xq'],
    ['(\\\r\na\r\nb\rc)', 'a\nb\nc'],
    ['<48 65\n6C6c6F>', 'Hello'],
    ['<4>', '@'],
    ['<>', ''],
    ['[1 2 0 R 3 4 R5 true]', undefined],
    ['[1 2 0 R 3 4]', [1, '2 0 R', 3, 4]],
    ['[1 0 R/Name(x)<< /A null>>]', ['1 0 R', '/Name', 'x', { A: null }]],
    ['<</A<</B[/C]>>>>', { A: { B: ['/C'] } }],
    ['% first\n true', true],
    ['truely', undefined],
    ['1e5', undefined],
    ['--5', undefined],
    ['1.2.3', undefined],
    ['-', undefined],
    ['/A#2', undefined],
    ['<4g>', undefined],
    ['(a', undefined],
    ['<</A>>', undefined],
    ['<</A 1', undefined],
    ['<</A 1 2>>', undefined],
    [']', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    if (expected === undefined) expect(() => parsed(text)).toThrow(PdfRefused)
    else expect(shown(parsed(text))).toEqual(expected)
  })

  it('stands where it was found', () => {
    const text = ' [ (a\\)) <</B <61>>> 12 0 R ] '
    const places = (value: PdfValue): readonly string[] => [
      text.slice(value.start, value.end),
      ...(value.kind === 'array' ? value.items.flatMap(places) : []),
    ]
    expect(places(parsed(text))).toEqual(['[ (a\\)) <</B <61>>> 12 0 R ]', '(a\\))', '<</B <61>>>', '12 0 R'])
  })

  it('says that a key stands twice, and keeps the first', () => {
    expect(parsed('<</A 1/#41 2>>')).toMatchObject({ hasDuplicates: true, entries: new Map([['A', { value: 1 }]]) })
    expect(parsed('<</A <</A 1>>>>')).toMatchObject({ hasDuplicates: false })
    // Whoever writes the same twice leaves nobody in doubt.
    expect(parsed('<</A (1)/B 2/#41 (1)>>')).toMatchObject({ hasDuplicates: false })
    expect(parsed('<</A 1/A 1.0>>')).toMatchObject({ hasDuplicates: true })
  })

  it('is an integer only when it is exactly one', () => {
    const isInteger = (text: string) => {
      const value = parsed(text)
      return value.kind === 'number' && value.isInteger
    }
    expect(['7', '-7', '7.', '7.0', '9007199254740993'].map(isInteger)).toEqual([true, true, false, false, false])
  })
})

const text = fc.string({ unit: fc.constantFrom(...'abc()\\\r\n<>[]/% 07\u00ff') })
const literal = (value: string) => `(${value.replace(/[\\()\r]/g, (sign) => (sign === '\r' ? '\\r' : `\\${sign}`))})`

it('reads back every string as it was written, plainly or in hexadecimal', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(shown(parsed(literal(value)))).toBe(value)
      expect(shown(parsed(`<${Buffer.from(value, 'latin1').toString('hex')}>`))).toBe(value)
    }),
  )
})

it('reads any signs to an end, or refuses them', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'<>[]()/R01.-#%\\ \n', 'true', 'null', '1 0 R', '/A ') })
  fc.assert(
    fc.property(signs, (value) => {
      try {
        const { end } = parsed(value)
        expect(end).toBeLessThanOrEqual(value.length)
      } catch (error) {
        expect(error).toBeInstanceOf(PdfRefused)
      }
    }),
    { numRuns: 2000 },
  )
})
