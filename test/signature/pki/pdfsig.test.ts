import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { formPdf } from '../../../core/lab/form-pdf.ts'
import { valuesOf } from '../../../core/legalise/filled-form.ts'
import { temporaryFolder } from '../../folder.ts'
import { issue, nameOf, newRsa, rsa } from '../../lab/cms/make-pki.ts'
import { changeSample, resetSample } from '../../lab/sample-forms.ts'
import { editedPdf } from './edited-pdf.ts'
import { fieldsIn } from './fields-in.ts'
import { pem } from './pem.ts'
import { encrypted, hasQpdf, qpdf } from './qpdf.ts'
import { rewritten } from './rewrite.ts'
import { signPdf } from './sign-pdf.ts'
import { judged, world } from './world.ts'

/** The test's own editor changes no packed objects of encrypted files. */
const plainObjects = '--object-streams=disable'
const programs = ['pdfsig', 'certutil', 'pk12util', 'openssl']
const missing = programs.filter((name) => spawnSync(name, ['-v']).error !== undefined)
if (missing.length > 0)
  process.stderr.write(`SKIPPED, no ${missing.join(', ')} on this machine: forms that another program signs\n`)

describe.skipIf(missing.length > 0)('a form that pdfsig signs', () => {
  const folder = temporaryFolder('pdfsig')
  const run = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

  /** A store of NSS with the signer's key and all above, as the program wants it. */
  function openStore(): void {
    const signer = issue({
      name: nameOf('Bambang Prasetyo'),
      issuer: world.issuing,
      key: newRsa(),
      scheme: rsa('sha256'),
    })
    const above = [world.issuing, world.anchor].map(({ certificate }) => pem('CERTIFICATE', certificate))
    writeFileSync(join(folder, 'key.pem'), signer.key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'certificate.pem'), pem('CERTIFICATE', signer.certificate))
    writeFileSync(join(folder, 'above.pem'), above.join(''))
    writeFileSync(join(folder, 'root.pem'), above.at(-1) ?? '')
    const names = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-certfile', 'above.pem', '-name', 'pj']
    run('openssl', 'pkcs12', '-export', ...names, '-out', 'pj.p12', '-passout', 'pass:uji')
    run('certutil', '-N', '-d', `sql:${folder}`, '--empty-password')
    run('pk12util', '-i', 'pj.p12', '-d', `sql:${folder}`, '-W', 'uji', '-K', '')
    run('certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'CT,C,C', '-i', 'root.pem')
  }

  beforeAll(openStore)

  function signed(file: Uint8Array, ...words: readonly string[]): Buffer {
    writeFileSync(join(folder, 'form.pdf'), file)
    const store = ['-nssdir', folder, '-nss-pwd', '', '-nick', 'pj']
    run('pdfsig', ...store, ...words, 'form.pdf', 'signed.pdf')
    return readFileSync(join(folder, 'signed.pdf'))
  }

  it('is valid, keeps our bytes in front, and its fields are those that were issued', async () => {
    const forms = [
      ['TTE_PJ', changeSample()],
      ['TTE_VERIFIKATOR', resetSample()],
    ] as const
    for (const [field, sample] of forms) {
      const form = await formPdf(sample)
      const file = signed(form, '-sign', field)
      expect(judged(file)).toMatchObject({
        verdict: 'VALID',
        signatures: [{ field, coverage: 'ENTIRE_FILE', signer: { commonName: 'Bambang Prasetyo' } }],
      })
      expect(file.subarray(0, form.length).equals(form)).toBe(true)
      const values = Object.entries(valuesOf(sample)).map(([key, text]) => [`pandu.${key}`, text])
      expect(fieldsIn(file)).toEqual(Object.fromEntries(values))
      const edited = judged(editedPdf(file, 'pandu.name', 'Orang Lain'))
      expect([edited.verdict, edited.reasons[0]]).toEqual(['INVALID', 'MODIFIED_AFTER_SIGNING'])
    }
  })

  it('is valid saved anew before it is signed, and below a second signature of its own', async () => {
    const packed = await rewritten(await formPdf(changeSample()), { isPacked: true })
    const once = signed(packed, '-sign', 'TTE_PJ')
    const twice = signed(once, '-add-signature', '-new-signature-field-name', 'Kedua')
    const { verdict, signatures } = judged(twice)
    expect([verdict, ...signatures.map(({ format, coverage }) => `${format} ${coverage}`)]).toEqual([
      'VALID',
      'adbe.pkcs7.detached ENTIRE_REVISION',
      'adbe.pkcs7.detached ENTIRE_FILE',
    ])
  })

  it.skipIf(!hasQpdf).each([
    ['of PDF 2.0 with packed objects', ['--force-version=2.0', '--object-streams=generate']],
    ['that is linearized', ['--linearize']],
    ['that is encrypted by AES of 128 bits for its owner alone', [...encrypted.aes128, plainObjects]],
    ['that is encrypted by AES of 256 bits for its owner alone', [...encrypted.aes256, plainObjects]],
  ])('is valid as a file %s, and invalid with a field edited', async (_, words) => {
    const sample = changeSample()
    const file = signed(qpdf(await formPdf(sample), ...words), '-sign', 'TTE_PJ')
    expect([judged(file).verdict, fieldsIn(file)['pandu.name']]).toEqual(['VALID', valuesOf(sample).name])
    expect(judged(editedPdf(file, 'pandu.name', 'Orang Lain')).verdict).toBe('INVALID')
  })

  it('is read by pdfsig as by us when we signed it', async () => {
    const ours = signPdf(await formPdf(changeSample()), { signer: world.signer, chain: world.chain })
    writeFileSync(join(folder, 'ours.pdf'), ours)
    const said = run('pdfsig', '-nssdir', folder, '-no-ocsp', 'ours.pdf')
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Total document signed')
  })
})
