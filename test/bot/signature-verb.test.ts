import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { signature } from '../../bot/signature-verb.ts'
import { signatureReasons } from '../../core/signature/reason.ts'
import { temporaryFolder } from '../folder.ts'
import { listBy } from '../lab/cms/make-pki.ts'
import { append, authority, form, second, signedForm, signer } from '../lab/signature/signed-pdf.ts'

const folder = temporaryFolder('signature')
const put = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const pem = (what: string, der: Uint8Array) =>
  `-----BEGIN ${what}-----\n${Buffer.from(der).toString('base64')}\n-----END ${what}-----\n`

const good = put('form.pdf', signedForm())
const bare = put('bare.pdf', append(undefined, form))
const changed = put('changed.pdf', append(signedForm(), { 4: '<< /Length 2 >>\nstream\nBT\nendstream' }))
const root = put('root.pem', pem('CERTIFICATE', authority.certificate))
const at = ['--at', '2026-11-23T00:00:00Z'] as const

async function run(args: readonly string[], environment = {}) {
  const [lines, notes]: [string[], string[]] = [[], []]
  const voice = { print: (line: string) => lines.push(line), complain: (line: string) => notes.push(line) }
  const exit = await signature(args, voice, environment)
  return { exit, lines, notes: notes.join('\n'), told: () => lines.map((line) => JSON.parse(line)) }
}

