import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../core/signature/reason.ts'
import { document, judge, judged } from './judge-with.ts'
import { attribute, makeCms, makeStamp, stamped, type WantedStamp } from './make-cms.ts'
import { int, octets, seq } from './make-der.ts'
import { ecdsa, type Holder, issue, keyUsage, listBy, nameOf, purpose, root, timeStamping } from './make-pki.ts'

const anchor = root('Root CA UJI')
const siti = issue({ name: nameOf('Siti'), issuer: anchor, to: '2027-01-01T00:00:00Z' })
const stamping = [keyUsage(0), purpose(true, timeStamping)]
const tsa = issue({ name: nameOf('TSA UJI'), issuer: anchor, extensions: stamping })
const later = '2027-06-01T00:00:00Z'

const stampedBy = (holder: Holder, more: Partial<WantedStamp> = {}) => ({
  signer: siti,
  unsigned: (over: Buffer) => [stamped(makeStamp({ tsa: holder, over, ...more }))],
})
const timeOf = (wanted: ReturnType<typeof stampedBy>, at?: string) =>
  judge(makeCms({ content: document, ...wanted }), [anchor], at === undefined ? {} : { at }).time

describe('a time stamp on a signature', () => {
  it('proves the time, and who proves it', () => {
    expect(timeOf(stampedBy(tsa))).toEqual({ value: '2026-11-22T09:00:00.000Z', source: 'timestamp', tsa: 'TSA UJI' })
    expect(judge(makeCms({ content: document, ...stampedBy(tsa) }), [anchor]).reasons).toEqual(['REVOCATION_UNKNOWN'])
  })

  it('keeps a signature valid after its certificate has ended', () => {
    expect(judged({ signer: siti }, [anchor], { at: later })).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
    expect(judged(stampedBy(tsa), [anchor], { at: later })).toEqual(['VALID'])
  })

  it('tells that the certificate had ended before, whatever the clock of the signer said', () => {
    expect(judged(stampedBy(tsa, { at: '2027-02-01T00:00:00Z' }), [anchor])).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
  })

  it('of an authority that nobody trusts leaves the time claimed', () => {
    const stranger = issue({ name: nameOf('TSA Asing'), issuer: root('Root Asing'), extensions: stamping })
    expect(timeOf(stampedBy(stranger))).toEqual({ value: '2026-11-22T08:00:00.000Z', source: 'claimed' })
    expect(judged(stampedBy(stranger), [anchor])).toEqual(['VALID'])
    expect(judged(stampedBy(stranger), [anchor], { at: later })).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
  })

  it('of an authority whose own certificate has ended proves nothing by itself', () => {
    const ended = issue({ name: nameOf('TSA'), issuer: anchor, extensions: stamping, to: '2027-03-01T00:00:00Z' })
    expect(timeOf(stampedBy(ended)).source).toBe('timestamp')
    expect(timeOf(stampedBy(ended), later).source).toBe('claimed')
    const kept = judge(makeCms({ content: document, ...stampedBy(ended) }), [anchor], {
      at: later,
      provenAt: '2026-12-01T00:00:00Z',
    })
    expect(kept.time).toEqual({ value: '2026-11-22T09:00:00.000Z', source: 'timestamp', tsa: 'TSA UJI'.slice(0, 3) })
  })

  it('made with SHA-1 proves nothing', () => {
    expect(timeOf(stampedBy(tsa, { digest: 'sha1' })).source).toBe('claimed')
    const old = issue({ name: nameOf('TSA'), issuer: anchor, extensions: stamping, scheme: ecdsa('sha1') })
    expect(timeOf(stampedBy(old)).source).toBe('claimed')
  })

  it.each([
    ['over something else', stampedBy(tsa, { over: document })],
    [
      'by whom it is not for alone',
      stampedBy(
        issue({
          name: nameOf('TSA'),
          issuer: anchor,
          extensions: [keyUsage(0), purpose(true, timeStamping, '1.3.6.1.5.5.7.3.4')],
        }),
      ),
    ],
    [
      'by whom it is for without saying so critically',
      stampedBy(
        issue({ name: nameOf('TSA'), issuer: anchor, extensions: [keyUsage(0), purpose(false, timeStamping)] }),
      ),
    ],
    ['by a signer of documents', stampedBy(siti)],
    ['that does not name its authority', stampedBy(tsa, { ess: null })],
    ['whose authority is not there', stampedBy(tsa, { certificates: [] })],
    ['that is none', { signer: siti, unsigned: () => [stamped(seq(octets(document)))] }],
    [
      'that is another signature',
      { signer: siti, unsigned: () => [stamped(makeCms({ signer: tsa, content: document }))] },
    ],
  ])('%s is broken, and that is said', (_, wanted) => {
    expect(judged(wanted, [anchor])).toEqual(['NEEDS_REVIEW', 'TIMESTAMP_BROKEN'])
  })

  it('beside a broken one still proves the time', () => {
    const wanted = {
      signer: siti,
      unsigned: (over: Buffer) => [stamped(makeStamp({ tsa, over }), makeStamp({ tsa, over: document }))],
    }
    expect(judged(wanted, [anchor])).toEqual(['NEEDS_REVIEW', 'TIMESTAMP_BROKEN'])
    expect(timeOf(wanted).source).toBe('timestamp')
  })

  it('beside another proves the earlier time', () => {
    const wanted = {
      signer: siti,
      unsigned: (over: Buffer) => [
        stamped(makeStamp({ tsa, over, at: '2026-11-22T12:00:00Z' })),
        stamped(makeStamp({ tsa, over, at: '2026-11-22T10:00:00Z' })),
      ],
    }
    expect(timeOf(wanted).value).toBe('2026-11-22T10:00:00.000Z')
  })

  it('under another name is not overlooked', () => {
    const hidden = (over: Buffer) => [attribute('1.2.840.113549.1.9.16.2.15', makeStamp({ tsa, over }))]
    expect(judged({ signer: siti, unsigned: hidden }, [anchor])).toEqual(['NEEDS_REVIEW', 'TIMESTAMP_BROKEN'])
    const archival = () => [attribute('1.2.840.113549.1.9.16.2.48', makeStamp({ tsa, over: document }))]
    expect(judged({ signer: siti, unsigned: archival }, [anchor])).toEqual(['VALID'])
  })

  it('in crowds is not looked through', () => {
    const wanted = { signer: siti, unsigned: () => [stamped(...Array.from({ length: 21 }, () => int(1)))] }
    expect(judged(wanted, [anchor])).toEqual(['INVALID', 'CMS_MALFORMED'])
  })

  it('of an authority that was revoked proves nothing, and that is said', () => {
    const crls = [listBy(anchor, { revoked: [[tsa.serial, '2026-11-01T00:00:00Z']] })]
    expect(judge(makeCms({ content: document, ...stampedBy(tsa) }), [anchor], { crls }).time.source).toBe('claimed')
    expect(judged(stampedBy(tsa), [anchor], { crls })).toEqual(['NEEDS_REVIEW', 'TIMESTAMP_BROKEN'])
  })

  it('turned in any bit is no proof, and that is said', () => {
    const cms = makeCms({ content: document, ...stampedBy(tsa) })
    const before = judge(cms, [anchor])
    const from = makeCms({ content: document, signer: siti }).length
    const stride = 13
    for (let bit = from * 8; bit < cms.length * 8; bit += stride) {
      const bent = Buffer.from(cms)
      bent[bit >> 3]! ^= 0x80 >> (bit & 7)
      const after = judge(bent, [anchor])
      if (verdictOf(after.reasons) === 'VALID') expect(after).toEqual(before)
    }
  })
})

