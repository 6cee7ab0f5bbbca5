import { describe, expect, it } from 'vitest'
import type { Actor } from '../../core/case/actor.ts'
import { authorise } from '../../core/case/authorise.ts'
import type { Command, CommandType } from '../../core/case/command.ts'
import { fold } from '../../core/case/evolve.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { isTurnOf, mayCancel, rules } from '../../core/case/rules.ts'
import { allStatuses, type Status } from '../../core/case/status.ts'
import { at, budi, consent, dewi, requester, Story, sari, stored, system } from './given.ts'

describe('a reactivation', () => {
  it('walks from the first word to the end', () => {
    const story = new Story().sent()
    expect(story.case.status).toBe('with-contact-center')
    story.when({ type: 'take' }, dewi).when({ type: 'approve' }, dewi).when({ type: 'send-link' }, dewi)
    expect(story.case.status).toBe('awaiting-requester')
    story.when({ type: 'complete' })
    expect(story.case).toMatchObject({ status: 'completed', ending: { reason: 'solved' }, dueAt: null })
    expect(fold(story.events)).toEqual(story.case)
  })

  it('sends an expired link back to the agent, on top of the queue', () => {
    const story = new Story().sent().when({ type: 'take' }, dewi).when({ type: 'send-link' }, dewi)
    story.when({ type: 'report-setback', kind: 'link-expired', text: '' })
    expect(story.case).toMatchObject({ status: 'with-contact-center', isUrgent: true, agent: { id: 'dewi' } })
  })

  it('has no link to receive before BSrE approved, and so none that could expire', () => {
    const story = new Story().sent().when({ type: 'take' }, dewi)
    expect(story.try({ type: 'receive-link' })).toMatchObject({ refused: 'not-now' })
    expect(story.try({ type: 'report-setback', kind: 'link-expired', text: '' })).toMatchObject({ refused: 'not-now' })
    expect(story.case).toMatchObject({ status: 'with-contact-center', isUrgent: false })
    story.when({ type: 'approve' }, dewi).when({ type: 'receive-link' })
    expect(story.case.status).toBe('awaiting-requester')
  })

  it('goes back to the verifier when BSrE returns it, and from there to the requester for exactly the failing item', () => {
    const story = new Story()
      .sent()
      .when({ type: 'take' }, dewi)
      .when({ type: 'send-back', text: 'Tanggal tidak terlihat' }, dewi)
    expect(story.case).toMatchObject({ status: 'returned', verifier: null })
    story.when({ type: 'claim' }, budi).judged(['antivirus-scan.1'], budi).when({ type: 'return' }, budi)
    expect(story.case).toMatchObject({ status: 'needs-correction', owed: ['antivirus-scan.1'] })
  })

  it('is reopened within 14 days and not after', () => {
    const story = new Story().sent().when({ type: 'complete' })
    expect(story.try({ type: 'reopen' }, requester, '2026-12-20T00:00:00.000Z')).toMatchObject({ refused: 'too-late' })
    expect(story.when({ type: 'reopen' }).case.status).toBe('with-contact-center')
  })
})

