import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../core/signature/reason.ts'
import { document, judge, judged, now, padded } from './judge-with.ts'
import { attribute, essOf, honestAttributes, makeCms } from './make-cms.ts'
import { ctx, der, int, nul, octets, oid, seq, set, utf8 } from './make-der.ts'
import { digestId, ecdsa, ed448, ed25519, hash, issue, nameOf, newEc, newRsa, pss, root, rsa } from './make-pki.ts'

const anchor = root('Root CA UJI')
const siti = issue({ name: nameOf('Siti Rahma, S.Kom.'), issuer: anchor })
const rsaKey = newRsa()
const rina = issue({ name: nameOf('Rina'), issuer: anchor, key: rsaKey, scheme: rsa('sha256') })
const malformed = ['INVALID', 'CMS_MALFORMED']
const valid = ['VALID']
const notes = ['TIME_CLAIMED', 'REVOCATION_UNKNOWN']

describe('an honest signature', () => {
  it('tells who signed, how, when by their own clock, and the way to the root', () => {
    expect(judge(makeCms({ signer: siti, content: document }), [anchor])).toEqual({
      reasons: notes,
      signer: { commonName: 'Siti Rahma, S.Kom.', certSha256: hash('sha256', siti.certificate).toString('hex') },
      issuer: 'Root CA UJI',
      chain: ['Siti Rahma, S.Kom.', 'Root CA UJI'],
      algorithm: 'ECDSA-SHA256',
      keySizeBits: 256,
      time: { value: '2026-11-22T08:00:00.000Z', source: 'claimed' },
      revocation: ['UNKNOWN'],
    })
  })

  it.each([
    ['RSA-SHA256', rsaKey, rsa('sha256')],
    ['RSA-SHA384', rsaKey, rsa('sha384')],
    ['RSA-SHA512', newRsa(3072), rsa('sha512')],
    ['RSA-PSS-SHA256', rsaKey, pss('sha256')],
    ['RSA-PSS-SHA512', rsaKey, pss('sha512')],
    ['ECDSA-SHA384', newEc('P-384'), ecdsa('sha384')],
    ['ECDSA-SHA512', newEc('P-521'), ecdsa('sha512')],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey, ed25519],
    ['Ed448', generateKeyPairSync('ed448').privateKey, ed448()],
  ])('is valid by %s', (algorithm, key, scheme) => {
    const signer = issue({ name: nameOf('Siti'), issuer: anchor, key, scheme })
    const found = judge(makeCms({ signer, content: document }), [anchor])
    expect([found.algorithm, verdictOf(found.reasons)]).toEqual([algorithm, 'VALID'])
  })

  it('is none by Ed448 with another digest than its own, or by another algorithm with that one', () => {
    const key = generateKeyPairSync('ed448').privateKey
    const other = issue({ name: nameOf('Siti'), issuer: anchor, key, scheme: ed448('sha512') })
    const bare = { ...rsa('sha256'), id: seq(oid('1.2.840.113549.1.1.1'), nul), digest: 'shake256' }
    const swapped = issue({ name: nameOf('Siti'), issuer: anchor, key: rsaKey, scheme: bare })
    for (const signer of [other, swapped])
      expect(judge(makeCms({ signer, content: document }), [anchor]).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('may have indefinite lengths, and its content in one piece or many', () => {
    const cms = makeCms({ signer: siti, content: document })
    const body = cms.subarray(4)
    const ber = Buffer.concat([Buffer.from([0x30, 0x80]), body, Buffer.alloc(2)])
    expect(verdictOf(judge(ber, [anchor]).reasons)).toBe('VALID')
    expect(verdictOf(judge(ber, [anchor], { signed: [...document].map((byte) => Buffer.from([byte])) }).reasons)).toBe(
      'VALID',
    )
  })

  it('is remarked upon, and valid, when it does not name its certificate', () => {
    expect(judged({ signer: siti, ess: null }, [anchor])).toEqual(['VALID', 'NO_ESS'])
    expect(judged({ signer: siti, ess: null }, [anchor], { subFilter: 'adbe.pkcs7.detached' })).toEqual(valid)
  })

  it('shows no time when its own is not one', () => {
    const odd = attribute('1.2.840.113549.1.9.5', utf8('kemarin'))
    const cms = makeCms({ signer: siti, content: document, claimed: null, attributes: (all) => [...all, odd] })
    expect(judge(cms, [anchor])).toMatchObject({ reasons: notes, time: { value: null, source: 'none' } })
  })

  it('is remarked upon, and valid, when it is over the document itself', () => {
    const sub = { subFilter: 'adbe.pkcs7.detached' }
    expect(judged({ signer: siti, attributes: null }, [anchor], sub)).toEqual(['VALID', 'NO_SIGNED_ATTRIBUTES'])
  })

  it('may bring certificates that nobody can read, which are passed over', () => {
    expect(
      judged({ signer: siti, certificates: [seq(int(1)), siti.certificate, ctx(1, nul)], version: 3 }, [anchor]),
    ).toEqual(valid)
    expect(judged({ signer: siti, certificates: [seq(int(1)), siti.certificate] }, [anchor])).toEqual(valid)
  })

  it('needs its certificate from the file when it does not bring it', () => {
    const dss = { certificates: [siti.certificate], crls: [], ocsps: [] }
    expect(judged({ signer: siti, certificates: [] }, [anchor], { dss })).toEqual(valid)
    expect(judged({ signer: siti, certificates: [] }, [anchor])).toEqual(malformed)
  })
})

describe('a document that is not what was signed', () => {
  it('is told by its digest', () => {
    const cms = makeCms({ signer: siti, content: document })
    expect(judge(cms, [anchor], { signed: [Buffer.from('%PDF-1.7 what was not')] }).reasons).toContain(
      'DIGEST_MISMATCH',
    )
  })

  it('is told by the signature when there are no signed attributes', () => {
    const cms = makeCms({ signer: rina, content: Buffer.from('other'), attributes: null })
    expect(judge(cms, [anchor]).reasons).toContain('SIGNATURE_MISMATCH')
  })

  it('may lie inside as its SHA-1, which is weak, and wrong when it is another', () => {
    const sub = { subFilter: 'adbe.pkcs7.sha1' }
    const inside = hash('sha1', document)
    const cms = makeCms({ signer: siti, content: inside, inside })
    expect(judge(cms, [anchor], sub).reasons).toEqual(['WEAK_ALGORITHM', 'TIME_CLAIMED', 'REVOCATION_UNKNOWN'])
    expect(judge(cms, [anchor], { ...sub, signed: [document.subarray(1)] }).reasons).toContain('DIGEST_MISMATCH')
    expect(judge(cms, [anchor]).reasons).toEqual(['CMS_MALFORMED'])
    expect(judge(makeCms({ signer: siti, content: document }), [anchor], sub).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('is refused when the attributes of another signature are passed off as it', () => {
    const attributes = set(...honestAttributes({ signer: siti, content: document }, 'sha256'))
    const cms = makeCms({ signer: siti, content: attributes, attributes: null })
    expect(judge(cms, [anchor], { signed: [attributes] }).reasons).toEqual(['CMS_MALFORMED'])
  })
})

describe('a signature that somebody else made', () => {
  it('is no signature when its numbers are zero', () => {
    const zeros = [seq(int(0), int(0)), seq(int(1), int(0)), seq(int(0), int(1))]
    for (const zero of zeros)
      expect(judged({ signer: siti, signature: () => zero }, [anchor])).toEqual(['INVALID', 'SIGNATURE_MISMATCH'])
  })

  it('is no signature when only its padding is right, or its key lets anybody sign', () => {
    const forged = Buffer.concat([Buffer.from([0, 1, 0xff, 0xff, 0]), Buffer.alloc(251, 1)])
    const signature = () => forged
    expect(judged({ signer: rina, signature }, [anchor])).toEqual(['INVALID', 'SIGNATURE_MISMATCH'])
    const key = newRsa(2048, 3)
    const cubic = issue({ name: nameOf('Kubik'), issuer: anchor, key, scheme: rsa('sha256') })
    expect(judged({ signer: cubic }, [anchor])).toEqual(['INVALID', 'SIGNATURE_MISMATCH', 'WEAK_KEY'])
  })

  it('is no signature by a key whose exponent is one, under which every block is its own signature', () => {
    const jwk = createPublicKey(rsaKey).export({ format: 'jwk' })
    const publicKey = createPublicKey({ key: { ...jwk, e: 'AQ' }, format: 'jwk' })
    const info = (signed: Uint8Array) => seq(digestId('sha256'), octets(hash('sha256', signed)))
    const block = (signed: Uint8Array) => {
      const tail = Buffer.concat([nul.subarray(1), info(signed)])
      return Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(254 - tail.length, 0xff), tail])
    }
    const scheme = { ...rsa('sha256'), sign: block }
    const unity = issue({ name: nameOf('Satu'), issuer: anchor, publicKey, scheme })
    expect(judged({ signer: unity }, [anchor])).toEqual(['INVALID', 'SIGNATURE_MISMATCH', 'WEAK_KEY'])
  })

  it('is told by the certificate that it names: same issuer, same number, same key do not do', () => {
    const twin = issue({ name: nameOf('Siti Palsu'), issuer: anchor, serial: siti.serial, key: siti.key })
    expect(judged({ signer: siti, certificates: [twin.certificate] }, [anchor])).toEqual(malformed)
    expect(judged({ signer: siti, certificates: [twin.certificate, siti.certificate] }, [anchor])).toEqual(valid)
    const stranger = issue({ name: nameOf('Siti Palsu'), issuer: anchor, serial: siti.serial })
    const found = judged({ signer: siti, ess: null, certificates: [stranger.certificate] }, [anchor])
    expect(found).toEqual(['INVALID', 'SIGNATURE_MISMATCH', 'NO_ESS'])
  })

  it('is refused with PSS that says two things at once', () => {
    for (const bent of [{ mask: 'sha1' }, { trailer: 2 }, { salt: 100_000 }])
      expect(judged({ signer: rina, scheme: pss('sha256', bent) }, [anchor])).toEqual(malformed)
    const shorter = judged({ signer: rina, scheme: pss('sha256', { salt: 20 }) }, [anchor])
    expect(shorter).toEqual(['INVALID', 'SIGNATURE_MISMATCH'])
    expect(judged({ signer: rina, scheme: pss('sha256', { trailer: 1 }) }, [anchor])).toEqual(valid)
  })

  it('cannot be said to be of another kind than its key', () => {
    expect(judged({ signer: siti, scheme: { ...ecdsa('sha256'), id: rsa('sha256').id } }, [anchor])).toEqual([
      'INVALID',
      'SIGNATURE_MISMATCH',
    ])
  })
})

describe('a structure that is not what the standard says', () => {
  const cms = makeCms({ signer: siti, content: document })

  it.each([
    ['no signer', { signers: () => [] }],
    ['two signers', { signers: (one: Buffer) => [one, one] }],
    ['another version', { version: 3 }],
    ['a digest that was not announced', { digests: [digestId('sha512')] }],
    ['no digest announced', { digests: [] }],
    ['a digest nobody knows', { digests: [digestId('sha256'), seq(oid('1.2.3'))] }],
    ['content inside', { inside: document }],
    ['another content', { contentType: '1.2.840.113549.1.9.16.1.4' }],
    ['an attribute twice', { attributes: (all: readonly Buffer[]) => [...all, all[1]!] }],
    ['no digest attribute', { attributes: (all: readonly Buffer[]) => all.toSpliced(1, 1) }],
    ['no type attribute', { attributes: (all: readonly Buffer[]) => all.slice(1) }],
    ['no attribute at all', { attributes: () => [] }],
    [
      'two values in one',
      {
        attributes: ([, ...rest]: readonly Buffer[]) => [
          attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1'), oid('1.2.840.113549.1.7.1')),
          ...rest,
        ],
      },
    ],
    [
      'somebody else named as signer',
      { attributes: (all: readonly Buffer[]) => [...all.slice(0, 3), essOf(anchor.certificate)] },
    ],
    ['a certificate that is none', { certificates: [siti.certificate, octets(siti.certificate)] }],
    ['an unreadable certificate of the signer', { certificates: [seq(siti.certificate)] }],
    ['more certificates than anybody sends', { certificates: Array.from({ length: 101 }, () => siti.certificate) }],
  ])('is refused with %s', (_, wanted) => {
    expect(judged({ signer: siti, ...wanted }, [anchor])).toEqual(malformed)
  })

  it('is refused with anything but zeros behind it', () => {
    expect(judge(Buffer.concat([cms, Buffer.from([0, 0, 1])]), [anchor]).reasons).toEqual(['CMS_MALFORMED'])
    expect(judge(cms, [anchor], { contents: cms }).reasons).not.toContain('CMS_MALFORMED')
  })

  it('is refused when it is nothing, cut, a picture of itself, or larger than a signature', () => {
    const wrong = [
      Buffer.alloc(0),
      Buffer.alloc(64),
      nul,
      cms.subarray(0, 500),
      octets(cms),
      seq(octets(Buffer.alloc(2_000_000))),
    ]
    for (const contents of wrong) expect(judge(cms, [anchor], { contents }).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('is refused when it is too deep, before anything recurses into it', () => {
    const deep = Array.from({ length: 300 }).reduce<Buffer>((inner) => seq(inner), nul)
    const endless = Buffer.alloc(200_000, Buffer.from([0x30, 0x80]))
    const wide = set(Buffer.alloc(240_000, nul))
    for (const contents of [deep, endless, wide])
      expect(judge(cms, [anchor], { contents }).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('is refused when lengths are longer than they need be', () => {
    const long = Buffer.concat([Buffer.from([0x30, 0x83, 0]), cms.subarray(2)])
    expect(judge(long, [anchor]).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('is refused when its time of validation is none', () => {
    expect(judge(cms, [anchor], { at: 'yesterday' }).reasons).toEqual(['CMS_MALFORMED'])
  })
})

describe('weakness', () => {
  it('asks for a person: SHA-1 in the signature, SHA-1 above it, a short key', () => {
    const old = issue({ name: nameOf('Lama'), issuer: anchor, key: rsaKey, scheme: rsa('sha1') })
    expect(judged({ signer: old }, [anchor])).toEqual(['NEEDS_REVIEW', 'WEAK_ALGORITHM'])
    const above = issue({ name: nameOf('Lama'), issuer: anchor, by: ecdsa('sha1') })
    expect(judged({ signer: above }, [anchor])).toEqual(['NEEDS_REVIEW', 'WEAK_ALGORITHM'])
    const short = issue({ name: nameOf('Pendek'), issuer: anchor, key: newRsa(1024), scheme: rsa('sha256') })
    expect(judged({ signer: short }, [anchor])).toEqual(['NEEDS_REVIEW', 'WEAK_KEY'])
  })

  it('of a root on itself is nobody’s concern', () => {
    const old = root('Root Lama', { by: ecdsa('sha1') })
    expect(judged({ signer: issue({ name: nameOf('Siti'), issuer: old }) }, [old])).toEqual(valid)
  })
})

describe('whatever comes', () => {
  const cms = makeCms({ signer: siti, content: document, unsigned: () => [attribute('1.2.3.4', int(1))] })

  it('is answered: random bytes, and random structures', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc
          .tuple(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 12 }))
          .map(([tag, bytes]) => der(tag, bytes)),
        fc
          .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa1), fc.array(tie('node'), { maxLength: 5 }))
          .map(([tag, parts]) => der(tag, ...(parts as Buffer[]))),
      ),
    }))
    const wrapped = tree.node.map((node) => seq(oid('1.2.840.113549.1.7.2'), ctx(0, node as Buffer)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), wrapped), fc.boolean(), (contents, isTimestamp) => {
        expect(judge(cms, [anchor], { contents, isTimestamp }).reasons).toEqual(['CMS_MALFORMED'])
      }),
      { numRuns: 500 },
    )
  })

  it('is not valid with any bit of it turned, but for what nobody signs, which changes nothing', () => {
    const before = judge(cms, [anchor])
    const unsignedFrom = cms.length - ctx(1, attribute('1.2.3.4', int(1))).length
    const unnoticed: number[] = []
    for (let bit = 0; bit < cms.length * 8; bit++) {
      const bent = Buffer.from(cms)
      bent[bit >> 3]! ^= 0x80 >> (bit & 7)
      const after = judge(bent, [anchor])
      const isValid = verdictOf(after.reasons) === 'VALID'
      if (isValid) expect(after).toEqual(before)
      if (isValid && bit >> 3 < unsignedFrom) unnoticed.push(bit)
    }
    expect(unnoticed).toEqual([])
  })

  it('is not valid with any bit turned in what an RSA signer says, parameters included', () => {
    const dss = { certificates: [rina.certificate], crls: [], ocsps: [] }
    for (const scheme of [rsa('sha256'), pss('sha256')]) {
      const own = makeCms({ signer: rina, content: document, scheme, certificates: [] })
      expect(verdictOf(judge(own, [anchor], { dss }).reasons)).toBe('VALID')
      for (let bit = 0; bit < own.length * 8; bit++) {
        const bent = Buffer.from(own)
        bent[bit >> 3]! ^= 0x80 >> (bit & 7)
        if (verdictOf(judge(bent, [anchor], { dss }).reasons) === 'VALID') expect(bit).toBe('refused')
      }
    }
  })

  it('is the same answer for the same bytes, wherever they are kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), (zeros) => {
        const contents = Buffer.concat([cms, Buffer.alloc(zeros)])
        expect(judge(cms, [anchor], { contents })).toEqual(judge(cms, [anchor], { contents: padded(cms), at: now }))
      }),
    )
  })
})
