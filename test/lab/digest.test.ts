import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDigest, randomId, sha256 } from '../../core/lab/digest.ts'

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a digest', () => {
  it('is the SHA-256 that every other tool computes', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('of a value is that of its canonical JSON', () => {
    expect(canonicalDigest({ b: [1e21, 'é'], a: null })).toBe(sha256('{"a":null,"b":[1e+21,"é"]}'))
  })

  it('of a value does not hang on the order of its keys, and does on everything else', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        expect(canonicalDigest(reversed(value))).toBe(canonicalDigest(value))
        expect(canonicalDigest(value) === canonicalDigest(other)).toBe(isDeepStrictEqual(asJson(value), asJson(other)))
      }),
    )
  })

  it('of what has no JSON is refused', () => {
    expect(() => canonicalDigest(undefined)).toThrow(TypeError)
    expect(() => canonicalDigest(Number.NaN)).toThrow()
  })
})

it('ids do not repeat', () => {
  const ids = new Set(Array.from({ length: 1000 }, randomId))
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/)
})
