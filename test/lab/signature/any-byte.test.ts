import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { append, form, judged, signedForm, verify } from './signed-pdf.ts'

const file = signedForm()
const isHexadecimal = (byte: number) => /[\da-f]/i.test(String.fromCharCode(byte))
const digitOf = (byte: number) => Number.parseInt(String.fromCharCode(byte), 16)

describe('a signed file', () => {
  it('is not valid any more with any byte of it changed', () => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(change, ([at, mask]) => {
        const changed = Uint8Array.from(file)
        const [was = 0, is] = [file[at], (file[at] ?? 0) ^ mask]
        // A digit in another case is the same digit.
        fc.pre(!(isHexadecimal(was) && isHexadecimal(is) && digitOf(was) === digitOf(is)))
        changed[at] = is
        expect(judged(changed)[0]).not.toBe('VALID')
      }),
      { numRuns: 300 },
    )
  })

  it('is not valid any more with any part of it missing', () => {
    const part = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 500 }))
    fc.assert(
      fc.property(part, ([at, length]) => {
        const cut = Uint8Array.from(Buffer.concat([file.subarray(0, at), file.subarray(at + length)]))
        expect(judged(cut)[0]).not.toBe('VALID')
      }),
    )
  })
})

it('judges whatever it is given, without a signature as not signed at best', () => {
  const plain = append(undefined, form)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(verify(bytes).verdict).toBe('UNREADABLE')
    }),
  )
  fc.assert(
    fc.property(fc.nat(plain.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(plain)
      changed[at] = byte
      expect(['NOT_SIGNED', 'UNREADABLE', 'INVALID']).toContain(verify(changed).verdict)
    }),
  )
})
