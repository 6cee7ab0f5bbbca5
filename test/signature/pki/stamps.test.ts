import { describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import { makeStamp, stamped } from '../../lab/cms/make-cms.ts'
import {
  answerBy,
  authority,
  issue,
  keyUsage,
  listBy,
  nameOf,
  purpose,
  root,
  timeStamping,
} from '../../lab/cms/make-pki.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { addSecurityStore } from './security-store.ts'
import { signPdf } from './sign-pdf.ts'
import { judged, world } from './world.ts'

const form = await formPdf(changeSample())
const { anchor, issuing, tsa, signer, chain } = world
const stamping = [keyUsage(0), purpose(true, timeStamping)]
const stranger = root('TSA asing', { extensions: stamping })
const usage = (...extensions: readonly Buffer[]) => issue({ name: nameOf('TSA UJI'), issuer: issuing, extensions })
const expired = issue({ name: nameOf('TSA UJI'), issuer: issuing, to: '2026-06-01T00:00:00Z', extensions: stamping })
const emailProtection = '1.3.6.1.5.5.7.3.4'
const allGood = [listBy(issuing), listBy(anchor)]
const at = '2026-11-20T03:00:00Z'
const told = (...given: Parameters<typeof judged>) => {
  const { verdict, reasons } = judged(...given)
  return [verdict, ...reasons]
}

describe('the time of a signature', () => {
  it.each([
    ['of somebody who may only sign', usage(keyUsage(0))],
    ['of somebody who may also do other things', usage(keyUsage(0), purpose(true, timeStamping, emailProtection))],
    ['of an authority whose purpose is not binding', usage(keyUsage(0), purpose(false, timeStamping))],
  ])('is not believed from a stamp %s, and a person hears of it', (_, by) => {
    const file = signPdf(form, { signer, chain, tsa: by, at })
    expect(told(file, { crls: allGood })).toEqual(['NEEDS_REVIEW', 'TIMESTAMP_BROKEN', 'TIME_CLAIMED'])
  })

  it.each([
    ['that nobody trusts', stranger],
    ['whose certificate had ended', expired],
  ])('stays a claim under the stamp of an authority %s', (_, by) => {
    const file = signPdf(form, { signer, chain, tsa: by, at })
    expect(told(file, { crls: allGood })).toEqual(['VALID', 'TIME_CLAIMED'])
  })

  it('is not believed from a stamp over another signature', () => {
    const elsewhere = [stamped(makeStamp({ tsa, over: Buffer.from('another signature'), at }))]
    const file = signPdf(form, { signer, chain, more: { unsigned: () => elsewhere } })
    expect(judged(file)).toMatchObject({ verdict: 'NEEDS_REVIEW', signatures: [{ time: { source: 'claimed' } }] })
    expect(judged(file).reasons).toContain('TIMESTAMP_BROKEN')
  })

  it('is proven by a stamp of the whole document, which comes after the signature', () => {
    const file = signPdf(signPdf(form, { signer, chain, at }), {
      signer: tsa,
      chain,
      subFilter: 'ETSI.RFC3161',
      at: '2026-11-20T04:00:00Z',
    })
    const { verdict, signatures } = judged(file, { crls: allGood })
    expect(verdict).toBe('VALID')
    expect(signatures.map(({ kind, time, changes }) => [kind, time.source, changes])).toEqual([
      ['signature', 'timestamp', 'LTA_UPDATES'],
      ['timestamp', 'timestamp', 'NONE'],
    ])
    expect(signatures[0]?.time.value).toBe('2026-11-20T04:00:00.000Z')
  })

  it('is not proven by a stamp of the whole document that nobody trusts', () => {
    const file = signPdf(signPdf(form, { signer, chain, at }), { signer: stranger, subFilter: 'ETSI.RFC3161' })
    const { verdict, signatures } = judged(file)
    expect(verdict).not.toBe('VALID')
    expect(signatures[0]?.time.source).toBe('claimed')
  })

  it('makes a stamp alone nobody’s signature', () => {
    expect(judged(signPdf(form, { signer: tsa, chain, subFilter: 'ETSI.RFC3161' })).verdict).toBe('NOT_SIGNED')
  })
})

describe('a certificate that was taken back', () => {
  const revoked = listBy(issuing, { revoked: [[signer.serial, '2026-11-21T00:00:00Z']] })
  const plain = signPdf(form, { signer, chain, at })

  it('makes its signature invalid by the operator’s list, a list in the file and an answer in the file', () => {
    const answer = answerBy(issuing, { about: signer, issuer: issuing, revokedAt: '2026-11-21T00:00:00Z' })
    expect(told(plain, { crls: [revoked, listBy(anchor)] })).toEqual(['INVALID', 'REVOKED', 'TIME_CLAIMED'])
    for (const evidence of [{ crls: [revoked] }, { ocsps: [answer] }]) {
      const { verdict, reasons, signatures } = judged(addSecurityStore(plain, evidence))
      expect([verdict, reasons[0], signatures[0]?.revocation[0]]).toEqual(['INVALID', 'REVOKED', 'REVOKED'])
    }
  })

  it('harms no signature from a proven time before', () => {
    const file = signPdf(form, { signer, chain, tsa, at })
    const { verdict, signatures } = judged(file, { crls: [revoked, listBy(anchor)] })
    expect([verdict, signatures[0]?.revocation]).toEqual(['VALID', ['REVOKED_LATER', 'GOOD']])
    const after = signPdf(form, { signer, chain, tsa, at: '2026-11-22T00:00:00Z' })
    expect(judged(after, { crls: [revoked, listBy(anchor)] }).verdict).toBe('INVALID')
  })

  it('is known to be good only by fresh evidence of whoever issued it', () => {
    const good = addSecurityStore(plain, { certificates: [issuing.certificate], crls: allGood })
    expect(told(good)).toEqual(['VALID', 'LTA_UPDATES', 'TIME_CLAIMED'])
    const other = root('Root CA UJI')
    const foreign = issue({ name: nameOf('CA Penerbit UJI'), issuer: other, extensions: [authority(), keyUsage(5, 6)] })
    const stale = listBy(issuing, { thisUpdate: '2026-01-01T00:00:00Z', nextUpdate: '2026-02-01T00:00:00Z' })
    for (const crls of [[], [listBy(foreign)], [stale]]) {
      const { verdict, signatures } = judged(plain, { crls: [...crls, listBy(anchor)] })
      expect([verdict, signatures[0]?.revocation]).toEqual(['VALID', ['UNKNOWN', 'GOOD']])
    }
  })
})