describe('a verifier', () => {
  it('legalises only what every item, every file and the identity allow, in that order of words', () => {
    const story = new Story().claimed()
    const legalise: Command = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }
    expect(story.try(legalise, sari)).toMatchObject({ refused: 'undecided' })
    story.judged(['nik'])
    expect(story.try(legalise, sari)).toMatchObject({ refused: 'failing-items' })
    story.judged()
    expect(story.try(legalise, sari)).toMatchObject({ refused: 'not-seen' })
    expect(story.try(legalise, story.seen())).toMatchObject({ refused: 'identity-missing' })
    story.when({ type: 'confirm-meeting' }, sari)
    expect(isRefusal(story.try(legalise, story.seen()))).toBe(false)
  })

  it('legalises nothing, and calls no number of the roster, before the roster was asked about what was sent', () => {
    const story = new Story().submitted().when({ type: 'claim' }, sari).judged()
    story.when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    const spoken = { type: 'confirm-call', words: 'sungai melati', numberFrom: 'roster' } as const
    expect(story.try(spoken, sari)).toMatchObject({ refused: 'roster-pending' })
    story.when({ type: 'confirm-meeting' }, sari)
    const legalise: Command = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }
    expect(story.try(legalise, story.seen())).toMatchObject({ refused: 'roster-pending' })
    story.consulted({ isKnown: false, differs: [], hasPhone: false })
    expect(isRefusal(story.try(legalise, story.seen()))).toBe(false)
  })

  it('waits for the roster again when a correction comes back', () => {
    const story = new Story().claimed().judged(['nip']).when({ type: 'return' }, sari)
    story.when({ type: 'answer', item: 'nip', said: '198504122010012006' }).when({ type: 'submit', consent })
    expect(story.case.roster).toBeNull()
    story.consulted()
    expect(story.events.filter(({ type }) => type === 'roster-consulted')).toHaveLength(2)
    expect(fold(story.events)).toEqual(story.case)
  })

  it('who presses twice gives no second pair of words; a new one is asked for in so many words', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    expect(story.try({ type: 'start-call', words: ['gunung', 'padi'] }, sari)).toEqual([])
    story.when({ type: 'start-call', words: ['gunung', 'padi'], isAnew: true }, sari)
    expect(story.case.call?.words).toEqual(['gunung', 'padi'])
  })

  it('confirms a call by the two words that the requester reads out, however they are typed', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    story.when({ type: 'confirm-call', words: ' Sungai – MELATI ', numberFrom: 'roster' }, sari)
    expect(story.case.identity).toMatchObject({ method: 'call', numberFrom: 'roster', by: { id: 'sari' } })
  })

  it('freezes the case at the third wrong pair of words; a meeting lifts it', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    const wrong: Command = { type: 'confirm-call', words: 'gunung mawar', numberFrom: 'roster' }
    story.when(wrong, sari).when(wrong, sari)
    expect(story.case.isFrozen).toBe(false)
    story.when(wrong, sari)
    expect(story.case).toMatchObject({ isFrozen: true, call: null })
    expect(story.try({ type: 'start-call', words: ['a', 'b'] }, sari)).toMatchObject({ refused: 'frozen' })
    expect(story.try({ type: 'confirm-call', words: 'sungai melati', numberFrom: 'roster' }, sari)).toMatchObject({
      refused: 'frozen',
    })
    expect(story.when({ type: 'confirm-meeting' }, sari).case).toMatchObject({ isFrozen: false })
  })

  it('starts no second call to be forgiven the misses of the first', () => {
    const story = new Story().claimed()
    for (let n = 0; n < 3; n += 1) {
      story.when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
      story.when({ type: 'confirm-call', words: 'gunung mawar', numberFrom: 'roster' }, sari)
      if (n === 1) story.when({ type: 'release', because: 'asked' }, sari).when({ type: 'claim' }, sari)
    }
    expect(story.case.isFrozen).toBe(true)
  })

  it('cannot say that the number came from a roster that has none', () => {
    const story = new Story().claimed().when({ type: 'start-call', words: ['sungai', 'melati'] }, sari)
    story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: false } }, system)
    const spoken = { type: 'confirm-call', words: 'sungai melati' } as const
    expect(story.try({ ...spoken, numberFrom: 'roster' }, sari)).toMatchObject({ refused: 'no-roster-number' })
    expect(isRefusal(story.try({ ...spoken, numberFrom: 'agency-directory' }, sari))).toBe(false)
  })

  it('cannot confirm a call that nobody started', () => {
    expect(new Story().claimed().try({ type: 'confirm-call', words: 'a b', numberFrom: 'roster' }, sari)).toMatchObject(
      { refused: 'no-call' },
    )
  })

  it('never touches their own case, nor one of another agency', () => {
    const story = new Story().submitted()
    expect(story.try({ type: 'claim' }, { ...sari, isRequester: true })).toMatchObject({ refused: 'own-case' })
    expect(story.try({ type: 'claim' }, { ...sari, agencies: ['kemenag'] })).toMatchObject({ refused: 'not-yours' })
  })

  it('who comes second hears who holds the case', () => {
    const story = new Story().claimed()
    expect(story.try({ type: 'claim' }, budi)).toMatchObject({ refused: 'not-now' })
    expect(story.try({ type: 'return' }, budi)).toMatchObject({ refused: 'held-by-other', detail: { name: 'Sari' } })
  })

  it('acts on the picture they saw, or hears that it changed', () => {
    const story = new Story().submitted()
    const seen = story.case.decision
    story.when({ type: 'claim' }, sari)
    expect(story.try({ type: 'release', because: 'asked', seen }, sari)).toMatchObject({ refused: 'changed' })
  })

  it('gets no conflict because a check finished', () => {
    const story = new Story().claimed()
    const seen = story.case.decision
    story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } }, system)
    expect(isRefusal(story.try({ type: 'confirm-meeting', seen }, sari))).toBe(false)
  })

  it('hears of the roster once, also when the house asks it again after a crash', () => {
    const story = new Story().claimed()
    const facts = { isKnown: true, differs: ['phone'], hasPhone: true } as const
    const consult = { type: 'consult-roster', facts } as const
    expect(story.try(consult, system)).toHaveLength(1)
    expect(story.when(consult, system).try(consult, system)).toEqual([])
    expect(story.try({ ...consult, facts: { ...facts, differs: [] } }, system)).toHaveLength(1)
  })

  it('returns with own words only when they say something', () => {
    const story = new Story().claimed()
    expect(
      story.try({ type: 'judge', verdicts: [{ item: 'nik', ok: false, reason: 'R90', note: 'kurang' }] }, sari),
    ).toMatchObject({ refused: 'reason-too-short' })
    expect(story.try({ type: 'return' }, sari)).toMatchObject({ refused: 'nothing-failing' })
    expect(story.try({ type: 'reject', reason: 'R90' }, sari)).toMatchObject({ refused: 'reason-too-short' })
  })

  it('passes no secret on in words of staff, whoever writes them', () => {
    const note = 'Kata sandi barunya Rahasia123!'
    const story = new Story().claimed()
    const judged = { type: 'judge', verdicts: [{ item: 'nik', ok: false, reason: 'R90', note }] } as const
    expect(story.try(judged, sari)).toMatchObject({ refused: 'secret-inside' })
    expect(story.try({ type: 'reject', reason: 'R90', note }, sari)).toMatchObject({ refused: 'secret-inside' })
    const sent = new Story('passphrase-reset').claimed().when({ type: 'confirm-meeting' }, sari)
    expect(sent.try({ type: 'settle', outcome: 'asked-bsre', text: note }, sari)).toMatchObject({
      refused: 'secret-inside',
    })
    const plain = 'Kata sandi email dinas mohon diganti lagi, lalu minta tautan baru.'
    expect(sent.try({ type: 'settle', outcome: 'asked-bsre', text: plain }, sari)).not.toHaveProperty('refused')
  })
})

