import { describe, expect, it } from 'vitest'
import type { Verifier } from '../../core/case/actor.ts'
import { budi, dewi, requester, Story, sari, signedForm, system } from './given.ts'

const takeOver = { type: 'take-over' } as const
const legalise = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' } as const
const out = () => new Story('data-change').accepted().when({ type: 'issue-form', formSha256: '1'.repeat(64) }, system)
const back = () => out().when({ type: 'attach-signed-form', form: signedForm }, sari)

/** Whoever has opened every file, the signed copy among them. */
const looked = (story: Story, verifier: Verifier): Verifier => {
  const { seen } = story.seen(verifier)
  return { ...verifier, seen: new Set([...seen, signedForm.file.sha256]) }
}

describe('a case whose form is out or back', () => {
  it('is legalised by a colleague who took it over, with the form that was signed', () => {
    const story = back()
    expect(story.try(legalise, looked(story, budi))).toMatchObject({ refused: 'held-by-other' })
    story.when(takeOver, budi)
    expect(story.case).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'budi' }, signedForm })
    expect(story.try(legalise, looked(story, sari))).toMatchObject({ refused: 'held-by-other' })
    story.when(legalise, looked(story, budi))
    expect(story.case).toMatchObject({ status: 'legalised', legalisedBy: { id: 'budi' } })
  })

  it('may be taken over while the form is still with the person in charge, who need not sign again', () => {
    const { case: c } = out().when(takeOver, budi)
    expect(c).toMatchObject({ form: { sha256: '1'.repeat(64) }, verifier: { id: 'budi' } })
  })

  it('is legalised by nobody who has not opened every file themselves', () => {
    const story = back().when(takeOver, budi)
    expect(story.try(legalise, budi)).toMatchObject({ refused: 'not-seen' })
  })

  it('stays as it is when whoever has it takes it again', () => {
    expect(back().try(takeOver, sari)).toEqual([])
  })

  it.each([
    ['their own', { ...budi, isRequester: true }, 'own-case'],
    ['theirs as an agent', { ...budi, otherPart: 'agent' as const }, 'other-part'],
    ['another agency’s', { ...budi, agencies: ['klaten'] }, 'not-yours'],
    ['no verifier’s', dewi, 'not-yours'],
    ['asked by its requester', requester, 'not-yours'],
  ] as const)('is not taken over where the case is %s', (_, actor, refused) => {
    expect(back().try(takeOver, actor)).toMatchObject({ refused })
  })

  it('is taken over in a review with a reason alone, and its call is over', () => {
    const review = () => new Story('data-change').claimed()
    expect(review().try(takeOver, budi)).toMatchObject({ refused: 'held-by-other', detail: { name: sari.name } })
    expect(review().try({ ...takeOver, reason: ' ' }, budi)).toMatchObject({ refused: 'reason-too-short' })
    expect(review().try({ ...takeOver, reason: 'passphrase dia: Rahasia#2026' }, budi)).toMatchObject({
      refused: 'secret-inside',
    })
    const story = review().when({ ...takeOver, reason: 'Sari sakit' }, budi)
    expect(story.case).toMatchObject({ status: 'in-review', verifier: { id: budi.id }, call: null })
    expect(story.case.verdicts).toEqual(review().case.verdicts)
  })

  it('is not taken over after a look at an older picture', () => {
    const story = out()
    const { decision } = story.case
    story.when({ type: 'attach-signed-form', form: signedForm }, sari)
    expect(story.try({ ...takeOver, seen: decision }, budi)).toMatchObject({ refused: 'changed' })
  })
})
