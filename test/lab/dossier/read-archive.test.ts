import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { archiveOf } from '../../../core/lab/dossier/archive.ts'
import { archiveLimits, readArchive } from '../../../core/lab/dossier/read-archive.ts'
import { namesInArchive } from '../../../core/legalise/dossier-names.ts'

const text = (words: string) => new TextEncoder().encode(words)
const codeOf = async (bytes: Uint8Array) => {
  const read = await readArchive(bytes)
  return 'code' in read ? read.code : 'read'
}

/** The archive with a word of its directory (and of its local headers) overwritten. */
function patched(zip: Uint8Array, local: number, central: number, change: (view: DataView, at: number) => void) {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50 && local >= 0) change(view, at + local)
    if (signature === 0x02014b50 && central >= 0) change(view, at + central)
  }
  return bytes
}

describe('an archive from outside', () => {
  it('is read as it was written, whatever its names and bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.string(), fc.uint8Array()), { maxLength: 20 }), async (files) => {
        const names = namesInArchive(files.map(([name]) => name))
        const entries = files.map(([, bytes], index) => ({ name: names[index] ?? '', bytes }))
        expect(await readArchive(archiveOf(entries))).toEqual(entries)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.length)
        for (const name of names) expect(name).toMatch(/^files\/[A-Za-z0-9_][A-Za-z0-9._-]*$/)
      }),
    )
  })

  it('has names that every system unpacks to where it should', () => {
    const names = [
      '../../etc/passwd',
      'C:\\x.pdf',
      'con.pdf',
      'a.pdf',
      'A.pdf',
      '…',
      'x'.repeat(300),
      '.htaccess',
      'é.jpg',
    ]
    expect(namesInArchive(names)).toEqual([
      'files/etc-passwd',
      'files/C-x.pdf',
      'files/file-con.pdf',
      'files/a.pdf',
      'files/A-2.pdf',
      'files/file',
      `files/${'x'.repeat(80)}`,
      'files/htaccess',
      'files/e.jpg',
    ])
  })

  it('is no archive when it is something else, or nothing', async () => {
    for (const bytes of [text(''), text('PK'), text('%PDF-1.7'), new Uint8Array(100_000)])
      expect(await codeOf(bytes)).toBe('NOT_A_ZIP')
  })

  it('is damaged when it is cut or its directory lies', async () => {
    const zip = archiveOf([{ name: 'a', bytes: text('abc') }])
    const wrongStart = patched(zip, -1, 42, (view, at) => view.setUint32(at, 7, true))
    expect(await codeOf(wrongStart)).toBe('DAMAGED')
    const wrongSize = patched(zipSync({ a: text('abc'.repeat(50)) }), -1, 24, (view, at) => view.setUint32(at, 3, true))
    expect(await codeOf(wrongSize)).toBe('DAMAGED')
  })

  it('may not point anywhere, nor hold two files of one name', async () => {
    for (const name of ['../x', '/x', 'a/../../x', 'a\\..\\x', 'C:/x', 'a\u0000b', 'a\nb', 'x\u202Egpj.exe'])
      expect(await codeOf(zipSync({ [name]: text('x') }))).toBe('UNSAFE_NAME')
    expect(await codeOf(zipSync({ a: text('x'), A: text('y') }))).toBe('DUPLICATE_NAME')
    const twins = patched(zipSync({ ab: text('x'), ac: text('y') }), 31, 47, (view, at) => view.setUint8(at, 0x62))
    expect(await codeOf(twins)).toBe('DUPLICATE_NAME')
  })

  it('may not be locked, nor packed in ways that nobody knows', async () => {
    const zip = zipSync({ a: text('x') })
    expect(await codeOf(patched(zip, 6, 8, (view, at) => view.setUint16(at, 1, true)))).toBe('ENCRYPTED')
    expect(await codeOf(patched(zip, 8, 10, (view, at) => view.setUint16(at, 12, true)))).toBe('UNKNOWN_METHOD')
  })

  it('may not swell: what it says of its size is held against the limit before it is unpacked, and what it yields as well', async () => {
    const bomb = zipSync({ a: new Uint8Array(20_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(30_000)
    const honest = patched(bomb, 22, 24, (view, at) => view.setUint32(at, archiveLimits.insideMaxBytes + 1, true))
    expect(await codeOf(honest)).toBe('TOO_MUCH_INSIDE')
    const liar = patched(bomb, 22, 24, (view, at) => view.setUint32(at, 10, true))
    expect(await codeOf(liar)).toBe('DAMAGED')
  })

  it('may not hold more files than any dossier', async () => {
    const many = Object.fromEntries(Array.from({ length: archiveLimits.entriesMax + 1 }, (_, n) => [`f${n}`, text('')]))
    expect(await codeOf(zipSync(many))).toBe('TOO_MANY_ENTRIES')
    const lying = Uint8Array.from(archiveOf([{ name: 'a', bytes: text('a') }]))
    new DataView(lying.buffer).setUint16(lying.length - 12, 65_000, true)
    expect(await codeOf(lying)).toBe('TOO_MANY_ENTRIES')
  })

  it('is read by its directory also where the sizes stand behind each file', async () => {
    const flagged = patched(zipSync({ a: text('abc') }), 6, 8, (view, at) => view.setUint16(at, 8, true))
    expect(await codeOf(flagged)).toBe('read')
  })

  it('never throws, whatever its bytes', async () => {
    const zip = zipSync({ a: text('abc'.repeat(100)), b: text('x') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(zip)
        for (const [place, value] of changes) bytes[place] = value
        await readArchive(bytes)
      }),
      { numRuns: 500 },
    )
  })
})
