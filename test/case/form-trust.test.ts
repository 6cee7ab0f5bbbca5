import { describe, expect, it } from 'vitest'
import { evolve } from '../../core/case/evolve.ts'
import { announce } from '../../core/message/announce.ts'
import type { FormVerdict } from '../../core/signature/form-verdict.ts'
import { type SignatureReason, signatureReasons, verdictOf } from '../../core/signature/reason.ts'
import { budi, dewi, requester, Story, sari, signedForm, system, verdict } from './given.ts'

const out = () => new Story('data-change').accepted().when({ type: 'issue-form', formSha256: '1'.repeat(64) }, system)
const judged = (more: Partial<FormVerdict>) => ({ ...signedForm, verdict: { ...verdict, ...more } })
const because = (...reasons: SignatureReason[]) => judged({ reasons, verdict: verdictOf(reasons) })
const mismatch = judged({ verdict: 'NEEDS_REVIEW', reasons: ['SIGNER_MISMATCH'], match: 'other' })
const attach = (form = signedForm) => ({ type: 'attach-signed-form', form }) as const
const confirm = (isSigner = true) => ({ type: 'confirm-signature', isSigner }) as const
const legalise = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' } as const
const all = (story: Story) => ({ ...sari, seen: new Set([...story.seen().seen, signedForm.file.sha256]) })
const owedBy = (story: Story) => {
  const before = story.events.slice(0, -1).reduce<Story['case'] | undefined>((c, e) => evolve(c, e), undefined)
  return announce(before, story.case, story.events.slice(-1)).filter(({ what }) => what === 'pin-signer')
}

describe('a form that came back', () => {
  it.each(Object.entries(signatureReasons).filter(([, worth]) => worth === 'INVALID' || worth === 'UNTRUSTED'))(
    '%s is refused at the door, whoever brings it',
    (reason, worth) => {
      const inCharge = { role: 'person-in-charge', caseId: out().case.id } as const
      for (const actor of [sari, inCharge])
        expect(out().try(attach(because(reason as SignatureReason)), actor)).toMatchObject({
          refused: worth === 'INVALID' ? 'signature-invalid' : 'signature-untrusted',
        })
    },
  )

  it('without a signature, unreadable or filled in after signing is refused as well', () => {
    const refused = (form = signedForm) => out().try(attach(form), sari)
    expect(refused(judged({ verdict: 'NOT_SIGNED', signer: null }))).toMatchObject({ refused: 'unsigned-form' })
    expect(refused(judged({ verdict: 'UNREADABLE' }))).toMatchObject({ refused: 'signature-unreadable' })
    expect(refused(because('FORM_FILLED'))).toMatchObject({ refused: 'signature-invalid' })
  })

  it('in order goes on without a word, and keeps who signed it in its sealed part alone', () => {
    const story = out().when(attach(), sari)
    const [received] = story.events.slice(-1)
    expect(received).toMatchObject({ type: 'signed-form-received', secret: { signer: verdict.signer } })
    const { secret: _, ...open } = received as { secret?: unknown }
    expect(JSON.stringify(open)).not.toMatch(/KEPALA DINAS|Kepala Dinas|1970/)
    expect(story.case.signedForm?.verdict).toEqual(verdict)
    expect(story.when(legalise, all(story)).case.status).toBe('legalised')
  })

  it.each([
    ['by another name', mismatch],
    ['of an old algorithm', because('WEAK_ALGORITHM')],
    ['with something stamped on its page', because('ADDED_STAMP')],
    ['that nothing could verify', { ...signedForm, verdict: null }],
    ['whose fields were merged into the page', { ...signedForm, relation: 'flattened' as const }],
  ])('%s is legalised only once its verifier has said that it counts', (_, form) => {
    const story = out().when(attach(form), sari)
    expect(story.try(legalise, all(story))).toMatchObject({ refused: 'signature-unconfirmed' })
    for (const actor of [requester, dewi, system])
      expect(story.try(confirm(), actor)).toMatchObject({ refused: 'not-yours' })
    expect(story.try(confirm(), budi)).toMatchObject({ refused: 'held-by-other' })
    expect(story.try(confirm(), sari)).toMatchObject({ refused: 'not-seen' })
    story.when(confirm(), all(story))
    expect(story.case.signedForm?.confirmed).toMatchObject({ id: 'sari', name: 'Sari' })
    expect(story.try(confirm(), all(story))).toEqual([])
    expect(story.when(legalise, all(story)).case.status).toBe('legalised')
  })

  it('that replaces another one is looked at anew', () => {
    const story = out().when(attach(mismatch), sari)
    story
      .when(confirm(), all(story))
      .when(attach({ ...mismatch, file: { ...mismatch.file, sha256: '3'.repeat(64) } }), sari)
    expect(story.case.signedForm?.confirmed).toBeUndefined()
    expect(story.try(legalise, all(story))).toMatchObject({ refused: 'signature-unconfirmed' })
  })

  it('is confirmed by nobody before it is there, and needs nobody where it is in order', () => {
    expect(out().try(confirm(), sari)).toMatchObject({ refused: 'form-missing' })
    const story = out().when(attach(), sari)
    expect(story.try(confirm(), sari)).toEqual([])
  })

  it('of an older history, where nothing had looked at it, is one that nothing could verify', () => {
    const story = out().when(attach({ ...signedForm, verdict: null }), sari)
    expect(story.case.signedForm?.verdict).toBeNull()
  })
})

describe('a certificate', () => {
  it('is pinned when its form is confirmed as the officer’s, not when it is let through once', () => {
    for (const [isSigner, count] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const story = out().when(attach(mismatch), sari)
      expect(owedBy(story.when(confirm(isSigner), all(story)))).toHaveLength(count)
      expect(owedBy(story.when(legalise, all(story)))).toHaveLength(0)
    }
  })

  it('is pinned by the legalisation where the name agrees and none is known yet', () => {
    const story = out().when(attach(judged({ match: 'first' })), sari)
    expect(owedBy(story.when(legalise, all(story)))).toHaveLength(1)
    const known = out().when(attach(), sari)
    expect(owedBy(known.when(legalise, all(known)))).toHaveLength(0)
  })

  it('that nothing verified is never pinned', () => {
    const story = out().when(attach({ ...signedForm, verdict: null }), sari)
    expect(owedBy(story.when(confirm(true), all(story)))).toHaveLength(0)
    expect(owedBy(story.when(legalise, all(story)))).toHaveLength(0)
  })
})
