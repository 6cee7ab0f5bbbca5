import { describe, expect, it } from 'vitest'
import type { Actor } from '../../core/case/actor.ts'
import { authorise } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command, CommandType } from '../../core/case/command.ts'
import { counterRef } from '../../core/case/counter.ts'
import { decide } from '../../core/case/decide.ts'
import type { Event } from '../../core/case/event.ts'
import { evolve, fold } from '../../core/case/evolve.ts'
import { nextQuestion } from '../../core/case/missing.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { mayCancel, rules } from '../../core/case/rules.ts'
import { allStatuses } from '../../core/case/status.ts'
import { announce } from '../../core/message/announce.ts'
import { counterNotices } from '../../core/message/counter-notice.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { at, bantul, budi, consent, dewi, diy, goodAnswers, requester, sari, stored, system } from './given.ts'

const id = '5f0e3d9c-0000-4000-8000-000000000077'
const clerk: Actor = { role: 'counter', id: 'sari', name: 'Sari', agencies: ['diy'], isRequester: false }
const other: Actor = { ...clerk, id: 'budi', name: 'Budi' }
const declared = { hears: 'in-person' } as const

/** A case of the counter, told in commands. */
class AtCounter {
  readonly events: Event[]
  #case: Case
  readonly #answers: Readonly<Record<string, string | null>>

  constructor(procedure: ProcedureName = 'passphrase-reset', answers: Readonly<Record<string, string | null>> = {}) {
    this.#answers = { ...goodAnswers, ...answers }
    const opened: Event = {
      type: 'opened',
      id,
      number: 'PANDU-2026-000077-X',
      procedure,
      agency: 'diy',
      language: 'id',
      chat: counterRef('sari', id),
      secret: { openedBy: { id: 'sari', name: 'Sari' }, pass: 'ABCD2345' },
      at,
      author: { role: 'counter', id: 'sari' },
    }
    this.events = [opened]
    this.#case = evolve(undefined, opened)
  }

  get case(): Case {
    return this.#case
  }

