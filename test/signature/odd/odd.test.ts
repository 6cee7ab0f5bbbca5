import { describe, expect, it } from 'vitest'
import { addSecurityStore } from '../pki/security-store.ts'
import { signPdf } from '../pki/sign-pdf.ts'
import { judged, world } from '../pki/world.ts'
import { honestContent } from './content.ts'
import { honestLayouts } from './layouts.ts'
import { manipulated, overwritten } from './manipulated.ts'
import { refused } from './refused.ts'
import { honestSignatures } from './signatures.ts'

const readable = Object.entries({ ...honestLayouts, ...honestContent, ...honestSignatures })
/** What the tests' own signer cannot sign again, or nobody may. */
const signedOnce = [
  'a Size too small',
  'a number with two signs',
  'a number with a sign within',
  'a page tree of two levels with an empty node',
  'a field listed twice',
  'certified, nobody may change it',
]
const fine = ['VALID', 'NEEDS_REVIEW']

describe('A signed file as odd programs write it', () => {
  it.each(readable)('is valid, or for people to look at: %s', (_, make) => {
    expect(fine).toContain(judged(make()).verdict)
  })

  it.each(readable.filter(([name]) => !signedOnce.includes(name)))('may be signed again: %s', (_, make) => {
    const report = judged(signPdf(make(), { signer: world.signer, chain: world.chain }))
    expect(report.signatures).toHaveLength(2)
    expect(fine).toContain(report.verdict)
  })

  it.each(readable.filter(([name]) => name !== 'a Size too small'))('may get data for later proof: %s', (_, make) => {
    expect(fine).toContain(judged(addSecurityStore(make(), { certificates: [world.issuing.certificate] })).verdict)
  })

  it.each(Object.entries(refused))('is refused where nobody can tell what it means: %s', (_, make) => {
    expect(judged(make()).verdict).toBe('INVALID')
  })

  it.each(readable)('is not valid any more with another content: %s', (_, make) => {
    expect(judged(overwritten(make())).verdict).toBe('INVALID')
  })
})

describe('A manipulated file', () => {
  it.each(Object.entries(manipulated))('is never valid: %s', (_, make) => {
    expect(['INVALID', 'NEEDS_REVIEW']).toContain(judged(make()).verdict)
  })
})
