import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, digestOf, hashOf, linksOf, sha256 } from '../../prisma/sql/chain.ts'
import { Story } from '../case/given.ts'

// A CommonJS package whose types speak of a default export that Node does not see.
const peer = canonicalize as unknown as (value: unknown) => string

describe('the canonical text of a value', () => {
  it('is what another implementation of RFC 8785 writes of its JSON', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.dictionary(fc.oneof(fc.string(), fc.nat().map(String)), fc.jsonValue(), { maxKeys: 40 }),
    )
    fc.assert(fc.property(value, (one) => canonical(one) === peer(JSON.parse(JSON.stringify(one)))))
  })

  it('orders names by their UTF-16 units and escapes what JSON must, as the RFC shows', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
    expect(canonical({ a: 'x"\\\n\u007f', b: [1e21, -0, null, true] })).toBe(
      '{"a":"x\\"\\\\\\n\u007f","b":[1e+21,0,null,true]}',
    )
  })

  it('does not tell absent from undefined, nor a moment from its text', () => {
    const at = new Date(0)
    expect(canonical({ b: undefined, a: [undefined, at] })).toBe(canonical({ a: [null, at.toISOString()] }))
    expect(() => canonical(undefined)).toThrow()
  })
})

describe('a link', () => {
  const links = linksOf('case', '', 0, new Story().filled().events)

  it('has the hash of the canonical text of all that it binds', () => {
    let previous = ''
    for (const { revision, open, sealed, sealedDigest, hash } of links) {
      expect(hash).toBe(sha256(peer({ caseId: 'case', previous, revision, open, sealedDigest })))
      expect(sealedDigest).toBe(sealed === null ? null : sha256(peer(sealed)))
      previous = hash
    }
  })

  it('has another hash when anything in it changes', () => {
    const [link] = linksOf('case', 'before', 0, new Story().events)
    if (link === undefined) throw new Error('no link')
    const hashes = [
      hashOf('case', 'before', link),
      hashOf('other', 'before', link),
      hashOf('case', 'other', link),
      hashOf('case', 'before', { ...link, revision: 2 }),
      hashOf('case', 'before', { ...link, open: { ...link.open, at: 'later' } }),
      hashOf('case', 'before', { ...link, sealedDigest: digestOf({ salt: 's', secret: null }) }),
      hashOf('case","open":{},"x":"', 'before', link),
    ]
    expect(hashes[0]).toBe(link.hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
