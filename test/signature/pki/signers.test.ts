import { describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import type { SignatureReason } from '../../../core/signature/reason.ts'
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
  pss,
  purpose,
  root,
  rsa,
  type Wanted,
} from '../../lab/cms/make-pki.ts'
import { peerAccepts } from '../../lab/cms/peer.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { cmsIn } from './cms-in.ts'
import { signPdf } from './sign-pdf.ts'
import { judged, world } from './world.ts'

const form = await formPdf(changeSample())
const { issuing, chain, tsa } = world
const below = (name: string, wanted: Partial<Wanted> = {}): Holder =>
  issue({ name: nameOf(name), issuer: issuing, ...wanted })
const rsaKey = newRsa()
const keyCertSign = [authority(), keyUsage(5, 6)]
/** Notes that say nothing of the signer here: no time stamp, no revocation list. */
const notes: readonly SignatureReason[] = ['TIME_CLAIMED', 'REVOCATION_UNKNOWN']
const told = (file: Uint8Array, grounds: Parameters<typeof judged>[1] = {}) => {
  const { verdict, reasons } = judged(file, grounds)
  return [verdict, ...reasons.filter((reason) => !notes.includes(reason))]
}
const serverAuth = '1.3.6.1.5.5.7.3.1'
const outdated = { from: '2025-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' }

