import { describe, expect, it } from 'vitest'
import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { document, judge, judged } from './judge-with.ts'
import { makeCms } from './make-cms.ts'
import { ctx, der, int, octets, oid, seq, set, utf8 } from './make-der.ts'
import {
  authority,
  ecdsa,
  extension,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  newEc,
  newRsa,
  purpose,
  root,
  rsa,
} from './make-pki.ts'

const anchor = root('Root CA UJI')
const middle = issue({ name: nameOf('CA Penerbit UJI'), issuer: anchor, extensions: [authority(0), keyUsage(5, 6)] })
const siti = issue({ name: nameOf('Siti'), issuer: middle })
const valid = ['VALID']

/** Signs below some authorities that come along. */
const below = (signer: Holder, between: readonly Holder[], roots: readonly Holder[], at?: string) =>
  judged(
    { signer, certificates: [signer, ...between].map(({ certificate }) => certificate) },
    roots,
    at === undefined ? {} : { at },
  )
const withExtensions = (...extensions: readonly Buffer[]) => issue({ name: nameOf('Siti'), issuer: anchor, extensions })

describe('a way to an anchor', () => {
  it('goes through whoever comes along, or lies in the file', () => {
    expect(below(siti, [middle], [anchor])).toEqual(valid)
    expect(below(siti, [middle, anchor], [anchor])).toEqual(valid)
    const dss = { certificates: [middle.certificate, Buffer.from('rubbish')], crls: [], ocsps: [] }
    expect(judged({ signer: siti }, [anchor], { dss })).toEqual(valid)
    expect(below(siti, [], [anchor])).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it('may end at an issuer that is trusted itself, or at the signer', () => {
    expect(below(siti, [], [middle])).toEqual(valid)
    expect(below(siti, [], [siti])).toEqual(valid)
    const own = issue({ name: nameOf('Swatanda'), extensions: [authority(), keyUsage(0, 5)] })
    expect(below(own, [], [own])).toEqual(valid)
    expect(below(own, [], [anchor])).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it('does not end at a root with the same name and another key', () => {
    const fake = root('Root CA UJI')
    const forged = issue({ name: nameOf('Siti'), issuer: fake })
    expect(below(forged, [fake], [anchor])).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
    expect(below(forged, [anchor], [anchor])).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it('is found among many of one name, and given up among too many', () => {
    const crowd = Array.from({ length: 40 }, () => root('Root CA UJI', { key: newEc() }))
    expect(below(siti, [...crowd, middle], [anchor])).toEqual(valid)
    const rsaKey = newRsa()
    const rings = Array.from({ length: 90 }, (_, n) =>
      issue({
        name: nameOf('Lingkar'),
        issuer: { ...anchor, name: nameOf('Lingkar'), key: rsaKey, scheme: rsa('sha256') },
        key: rsaKey,
        serial: BigInt(n),
      }),
    )
    const lost = issue({ name: nameOf('Siti'), issuer: { ...rings[0]!, scheme: rsa('sha256') } })
    expect(below(lost, rings, [anchor])[0]).toBe('UNTRUSTED')
  })

  it('is not longer than eight', () => {
    const chain = [anchor]
    for (let n = 0; n < 8; n++) {
      const issuer = chain.at(-1)!
      chain.push(issue({ name: nameOf(`CA ${n}`), issuer, extensions: [authority(), keyUsage(5)] }))
    }
    const deep = issue({ name: nameOf('Siti'), issuer: chain[8]! })
    const higher = issue({ name: nameOf('Siti'), issuer: chain[6]! })
    expect(below(deep, chain.slice(1), [anchor])).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
    expect(below(higher, chain.slice(1), [anchor])).toEqual(valid)
  })
})

describe('an issuer', () => {
  const issuing = (...extensions: readonly Buffer[]) => issue({ name: nameOf('Penerbit'), issuer: anchor, extensions })
  const under = (issuer: Holder) => issue({ name: nameOf('Siti'), issuer })

  it('must be an authority, even below a trusted root', () => {
    for (const issuer of [
      issuing(keyUsage(0, 1)),
      issuing(),
      issuing(authority(), keyUsage(0)),
      issuing(extension('2.5.29.19', seq()), keyUsage(5)),
    ])
      expect(below(under(issuer), [issuer], [anchor])).toEqual(['INVALID', 'BAD_CHAIN'])
  })

  it('must be an authority even when it is trusted itself', () => {
    const issuer = issuing(keyUsage(0, 1))
    expect(below(under(issuer), [], [issuer])).toEqual(['INVALID', 'BAD_CHAIN'])
  })

  it('keeps to the length of the way that was given to it', () => {
    const lower = issue({ name: nameOf('CA Bawah'), issuer: middle, extensions: [authority(), keyUsage(5)] })
    expect(below(under(lower), [lower, middle], [anchor])).toEqual(['INVALID', 'BAD_CHAIN'])
  })

  it('may be an old root that cannot say what it is, when the operator trusts that', () => {
    const old = root('Root Lama', { version: 1 })
    expect(below(under(old), [], [old])).toEqual(valid)
    const oldMiddle = issue({ name: nameOf('Lama'), issuer: anchor, version: 1 })
    expect(below(under(oldMiddle), [oldMiddle], [anchor])).toEqual(['INVALID', 'BAD_CHAIN'])
  })

  it('keeps within the names that it may give', () => {
    const org = (name: string, ...more: readonly Buffer[]) =>
      seq(set(seq(oid('2.5.4.10'), utf8(name))), ...more, set(seq(oid('2.5.4.3'), utf8('Siti'))))
    const tree = (name: string) => ctx(4, seq(set(seq(oid('2.5.4.10'), utf8(name)))))
    const limited = (permitted: readonly Buffer[], excluded: readonly Buffer[] = []) =>
      issuing(
        authority(),
        keyUsage(5),
        extension(
          '2.5.29.30',
          seq(
            ...(permitted.length > 0 ? [ctx(0, ...permitted.map((base) => seq(base)))] : []),
            ...(excluded.length > 0 ? [ctx(1, ...excluded.map((base) => seq(base)))] : []),
          ),
          true,
        ),
      )
    const mail = (address: string) => extension('2.5.29.17', seq(der(0x81, Buffer.from(address))))
    const named = (issuer: Holder, name: Buffer, ...extensions: readonly Buffer[]) =>
      below(issue({ name, issuer, extensions: [keyUsage(0, 1), ...extensions] }), [issuer], [anchor])
    const ministry = limited([tree('Kementerian UJI')])
    expect(named(ministry, org('Kementerian UJI'))).toEqual(valid)
    expect(named(ministry, org('KEMENTERIAN  uji '))).toEqual(valid)
    expect(named(ministry, org('Lembaga Lain'))).toEqual(['INVALID', 'BAD_CHAIN'])
    expect(named(ministry, nameOf('Siti'))).toEqual(['INVALID', 'BAD_CHAIN'])
    expect(named(limited([], [tree('Lembaga Lain')]), org('lembaga lain'))).toEqual(['INVALID', 'BAD_CHAIN'])
    const mailed = limited([der(0x81, Buffer.from('uji.go.id'))])
    expect(named(mailed, nameOf('Siti'), mail('siti@UJI.go.id'))).toEqual(valid)
    expect(named(mailed, nameOf('Siti'), mail('siti@lain.go.id'))).toEqual(['INVALID', 'BAD_CHAIN'])
    const addressed = limited([der(0x87, Buffer.alloc(8))])
    expect(named(addressed, nameOf('Siti'))).toEqual(valid)
    const host = extension('2.5.29.17', seq(der(0x87, Buffer.alloc(4))))
    expect(named(addressed, nameOf('Siti'), host)).toEqual(['INVALID', 'BAD_CHAIN'])
    const odd = limited([Buffer.concat([tree('Kementerian UJI'), der(0x80, Buffer.from([1]))])])
    expect(named(odd, org('Kementerian UJI'))).toEqual(['INVALID', 'BAD_CHAIN'])
  })
})

describe('a certificate', () => {
  it('may not sign documents when it is for something else, or is an authority', () => {
    expect(below(withExtensions(keyUsage(2)), [], [anchor])).toEqual(['INVALID', 'KEY_USAGE'])
    expect(below(withExtensions(keyUsage(5, 6)), [], [anchor])).toEqual(['INVALID', 'KEY_USAGE'])
    expect(below(withExtensions(keyUsage(0), purpose(false, '1.3.6.1.5.5.7.3.1')), [], [anchor])).toEqual([
      'INVALID',
      'KEY_USAGE',
    ])
    expect(below(withExtensions(authority(), keyUsage(0, 5)), [], [anchor])).toEqual(['INVALID', 'LEAF_IS_CA'])
  })

  it('may sign by either usage, without any limit, and for mail or documents', () => {
    const good = [
      [keyUsage(0)],
      [keyUsage(1)],
      [],
      [keyUsage(0), purpose(true, '1.3.6.1.5.5.7.3.36')],
      [keyUsage(0), purpose(false, '1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.1')],
    ]
    for (const extensions of good) expect(below(withExtensions(...extensions), [], [anchor])).toEqual(valid)
  })

  it('is refused with something critical that nobody here understands', () => {
    expect(below(withExtensions(keyUsage(0), extension('1.2.3.4', int(1), true)), [], [anchor])).toEqual([
      'INVALID',
      'BAD_CHAIN',
    ])
    expect(below(withExtensions(keyUsage(0), extension('1.2.3.4', int(1))), [], [anchor])).toEqual(valid)
  })

  it('is unreadable with an extension twice', () => {
    expect(below(withExtensions(keyUsage(0), keyUsage(0)), [], [anchor])).toEqual(['INVALID', 'CMS_MALFORMED'])
  })

  it('counts within its time, as do those above it', () => {
    const year = issue({
      name: nameOf('Siti'),
      issuer: anchor,
      from: '2026-02-01T00:00:00Z',
      to: '2027-02-01T00:00:00Z',
    })
    const shown = (at: string) => below(year, [], [anchor], at)
    expect(shown('2026-11-23T00:00:00Z')).toEqual(valid)
    expect(shown('2027-02-01T00:00:01Z')).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
    expect(shown('2026-01-31T23:59:59Z')).toEqual(['NEEDS_REVIEW', 'NOT_YET_VALID'])
    const short = root('Root Pendek', { to: '2026-06-01T00:00:00Z' })
    expect(below(issue({ name: nameOf('Siti'), issuer: short }), [], [short])).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
  })

  it('takes the better of two ways', () => {
    const key = newEc()
    const old = issue({
      name: nameOf('CA'),
      issuer: anchor,
      key,
      to: '2026-06-01T00:00:00Z',
      extensions: [authority(), keyUsage(5)],
    })
    const renewed = issue({ name: nameOf('CA'), issuer: anchor, key, extensions: [authority(), keyUsage(5)] })
    const signer = issue({ name: nameOf('Siti'), issuer: old })
    expect(below(signer, [old], [anchor])).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
    expect(below(signer, [old, renewed], [anchor])).toEqual(valid)
  })

  it('names its holder in whatever letters it was written', () => {
    const name = (commonName: Buffer) =>
      seq(
        set(seq(oid('2.5.4.10'), utf8('Badan UJI'))),
        set(seq(oid('2.5.4.12'), utf8('Kepala'))),
        set(seq(oid('2.5.4.5'), der(0x13, Buffer.from('198001012005011001')))),
        set(seq(oid('2.5.4.3'), commonName)),
      )
    const written = [
      utf8('Sité'),
      der(0x14, Buffer.from('Sité', 'latin1')),
      der(0x1e, Buffer.from('Sité', 'utf16le').swap16()),
    ]
    for (const text of written) {
      const { signer, issuer } = judge(
        makeCms({ signer: issue({ name: name(text), issuer: anchor }), content: document }),
        [anchor],
      )
      expect(signer).toMatchObject({
        commonName: 'Sité',
        organization: 'Badan UJI',
        title: 'Kepala',
        serialNumber: '198001012005011001',
      })
      expect(issuer).toBe('Root CA UJI')
    }
    const broken = issue({ name: name(der(0x0c, Buffer.from([0xff]))), issuer: anchor })
    expect(below(broken, [], [anchor])).toEqual(['INVALID', 'CMS_MALFORMED'])
  })

  it('is unreadable when its inner and outer algorithm differ, or its version and extensions do', () => {
    const parts = seq(octets(Buffer.from('x')))
    expect(() => anchorsOf([parts])).toThrow()
    const inner = issue({
      name: nameOf('Siti'),
      issuer: anchor,
      by: { ...ecdsa('sha256'), sign: ecdsa('sha384').sign },
    })
    expect(below(inner, [], [anchor])[1]).toBe('NO_TRUST_PATH')
  })
})
