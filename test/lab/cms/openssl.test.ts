import { execFileSync, spawnSync } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../core/signature/reason.ts'
import { temporaryFolder } from '../../folder.ts'
import { pem } from '../../signature/pki/pem.ts'
import { document, judge } from './judge-with.ts'
import { makeCms, makeStamp } from './make-cms.ts'
import { octets } from './make-der.ts'
import {
  ecdsa,
  extension,
  type Holder,
  hash,
  issue,
  keyUsage,
  nameOf,
  newEc,
  newRsa,
  purpose,
  root,
  rsa,
  timeStamping,
} from './make-pki.ts'

const isThere = spawnSync('openssl', ['version']).status === 0
if (!isThere) process.stderr.write('SKIPPED, no openssl on this machine: signatures of another maker\n')

describe.skipIf(!isThere)('openssl', () => {
  const folder = temporaryFolder('openssl')
  const at = (name: string) => join(folder, name)
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  const keep = (name: string, { key, certificate }: { readonly key: KeyObject; readonly certificate: Buffer }) => {
    writeFileSync(at(`${name}.key`), key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(at(`${name}.pem`), pem('CERTIFICATE', certificate))
  }
  const anchor = root('Root CA UJI')
  const rsaSigner = issue({ name: nameOf('Rina'), issuer: anchor, key: newRsa(), scheme: rsa('sha256') })
  const ecSigner = issue({
    name: nameOf('Siti'),
    issuer: anchor,
    key: newEc('P-384'),
    scheme: ecdsa('sha384'),
    extensions: [keyUsage(0), extension('2.5.29.14', octets(Buffer.from('kunci')))],
  })
  const tsa = issue({ name: nameOf('TSA UJI'), issuer: anchor, extensions: [keyUsage(0), purpose(true, timeStamping)] })
  writeFileSync(at('document'), document)
  keep('root', anchor)
  const sign = (signer: Holder, ...words: readonly string[]) => {
    keep('signer', signer)
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'document',
      '-signer',
      'signer.pem',
      '-inkey',
      'signer.key',
      '-outform',
      'DER',
      '-out',
      'cms',
      ...words,
    )
    return readFileSync(at('cms'))
  }

  it.each([
    ['RSA-SHA256', rsaSigner, ['-cades']],
    ['RSA-SHA512', rsaSigner, ['-cades', '-md', 'sha512']],
    [
      'RSA-PSS-SHA256',
      rsaSigner,
      ['-cades', '-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32'],
    ],
    ['ECDSA-SHA384', ecSigner, ['-cades', '-md', 'sha384']],
    ['ECDSA-SHA256', ecSigner, ['-cades', '-md', 'sha256', '-keyid']],
  ] as const)('signs by %s, and it is valid here', (algorithm, signer, words) => {
    const found = judge(sign(signer, ...words), [anchor])
    expect([found.algorithm, verdictOf(found.reasons), found.reasons]).toEqual([
      algorithm,
      'VALID',
      ['TIME_CLAIMED', 'REVOCATION_UNKNOWN'],
    ])
    expect(found.time.source).toBe('claimed')
  })

  it('signs with SHA-1, without naming its certificate, without attributes, or with the content inside', () => {
    expect(judge(sign(rsaSigner, '-md', 'sha1'), [anchor]).reasons).toContain('WEAK_ALGORITHM')
    expect(judge(sign(rsaSigner), [anchor]).reasons).toContain('NO_ESS')
    expect(judge(sign(rsaSigner, '-noattr'), [anchor]).reasons).toContain('NO_SIGNED_ATTRIBUTES')
    expect(judge(sign(rsaSigner, '-nodetach'), [anchor]).reasons).toEqual(['CMS_MALFORMED'])
  })

  it('writes indefinite lengths and content in pieces, and that is read here', () => {
    writeFileSync(at('digest'), hash('sha1', document))
    const cms = sign(rsaSigner, '-in', 'digest', '-stream')
    expect(cms.subarray(0, 2)).toEqual(Buffer.from([0x30, 0x80]))
    const found = judge(cms, [anchor], { subFilter: 'adbe.pkcs7.sha1' })
    expect(found.reasons).toEqual(['WEAK_ALGORITHM', 'TIME_CLAIMED', 'REVOCATION_UNKNOWN'])
  })

  it('accepts what the tests here sign', () => {
    for (const signer of [rsaSigner, ecSigner]) {
      writeFileSync(at('ours'), makeCms({ signer, content: document }))
      const words = [
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        'ours',
        '-content',
        'document',
        '-CAfile',
        'root.pem',
        '-purpose',
        'any',
        '-cades',
        '-no_check_time',
      ]
      expect(openssl('cms', ...words, '-out', 'read').toString()).toBe('')
      expect(readFileSync(at('read'))).toEqual(document)
    }
  })

  it('accepts the time stamps that the tests here make', () => {
    writeFileSync(at('token'), makeStamp({ tsa, over: document }))
    const said = openssl(
      'ts',
      '-verify',
      '-in',
      'token',
      '-token_in',
      '-data',
      'document',
      '-CAfile',
      'root.pem',
      '-no_check_time',
    )
    expect(said.toString()).toContain('OK')
  })

  it('stamps times, and they are valid here', () => {
    keep('tsa', tsa)
    writeFileSync(at('serial'), '01\n')
    writeFileSync(
      at('ts.cnf'),
      [
        '[tsa]',
        'serial=serial',
        'default_policy=1.2.3.4',
        'digests=sha256',
        'signer_digest=sha256',
        'ess_cert_id_alg=sha256',
        'accuracy=secs:1',
        'ordering=yes',
        'tsa_name=yes',
      ].join('\n'),
    )
    openssl('ts', '-query', '-data', 'document', '-sha256', '-cert', '-out', 'query')
    openssl(
      'ts',
      '-reply',
      '-config',
      'ts.cnf',
      '-section',
      'tsa',
      '-queryfile',
      'query',
      '-signer',
      'tsa.pem',
      '-inkey',
      'tsa.key',
      '-token_out',
      '-out',
      'stamp',
    )
    const found = judge(readFileSync(at('stamp')), [anchor], { isTimestamp: true, subFilter: 'ETSI.RFC3161' })
    expect(found.reasons).toEqual(['REVOCATION_UNKNOWN'])
    expect(found.time).toMatchObject({ source: 'timestamp', tsa: 'TSA UJI' })
  })
})