describe('a form that is signed by an honest program', () => {
  it.each([
    ['RSA-SHA256', 2048, below('Rina', { key: rsaKey, scheme: rsa('sha256') })],
    ['RSA-SHA512', 4096, below('Rina', { key: newRsa(4096), scheme: rsa('sha512') })],
    ['RSA-PSS-SHA256', 2048, below('Rina', { key: rsaKey, scheme: pss('sha256') })],
    ['ECDSA-SHA256', 256, below('Rina')],
    ['ECDSA-SHA384', 384, below('Rina', { key: newEc('P-384'), scheme: ecdsa('sha384') })],
  ])('is valid by %s with a key of %i bits, and a second verifier agrees', async (algorithm, sizeBits, signer) => {
    const file = signPdf(form, { signer, chain, name: 'Rina' })
    const { verdict, signatures } = judged(file)
    expect([verdict, signatures.length]).toEqual(['VALID', 1])
    expect(signatures[0]).toMatchObject({
      field: 'TTE_PJ',
      algorithm,
      keySizeBits: sizeBits,
      coverage: 'ENTIRE_FILE',
      changes: 'NONE',
      chain: ['Rina', 'CA Penerbit UJI', 'Root CA UJI'],
    })
    const { cms, signed } = cmsIn(file)
    expect(await peerAccepts(cms, signed)).toBe(true)
  })

  it('is valid below a chain of RSA alone, signed by PSS too, whether the root lies in the file or not', () => {
    const anchor = root('Root CA UJI RSA', { key: newRsa(4096), scheme: rsa('sha384') })
    const issuer = issue({
      name: nameOf('CA RSA'),
      issuer: anchor,
      key: rsaKey,
      scheme: rsa('sha256'),
      extensions: keyCertSign,
    })
    const byPss = issue({
      name: nameOf('CA PSS'),
      issuer: anchor,
      key: rsaKey,
      scheme: pss('sha256'),
      by: pss('sha256'),
      extensions: keyCertSign,
    })
    for (const above of [[issuer], [issuer, anchor], [byPss]]) {
      const [next = issuer] = above
      const signer = issue({ name: nameOf('Rina'), issuer: next, key: rsaKey, scheme: rsa('sha256') })
      expect(told(signPdf(form, { signer, chain: above }), { anchors: [anchor] })).toEqual(['VALID'])
    }
  })

  it('is trusted below an authority that the operator trusts by itself, and not without it in the file', () => {
    const file = signPdf(form, { signer: world.signer })
    expect(told(file, { anchors: [issuing] })).toEqual(['VALID'])
    expect(told(file)).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it('says only what is true of the time: claimed without a time stamp, proven with one', () => {
    const { signer } = world
    const [plain] = judged(signPdf(form, { signer, chain, at: '2026-11-20T03:00:00Z' })).signatures
    const [stamped] = judged(signPdf(form, { signer, chain, tsa, at: '2026-11-20T03:00:00Z' })).signatures
    expect(plain?.time).toEqual({ value: '2026-11-20T03:00:00.000Z', source: 'claimed' })
    expect(stamped?.time).toEqual({ value: '2026-11-20T03:00:00.000Z', source: 'timestamp', tsa: 'TSA UJI' })
  })

  it('is valid with a field of its own, with words drawn into the field, certified, and as adbe.pkcs7.detached', () => {
    const { signer } = world
    const signings = [
      { field: 'Tambahan' },
      { appearance: 'Ditandatangani secara elektronik (UJI)' },
      { certify: 1 as const },
      { subFilter: 'adbe.pkcs7.detached' as const },
    ]
    for (const more of signings)
      expect(told(signPdf(form, { signer, chain, ...more })), JSON.stringify(more)).toEqual(['VALID'])
  })

  it.each([
    ['a key of 1024 bits', below('Rina', { key: newRsa(1024), scheme: rsa('sha256') }), 'WEAK_KEY'],
    ['SHA-1', below('Rina', { key: rsaKey, scheme: rsa('sha1') }), 'WEAK_ALGORITHM'],
    ['a certificate that was signed with SHA-1', below('Rina', { by: ecdsa('sha1') }), 'WEAK_ALGORITHM'],
    ['a certificate that has expired', below('Rina', outdated), 'EXPIRED'],
    ['a certificate that is not valid yet', below('Rina', { from: '2027-01-01T00:00:00Z' }), 'NOT_YET_VALID'],
  ])('goes to a person with %s', (_, signer, reason) => {
    expect(told(signPdf(form, { signer, chain }))).toEqual(['NEEDS_REVIEW', reason])
  })

  it('stays valid when the certificate expires after a proven time', () => {
    const signer = below('Rina', outdated)
    const at = '2026-05-01T00:00:00Z'
    expect(told(signPdf(form, { signer, chain, tsa, at }))).toEqual(['VALID'])
    expect(told(signPdf(form, { signer, chain, at }))).toEqual(['NEEDS_REVIEW', 'EXPIRED'])
  })
})

describe('a form that is signed by whoever must not', () => {
  const fakeRoot = root('Root CA UJI')
  const fakeIssuing = issue({ name: nameOf('CA Penerbit UJI'), issuer: fakeRoot, extensions: keyCertSign })
  const self = root('Bambang Prasetyo', { extensions: [keyUsage(0, 1)] })
  const leaf = below('Rina')
  const last = below('CA terakhir', { extensions: [authority(0), keyUsage(5, 6)] })
  const lowest = issue({ name: nameOf('CA di bawahnya'), issuer: last, extensions: keyCertSign })
  const unknown = extension('1.3.6.1.4.1.32473.1', Buffer.from([5, 0]), true)

  it.each([
    ['themselves', self, []],
    ['a root of the same name', issue({ name: nameOf('Rina'), issuer: fakeIssuing }), [fakeIssuing, fakeRoot]],
  ])('is untrusted when %s issued the certificate', (_, signer, above) => {
    expect(told(signPdf(form, { signer, chain: above }))).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it('is never valid when a stranger issued in the name of a trusted authority', () => {
    const signer = issue({ name: nameOf('Rina'), issuer: { ...fakeIssuing, name: issuing.name } })
    expect(told(signPdf(form, { signer, chain }))).toEqual(['UNTRUSTED', 'NO_TRUST_PATH'])
  })

  it.each([
    ['a key for encryption alone', below('Rina', { extensions: [keyUsage(2)] }), chain, 'KEY_USAGE'],
    ['a key for servers', below('Rina', { extensions: [keyUsage(0), purpose(false, serverAuth)] }), chain, 'KEY_USAGE'],
    ['a key for time stamps', tsa, chain, 'KEY_USAGE'],
    ['a condition that nobody knows', below('Rina', { extensions: [keyUsage(0), unknown] }), chain, 'BAD_CHAIN'],
    ['an authority too many', issue({ name: nameOf('Rina'), issuer: lowest }), [lowest, last, issuing], 'BAD_CHAIN'],
    ['an authority as signer', issuing, [], 'LEAF_IS_CA'],
    ['a signer as authority', issue({ name: nameOf('Budi'), issuer: leaf }), [leaf, issuing], 'BAD_CHAIN'],
  ])('is invalid with %s, below a trusted root too', (_, signer, above, reason) => {
    const [verdict, ...reasons] = told(signPdf(form, { signer, chain: above }))
    expect(verdict).toBe('INVALID')
    expect(reasons).toContain(reason)
  })
})
