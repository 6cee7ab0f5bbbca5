import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formState, surfaceText } from '../../bot/simulator/slack/form.ts'
import { viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { choicesFor, draftOf, judgementsIn, reasonsOf, wordless } from '../../bot/slack/review-draft.ts'
import { type Filled, readDraft } from '../../bot/slack/review-form.ts'
import { noticeModal, openingModal, reviewModal, subjectOf } from '../../bot/slack/review-modal.ts'
import { languages } from '../../bot/text/language.ts'
import { ownWords } from '../../core/evidence/reason.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { diy, Story, sari } from '../case/given.ts'
import { anyCase } from './any-case.ts'

const at = '2026-11-23T03:00:00.000Z'
const seen = { at, agencies: [diy], publicUrl: 'https://pandu.example.go.id', language: 'id' } as const
/** All of a view but what people typed into its fields. */
const withoutValues = (view: ReturnType<typeof reviewModal>): string =>
  JSON.stringify({ ...view, private_metadata: '' }, (name, value) => (name === 'initial_value' ? undefined : value))
const modalOf = ({ case: c }: Story, draft = draftOf(c, at)) => reviewModal(c, draft, seen)

/** The modal as Slack hands it back when nobody touched it. */
function untouched(view: ReturnType<typeof reviewModal>): Filled {
  const blocks = JSON.parse(JSON.stringify(view.blocks))
  return JSON.parse(JSON.stringify({ blocks, state: { values: formState(blocks) } }))
}

describe('the review modal', () => {
  it('reads like this when it opens', async () => {
    const modal = modalOf(new Story().claimed())
    await expect(`${modal.title.text}\n---\n${surfaceText(modal.blocks)}\n`).toMatchFileSnapshot(
      'goldens/modal-opened.txt',
    )
  })

  it('has every clean item ticked and leaves remarked ones open, each with the likeliest reason', () => {
    const { case: c } = new Story().claimed()
    const old = { ...c, answers: { ...c.answers, 'scannedAt.1': { date: '2026-10-01' } } }
    const draft = draftOf(old, at)
    expect(draft.listed).toContain('nik')
    expect(draft.items.nik?.isOk).toBe(true)
    expect(draft.listed).not.toContain('scannedAt.1')
    expect(draft.items['scannedAt.1']).toEqual({ isOk: null, reason: 'R13', note: '' })
  })

  it('keeps to ten boxes a list', () => {
    const story = new Story().claimed()
    const lists = JSON.stringify(modalOf(story).blocks).match(/"block_id":"clean:\d"/g)
    expect(draftOf(story.case, at).listed.length).toBeGreaterThan(10)
    expect(lists).toHaveLength(2)
  })

  it('asks why as soon as a tick is gone, and for words when the reason is "other"', () => {
    const story = new Story().claimed()
    const draft = draftOf(story.case, at)
    const failing = { isOk: false, reason: 'R01', note: '' } as const
    const ids = (items: typeof draft.items) =>
      modalOf(story, { ...draft, items }).blocks.map(({ block_id }) => block_id)
    expect(ids(draft.items)).not.toContain('why:nik')
    expect(ids({ ...draft.items, nik: failing })).toContain('why:nik')
    expect(ids({ ...draft.items, nik: failing })).not.toContain('note:nik')
    expect(ids({ ...draft.items, nik: { ...failing, reason: ownWords } })).toContain('note:nik')
  })

  it('names the decision on the button that sends it', () => {
    const story = new Story().claimed()
    const draft = draftOf(story.case, at)
    const labels = [null, ...choicesFor(story.case)].map((choice) => modalOf(story, { ...draft, choice }).submit?.text)
    expect(labels).toEqual(['Kirim keputusan', 'Legalisasi', 'Minta perbaikan', 'Tolak', 'Simpan dulu', 'Lepaskan'])
  })

  it('offers the outcomes of a case that needs no dossier instead of a legalisation, with words for the requester', () => {
    const { case: c } = new Story('passphrase-reset').claimed()
    const draft = draftOf(c, at)
    expect(choicesFor(c)).toEqual([
      'settle:link-sent',
      'settle:mail-corrected',
      'settle:asked-bsre',
      ...['return', 'reject', 'save', 'release'],
    ])
    const settling = reviewModal(c, { ...draft, choice: 'settle:link-sent' }, seen)
    expect(settling.submit?.text).toBe('Selesaikan')
    expect(settling.blocks.map(({ block_id }) => block_id)).toContain('settle-text')
    expect(reviewModal(c, draft, seen).blocks.map(({ block_id }) => block_id)).not.toContain('settle-text')
  })

  it('accepts what is then signed or revoked, instead of legalising it', () => {
    const { case: c } = new Story('data-change').claimed()
    expect(choicesFor(c)).toEqual(['accept', 'return', 'reject', 'save', 'release'])
  })

  it.each(procedureNames)('has at most ten choices for %s, as Slack takes them', (procedure) => {
    expect(choicesFor(new Story(procedure).case).length).toBeLessThanOrEqual(10)
  })

  it('never shows the words of a call, but where to type them', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    const modal = JSON.stringify(modalOf(story))
    expect(modal).not.toMatch(/sungai|melati/)
    expect(modal).toContain('"block_id":"words"')
    expect(modal).toContain('Ganti kata telepon')
  })

  it('offers only a meeting once it is frozen, and nothing once the identity is confirmed', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['satu', 'dua'] }, sari)
    for (let miss = 0; miss < 3; miss += 1)
      story.when({ type: 'confirm-call', words: 'salah', numberFrom: 'roster' }, sari)
    expect(JSON.stringify(modalOf(story))).not.toContain('"action_id":"call"')
    expect(JSON.stringify(modalOf(story))).toContain('"action_id":"met"')
    story.when({ type: 'confirm-meeting' }, sari)
    expect(JSON.stringify(modalOf(story))).not.toContain('"action_id":"met"')
    expect(surfaceText(modalOf(story).blocks)).toContain('dipastikan dengan bertemu langsung oleh Sari')
  })

  it('knows only its case and the decision that was seen', () => {
    const { case: c } = new Story().claimed()
    const metadata = modalOf(new Story().claimed()).private_metadata ?? ''
    expect(subjectOf(metadata)).toEqual({ caseId: c.id, seen: c.decision })
    for (const strange of ['', '{}', 'null', '{"c":1,"d":2}', '{"c":"x","d":"2"}', '[]'])
      expect(subjectOf(strange)).toBeUndefined()
  })

  it('shows a note again only when no number can be in it', () => {
    const story = new Story().claimed()
    const shown = (note: string) => {
      const draft = draftOf(story.case, at)
      const items = { ...draft.items, nik: { isOk: false, reason: ownWords, note } }
      return JSON.stringify(modalOf(story, { ...draft, items })).includes(note)
    }
    expect(shown('Lampirkan halaman pertama saja')).toBe(true)
    expect(shown('NIK harusnya 3404015204850001')).toBe(false)
    expect(shown('telepon 0812-3456-7890 saja')).toBe(false)
    expect(shown('kirim ke rina@jogjaprov.go.id')).toBe(false)
  })

  it('fits Slack and shows nothing personal, whatever the case and whatever is chosen', () => {
    const touched = fc.record({
      nth: fc.nat(),
      settleText: fc.string({ maxLength: 1200 }),
      words: fc.string({ maxLength: 80 }),
      rejectNote: fc.string({ maxLength: 600 }),
    })
    fc.assert(
      fc.property(anyCase, touched, fc.constantFrom(...languages), ({ c, secrets }, { nth, ...typed }, language) => {
        const all = [null, ...choicesFor(c)]
        const choice = all[nth % all.length] ?? null
        const view = reviewModal(c, { ...draftOf(c, at), ...typed, choice }, { ...seen, language })
        expect(viewProblems(view)).toEqual([])
        const shown = JSON.stringify({ ...view, private_metadata: '' }).toLowerCase()
        expect(secrets.filter((secret) => shown.includes(secret.toLowerCase()))).toEqual([])
        // What stands in a field is plain text; everywhere else it would call people.
        expect(withoutValues(view)).not.toMatch(/<!channel>|<@/)
      }),
      { numRuns: 300 },
    )
  })

  it('fits Slack also when it only says something', () => {
    for (const language of languages) {
      expect(viewProblems(openingModal(language))).toEqual([])
      expect(viewProblems(noticeModal('<!channel> & teks', language))).toEqual([])
      expect(JSON.stringify(noticeModal('<!channel> & teks', language))).not.toContain('<!channel>')
    }
  })
})

