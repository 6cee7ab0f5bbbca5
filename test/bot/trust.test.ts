import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../bot/config.ts'
import { examineTrust, sayTrust } from '../../bot/doctor-trust.ts'
import { signaturesBy } from '../../bot/signatures.ts'
import { fingerprint, trustOf } from '../../bot/trust.ts'
import { temporaryFolder } from '../folder.ts'
import { hash, listBy, root } from '../lab/cms/make-pki.ts'
import { authority, signedForm, signer } from '../lab/signature/signed-pdf.ts'

const at = '2026-11-23T00:00:00.000Z'
const pem = (what: string, der: Uint8Array) =>
  `-----BEGIN ${what}-----\n${Buffer.from(der).toString('base64')}\n-----END ${what}-----\n`
const folderOf = (files: Readonly<Record<string, Uint8Array | string>>) => {
  const folder = temporaryFolder('trust')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
const faultsOf = (TRUST_ANCHORS_DIR: string) => {
  try {
    trustOf({ TRUST_ANCHORS_DIR })
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ variable, reason }) => `${variable}: ${reason}`)
  }
}
const printed = (certificate: Uint8Array) => fingerprint(hash('sha256', certificate).toString('hex'))

describe('the folder of trust', () => {
  it('holds roots in PEM or DER, several in one file, each once, and revocation lists beside them', () => {
    const second = root('Root Kedua')
    const TRUST_ANCHORS_DIR = folderOf({
      'all.pem': pem('CERTIFICATE', authority.certificate) + pem('CERTIFICATE', second.certificate),
      'again.der': authority.certificate,
      'ca.crl': listBy(authority),
      'more.pem': pem('X509 CRL', listBy(second)) + pem('X509 CRL', listBy(authority)),
      'both.pem': pem('X509 CRL', listBy(second)) + pem('CERTIFICATE', root('Root Ketiga').certificate),
      'notes.txt': 'who brought them, and when',
    })
    const { anchors, lists } = trustOf({ TRUST_ANCHORS_DIR })
    expect(anchors.list.map(({ commonName }) => commonName).toSorted()).toEqual([
      'Root Kedua',
      'Root Ketiga',
      'UJI Root',
    ])
    expect(lists.map(({ file }) => file)).toEqual(['both.pem', 'ca.crl', 'more.pem', 'more.pem'])
  })

  it('is a fault of the configuration for every file that is neither, each with its name', () => {
    const told = faultsOf(folderOf({ 'a.pem': 'not yet', 'b.crl': 'nor this', 'c.der': Buffer.from([0x30, 3, 1]) }))
    expect(told).toEqual([
      expect.stringMatching(/^TRUST_ANCHORS_DIR: .*a\.pem is no certificate/),
      expect.stringMatching(/c\.der is no certificate/),
      expect.stringMatching(/b\.crl is no revocation list/),
    ])
    expect(faultsOf(temporaryFolder('empty'))).toEqual([expect.stringContaining('holds no certificate')])
    expect(faultsOf('/no/such/folder')).toEqual([expect.stringContaining('is not there')])
  })

  it('may be one file, and nothing at all', () => {
    const path = join(folderOf({ 'root.pem': pem('CERTIFICATE', authority.certificate) }), 'root.pem')
    expect(trustOf({ TRUST_ANCHORS_DIR: path }).anchors.list).toHaveLength(1)
    expect(trustOf({}).anchors.list).toEqual([])
    expect(trustOf({ demoRoots: [pem('CERTIFICATE', authority.certificate)] }).anchors.list).toHaveLength(1)
  })
})

