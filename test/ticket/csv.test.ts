import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../core/ticket/csv.ts'

// Half of all texts begin with what a formula begins with, or hold what a line is made of.
const text = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '"', ',', '\n', '=cmd|', "'"),
    fc.string({ unit: 'grapheme' }),
  )
  .map((parts) => parts.join(''))

describe('A table as CSV', () => {
  it('holds every text as it was, but never the beginning of a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (table) => {
        const read: string[][] = parse(csvOf(table), { bom: true, record_delimiter: '\r\n' })
        expect(read).toHaveLength(table.length)
        for (const [n, row] of table.entries())
          for (const [m, said] of row.entries()) {
            const cell = read[n]?.[m] ?? ''
            expect(cell).not.toMatch(/^[=+\-@\t\r]/)
            expect([said, `'${said}`]).toContain(cell)
          }
      }),
    )
  })

  it('begins with a byte order mark, ends its lines as RFC 4180 says and leaves numbers numbers', () => {
    expect(csvOf([['a "b"', -3, '-3']])).toBe('\uFEFF"a ""b""",-3,\'-3\r\n')
  })
})
