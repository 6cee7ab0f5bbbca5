import { describe, expect, it } from 'vitest'
import type { Verifier } from '../../core/case/actor.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import type { Outcome } from '../../core/procedure/outcome.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { Story, sari } from './given.ts'

const done = [
  ['registration', 'registered'],
  ['revocation', 'revoked'],
] as const
/** A revocation for somebody else comes with its basis. */
const answers = { revocationReason: 'deceased', revocationFor: 'other', ownerName: 'Siti Rahayu' }

describe('a revocation after a death', () => {
  it('is never of one’s own certificate', () => {
    const story = new Story('revocation').when({ type: 'answer', item: 'revocationReason', said: 'deceased' })
    const said = (owner: string) => story.try({ type: 'answer', item: 'revocationFor', said: owner })
    expect(said('self')).toMatchObject({ refused: 'no-such-option' })
    expect(said('other')).toHaveLength(1)
  })
})

const inReview = (procedure: ProcedureName) => new Story(procedure, undefined, answers).claimed()
const settling = (story: Story, outcome: Outcome, verifier: Verifier = sari) =>
  story.try({ type: 'settle', outcome }, verifier)

describe.each(done)('a %s that ends with something done in AMS for good (%s)', (procedure, outcome) => {
  const met = () => inReview(procedure).when({ type: 'confirm-meeting' }, sari)

  it('is settled only once every part is judged', () => {
    const story = met()
    expect(settling(story, outcome, story.seen())).toMatchObject({ refused: 'undecided' })
  })

  it('and every file was opened by whoever settles it', () => {
    const story = met().judged()
    expect(Object.values(story.case.evidence).flat().length).toBeGreaterThan(0)
    expect(settling(story, outcome)).toMatchObject({ refused: 'not-seen' })
    expect(settling(story, outcome, story.seen())).toMatchObject([{ type: 'settled', outcome }])
  })

  it('and never without knowing who asks', () => {
    const story = inReview(procedure).judged()
    expect(settling(story, outcome, story.seen())).toMatchObject({ refused: 'identity-missing' })
  })

  it('while what changes nothing there is settled as soon as nothing was found wrong', () => {
    const others = (procedureOf(procedure).outcomes ?? []).filter((one) => one !== outcome)
    for (const other of others) expect(settling(met(), other)).toMatchObject([{ type: 'settled', outcome: other }])
  })
})
