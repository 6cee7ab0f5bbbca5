import { describe, expect, it } from 'vitest'
import { callWordCount, callWords } from '../../bot/text/call-words.ts'

const all = Array.from({ length: callWordCount }, (_, n) => callWords((below) => (below === callWordCount ? n : 0))[0])

/** As a bad line lets a word through: letters that are taken for each other are one. */
const heard = (word: string) =>
  word
    .replace(/ng|ny|[mn]/g, 'n')
    .replace(/sy|[zcj]/g, 'c')
    .replace(/kh|[gkq]/g, 'k')
    .replace(/[bpvf]/g, 'p')
    .replace(/[dt]/g, 't')
    .replace(/[lr]/g, 'l')
    .replace(/[eiy]/g, 'i')
    .replace(/[ouw]/g, 'u')

describe('the call words', () => {
  it('are at least 256, each of 4 to 8 letters', () => {
    expect(callWordCount).toBeGreaterThanOrEqual(256)
    for (const word of all) expect(word).toMatch(/^[a-z]{4,8}$/)
  })

  it('are told apart on a bad line', () => {
    const alike = all.flatMap((word, at) =>
      all.slice(at + 1).filter((other) => distance(heard(word), heard(other)) < 2 || distance(word, other) < 3),
    )
    expect(alike).toEqual([])
  })

  it('do not begin with one another, so that a word cut short is no other word', () => {
    expect(all.filter((word) => all.some((other) => other !== word && other.startsWith(word)))).toEqual([])
  })
})

/** Letters to add, drop, change or swap with their neighbour to make one word the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 99) + 1 : 99
      const change = (rows[i - 1]?.[j - 1] ?? 99) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min((rows[i - 1]?.[j] ?? 99) + 1, (row[j - 1] ?? 99) + 1, change, swap))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 99
}