describe('pandu signature', { timeout: 60_000 }, () => {
  it('tells in the fixed shape who signed, when, and that all is well', async () => {
    const { exit, told, notes } = await run([good, '--anchors', root, ...at, '--json'])
    expect(told()).toMatchObject([
      {
        input: good,
        file: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), sizeBytes: signedForm().length },
        verdict: 'VALID',
        reasons: ['TIME_CLAIMED', 'REVOCATION_UNKNOWN'],
        signatures: [
          {
            field: 'TTE_PJ',
            verdict: 'VALID',
            reasons: ['TIME_CLAIMED', 'REVOCATION_UNKNOWN'],
            signer: { commonName: 'Hari Prasetyo', certSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
            time: { value: expect.stringMatching(/Z$/), source: 'claimed' },
            coverage: 'ENTIRE_FILE',
            changes: 'NONE',
            revocation: ['UNKNOWN'],
          },
        ],
      },
    ])
    expect([exit, notes]).toEqual([0, ''])
  })

  it('goes on past what cannot be opened or read, one line for each in the order given', async () => {
    const junk = [
      put('empty.pdf', ''),
      put('junk.pdf', Buffer.from('%PDF-1.7\n/ByteRange [0 1 2 3]\n%%EOF')),
      put('cut.pdf', signedForm().subarray(0, 900)),
      put('picture.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47])),
      put('deep.pdf', `%PDF-1.7\n${'['.repeat(200_000)}`),
    ]
    const { exit, told } = await run([
      join(folder, 'missing'),
      folder,
      ...junk,
      good,
      '--anchors',
      root,
      ...at,
      '--json',
    ])
    const verdicts = told().map(({ verdict }: { verdict: string }) => verdict)
    expect(told().map(({ input }: { input: string }) => input)).toEqual([
      join(folder, 'missing'),
      folder,
      ...junk,
      good,
    ])
    expect(verdicts.slice(0, 2)).toEqual(['UNREADABLE', 'UNREADABLE'])
    expect(
      verdicts.slice(2, -1).filter((verdict: string) => !/^(UNREADABLE|INVALID|NOT_SIGNED)$/.test(verdict)),
    ).toEqual([])
    expect(told()[0]).toMatchObject({ file: { sha256: null, sizeBytes: null }, reasons: [], signatures: [] })
    expect(verdicts.at(-1)).toBe('VALID')
    expect([1, 2]).toContain(exit)
  })

  it.skipIf(process.platform === 'win32')('waits for no pipe', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect((await run([pipe, '--json'])).told()).toMatchObject([{ verdict: 'UNREADABLE' }])
  })

  it('answers 0 for all valid, 1 for a bad finding, 2 when it cannot tell', async () => {
    const anchored = ['--anchors', root, ...at]
    expect((await run([good, ...anchored])).exit).toBe(0)
    for (const bad of [bare, changed]) expect((await run([good, bad, ...anchored])).exit).toBe(1)
    expect((await run([good, join(folder, 'missing'), ...anchored])).exit).toBe(2)
  })

  it('trusts nobody without anchors, and says so', async () => {
    const { exit, told, notes } = await run([good, ...at, '--json'])
    expect(told()).toMatchObject([{ verdict: 'UNTRUSTED', reasons: expect.arrayContaining(['NO_TRUST_PATH']) }])
    expect(exit).toBe(1)
    expect(notes).toContain('TRUST_ANCHORS_DIR')
  })

  it('takes the configured anchors, and those of the command line instead', async () => {
    const configured = { TRUST_ANCHORS_DIR: root }
    expect((await run([good, ...at], configured)).exit).toBe(0)
    const stranger = put('stranger.der', second.certificate)
    expect((await run([good, '--anchors', stranger, ...at, '--json'], configured)).told()[0].verdict).not.toBe('VALID')
  })

  it('passes over what is no certificate in a folder and tells it; a folder without any is bad usage', async () => {
    const anchors = temporaryFolder('anchors')
    writeFileSync(join(anchors, 'root.crt'), authority.certificate)
    writeFileSync(join(anchors, 'root.key.pem'), pem('PRIVATE KEY', Buffer.from('secret')))
    const { exit, notes } = await run([good, '--anchors', anchors, ...at])
    expect(exit).toBe(0)
    expect(notes).toMatch(/root\.key\.pem is no certificate/)
    for (const nothing of [temporaryFolder('none'), join(folder, 'missing'), bare]) {
      const refused = await run([good, '--anchors', nothing])
      expect([refused.exit, refused.lines]).toEqual([2, []])
    }
  })

  it('looks certificates up in a revocation list, DER or PEM', async () => {
    const revoked = listBy(authority, { revoked: [[signer.serial, '2026-11-01T00:00:00Z']] })
    for (const list of [put('der.bin', revoked), put('list.crl', pem('X509 CRL', revoked))]) {
      const { told } = await run([good, '--anchors', root, '--crl', list, ...at, '--json'])
      expect(told()).toMatchObject([{ verdict: 'INVALID', reasons: expect.arrayContaining(['REVOKED']) }])
    }
    expect((await run([good, '--anchors', root, '--crl', bare])).exit).toBe(2)
  })

  it('judges as of the time given where nothing proves one', async () => {
    const later = await run([good, '--anchors', root, '--at', '2052-01-01T00:00:00Z', '--json'])
    expect(later.told()).toMatchObject([{ verdict: 'NEEDS_REVIEW', reasons: expect.arrayContaining(['EXPIRED']) }])
  })

  it('says it to people in their language, without names of the standard in the first sentence', async () => {
    const { lines } = await run([changed, bare, '--anchors', root, ...at, '--language', 'id'])
    expect(lines[0]).toMatch(/^INVALID.*changed\.pdf\n {2}⛔ Tanda tangan tidak sah\. .*Unggah berkas asli/)
    expect(lines[1]).toMatch(/^NOT_SIGNED.*\n.*Belum ada tanda tangan elektronik/)
  })

  it('is told how to be used', async () => {
    for (const args of [[], [good, '--trust'], [good, '--at', 'noon'], [good, '--language', 'xx']]) {
      const { exit, notes } = await run(args)
      expect(exit).toBe(2)
      expect(notes).toContain('usage: pandu signature')
    }
  })

  it('knows no code but those of the table', async () => {
    const { told } = await run([good, changed, bare, '--json'])
    const codes = told().flatMap(({ reasons }: { reasons: string[] }) => reasons)
    expect(codes.filter((code) => !(code in signatureReasons))).toEqual([])
  })
})

it('reads the names of files from standard input, and prints nothing there but objects', {
  timeout: 60_000,
}, async () => {
  const child = spawn('node', ['bot/pandu.mjs', 'signature', '-', '--anchors', root, ...at, '--json'], {
    cwd: new URL('../..', import.meta.url),
  })
  child.stdin.end(`${good}\n\n${bare}\n`)
  const [out, [exit]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const told = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(told.map(({ input, verdict }) => [input, verdict])).toEqual([
    [good, 'VALID'],
    [bare, 'NOT_SIGNED'],
  ])
  expect(exit).toBe(1)
})
