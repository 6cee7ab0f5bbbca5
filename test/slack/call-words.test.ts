import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callWordCount, callWords } from '../../bot/text/call-words.ts'

const all = Array.from({ length: callWordCount }, (_, n) => callWords((below) => (below === callWordCount ? n : 0))[0])

describe('the words of a call', () => {
  it('are many enough that three guesses stand no chance', () => {
    expect(new Set(all).size).toBe(callWordCount)
    expect(3 / (callWordCount * (callWordCount - 1))).toBeLessThan(1 / 10_000)
  })

  it('are two different ones, whatever is picked', () => {
    fc.assert(
      fc.property(fc.nat(callWordCount - 1), fc.nat(callWordCount - 2), (first, second) => {
        const [one, other] = callWords((below) => (below === callWordCount ? first : second))
        expect(one).not.toBe(other)
      }),
    )
  })

  it('reach every pair, so that none is likelier', () => {
    const seconds = all.map((_, n) => callWords((below) => (below === callWordCount ? 0 : n % (callWordCount - 1)))[1])
    expect(new Set(seconds).size).toBe(callWordCount - 1)
  })

  it('are plain letters that differ in at least two', () => {
    for (const word of all) expect(word).toMatch(/^[a-z]{4,9}$/)
    const near = all.flatMap((one, at) => all.slice(at + 1).filter((other) => oneLetterApart(one, other)))
    expect(near).toEqual([])
  })

  it('are refused when the pick is out of range', () => {
    expect(() => callWords(() => 1_000_000.5)).toThrow(RangeError)
  })
})

function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const at = [...short].findIndex((letter, index) => letter !== long[index])
  if (at < 0) return true
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1)
}
