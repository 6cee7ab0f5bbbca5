import fc from 'fast-check'
import { type Zippable, zipSync } from 'fflate'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { TestPki } from '../../../bot/simulator/signing/test-pki.ts'
import { admit } from '../../../core/lab/admit.ts'
import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { sha256 } from '../../../core/lab/digest.ts'
import { checkContents } from '../../../core/lab/dossier/check-contents.ts'
import { checkDossier } from '../../../core/lab/dossier/check-dossier.ts'
import { manifestText } from '../../../core/lab/dossier/dossier-archive.ts'
import { readArchive } from '../../../core/lab/dossier/read-archive.ts'
import { sealedManifestIn, unsealed } from '../../../core/legalise/dossier-manifest.ts'
import { coverOf, type Sample, sampleDossier, standard, zipOf } from './sample-dossier.ts'

// The package is CommonJS and typed as if it were not: its default import holds the function.
const jsQr = 'default' in jsqr ? (jsqr as unknown as { default: typeof jsqr.default }).default : jsqr
const bytesOf = (text: string) => new TextEncoder().encode(text)
const check = (bytes: Uint8Array) => checkDossier(bytes, standard)
const scan = 'files/antivirus-scan-1.jpg'

let sample: Sample
let zip: Uint8Array
beforeAll(async () => {
  sample = await sampleDossier()
  zip = zipOf(sample)
})

/** The archive as another program would pack it, with some files exchanged, added or (undefined) left out. */
async function repacked(changes: Readonly<Record<string, Uint8Array | undefined>>, level: 0 | 6 = 6) {
  const entries = await readArchive(zip)
  if ('code' in entries) throw new Error(entries.code)
  const all = { ...Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), ...changes }
  const kept = Object.entries(all).flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const]))
  return zipSync(Object.fromEntries(kept) satisfies Zippable, { level, mtime: new Date(2001, 1, 1) })
}

