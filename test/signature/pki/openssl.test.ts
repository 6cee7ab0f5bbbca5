import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import { temporaryFolder } from '../../folder.ts'
import { ecdsa, issue, keyUsage, nameOf, newEc, newRsa, rsa } from '../../lab/cms/make-pki.ts'
import { peerAccepts } from '../../lab/cms/peer.ts'
import { changeSample } from '../../lab/sample-forms.ts'
import { cmsIn } from './cms-in.ts'
import { editedPdf } from './edited-pdf.ts'
import { pem } from './pem.ts'
import { type PdfSigning, signPdfBy } from './sign-pdf.ts'
import { judged, world } from './world.ts'

const isThere = spawnSync('openssl', ['version']).status === 0
if (!isThere) process.stderr.write('SKIPPED, no openssl on this machine: forms that its CMS signs\n')

describe.skipIf(!isThere)('a form whose signature openssl makes', () => {
  const folder = temporaryFolder('openssl-form')
  const [document, signature] = [join(folder, 'document'), join(folder, 'signature')]
  const extensions = [keyUsage(0, 1)]
  const rsaSigner = issue({
    name: nameOf('Rina'),
    issuer: world.issuing,
    key: newRsa(),
    scheme: rsa('sha256'),
    extensions,
  })
  const ecSigner = issue({
    name: nameOf('Rina'),
    issuer: world.issuing,
    key: newEc('P-384'),
    scheme: ecdsa('sha384'),
    extensions,
  })
  writeFileSync(join(folder, 'above.pem'), pem('CERTIFICATE', world.issuing.certificate))

  async function signedBy(signer: typeof rsaSigner, words: readonly string[], more: Omit<PdfSigning, 'signer'> = {}) {
    writeFileSync(join(folder, 'key.pem'), signer.key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'signer.pem'), pem('CERTIFICATE', signer.certificate))
    const who = ['-signer', 'signer.pem', '-inkey', 'key.pem', '-certfile', 'above.pem']
    const what = ['-in', document, '-out', signature, '-outform', 'DER']
    return signPdfBy(await formPdf(changeSample()), more, (content) => {
      writeFileSync(document, content)
      execFileSync('openssl', ['cms', '-sign', '-binary', ...what, ...who, ...words], { cwd: folder, stdio: 'pipe' })
      return readFileSync(signature)
    })
  }

  it.each([
    ['RSA-SHA256', rsaSigner, ['-md', 'sha256', '-cades']],
    ['RSA-PSS-SHA256', rsaSigner, ['-md', 'sha256', '-cades', '-keyopt', 'rsa_padding_mode:pss']],
    ['RSA-SHA512', rsaSigner, ['-md', 'sha512', '-cades']],
    ['ECDSA-SHA384', ecSigner, ['-md', 'sha384', '-cades']],
  ])('is valid by %s, a second verifier agrees, and neither accepts a change', async (algorithm, signer, words) => {
    const file = await signedBy(signer, words)
    const { verdict, signatures } = judged(file)
    expect([verdict, signatures[0]?.algorithm, signatures[0]?.reasons]).toEqual([
      'VALID',
      algorithm,
      ['TIME_CLAIMED', 'REVOCATION_UNKNOWN'],
    ])
    const { cms, signed } = cmsIn(file)
    expect(await peerAccepts(cms, signed)).toBe(true)
    const other = Buffer.from(file)
    other.write('X', file.indexOf('/Title') + 40)
    expect(judged(other).verdict).toBe('INVALID')
    expect(await peerAccepts(cms, cmsIn(other).signed)).toBe(false)
    expect(judged(editedPdf(file, 'pandu.name', 'Orang Lain')).verdict).toBe('INVALID')
  })

  it('says that nobody named the certificate when it is not asked to', async () => {
    const words = ['-md', 'sha256']
    expect(judged(await signedBy(rsaSigner, words)).reasons).toContain('NO_ESS')
    expect(judged(await signedBy(rsaSigner, words, { subFilter: 'adbe.pkcs7.detached' })).verdict).toBe('VALID')
  })

  it('is valid without signed attributes, and says so', async () => {
    const file = await signedBy(rsaSigner, ['-md', 'sha256', '-noattr'], { subFilter: 'adbe.pkcs7.detached' })
    const { verdict, reasons } = judged(file)
    expect([verdict, reasons.includes('NO_SIGNED_ATTRIBUTES')]).toEqual(['VALID', true])
  })
})