describe('what is read from the review modal', () => {
  it('is what was drawn, when nobody touched it', () => {
    fc.assert(
      fc.property(anyCase, ({ c }) => {
        const draft = draftOf(c, at)
        const read = readDraft(untouched(reviewModal(c, draft, seen)), c, draft)
        expect({ ...read, listed: [...read.listed].sort() }).toEqual({
          ...draft,
          listed: [...draft.listed].sort(),
          items: expect.anything(),
        })
        // A note with a number in it is not shown, and stays as it stands.
        expect(judgementsIn(read, c, 'all')).toEqual(judgementsIn(draft, c, 'all'))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps only what was touched, until the modal is sent', () => {
    const { case: c } = new Story().claimed()
    const draft = draftOf(c, at)
    const items = { ...draft.items, nik: { isOk: false, reason: 'R01', note: '' } as const }
    expect(judgementsIn(draft, c, 'touched')).toEqual([])
    expect(judgementsIn({ ...draft, items }, c, 'touched')).toEqual([{ item: 'nik', ok: false, reason: 'R01' }])
    expect(judgementsIn({ ...draft, items }, c, 'all')).toHaveLength(draft.listed.length)
  })

  it('leaves out a reason in own words that has no words yet, and says which', () => {
    const { case: c } = new Story().claimed()
    const draft = draftOf(c, at)
    const items = { ...draft.items, nik: { isOk: false, reason: ownWords, note: 'pendek' } }
    expect(wordless({ ...draft, items }, c)).toEqual(['nik'])
    expect(judgementsIn({ ...draft, items }, c, 'touched')).toEqual([])
  })

  it('takes back what was unticked before', () => {
    const { case: c } = new Story().claimed().judged(['nik'])
    const draft = draftOf(c, at)
    expect(draft.items.nik).toEqual({ isOk: false, reason: 'R16', note: '' })
    const items = { ...draft.items, nik: { isOk: true, reason: 'R01', note: '' } as const }
    expect(judgementsIn({ ...draft, items }, c, 'touched')).toContainEqual({ item: 'nik', ok: true })
  })

  it('is the same when Slack does not send the blocks back', () => {
    const { case: c } = new Story().claimed()
    const draft = draftOf(c, at)
    const { state } = untouched(reviewModal(c, draft, seen))
    const ticked = state.values['clean:0']?.clean?.selected_options ?? []
    const less = { 'clean:0': { clean: { selected_options: ticked.filter(({ value }) => value !== 'nik') } } }
    const read = readDraft({ blocks: [], state: { values: { ...state.values, ...less } } }, c, draft)
    expect(judgementsIn(read, c, 'touched')).toEqual([{ item: 'nik', ok: false, reason: 'R01' }])
  })

  it('ignores values that Slack cannot have shown', () => {
    const { case: c } = new Story().claimed()
    const draft = draftOf(c, at)
    const values = {
      decision: { decision: { selected_option: { value: 'delete' } } },
      'why:nik': { why: { selected_option: { value: 'R999' } } },
      'verdict:position': { verdict: { selected_option: null } },
    }
    const read = readDraft({ blocks: [null, { block_id: 'clean:0', element: 5 }], state: { values } }, c, draft)
    expect(read.choice).toBeNull()
    expect(read.items.nik?.reason).toBe(draft.items.nik?.reason)
    expect(read.items.position?.isOk).toBeNull()
  })

  it('offers for every item at least one reason that fits', () => {
    const { case: c } = new Story().claimed()
    for (const key of Object.keys(draftOf(c, at).items)) expect(reasonsOf(key)).toContain('R90')
  })
})