describe('doctor', () => {
  const examined = (files: Readonly<Record<string, Uint8Array | string>>, day = at) =>
    examineTrust({ TRUST_ANCHORS_DIR: folderOf(files), mark: 'real' }, day)

  it('shows whom signatures are held against, as openssl prints fingerprints', () => {
    expect(examined({ 'root.der': authority.certificate })).toEqual([
      { what: 'trust', state: 'good', say: expect.stringContaining(`UJI Root, until Sun 1 Jan 2051, SHA-256 `) },
    ])
    expect(examined({ 'root.der': authority.certificate })[0]?.say).toContain(printed(authority.certificate))
    expect(printed(authority.certificate)).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  })

  it('finds roots that end soon or are over, and lists whose next issue nobody fetched', () => {
    const ending = root('Root Lama', { to: '2026-12-31T00:00:00Z' })
    const files = { 'root.der': ending.certificate, 'ca.crl': listBy(ending, { nextUpdate: '2026-11-22T00:00:00Z' }) }
    expect(examined(files)).toMatchObject([
      { state: 'bad', say: expect.stringContaining('ends soon') },
      { state: 'bad', say: expect.stringContaining('ca.crl ended') },
    ])
    expect(examined(files, '2027-02-01T00:00:00.000Z')[0]?.say).toContain('is over')
    expect(examined({ ...files, 'ca.crl': listBy(ending) })[1]?.state).toBe('good')
  })

  it('says what it means that none is configured, and asks nothing of a demo', () => {
    expect(examineTrust({ mark: 'real' }, at)).toMatchObject([
      { state: 'unknown', say: expect.stringMatching(/no signature is trusted.*docs\/signatures\.md/) },
    ])
    expect(examineTrust({ mark: 'demo' }, at)).toMatchObject([{ state: 'good' }])
    expect(examined({ 'x.pem': 'x' })).toMatchObject([{ state: 'bad', say: expect.stringContaining('x.pem') }])
  })
})

it('the start says each root with its fingerprint, and warns where real people would find none', () => {
  const said: string[] = []
  const note = (message: string, fields: object = {}) => said.push([message, ...Object.values(fields)].join(' '))
  const log = { debug: note, info: note, warn: note, error: note }
  sayTrust(
    trustOf({ TRUST_ANCHORS_DIR: folderOf({ 'r.der': authority.certificate, 'r.crl': listBy(authority) }) }),
    'real',
    log,
  )
  expect(said).toEqual([
    `trust anchor UJI Root ${printed(authority.certificate)} 2051-01-01T00:00:00.000Z`,
    'revocation list r.crl 2026-12-20T00:00:00.000Z',
  ])
  sayTrust(trustOf({}), 'real', log)
  sayTrust(trustOf({}), 'demo', log)
  expect(said.slice(2)).toEqual([expect.stringContaining('TRUST_ANCHORS_DIR is not set')])
})

describe('the verifier of a running program', { timeout: 60_000 }, () => {
  it('looks at revocation lists as they are at each file', async () => {
    const TRUST_ANCHORS_DIR = folderOf({ 'root.der': authority.certificate })
    const { hasAnchors, verifyPdf } = signaturesBy({ TRUST_ANCHORS_DIR }, () => at)
    expect([hasAnchors, (await verifyPdf(signedForm())).verdict]).toEqual([true, 'VALID'])
    const revoked = listBy(authority, { revoked: [[signer.serial, '2026-11-01T00:00:00Z']] })
    writeFileSync(join(TRUST_ANCHORS_DIR, 'ca.crl'), revoked)
    expect((await verifyPdf(signedForm())).reasons).toContain('REVOKED')
  })

  it('goes by the lists it had while one is only half written', async () => {
    const revoked = listBy(authority, { revoked: [[signer.serial, '2026-11-01T00:00:00Z']] })
    const TRUST_ANCHORS_DIR = folderOf({ 'root.der': authority.certificate, 'ca.crl': revoked })
    const { verifyPdf } = signaturesBy({ TRUST_ANCHORS_DIR }, () => at)
    writeFileSync(join(TRUST_ANCHORS_DIR, 'ca.crl'), revoked.subarray(0, 40))
    expect((await verifyPdf(signedForm())).reasons).toContain('REVOKED')
  })

  it('trusts nobody without anchors', async () => {
    const { hasAnchors, verifyPdf } = signaturesBy({}, () => at)
    expect([hasAnchors, (await verifyPdf(signedForm())).verdict]).toEqual([false, 'UNTRUSTED'])
  })
})
