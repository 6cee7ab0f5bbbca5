import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cannedReplies } from '../../bot/text/canned.ts'
import { filled, isVariable, type Values, variables } from '../../core/ticket/canned.ts'

const values: Values = { nama: 'Rina', nomor: 'PANDU-1', layanan: 'Reset', kurang: '', batas: 'Senin' }
const value = fc.string().filter((text) => text.trim() !== '')
const anyValues = fc.record({ nama: value, nomor: value, layanan: value, kurang: value, batas: value })
const piece = fc.oneof(
  fc.constantFrom(...variables.map((name) => `{${name}}`)),
  fc.string().filter((s) => !/[{}]/.test(s)),
)

describe('A canned reply', () => {
  it('is blocked while a variable in it is empty, and says which', () => {
    expect(filled('Kurang: {kurang} {kurang}', values)).toEqual({ empty: ['kurang'] })
    expect(filled('Yth. {nama}', values)).toEqual({ text: 'Yth. Rina' })
  })

  it('leaves other braces alone', () => {
    expect(filled('{apa} {NAMA} { nama } {}', values)).toEqual({ text: '{apa} {NAMA} { nama } {}' })
  })

  it('puts each value in once: what a value says is never filled in', () => {
    expect(filled('{nama}', { ...values, nama: '{nomor} $& $1' })).toEqual({ text: '{nomor} $& $1' })
    fc.assert(
      fc.property(fc.array(piece), anyValues, (pieces, all) => {
        const expected = pieces.map((one) =>
          isVariable(one.slice(1, -1)) && one.startsWith('{') ? all[one.slice(1, -1) as keyof Values] : one,
        )
        expect(filled(pieces.join(''), all)).toEqual({ text: expected.join('') })
      }),
    )
  })

  it('of the house uses known variables only, the same in both languages', () => {
    for (const { text } of Object.values(cannedReplies)) {
      const used = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()
      expect(used(text.id).every(isVariable)).toBe(true)
      expect(used(text.en)).toEqual(used(text.id))
    }
  })
})
