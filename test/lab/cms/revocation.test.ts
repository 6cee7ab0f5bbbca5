import { describe, expect, it } from 'vitest'
import { crlOf, entryOf } from '../../../core/lab/cms/crl.ts'
import type { CmsInput } from '../../../core/lab/cms/verify-cms.ts'
import { document, judge } from './judge-with.ts'
import { attribute, makeCms, type WantedCms } from './make-cms.ts'
import { bool, ctx, der, int, oid, seq } from './make-der.ts'
import {
  answerBy,
  authority,
  ecdsa,
  extension,
  issue,
  keyUsage,
  listBy,
  nameOf,
  ocspSigning,
  purpose,
  root,
  type WantedList,
} from './make-pki.ts'

const anchor = root('Root CA UJI')
const siti = issue({ name: nameOf('Siti'), issuer: anchor })
const responder = issue({
  name: nameOf('OCSP UJI'),
  issuer: anchor,
  extensions: [keyUsage(0), purpose(false, ocspSigning)],
})
const before = '2026-11-01T00:00:00Z'
const signedAt = '2026-11-15T00:00:00Z'
const after = '2026-11-21T00:00:00Z'

const statusOf = (more: Partial<CmsInput>, wanted: Partial<WantedCms> = {}) =>
  judge(makeCms({ signer: siti, content: document, ...wanted }), [anchor], more).revocation
const listed = (wanted: WantedList, more: Partial<CmsInput> = {}, by = anchor) =>
  statusOf({ crls: [listBy(by, wanted)], ...more })
const answered = (bytes: Uint8Array, more: Partial<CmsInput> = {}) =>
  statusOf({ dss: { certificates: [], crls: [], ocsps: [bytes] }, ...more })

