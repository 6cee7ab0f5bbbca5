import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealer } from '../../core/lab/seal.ts'

const master = new Uint8Array(32).fill(7)
const sealer = createSealer(master)
const text = (value: string) => new TextEncoder().encode(value)
const places = fc.tuple(fc.string(), fc.string())

describe('a seal', () => {
  it('gives back what was sealed, to this program and to any other with the same master key', () => {
    const other = createSealer(master.slice())
    fc.assert(
      fc.property(places, fc.uint8Array({ maxLength: 300 }), ([scope, place], plain) => {
        const key = sealer.newKey(scope)
        const sealed = sealer.seal(key, scope, place, plain)
        expect(new Uint8Array(sealer.open(key, scope, place, sealed))).toEqual(plain)
        expect(new Uint8Array(other.open(key, scope, place, sealed))).toEqual(plain)
      }),
    )
  })

  it('does not open at another place, in another scope, with another key or another master key', () => {
    fc.assert(
      fc.property(places, places, ([scope, place], [otherScope, otherPlace]) => {
        fc.pre(scope !== otherScope || place !== otherPlace)
        const key = sealer.newKey(scope)
        const sealed = sealer.seal(key, scope, place, text('rahasia'))
        expect(() => sealer.open(key, otherScope, otherPlace, sealed)).toThrow()
        expect(() => sealer.open(sealer.newKey(scope), scope, place, sealed)).toThrow()
        expect(() => createSealer(randomBytes(32)).open(key, scope, place, sealed)).toThrow()
      }),
    )
  })

  it('does not open when its place and scope are cut elsewhere', () => {
    const key = sealer.newKey('case:1')
    const sealed = sealer.seal(key, 'case:1', '2:x', text('rahasia'))
    expect(() => sealer.open(key, 'case:1', '2', sealed)).toThrow()
    const joined = sealer.newKey('a')
    expect(() => sealer.open(joined, 'a', 'b"],["c', sealer.seal(joined, 'a', 'b', text('x')))).toThrow()
  })

  it('breaks with any flipped bit or missing byte, in the bytes or in the wrapped key', () => {
    const key = sealer.newKey('case:1')
    const sealed = sealer.seal(key, 'case:1', 'event:values:9', text('3404011503870001'))
    const flipped = (bytes: Uint8Array, bit: number) =>
      bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    for (let bit = 0; bit < sealed.length * 8; bit++)
      expect(() => sealer.open(key, 'case:1', 'event:values:9', flipped(sealed, bit)), `bit ${bit}`).toThrow()
    for (let bit = 0; bit < key.length * 8; bit++)
      expect(() => sealer.open(flipped(key, bit), 'case:1', 'event:values:9', sealed), `bit ${bit}`).toThrow()
    for (let length = 0; length < sealed.length; length++)
      expect(() => sealer.open(key, 'case:1', 'event:values:9', sealed.slice(0, length))).toThrow()
  })

  it('is different every time, and shows nothing of what it holds', () => {
    const key = sealer.newKey('case:1')
    const seals = Array.from({ length: 100 }, () =>
      Buffer.from(sealer.seal(key, 'case:1', 'p', text('Rina Sari'))).toString('hex'),
    )
    expect(new Set(seals).size).toBe(100)
    expect(seals.join('')).not.toContain(Buffer.from('Rina').toString('hex'))
  })

  it('of many more cases than keys are kept still opens', () => {
    const keys = Array.from({ length: 1200 }, (_, n) => ({ scope: `case:${n}`, key: sealer.newKey(`case:${n}`) }))
    const seals = keys.map(({ scope, key }) => sealer.seal(key, scope, 'p', text(scope)))
    keys.forEach(({ scope, key }, n) => {
      expect(Buffer.from(sealer.open(key, scope, 'p', seals[n]!)).toString()).toBe(scope)
    })
  })

  it('opens bytes that lie inside a larger buffer', () => {
    const key = sealer.newKey('s')
    const sealed = sealer.seal(key, 's', 'p', text('isi'))
    const around = new Uint8Array(sealed.length + 10)
    around.set(sealed, 5)
    expect(Buffer.from(sealer.open(key, 's', 'p', around.subarray(5, 5 + sealed.length))).toString()).toBe('isi')
  })

  it('keeps a master key that has the wrong length away', () => {
    for (const length of [0, 16, 31, 33]) expect(() => createSealer(new Uint8Array(length))).toThrow(RangeError)
  })
})

describe('a blind index', () => {
  it('is equal for equal values of one kind under one master key, and for nothing else', () => {
    const other = createSealer(new Uint8Array(32).fill(8))
    expect(sealer.blind('nip', '198703152010011005')).toBe(createSealer(master).blind('nip', '198703152010011005'))
    const all = [
      sealer.blind('nip', '1'),
      sealer.blind('nik', '1'),
      sealer.blind('nip', '2'),
      other.blind('nip', '1'),
      sealer.blind('ni', 'p1'),
    ]
    expect(new Set(all).size).toBe(all.length)
    for (const index of all) expect(index).toMatch(/^[\w-]{43}$/)
  })

  it('of two programs tells by one value whether their master keys are equal', () => {
    expect(sealer.checkValue()).toBe(createSealer(master).checkValue())
    expect(sealer.checkValue()).not.toBe(createSealer(new Uint8Array(32).fill(8)).checkValue())
  })
})