describe('the archive of a dossier', () => {
  it('is the same bytes for the same dossier, and good as it was written', async () => {
    expect(zipOf(await sampleDossier())).toEqual(zip)
    const report = await check(zip)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      verdict: 'VALID',
      file: { sha256: sha256(zip), sizeBytes: zip.length },
      dossier: { number: 'PANDU-2026-000123-C', files: 2, coverSha256: sha256(sample.cover), legalisation: 'approval' },
      signature: null,
    })
  })

  it('names the file that differs, with the digest that was expected and the one that was found', async () => {
    const report = await check(await repacked({ [scan]: bytesOf('other') }))
    const expected = sha256(bytesOf(`the bytes of ${scan}`))
    expect(report.verdict).toBe('INVALID')
    expect(report.findings).toEqual([{ code: 'FILE_ALTERED', name: scan, expected, found: sha256(bytesOf('other')) }])
  })

  it('names what is missing and what is too much', async () => {
    const report = await check(await repacked({ [scan]: undefined, 'files/more.pdf': bytesOf('more') }))
    expect(report.findings.map(({ code, name }) => [code, name])).toEqual([
      ['FILE_MISSING', scan],
      ['FILE_EXTRA', 'files/more.pdf'],
    ])
  })

  it('knows an altered manifest, and one that was made anew, by its cover sheet', async () => {
    const text = new TextDecoder().decode(sample.manifest)
    const altered = await check(await repacked({ 'manifest.json': bytesOf(text.replace('Benar.', 'Salah.')) }))
    expect(altered.findings).toMatchObject([{ code: 'MANIFEST_ALTERED', expected: sample.manifestSha256 }])
    const read = sealedManifestIn(JSON.parse(text))
    if (read === undefined) throw new Error('no manifest')
    const anew = manifestText({ ...unsealed(read), statement: 'Salah.' })
    const forged = await check(zipOf({ ...sample, manifest: anew.bytes }))
    expect(forged.findings).toEqual([
      { code: 'COVER_OTHER_MANIFEST', expected: anew.manifestSha256, found: sample.manifestSha256 },
    ])
  })

  it('takes a manifest for malformed that says nothing, or that holds more than a manifest', async () => {
    for (const text of ['', '{}', '[]', 'null', '{"version":2}'])
      expect((await check(await repacked({ 'manifest.json': bytesOf(text) }))).reasons).toEqual(['MANIFEST_MALFORMED'])
    const report = await check(await repacked({ 'manifest.json': undefined }))
    expect(report.reasons).toEqual(['MANIFEST_MISSING'])
  })

  it('knows another cover sheet: by the list of digests, by its own data, by its QR code', async () => {
    const other = await coverOf('0'.repeat(64))
    expect((await check(await repacked({ 'cover-sheet.pdf': other }))).findings).toMatchObject([
      { code: 'COVER_ALTERED', expected: sha256(sample.cover), found: sha256(other) },
    ])
    expect((await check(zipOf({ ...sample, cover: other }))).reasons).toEqual(['COVER_OTHER_MANIFEST'])
    const drawn = Buffer.from(other).toString('latin1')
    // The mark exchanged, the drawing left: what a person sees is another dossier.
    const mark = (hash: string) =>
      Buffer.from(`pandu:manifest=${hash}`, 'utf16le').swap16().toString('hex').toUpperCase()
    expect(drawn).toContain(mark('0'.repeat(64)))
    const disguised = Buffer.from(drawn.replace(mark('0'.repeat(64)), mark(sample.manifestSha256)), 'latin1')
    expect((await check(zipOf({ ...sample, cover: disguised }))).reasons).toEqual(['COVER_QR_OTHER'])
    expect((await check(zipOf({ ...sample, cover: bytesOf('no PDF') }))).reasons).toContain('COVER_UNREADABLE')
  })

  it('bears a QR code that any reader reads: number and digest of the manifest', async () => {
    const drawn = await admit(sample.cover)
    const [page] = 'preview' in drawn ? drawn.preview : []
    const { data, info } = await sharp(page).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const read = jsQr(new Uint8ClampedArray(data), info.width, info.height)
    expect(read?.data).toBe(`PANDU:1:PANDU-2026-000123-C:${sample.manifestSha256.toUpperCase()}`)
  })

  it('misses the signature where one was to be', async () => {
    const unsigned = zipOf(await sampleDossier(undefined, 'signature'))
    expect((await check(unsigned)).findings).toEqual([{ code: 'COVER_NOT_SIGNED', name: 'cover-sheet.pdf' }])
  })

  it('says what a signature is worth against the anchors that are given, and without any whether it is broken', async () => {
    const pki = new TestPki(standard.at)
    const parts = await sampleDossier(undefined, 'signature')
    const cover = new Uint8Array(pki.sign(parts.cover, 'Sari', standard.at))
    const signed = zipOf({ ...parts, cover })
    const trusting = (pem: string) => ({ ...standard, anchors: anchorsOf([pem]) })
    expect(await checkDossier(signed, trusting(pki.rootPem))).toMatchObject({
      verdict: 'VALID',
      dossier: { coverSha256: sha256(cover) },
      signature: { verdict: 'VALID', signatures: [{ signer: { commonName: 'Sari' } }] },
    })
    expect(await check(signed)).toMatchObject({ verdict: 'VALID', signature: { verdict: 'UNTRUSTED' } })
    const strangers = await checkDossier(signed, trusting(new TestPki(standard.at).rootPem))
    expect(strangers.findings).toMatchObject([{ code: 'COVER_SIGNATURE_BAD', expected: 'VALID' }])
    expect(strangers.findings[0]?.found).toMatch(/^UNTRUSTED/)
    const broken = Uint8Array.from(cover)
    const at = Buffer.from(cover).indexOf('/Producer') + 1
    broken[at] = 0x70
    expect((await check(zipOf({ ...parts, cover: broken }))).reasons).toEqual(['COVER_SIGNATURE_BAD'])
  })

  it('is not good when it was packed anew, though all its files are right', async () => {
    for (const level of [0, 6] as const)
      expect((await check(await repacked({}, level))).reasons).toEqual(['CONTAINER_ALTERED'])
    const longer = Buffer.concat([zip, bytesOf('x')])
    expect((await check(longer)).verdict).not.toBe('VALID')
    expect((await check(Buffer.concat([bytesOf('x'), zip]))).verdict).not.toBe('VALID')
  })

  it('never says good when any one byte of it differs', async () => {
    const flips = fc.tuple(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }))
    const property = async ([place, change]: [number, number]) => {
      const flipped = Uint8Array.from(zip)
      flipped[place] = (flipped[place] ?? 0) ^ change
      const { inside, container } = await checkContents(flipped)
      expect([...inside, ...container]).not.toEqual([])
    }
    await fc.assert(fc.asyncProperty(flips, property), { numRuns: 1500 })
  })

  it('never says good when a byte of what surrounds its files differs: each of them', async () => {
    const from = Buffer.from(zip).lastIndexOf('PK\u0001\u0002') - 400
    for (let place = from; place < zip.length; place += 1) {
      const flipped = Uint8Array.from(zip)
      flipped[place] = (flipped[place] ?? 0) ^ 1
      const { inside, container } = await checkContents(flipped)
      expect([...inside, ...container], `byte ${place}`).not.toEqual([])
    }
  })

  it('says of a byte in a file which file it is', async () => {
    const at = Buffer.from(zip).indexOf('the bytes of files/signed')
    const flipped = Uint8Array.from(zip)
    flipped[at + 3] = (flipped[at + 3] ?? 0) ^ 1
    expect((await check(flipped)).findings).toMatchObject([{ code: 'FILE_ALTERED', name: 'files/signed-form-1.pdf' }])
  })
})
