import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { document, judge } from './judge-with.ts'
import { makeCms } from './make-cms.ts'
import { ecdsa, issue, nameOf, newEc, newRsa, pss, root, rsa } from './make-pki.ts'
import { peerAccepts } from './peer.ts'

const corpus = process.env.SIGNED_PDF_CORPUS ?? join(import.meta.dirname, '../../../../shared/corpus/signed-pdf')
const isThere = existsSync(join(corpus, 'manifest.tsv'))
const anchor = root('Root CA UJI')
const broken = ['CMS_MALFORMED', 'DIGEST_MISMATCH', 'SIGNATURE_MISMATCH']
const isIntact = (reasons: readonly string[]) => !reasons.some((reason) => broken.includes(reason))

describe('a second verifier that shares nothing with ours', () => {
  const rsaKey = newRsa()

  it.each([
    ['RSA-SHA256', rsaKey, rsa('sha256')],
    ['RSA-SHA512', rsaKey, rsa('sha512')],
    ['RSA-PSS-SHA256', rsaKey, pss('sha256')],
    ['ECDSA-SHA256', newEc(), ecdsa('sha256')],
    ['ECDSA-SHA384', newEc('P-384'), ecdsa('sha384')],
  ])('agrees on what is intact and on what is not by %s', async (_, key, scheme) => {
    const signer = issue({ name: nameOf('Siti'), issuer: anchor, key, scheme })
    const cms = makeCms({ signer, content: document })
    const bent = makeCms({ signer, content: document, signature: (bytes) => bytes.fill(1, bytes.length - 20) })
    const other = Buffer.from('another document')
    expect([isIntact(judge(cms, [anchor]).reasons), await peerAccepts(cms, document)]).toEqual([true, true])
    expect([isIntact(judge(bent, [anchor]).reasons), await peerAccepts(bent, document)]).toEqual([false, false])
    const told = judge(cms, [anchor], { signed: [other] })
    expect([isIntact(told.reasons), await peerAccepts(cms, other)]).toEqual([false, false])
  })

  it.skipIf(!isThere)('agrees on every signature of other people’s files that we call intact', async () => {
    const differing: string[] = []
    let intact = 0
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.pdf'))) {
      for (const { contents, signed, subFilter } of signaturesIn(readFileSync(join(corpus, file)))) {
        if (!isIntact(judge(contents, [], { contents, signed, subFilter }).reasons)) continue
        intact++
        if (!(await peerAccepts(contents, Buffer.concat(signed)))) differing.push(`${file} ${subFilter}`)
      }
    }
    expect(differing).toEqual([])
    expect(intact).toBeGreaterThan(60)
  })
})

/** The signatures of a file as a careless reader finds them, which is enough for files that nobody attacks us with. */
function signaturesIn(file: Buffer) {
  const text = file.toString('latin1')
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  return ranges.map((found) => {
    const [a, b, c, d] = found.slice(1).map(Number) as [number, number, number, number]
    const from = text.lastIndexOf(' obj', Math.min(found.index, a + b))
    const dictionary = text.slice(from, a + b) + text.slice(c, text.indexOf('endobj', Math.max(found.index, c)))
    return {
      contents: Buffer.from(text.slice(a + b, c).replace(/[<>\s]/g, ''), 'hex'),
      signed: [file.subarray(a, a + b), file.subarray(c, c + d)],
      subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? '',
    }
  })
}

if (!isThere)
  process.stderr.write('SKIPPED: other people’s signed PDFs; name their folder in SIGNED_PDF_CORPUS to run it.\n')
