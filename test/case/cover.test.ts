import { describe, expect, it } from 'vitest'

import { awaitsCover, type SignedCover } from '../../core/case/cover-trust.ts'
import { holderIn } from '../../core/ticket/place.ts'
import { requester, Story, sari, system } from './given.ts'

const budi = { ...sari, id: 'budi', name: 'Budi' }
const signer = { commonName: 'SARI, S.Kom.', certSha256: 'a'.repeat(64) }
const sheet: SignedCover = { sha256: 'e'.repeat(64), verdict: 'VALID', reasons: [], signer, match: 'first' }
const issued = () => new Story().legalised().when({ type: 'issue-cover', coverSha256: 'c'.repeat(64) }, system)
const sign = (more: Partial<SignedCover> = {}, isOwn = false) =>
  ({ type: 'sign-cover', sheet: { ...sheet, ...more }, isOwn }) as const

describe('a cover sheet that its verifier signs', () => {
  it('keeps the case legalised, in the list of whoever is to sign, until it is signed', () => {
    const { case: c } = issued()
    expect(awaitsCover(c)).toBe(true)
    expect(holderIn(c)).toBe('sari')
    const signed = issued().when(sign(), sari).case
    expect(awaitsCover(signed)).toBe(false)
    expect(signed.status).toBe('legalised')
    expect(holderIn(signed)).toBeNull()
  })

  it('is signed once: afterwards nothing signs, withdraws or legalises it again', () => {
    const story = issued().when(sign(), sari)
    for (const command of [sign(), { type: 'withdraw-legalisation' } as const])
      expect(story.try(command, sari)).toMatchObject({ refused: 'not-now' })
    const again = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' } as const
    expect(story.try(again, story.seen())).toMatchObject({ refused: 'not-now' })
    expect(story.try({ type: 'issue-cover', coverSha256: '9'.repeat(64) }, system)).toEqual([])
  })

  it('counts by nothing less than a valid signature of its own verifier', () => {
    const story = issued()
    const refused = (more: Partial<SignedCover>) => story.try(sign(more), sari)
    expect(refused({ verdict: 'NOT_SIGNED' })).toMatchObject({ refused: 'unsigned-cover' })
    expect(refused({ verdict: 'INVALID', reasons: ['DIGEST_MISMATCH'] })).toMatchObject({
      refused: 'signature-invalid',
    })
    expect(refused({ verdict: 'UNTRUSTED' })).toMatchObject({ refused: 'signature-untrusted' })
    expect(refused({ verdict: 'UNREADABLE' })).toMatchObject({ refused: 'signature-unreadable' })
    expect(refused({ verdict: 'NEEDS_REVIEW', reasons: ['EXPIRED'] })).toMatchObject({ refused: 'cover-unclear' })
    expect(refused({ match: 'other' })).toMatchObject({ refused: 'signer-other' })
    expect(refused({ signer: null })).toMatchObject({ refused: 'signer-other' })
    expect(story.try(sign(), budi)).toMatchObject({ refused: 'held-by-other' })
    expect(story.try(sign(), requester)).toMatchObject({ refused: 'not-yours' })
    expect(new Story().legalised().try(sign(), sari)).toMatchObject({ refused: 'not-now' })
  })

  it('pins a renewed certificate once its verifier says that it is theirs, and a known one not again', () => {
    expect(issued().try(sign({ match: 'renewed' }), sari)).toMatchObject({ refused: 'signer-renewed' })
    expect(issued().try(sign({ match: 'renewed' }, true), sari)).toMatchObject([{ type: 'cover-signed', pins: true }])
    expect(issued().try(sign({ match: 'pinned' }), sari)).toMatchObject([{ type: 'cover-signed', pins: false }])
  })

  it('may be withdrawn unsigned, by any verifier of the agency: the review begins anew', () => {
    const { case: c } = issued().when({ type: 'withdraw-legalisation' }, budi)
    expect(c).toMatchObject({ status: 'submitted', verifier: null, manifest: null, legalisedBy: null, cover: null })
    expect(c.dueAt).not.toBeNull()
    const story = issued().when({ type: 'withdraw-legalisation' }, budi).when({ type: 'claim' }, budi)
    expect(story.case.status).toBe('in-review')
  })
})
