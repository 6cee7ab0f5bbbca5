import { describe, expect, it } from 'vitest'
import { noteWords } from '../../core/handling/note-words.ts'
import { announce } from '../../core/message/announce.ts'
import { wordsOf } from '../../core/ticket/case-words.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, goodAnswers, Story, sari } from '../case/given.ts'

const worded = () => new Story('passphrase-reset').submitted().when({ type: 'claim' }, sari)
const noted = () => worded().when({ type: 'note', text: 'Periksa kenari' }, sari)

describe('a case is found by', () => {
  it('names, answers and notes, numbers and addresses', () => {
    const { case: c, events } = noted()
    const { words, names, people } = wordsOf(c, events)
    expect(names).toEqual(['rina', 'wulandari'])
    expect(words).toEqual(expect.arrayContaining(['rina', 'bidang', 'aplikasi', 'tautan', 'periksa', 'kenari']))
    expect(people).toEqual(
      expect.arrayContaining([
        { kind: 'nip', value: goodAnswers.nip },
        { kind: 'nik', value: goodAnswers.nik },
        { kind: 'mail', value: goodAnswers.email },
      ]),
    )
  })

  it('the names of its files, in parts', () => {
    const { case: c, events } = worded()
    const [item = ''] = Object.keys(c.evidence)
    const [file] = c.evidence[item] ?? []
    if (file === undefined) throw new Error('no file')
    const held = { ...c, evidence: { [item]: [{ ...file, name: 'Layar_BSrE-baru.PNG' }] } }
    expect(wordsOf(held, events).words).toEqual(expect.arrayContaining(['layar', 'bsre', 'baru', 'png']))
  })

  it('no choice out of a list, for that is what filters are for', () => {
    const { case: c, events } = worded()
    expect(wordsOf(c, events).words).not.toContain('pns')
  })

  it('no answer that was replaced', () => {
    const { case: c, events } = worded()
    const later = { ...c, answers: { ...c.answers, unit: 'Sekretariat' } }
    expect(wordsOf(later, events).words).not.toContain('aplikasi')
  })
})

describe('its words are owed to be noted', () => {
  const owes = (before: ReturnType<typeof worded>, after: ReturnType<typeof worded>) =>
    announce(before.case, after.case, after.events.slice(before.events.length))
  const owed = { to: 'house', what: 'note-words' }

  it('when it is submitted, and when something is said', () => {
    const [submitted, claimed] = [new Story('passphrase-reset').submitted(), worded()]
    expect(announce(undefined, submitted.case, submitted.events)).toContainEqual(owed)
    expect(owes(claimed, noted())).toContainEqual(owed)
  })

  it('not while it is a draft, nor when nothing was said', () => {
    const submitted = new Story('passphrase-reset').submitted()
    const draft = { ...submitted.case, submittedAt: null }
    expect(announce(undefined, draft, submitted.events)).not.toContainEqual(owed)
    expect(owes(submitted, worded())).not.toContainEqual(owed)
  })

  it('and noting them makes it found', async () => {
    const store = createMemoryStore(() => at)
    const { case: c, events } = noted()
    await store.ledger.commit([{ changes: [{ before: undefined, after: c, events }], owed: [], knocks: [] }])
    await noteWords(store, c)
    const found = await store.search.find({ words: ['kenari', 'rina'], people: [], agencies: ['diy'], limit: 2 })
    expect(found).toEqual([{ case: c, by: 'name' }])
  })
})
