import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf, readAnchors } from '../../../core/lab/cms/anchors.ts'
import { temporaryFolder } from '../../folder.ts'
import { hash, root } from './make-pki.ts'

const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\r\n${der.toString('base64')}\r\n-----END CERTIFICATE-----\r\n`
const [one, two, three] = ['Satu', 'Dua', 'Tiga'].map((name) => root(`Root ${name}`).certificate) as [
  Buffer,
  Buffer,
  Buffer,
]
const fingerprint = (der: Buffer) => hash('sha256', der).toString('hex')

describe('anchors', () => {
  it('are told by name, fingerprint and end, and all together by one number', () => {
    const anchors = anchorsOf([one])
    expect(anchors.list).toEqual([
      { commonName: 'Root Satu', sha256: fingerprint(one), notAfter: '2051-01-01T00:00:00.000Z' },
    ])
    expect(anchors.version).toBe(
      createHash('sha256')
        .update(`${fingerprint(one)}\n`)
        .digest('hex'),
    )
  })

  it('are the same in any order, any form, and twice', () => {
    const { version } = anchorsOf([one, two])
    expect(anchorsOf([two, one]).version).toBe(version)
    expect(anchorsOf([`text\n${pemOf(two)}${pemOf(one)}`]).version).toBe(version)
    expect(anchorsOf([Buffer.from(pemOf(two)), one, two]).version).toBe(version)
    expect(anchorsOf([one, three]).version).not.toBe(version)
    expect(anchorsOf([])).toMatchObject({ list: [], certificates: [] })
  })

  it('are read from a file, or from all certificates in a folder', () => {
    const folder = temporaryFolder('anchors')
    writeFileSync(join(folder, 'a.pem'), pemOf(one) + pemOf(two))
    writeFileSync(join(folder, 'b.CER'), three)
    writeFileSync(join(folder, 'README.md'), 'not a certificate')
    mkdirSync(join(folder, 'old'))
    expect(
      readAnchors(folder)
        .list.map(({ commonName }) => commonName)
        .toSorted(),
    ).toEqual(['Root Dua', 'Root Satu', 'Root Tiga'])
    expect(readAnchors(join(folder, 'b.CER')).version).toBe(anchorsOf([three]).version)
  })

  it('that cannot be read are said by their file: a missing anchor would only show as distrust', () => {
    const folder = temporaryFolder('anchors')
    writeFileSync(join(folder, 'good.pem'), pemOf(one))
    writeFileSync(join(folder, 'bad.crt'), pemOf(one.subarray(0, 100)))
    expect(() => readAnchors(folder)).toThrow(/bad\.crt/)
    expect(() => readAnchors(join(folder, 'none'))).toThrow()
    expect(() => anchorsOf(['no certificate'])).toThrow()
  })
})