describe('a correction', () => {
  const returned = (item: string, reason: 'R13' | 'R17' | 'R19', note?: string) => {
    const verdict = { item, ok: false, reason, ...(note !== undefined && { note }) } as const
    return new Story()
      .claimed()
      .judged()
      .when({ type: 'judge', verdicts: [verdict] }, sari)
      .when({ type: 'return' }, sari)
  }

  it('of a date whose reason asks for a new picture asks for that picture too, for the same reason', () => {
    const story = returned('scannedAt.1', 'R13', 'sebelum kejadian')
    expect(story.case.owed).toEqual(['antivirus-scan.1', 'scannedAt.1'])
    expect(story.case.evidence['antivirus-scan.1']).toEqual([])
    expect(story.case.verdicts['antivirus-scan.1']).toEqual({ ok: false, reason: 'R13', note: 'sebelum kejadian' })
    expect(fold(story.events)).toEqual(story.case)
    expect(returned('scannedAt.1', 'R17').case.owed).toEqual(['antivirus-scan.1', 'scannedAt.1'])
    expect(returned('passwordChangedAt', 'R19').case.owed).toEqual(['passwordChangedAt', 'email-password-change'])
  })

  it('leaves a picture that fails for a reason of its own with that one', () => {
    const story = new Story().claimed().judged(['antivirus-scan.1'])
    const verdict = { item: 'scannedAt.1', ok: false, reason: 'R13' } as const
    story.when({ type: 'judge', verdicts: [verdict] }, sari).when({ type: 'return' }, sari)
    expect(story.case.verdicts['antivirus-scan.1']).toMatchObject({ reason: 'R16' })
    expect(story.case.owed).toEqual(['antivirus-scan.1', 'scannedAt.1'])
  })

  it('asks exactly the failing items; the others stay and cannot be changed', () => {
    const story = new Story().claimed().judged(['antivirus-scan.1']).when({ type: 'return' }, sari)
    expect(story.case).toMatchObject({ status: 'needs-correction', owed: ['antivirus-scan.1'] })
    expect(story.try({ type: 'answer', item: 'nik', said: '3404015204850001' })).toMatchObject({
      refused: 'item-settled',
    })
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'incomplete' })
    story.attached('antivirus-scan.1').when({ type: 'submit', consent })
    expect(story.case.status).toBe('submitted')
    expect(story.case.verdicts['antivirus-scan.1']).toBeUndefined()
    expect(story.case.verdicts.nik).toEqual({ ok: true })
  })
})

