import { describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import { answerBy, issue, listBy, nameOf } from '../../lab/cms/make-pki.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { editedPdf } from './edited-pdf.ts'
import { rewritten } from './rewrite.ts'
import { addSecurityStore } from './security-store.ts'
import { signPdf } from './sign-pdf.ts'
import { judged, world } from './world.ts'

const { anchor, issuing, tsa, chain } = world
const signer = issue({ name: nameOf('Rina'), issuer: issuing, to: '2028-01-01T00:00:00Z' })
const form = await formPdf(changeSample())
const packed = await rewritten(form, { isPacked: true })
const certificates = [issuing.certificate, tsa.certificate]
const stamp = { signer: tsa, chain, subFilter: 'ETSI.RFC3161' as const }

/** As programs for archives do it: signature and time stamp, what proves both, and a time stamp over all of that. */
function archived(file: Uint8Array, crls: readonly Buffer[] = [listBy(issuing), listBy(anchor)]): Buffer {
  const signed = signPdf(file, { signer, chain, tsa, at: '2026-11-20T03:00:00Z' })
  return signPdf(addSecurityStore(signed, { certificates, crls }), { ...stamp, at: '2026-11-22T04:00:00Z' })
}

describe('a form that was signed for an archive', () => {
  it.each([
    ['as it was issued', form],
    ['with packed objects', packed],
  ])('%s is valid with nothing left open, in that year and when its certificate has expired', (_, file) => {
    const kept = archived(file)
    for (const at of ['2026-11-23T00:00:00Z', '2030-01-01T00:00:00Z']) {
      const { verdict, signatures } = judged(kept, { at })
      expect([verdict, signatures[0]?.verdict, signatures[0]?.time.value, signatures[0]?.revocation]).toEqual([
        'VALID',
        'VALID',
        '2026-11-20T03:00:00.000Z',
        ['GOOD', 'GOOD'],
      ])
    }
  })

  it('stays valid under a later time stamp with its own proofs, and under another signature', () => {
    const renewed = signPdf(addSecurityStore(archived(form), { certificates, crls: [listBy(anchor)] }), {
      ...stamp,
      field: 'Arsip',
    })
    expect(judged(renewed).verdict).toBe('VALID')
    expect(judged(renewed).signatures.map(({ changes }) => changes)).toEqual(['LTA_UPDATES', 'LTA_UPDATES', 'NONE'])
    const again = judged(signPdf(archived(form), { signer: world.signer, chain, field: 'Kedua' }))
    expect([again.verdict, again.signatures[0]?.changes]).toEqual(['VALID', 'SIGNED_AGAIN'])
  })

  it('is invalid when the proofs that it brings say that the certificate was taken back before', () => {
    const revoked = listBy(issuing, { revoked: [[signer.serial, '2026-11-19T00:00:00Z']] })
    expect(judged(archived(form, [revoked, listBy(anchor)]))).toMatchObject({ verdict: 'INVALID' })
    const answer = answerBy(issuing, { about: signer, issuer: issuing, revokedAt: '2026-11-19T00:00:00Z' })
    expect(judged(addSecurityStore(archived(form), { ocsps: [answer] })).verdict).toBe('INVALID')
  })

  it('is invalid when a value was changed before the last time stamp, or after it', () => {
    const signed = signPdf(form, { signer, chain, tsa })
    const between = signPdf(editedPdf(signed, 'pandu.name', 'Orang Lain'), { ...stamp, at: '2026-11-22T04:00:00Z' })
    expect(judged(between).verdict).toBe('INVALID')
    expect(judged(editedPdf(archived(form), 'pandu.name', 'Orang Lain')).verdict).toBe('INVALID')
  })
})