describe('a document time stamp', () => {
  const stamp = (holder: Holder, over = document, more: Partial<WantedStamp> = {}) =>
    judge(makeStamp({ tsa: holder, over, ...more }), [anchor], { isTimestamp: true, subFilter: 'ETSI.RFC3161' })

  it('tells its time and its authority', () => {
    const found = stamp(tsa)
    expect(found.reasons).toEqual(['REVOCATION_UNKNOWN'])
    expect(found.time).toEqual({ value: '2026-11-22T09:00:00.000Z', source: 'timestamp', tsa: 'TSA UJI' })
    expect(found.signer?.commonName).toBe('TSA UJI')
  })

  it('is told by its format when somebody calls it a signature', () => {
    const token = makeStamp({ tsa, over: document })
    expect(judge(token, [anchor], { subFilter: 'ETSI.RFC3161' })).toEqual(stamp(tsa))
    expect(judge(token, [anchor]).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('is invalid over something else, by whom it is not for, and is no proof by a stranger', () => {
    expect(stamp(tsa, Buffer.from('other')).reasons).toContain('DIGEST_MISMATCH')
    expect(stamp(siti).reasons).toContain('KEY_USAGE')
    const stranger = issue({ name: nameOf('TSA'), issuer: root('Root Asing'), extensions: stamping })
    expect(stamp(stranger)).toMatchObject({
      reasons: ['NO_TRUST_PATH', 'TIME_CLAIMED', 'REVOCATION_UNKNOWN'],
      time: { source: 'claimed' },
    })
    expect(stamp(tsa, document, { digest: 'sha1' }).reasons).toContain('WEAK_ALGORITHM')
  })

  it('that covers a signature proves that it was there', () => {
    const covered = judge(makeCms({ signer: siti, content: document }), [anchor], {
      at: later,
      provenAt: '2026-12-01T00:00:00Z',
    })
    expect(covered.reasons).toEqual(['REVOCATION_UNKNOWN'])
    expect(covered.time).toEqual({ value: '2026-12-01T00:00:00.000Z', source: 'timestamp' })
  })
})