describe('the rules table', () => {
  const outsider: Record<string, Actor> = {
    requester: { role: 'requester', chat: 'another chat' },
    verifier: { ...sari, agencies: ['other'] },
    agent: { role: 'agent', id: 'x', name: 'X', agencies: ['other'] },
    'former verifier': { role: 'former-verifier', id: 'x', name: 'X', agencies: ['other'] },
    'own agency as a former one': { role: 'former-verifier', id: 'x', name: 'X', agencies: ['diy'] },
    'person in charge of another case': { role: 'person-in-charge', caseId: 'another case' },
  }
  const former: Actor = { role: 'former-verifier', id: 'f', name: 'F', agencies: ['old'] }
  const moving = { ...new Story('data-change').case, answers: { changeKind: 'transfer', formerAgency: 'old' } }
  const inCharge: Actor = { role: 'person-in-charge', caseId: moving.id }
  const actors: readonly Actor[] = [requester, sari, dewi, former, inCharge, system]
  const types = Object.keys(rules) as CommandType[]

  it('allows every command exactly where it says so, and refuses not-yours before not-now', () => {
    const draft = moving
    let allowed = 0
    for (const type of types)
      for (const status of allStatuses)
        for (const actor of actors) {
          const c = {
            ...draft,
            status: status as Status,
            submittedAt: status === 'draft' ? null : at,
            verifier: { id: 'sari', name: 'Sari' },
            agent: { id: 'dewi', name: 'Dewi' },
          }
          const no = authorise(c, { type } as Command, actor)
          const rule = rules[type]
          const isTheirs =
            rule.by.includes(actor.role) &&
            (status !== 'draft' || ['requester', 'system', 'person-in-charge'].includes(actor.role))
          const isNow =
            rule.in.includes(status) &&
            isTurnOf(actor.role, rule, status) &&
            (type !== 'cancel' || mayCancel(actor.role, status))
          expect({ type, status, role: actor.role, no: no?.refused }).toEqual({
            type,
            status,
            role: actor.role,
            no: isTheirs ? (isNow ? undefined : 'not-now') : 'not-yours',
          })
          if (no === undefined) allowed += 1
        }
    expect(allowed).toBeGreaterThan(80)
  })

  it('lets nobody from outside do anything in any status', () => {
    const draft = new Story().case
    for (const type of types)
      for (const status of allStatuses)
        for (const actor of Object.values(outsider))
          expect(authorise({ ...draft, status }, { type } as Command, actor)?.refused).toBe('not-yours')
  })
})

describe('a file', () => {
  it('that is still being checked holds the submission back', () => {
    const story = new Story().filled()
    story.when({
      type: 'attach',
      item: 'antivirus-scan.1',
      file: { id: 'late', name: 'b.jpg', sizeBytes: 5, source: 'tg' },
    })
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'still-checking' })
    story.when({ type: 'store-evidence', fileId: 'late', stored, remarks: [] }, system)
    expect(isRefusal(story.try({ type: 'submit', consent }))).toBe(false)
  })

  it('that is refused makes its item owed again when it was the only one', () => {
    const story = new Story().filled().when({ type: 'clear-evidence', item: 'antivirus-scan.1' })
    story
      .when({
        type: 'attach',
        item: 'antivirus-scan.1',
        file: { id: 'bad', name: 'b.jpg', sizeBytes: 5, source: 'tg' },
      })
      .when({ type: 'finish-evidence', item: 'antivirus-scan.1' })
    story.when({ type: 'refuse-evidence', fileId: 'bad', code: 'CORRUPT' }, system)
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'incomplete' })
  })

  it('is settled once, however often the check reports', () => {
    const story = new Story().filled()
    expect(story.try({ type: 'store-evidence', fileId: 'unknown', stored, remarks: [] }, system)).toEqual([])
  })

  it('number 201 of a case is refused, however many were cleared', () => {
    const story = new Story().filled()
    const attach = (id: string): Command => ({
      type: 'attach',
      item: 'antivirus-scan.1',
      file: { id, name: 'x', sizeBytes: 1, source: 's' },
    })
    for (let n = story.case.received; n < 200; n += 1)
      story.when({ type: 'clear-evidence', item: 'antivirus-scan.1' }).when(attach(`f${n}`))
    story.when({ type: 'clear-evidence', item: 'antivirus-scan.1' })
    expect(story.try(attach('one too many'))).toMatchObject({ refused: 'too-many-files', detail: { max: 200 } })
  })

  it('number eleven is refused', () => {
    const story = new Story().filled()
    for (let n = 2; n <= 10; n += 1)
      story.when({
        type: 'attach',
        item: 'antivirus-scan.1',
        file: { id: `f${n}`, name: 'x', sizeBytes: 1, source: 's' },
      })
    expect(
      story.try({
        type: 'attach',
        item: 'antivirus-scan.1',
        file: { id: 'f11', name: 'x', sizeBytes: 1, source: 's' },
      }),
    ).toMatchObject({ refused: 'too-many-files' })
  })
})

