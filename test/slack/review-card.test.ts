import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { isTooMuchText, messageProblems } from '../../bot/simulator/slack/limits-check.ts'
import { reviewCard } from '../../bot/slack/review-card.ts'
import { languages } from '../../bot/text/language.ts'
import { budi, diy, Story, sari } from '../case/given.ts'
import { anyCase } from './any-case.ts'

const at = '2026-11-23T03:00:00.000Z'
const seen = { at, agencies: [diy], publicUrl: 'https://pandu.example.go.id/', language: 'id' } as const
const cardOf = ({ case: c, events }: Story) => reviewCard(c, events, seen)
const textOf = (story: Story) => surfaceText(cardOf(story).blocks)
const buttonsOf = (story: Story) => JSON.stringify(cardOf(story).blocks).match(/"action_id":"[^"]+"/g) ?? []

describe('the card of a case', () => {
  it('reads like this while it waits', async () => {
    const { text, blocks } = cardOf(new Story().submitted())
    await expect(`${text}\n---\n${surfaceText(blocks)}\n`).toMatchFileSnapshot('goldens/card-submitted.txt')
  })

  it('reads like this when it was returned, sent again and legalised', async () => {
    const story = new Story().claimed().judged(['antivirus-scan.1']).when({ type: 'return' }, sari)
    story.attached('antivirus-scan.1').submitted().consulted().when({ type: 'claim' }, budi).judged([], budi)
    story.when({ type: 'confirm-meeting' }, budi)
    story.when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, story.seen(budi))
    const { text, blocks } = cardOf(story)
    await expect(`${text}\n---\n${surfaceText(blocks)}\n`).toMatchFileSnapshot('goldens/card-legalised.txt')
  })

  it('says who holds it, since when, and keeps the review open for them', () => {
    const story = new Story().claimed()
    expect(textOf(story)).toContain('Dipegang Sari sejak <!date^')
    expect(buttonsOf(story)).toEqual(['"action_id":"review"', '"action_id":"open-desk"'])
  })

  it('loses its buttons with the decision, but neither the address nor the names', () => {
    const story = new Story().claimed().judged(['nik']).when({ type: 'return' }, sari)
    expect(buttonsOf(story)).toEqual([])
    expect(textOf(story)).toContain('<https://pandu.example.go.id/desk/cases/PANDU-2026-000001-X|')
    expect(textOf(story)).toContain('Diminta perbaikan oleh Sari')
    story.when({ type: 'answer', item: 'nik', said: '3404015204850001' }).when({ type: 'submit', consent: consentOf() })
    expect(textOf(story)).toContain('Diminta perbaikan oleh Sari')
    expect(buttonsOf(story)).toHaveLength(2)
  })

  it('names who rejected', () => {
    const story = new Story().claimed().when({ type: 'reject', reason: 'R22' }, sari)
    expect(textOf(story)).toContain('Ditolak oleh Sari')
    expect(cardOf(story).text).toContain('DITOLAK')
  })

  it('says what brought it back from the last step, never in the words of its requester', () => {
    const { case: c, events } = new Story('passphrase-reset').claimed()
    const text = 'Tombol Submit 0812 tidak aktif'
    const shown = (kind: 'trouble' | 'link-expired', status = c.status) =>
      surfaceText(reviewCard({ ...c, status, setbacks: [{ kind, text, at }] }, events, seen).blocks)
    expect(shown('trouble')).toContain('Pemohon masih terkendala. Baca kalimatnya di meja kerja')
    expect(shown('trouble')).not.toContain('0812')
    expect(shown('link-expired')).toContain('tautannya kedaluwarsa')
    expect(shown('trouble', 'completed')).not.toContain('masih terkendala')
  })

  it("says at which step of BSrE's pages its requester was stuck", () => {
    const { case: c, events } = new Story('passphrase-reset').submitted()
    const stuckAt = { guide: 'passphrase-reset', step: 'link' }
    const { blocks } = reviewCard({ ...c, stuckAt }, events, seen)
    expect(surfaceText(blocks)).toContain('*Terkendala di langkah:* Reset passphrase – Tautan Reset Passphrase')
    expect(surfaceText(reviewCard(c, events, seen).blocks)).not.toContain('Terkendala')
  })

  it('says that it is frozen, late or urgent in words, not only by colour', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['satu', 'dua'] }, sari)
    for (let miss = 0; miss < 3; miss += 1)
      story.when({ type: 'confirm-call', words: 'salah', numberFrom: 'roster' }, sari)
    expect(textOf(story)).toContain('DIBEKUKAN')
    const late = reviewCard({ ...story.case, isUrgent: true }, story.events, {
      ...seen,
      at: '2026-12-30T03:00:00.000Z',
    })
    expect(surfaceText(late.blocks)).toContain('LEWAT BATAS')
    expect(late.text).toMatch(/^MENDESAK\. /)
  })

  it('fits Slack and shows nothing personal, whatever the case', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...languages), ({ c, secrets }, language) => {
        const { text, blocks } = reviewCard(c, [], { ...seen, language })
        expect(messageProblems(blocks)).toEqual([])
        expect(isTooMuchText(blocks)).toBe(false)
        expect(surfaceText(blocks).length).toBeLessThanOrEqual(4000)
        const all = JSON.stringify({ text, blocks }).toLowerCase()
        expect(secrets.filter((secret) => all.includes(secret.toLowerCase()))).toEqual([])
        expect(all).not.toMatch(/<!channel>|<@|\d{16}/)
      }),
      { numRuns: 300 },
    )
  })
})

const consentOf = () => ({ version: '2026-11', textSha256: 'a'.repeat(64) })