describe('a revocation list', () => {
  it('tells that a certificate is good, or was revoked', () => {
    expect(listed({})).toEqual(['GOOD'])
    expect(listed({ revoked: [[siti.serial + 5n, before]] })).toEqual(['GOOD'])
    expect(
      listed({
        revoked: [
          [5n, before],
          [siti.serial, before],
          [6n, before],
        ],
      }),
    ).toEqual(['REVOKED'])
    expect(
      judge(makeCms({ signer: siti, content: document }), [anchor], {
        crls: [listBy(anchor, { revoked: [[siti.serial, before]] })],
      }).reasons,
    ).toEqual(['REVOKED', 'TIME_CLAIMED'])
  })

  it('is heard from wherever it comes', () => {
    const list = listBy(anchor, { revoked: [[siti.serial, before]] })
    const pem = Buffer.from(`-----BEGIN X509 CRL-----\n${list.toString('base64')}\n-----END X509 CRL-----\n`)
    const archived = attribute('1.2.840.113583.1.1.8', seq(ctx(0, seq(list))))
    expect(statusOf({ crls: [pem] })).toEqual(['REVOKED'])
    expect(statusOf({ dss: { certificates: [], crls: [list], ocsps: [] } })).toEqual(['REVOKED'])
    expect(statusOf({}, { lists: [list] })).toEqual(['REVOKED'])
    expect(statusOf({}, { attributes: (all) => [...all, archived] })).toEqual(['REVOKED'])
    const odd = attribute('1.2.840.113583.1.1.8', seq(ctx(0, int(1)), ctx(1, seq(int(1)))))
    expect(statusOf({}, { attributes: (all) => [...all, odd] })).toEqual(['UNKNOWN'])
    expect(statusOf({ crls: [Buffer.from('rubbish'), seq(int(1)), pem] })).toEqual(['REVOKED'])
  })

  it('forgives what was signed before, when that is proven', () => {
    const revoked = [[siti.serial, after]] as const
    expect(listed({ revoked }, { provenAt: signedAt })).toEqual(['REVOKED_LATER'])
    expect(listed({ revoked })).toEqual(['REVOKED'])
    expect(listed({ revoked }, { at: signedAt })).toEqual(['REVOKED'])
    expect(listed({ revoked: [[siti.serial, signedAt]] }, { provenAt: signedAt })).toEqual(['REVOKED'])
    expect(listed({ revoked: [[siti.serial, after, before]] }, { provenAt: signedAt })).toEqual(['REVOKED'])
  })

  it('that is outdated no longer tells that a certificate is good, but that it was revoked', () => {
    const old = { thisUpdate: '2026-10-01T00:00:00Z', nextUpdate: before }
    expect(listed(old)).toEqual(['UNKNOWN'])
    expect(listed({ ...old, revoked: [[siti.serial, '2026-09-01T00:00:00Z']] })).toEqual(['REVOKED'])
    expect(listed(old, { provenAt: '2026-10-15T00:00:00Z' })).toEqual(['GOOD'])
    expect(listed({ nextUpdate: null })).toEqual(['UNKNOWN'])
  })

  it('from the future, or from after the certificate’s end, tells nothing good', () => {
    expect(listed({ thisUpdate: '2026-12-01T00:00:00Z' })).toEqual(['UNKNOWN'])
    expect(
      listed(
        { thisUpdate: '2051-06-01T00:00:00Z', nextUpdate: '2052-01-01T00:00:00Z' },
        { at: '2051-07-01T00:00:00Z', provenAt: signedAt },
      ),
    ).toEqual(['UNKNOWN'])
  })

  it('must be the issuer’s own', () => {
    const fake = root('Root CA UJI')
    expect(listed({}, {}, fake)).toEqual(['UNKNOWN'])
    expect(listed({ revoked: [[siti.serial, before]] }, {}, fake)).toEqual(['UNKNOWN'])
    expect(listed({ name: nameOf('Lain') })).toEqual(['UNKNOWN'])
    const silent = root('Root Tanpa Daftar', { extensions: [authority(), keyUsage(5)] })
    const one = issue({ name: nameOf('Siti'), issuer: silent })
    const heard = (crl: Buffer) =>
      judge(makeCms({ signer: one, content: document }), [silent], { crls: [crl] }).revocation
    expect(heard(listBy(silent))).toEqual(['UNKNOWN'])
    // Who may not sign lists has still said it.
    expect(heard(listBy(silent, { revoked: [[one.serial, before]] }))).toEqual(['REVOKED'])
  })

  it('made with SHA-1 tells nothing good', () => {
    expect(listed({}, {}, { ...anchor, scheme: ecdsa('sha1') })).toEqual(['UNKNOWN'])
    expect(listed({ revoked: [[siti.serial, before]] }, {}, { ...anchor, scheme: ecdsa('sha1') })).toEqual(['REVOKED'])
  })

  it('of differences, of other issuers, of some reasons or beyond understanding is not believed', () => {
    const point = (...fields: readonly Buffer[]) => extension('2.5.29.28', seq(...fields), true)
    const odd = [
      extension('2.5.29.27', int(1), true),
      point(der(0x84, Buffer.from([0xff]))),
      point(der(0x83, Buffer.from([6, 0x40]))),
      extension('1.2.3', bool(true), true),
    ]
    for (const one of odd) expect(listed({ extensions: [one] })).toEqual(['UNKNOWN'])
    expect(listed({ extensions: [point(der(0x82, Buffer.from([0xff])))] })).toEqual(['UNKNOWN'])
    expect(listed({ extensions: [point(der(0x85, Buffer.from([0xff])))] })).toEqual(['UNKNOWN'])
    expect(listed({ extensions: [point(der(0x81, Buffer.from([0xff])))] })).toEqual(['GOOD'])
    expect(listed({ extensions: [extension('2.5.29.20', int(7))] })).toEqual(['GOOD'])
  })

  it('of one place speaks for the certificates that point there', () => {
    const place = (name: string) => ctx(0, ctx(0, der(0x86, Buffer.from(name))))
    const pointing = issue({
      name: nameOf('Siti'),
      issuer: anchor,
      extensions: [keyUsage(0), extension('2.5.29.31', seq(seq(place('http://uji/1.crl'))))],
    })
    const of = (name: string) => [listBy(anchor, { extensions: [extension('2.5.29.28', seq(place(name)), true)] })]
    expect(statusOf({ crls: of('http://uji/1.crl') }, { signer: pointing })).toEqual(['GOOD'])
    expect(statusOf({ crls: of('http://uji/2.crl') }, { signer: pointing })).toEqual(['UNKNOWN'])
  })

  it('is asked about issuers as well', () => {
    const middle = issue({ name: nameOf('CA'), issuer: anchor, extensions: [authority(), keyUsage(5, 6)] })
    const signer = issue({ name: nameOf('Siti'), issuer: middle })
    const certificates = [signer.certificate, middle.certificate]
    const crls = [listBy(middle), listBy(anchor, { revoked: [[middle.serial, before]] })]
    const found = judge(makeCms({ signer, content: document, certificates }), [anchor], { crls })
    expect([found.revocation, found.reasons]).toEqual([
      ['GOOD', 'REVOKED'],
      ['REVOKED', 'TIME_CLAIMED'],
    ])
  })

  it('of fifty thousand is searched without an object for each, and kept', () => {
    const revoked = Array.from({ length: 50_000 }, (_, n) => [BigInt(1_000_000 + n), before] as const)
    const list = listBy(anchor, { revoked })
    const kept = crlOf(list)
    expect(crlOf(Buffer.from(list))).toBe(kept)
    expect(entryOf(kept, '0f424f')).toMatchObject({ revokedAt: Date.parse(before) })
    expect(entryOf(kept, siti.serial.toString(16))).toBe(undefined)
    expect(statusOf({ crls: [list] })).toEqual(['GOOD'])
  })
})