describe('the order scan, password, authenticator', () => {
  it('takes the minute at which the scan ended for too early: it must be after', () => {
    const story = new Story('reactivation', undefined, { passwordChangedAt: '21-11-2026 14:01' }).submitted()
    expect(story.case.status).toBe('submitted')
    const early = new Story('reactivation', undefined, { passwordChangedAt: '21-11-2026 14:00' })
    expect(() => early.submitted()).toThrow('password-before-scan')
  })

  it('refuses a password change before the scan and asks for one more change, nothing else', () => {
    const story = new Story().filled()
    expect(story.try({ type: 'answer', item: 'passwordChangedAt', said: '21-11-2026 13:00' })).toMatchObject({
      refused: 'password-before-scan',
    })
    story.when({ type: 'answer', item: 'scannedAt.1', said: '21-11-2026 18:00' })
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'incomplete', detail: { count: 1 } })
    story.when({ type: 'answer', item: 'passwordChangedAt', said: '21-11-2026 19:00' })
    expect(isRefusal(story.try({ type: 'submit', consent }))).toBe(false)
  })

  it('takes the same day when a time is not known', () => {
    const story = new Story().filled()
    expect(isRefusal(story.try({ type: 'answer', item: 'passwordChangedAt', said: '21-11-2026' }))).toBe(false)
  })
})

describe('devices', () => {
  it('each owe the proof that their kind allows', () => {
    const story = new Story().filled()
    story.when({
      type: 'answer',
      item: 'devices',
      said: [
        { kind: 'computer', name: 'Laptop' },
        { kind: 'ios', name: null },
      ],
    })
    expect(story.case.finished).toContain('antivirus-scan.1')
    expect(story.try({ type: 'submit', consent })).toMatchObject({ refused: 'incomplete', detail: { count: 2 } })
    story.attached('ios-condition.2').when({ type: 'answer', item: 'statement.2', said: 'stated' })
    expect(isRefusal(story.try({ type: 'submit', consent }))).toBe(false)
  })

  it('that are exchanged take their proofs along', () => {
    const story = new Story()
      .filled()
      .when({ type: 'answer', item: 'devices', said: [{ kind: 'android', name: 'HP' }] })
    expect(story.case.finished).not.toContain('antivirus-scan.1')
  })

  it('cannot be none or six', () => {
    const story = new Story().filled()
    expect(story.try({ type: 'answer', item: 'devices', said: [] })).toMatchObject({ refused: 'no-device' })
    expect(
      story.try({
        type: 'answer',
        item: 'devices',
        said: Array.from({ length: 6 }, () => ({ kind: 'android' as const, name: null })),
      }),
    ).toMatchObject({ refused: 'too-long' })
  })
})

describe('an answer', () => {
  it.each([
    ['nip', '19850412201001200', 'wrong-count'],
    ['nik', '3404017204850001', 'bad-day'],
    ['email', 'rina@gmail.com', 'other-domain'],
    ['phone', '12345', 'not-a-mobile-number'],
    ['noticedOn', '24-12-2026', 'in-future'],
    ['employment', 'polisi', 'no-such-option'],
    ['forwarding', 'entah apa', 'no-such-option'],
    ['no-such-item', 'x', 'unknown-item'],
  ])('to %s that reads %s is refused as %s', (item, said, refused) => {
    expect(new Story().filled().try({ type: 'answer', item, said })).toMatchObject({ refused })
  })

  it('may be unknown exactly where the field is not needed', () => {
    const story = new Story().filled()
    expect(isRefusal(story.try({ type: 'answer', item: 'phone', said: 'tidak tahu' }))).toBe(false)
    expect(story.try({ type: 'answer', item: 'nik', said: null })).toMatchObject({ refused: 'empty' })
  })
})

it('a lost authenticator asks no scan', () => {
  const story = new Story('lost-authenticator').submitted()
  expect(Object.keys(story.case.evidence)).toEqual([])
  expect(story.case.status).toBe('submitted')
})

it('time is given from outside: the same commands at the same moment give the same events', () => {
  expect(new Story().sent().events).toEqual(new Story().sent().events)
  expect(new Story().sent().events.every((event) => event.at === at)).toBe(true)
})
