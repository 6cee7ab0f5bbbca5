import { describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { messageProblems } from '../../bot/simulator/slack/limits-check.ts'
import { reviewCard } from '../../bot/slack/review-card.ts'
import { draftOf } from '../../bot/slack/review-draft.ts'
import { identityBlocks } from '../../bot/slack/review-identity.ts'
import { diy, goodAnswers, Story, sari, system } from '../case/given.ts'

const at = '2026-11-23T03:00:00.000Z'
const seen = { at, agencies: [diy], publicUrl: 'https://pandu.example.go.id/', language: 'id' } as const
const cardOf = ({ case: c, events }: Story) => reviewCard(c, events, seen)
const textOf = (story: Story) => surfaceText(cardOf(story).blocks)
const prove = (coolsUntil: string | null) =>
  ({ type: 'prove', subject: { kind: 'nip', value: goodAnswers.nip ?? '' }, coolsUntil }) as const
const tomorrow = '2026-11-24T02:00:00.000Z'

describe('the card of a claim', () => {
  it('says that nothing shows it, and why', () => {
    const story = new Story('issuance').filled().when({ type: 'waive-code', because: 'no-mailbox' }).submitted()
    expect(textOf(story)).toContain('IDENTITAS BELUM TERBUKTI (email dinas belum aktif atau tidak bisa dibuka)')
  })

  it('says that a code showed it, and until when a new chat waits', () => {
    const story = new Story('issuance').filled().when(prove(tomorrow), system).submitted()
    expect(textOf(story)).toContain('terbukti lewat kode email dinas')
    expect(textOf(story)).toContain('tertahan sampai Sel 24 Nov 2026, 09.00 WIB')
  })

  it('names who else claims the same number, a few of many', () => {
    const rivals = Array.from({ length: 10 }, (_, n) => ({ number: `PANDU-2026-00000${n}-A`, isProved: n === 0 }))
    const story = new Story('issuance').submitted().when({ type: 'note-rivals', rivals }, system)
    expect(textOf(story)).toContain('PANDU-2026-000000-A (terbukti), PANDU-2026-000001-A (belum terbukti)')
    expect(textOf(story)).not.toContain('PANDU-2026-000005-A')
    expect(messageProblems(cardOf(story).blocks)).toEqual([])
  })

  it('holds nothing of this for a case that asks no code', () => {
    expect(textOf(new Story().submitted())).not.toMatch(/TERBUKTI|terbukti/)
  })
})

describe('the review of a new chat', () => {
  const buttons = (story: Story) =>
    JSON.stringify(identityBlocks(story.case, draftOf(story.case, at), seen)).match(/"action_id":"([^"]+)"/g) ?? []

  it('offers a meeting and nothing else while it waits, and nothing after', () => {
    const story = new Story('issuance').filled().when(prove(tomorrow), system).claimed()
    expect(buttons(story)).toEqual(['"action_id":"met"'])
    expect(buttons(story.when({ type: 'confirm-meeting' }, sari))).toEqual([])
  })

  it('offers nothing where a code was enough', () => {
    expect(buttons(new Story('issuance').filled().when(prove(null), system).claimed())).toEqual([])
  })
})