describe('an OCSP answer', () => {
  const certificates = [responder.certificate]
  const about = { about: siti, issuer: anchor }

  it('is believed from the issuer, and from whom the issuer charged with it', () => {
    expect(answered(answerBy(anchor, about))).toEqual(['GOOD'])
    expect(answered(answerBy(responder, { ...about, certificates }))).toEqual(['GOOD'])
    expect(answered(answerBy(responder, { ...about, certificates, revokedAt: before }))).toEqual(['REVOKED'])
    expect(answered(answerBy(responder, { ...about, certificates, revokedAt: after }), { provenAt: signedAt })).toEqual(
      ['REVOKED_LATER'],
    )
  })

  it('may repeat a number of the asker in any form, and is not believed with what is critical and unknown', () => {
    const nonce = extension('1.3.6.1.5.5.7.48.1.2', Buffer.from([0x2b, 0x63, 0x60, 0x80]))
    expect(answered(answerBy(anchor, { ...about, extensions: [nonce] }))).toEqual(['GOOD'])
    const unknown = extension('1.2.3.4', int(1), true)
    expect(answered(answerBy(anchor, { ...about, extensions: [unknown] }))).toEqual(['UNKNOWN'])
  })

  it('is heard from the signature as well', () => {
    const answer = answerBy(anchor, { ...about, revokedAt: before })
    const archived = attribute('1.2.840.113583.1.1.8', seq(ctx(1, seq(answer))))
    expect(statusOf({}, { attributes: (all) => [...all, archived] })).toEqual(['REVOKED'])
    expect(statusOf({}, { lists: [ctx(1, oid('1.3.6.1.5.5.7.16.2'), answer)] })).toEqual(['REVOKED'])
  })

  it('is not believed from anybody else', () => {
    const stranger = issue({
      name: nameOf('OCSP'),
      issuer: root('Root CA UJI'),
      extensions: [keyUsage(0), purpose(false, ocspSigning)],
    })
    const ended = issue({
      name: nameOf('OCSP'),
      issuer: anchor,
      extensions: [purpose(false, ocspSigning)],
      to: '2026-11-01T00:00:00Z',
    })
    for (const one of [stranger, ended, siti, issue({ name: nameOf('OCSP'), issuer: anchor })])
      expect(answered(answerBy(one, { ...about, certificates: [one.certificate] }))).toEqual(['UNKNOWN'])
    expect(answered(answerBy(responder, about))).toEqual(['UNKNOWN'])
  })

  it('is not believed about another certificate, or when it is old', () => {
    expect(answered(answerBy(anchor, { ...about, about: responder }))).toEqual(['UNKNOWN'])
    const old = { thisUpdate: before, nextUpdate: '2026-11-08T00:00:00Z' }
    expect(answered(answerBy(anchor, { ...about, ...old }))).toEqual(['UNKNOWN'])
    expect(answered(answerBy(anchor, { ...about, ...old }), { provenAt: '2026-11-05T00:00:00Z' })).toEqual(['GOOD'])
  })
})