  try(command: Command, actor: Actor = clerk) {
    return decide(this.#case, command, { actor, at, agencies: [diy, bantul] })
  }

  when(command: Command, actor: Actor = clerk): this {
    const outcome = this.try(command, actor)
    if (isRefusal(outcome)) throw new Error(`${command.type} was refused: ${outcome.refused}`)
    this.events.push(...outcome)
    this.#case = outcome.reduce<Case>((c, event) => evolve(c, event), this.#case)
    return this
  }

  filled(actor: Actor = clerk): this {
    for (let question = nextQuestion(this.#case); question !== undefined; question = nextQuestion(this.#case)) {
      const { key: item, name, field } = question
      if (field === null) this.attached(item, actor)
      else if (name === 'devices')
        this.when({ type: 'answer', item, said: [{ kind: 'computer', name: 'Laptop' }] }, actor)
      else this.when({ type: 'answer', item, said: this.#answers[name] ?? null }, actor)
    }
    return this
  }

  attached(item: string, actor: Actor = clerk): this {
    const fileId = `file-${item}-${this.#case.received}`
    this.when({ type: 'attach', item, file: { id: fileId, name: 'a.jpg', sizeBytes: 5, source: 'desk' } }, actor)
    this.when({ type: 'store-evidence', fileId, stored, remarks: [] }, system)
    return this.when({ type: 'finish-evidence', item }, actor)
  }

  sent(): this {
    return this.filled().when({ type: 'submit', consent, declared })
  }
}

describe('a case opened at the counter', () => {
  it('belongs to nobody’s chat: a requester may do nothing to it', () => {
    const { case: c } = new AtCounter()
    expect(c).toMatchObject({ agency: 'diy', isAgencyGiven: true, counter: { hands: ['sari'], hears: 'in-person' } })
    for (const type of Object.keys(rules) as CommandType[])
      expect(authorise(c, { type } as Command, requester)?.refused).toBe('not-yours')
  })

  it('is filled in by any verifier of its agency, and by nobody of another one', () => {
    const story = new AtCounter()
    const answer = { type: 'answer', item: 'name', said: 'Rina Wulandari' } as const
    expect(story.try(answer, { ...other, agencies: ['bantul'] } as Actor)).toMatchObject({ refused: 'not-yours' })
    expect(story.try(answer, sari)).toMatchObject({ refused: 'not-yours' })
    story.when(answer, other)
    expect(story.case.counter?.hands).toEqual(['sari', 'budi'])
  })

  it('takes the same answers and refuses the same ones as a chat', () => {
    const story = new AtCounter().when({ type: 'answer', item: 'employment', said: 'pns' })
    expect(story.try({ type: 'answer', item: 'nip', said: '19850412201001200' })).toMatchObject({
      refused: 'wrong-count',
    })
    expect(story.try({ type: 'answer', item: 'email', said: 'rina@gmail.com' })).toMatchObject({
      refused: 'other-domain',
    })
  })

  it('is not the own case of whoever opens it', () => {
    const own: Actor = { ...clerk, isRequester: true }
    expect(new AtCounter().filled().try({ type: 'submit', consent, declared }, own)).toMatchObject({
      refused: 'own-case',
    })
  })

  it('lets the counter do exactly what a requester may, where a requester may', () => {
    const { case: c } = new AtCounter()
    for (const type of Object.keys(rules) as CommandType[])
      for (const status of allStatuses) {
        const rule = rules[type]
        const isNow = rule.in.includes(status) && (type !== 'cancel' || mayCancel('requester', status))
        expect([type, status, authorise({ ...c, status }, { type } as Command, clerk)?.refused]).toEqual([
          type,
          status,
          rule.by.includes('counter') ? (isNow ? undefined : 'not-now') : 'not-yours',
        ])
      }
  })

  it('gives the counter no step of a case that a chat opened', () => {
    const { counter: _, ...chatCase } = { ...new AtCounter().case, requester: 'chat-1' }
    for (const type of Object.keys(rules) as CommandType[])
      expect(authorise(chatCase, { type } as Command, clerk)?.refused).toBe('not-yours')
  })
})

describe('sending at the counter', () => {
  it('asks for the declaration, which counts as a meeting by the one who declares', () => {
    const story = new AtCounter().filled()
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'consent-missing' })
    expect(story.try({ type: 'submit', consent: { ...consent, version: '' }, declared })).toMatchObject({
      refused: 'consent-missing',
    })
    story.when({ type: 'submit', consent, declared })
    expect(story.case).toMatchObject({
      status: 'submitted',
      identity: { method: 'meeting', by: { id: 'sari', name: 'Sari' } },
    })
    expect(fold(story.events)).toEqual(story.case)
  })

  it('promises mail only where the mailbox can be believed', () => {
    const byMail = { type: 'submit', consent, declared: { hears: 'mail' } } as const
    expect(new AtCounter('reactivation').filled().try(byMail)).toMatchObject({ refused: 'not-here' })
    expect(new AtCounter('lost-authenticator').filled().try(byMail)).toMatchObject({ refused: 'not-here' })
    const change = (changeKind: string) => new AtCounter('data-change', { changeKind }).filled()
    expect(change('mail').try(byMail)).toMatchObject({ refused: 'not-here' })
    expect(change('phone').when(byMail).case.counter?.hears).toBe('mail')
    expect(new AtCounter('question').filled().when(byMail).case).toMatchObject({
      status: 'with-contact-center',
      counter: { hears: 'mail' },
    })
  })

  it('lets a requester of a chat declare nothing', () => {
    expect(new AtCounter().filled().try({ type: 'submit', consent, declared }, requester)).toMatchObject({
      refused: 'not-yours',
    })
  })
})

describe('whoever acted at the counter', () => {
  const barred: Actor = { ...sari, otherPart: 'counter' }

  it('reviews the case in no status, and hears why', () => {
    const { case: c } = new AtCounter().sent()
    for (const type of Object.keys(rules) as CommandType[])
      for (const status of allStatuses)
        expect(authorise({ ...c, status }, { type } as Command, barred)?.refused).toBe(
          rules[type].by.includes('verifier') ? 'other-part' : 'not-yours',
        )
    expect(authorise(c, { type: 'claim' }, barred)?.detail).toEqual({ part: 'counter' })
    const agent = { ...dewi, otherPart: 'counter' } as Actor
    expect(authorise({ ...c, status: 'with-contact-center' }, { type: 'take' }, agent)?.refused).toBe('other-part')
  })

  it('has the turn when a colleague returns it, and no call can be made', () => {
    const story = new AtCounter().sent().when({ type: 'claim' }, budi)
    expect(story.try({ type: 'start-call', words: ['a', 'b'] }, budi)).toMatchObject({ refused: 'not-here' })
    story
      .when(
        {
          type: 'judge',
          verdicts: [
            { item: 'nik', ok: true },
            { item: 'trouble', ok: false, reason: 'R06' },
          ],
        },
        budi,
      )
      .when({ type: 'return' }, budi)
    expect(story.case).toMatchObject({ status: 'needs-correction', owed: ['trouble'] })
    expect(story.try({ type: 'answer', item: 'nik', said: goodAnswers.nik ?? '' })).toMatchObject({
      refused: 'item-settled',
    })
    story.when({ type: 'answer', item: 'trouble', said: 'Tautan tidak pernah tiba sejak Senin.' })
    story.when({ type: 'submit', consent, declared })
    expect(story.case.status).toBe('submitted')
    expect(fold(story.events)).toEqual(story.case)
  })
})

describe('what a requester without a chat must be told', () => {
  it('is listed once for each thing until somebody notes that they were told, which gives nobody a hand in the case', () => {
    const story = new AtCounter().sent()
    story.when({ type: 'owe-telling', notice: 'returned' }, system)
    expect(story.try({ type: 'owe-telling', notice: 'returned' }, system)).toEqual([])
    story.when({ type: 'owe-telling', notice: 'rejected' }, system)
    expect(story.case.counter?.untold.map(({ notice }) => notice)).toEqual(['returned', 'rejected'])
    story.when({ type: 'tell' }, other)
    expect(story.case.counter).toMatchObject({ untold: [], hands: ['sari'] })
    expect(story.try({ type: 'tell' }, other)).toEqual([])
    expect(fold(story.events)).toEqual(story.case)
  })

  it('is told to the verifiers at once', () => {
    const story = new AtCounter().sent()
    const before = story.case
    story.when({ type: 'owe-telling', notice: 'rejected' }, system)
    expect(announce(before, story.case, story.events.slice(-1))).toContainEqual({
      to: 'verifiers',
      what: 'notice',
      code: 'tell-requester',
    })
  })

  it('never includes what only a chat can show', () => {
    expect(counterNotices).not.toContain('call-words')
    expect(counterNotices).not.toContain('checked')
  })
})
