import { describe, expect, it } from 'vitest'
import { authorise } from '../../core/case/authorise.ts'
import { fold } from '../../core/case/evolve.ts'
import { budi, consent, dewi, requester, Story, sari, signedForm, system } from './given.ts'

const other = '199001012015031002'

describe('a case that was ended before it was legalised', () => {
  it('is not reopened behind the review, neither by its requester nor by an agent', () => {
    for (const story of [new Story().submitted(), new Story().claimed()]) {
      story.when({ type: 'complete' })
      expect(story.try({ type: 'reopen' })).toMatchObject({ refused: 'not-now' })
      expect(story.try({ type: 'reopen' }, dewi)).toMatchObject({ refused: 'not-now' })
    }
  })

  it('is not reopened either when a correction had taken its dossier away', () => {
    const story = new Story().sent().when({ type: 'take' }, dewi).when({ type: 'send-back', text: 'buram' }, dewi)
    story.when({ type: 'claim' }, budi).judged(['nik'], budi).when({ type: 'return' }, budi).when({ type: 'complete' })
    expect(story.try({ type: 'reopen' })).toMatchObject({ refused: 'not-now' })
  })
})

describe('a case that its requester called recovered before BSrE had it', () => {
  const early: Readonly<Record<string, () => Story>> = {
    'back from BSrE and in review again': () =>
      new Story()
        .sent()
        .when({ type: 'take' }, dewi)
        .when({ type: 'send-back', text: 'KTP palsu' }, dewi)
        .when({ type: 'claim' }, budi)
        .judged(['nik'], budi),
    'legalised and not sent': () => new Story().legalised(),
    'ready to revoke': () => new Story('data-change').readyToRevoke(),
    'waiting for the revocation': () => new Story('data-change').readyToRevoke().when({ type: 'ask-revocation' }),
  }

  it.each(Object.keys(early))('%s: is not reopened past what was still to be done', (name) => {
    const story = early[name]?.().when({ type: 'complete' })
    expect(story?.try({ type: 'reopen' })).toMatchObject({ refused: 'not-now' })
    expect(fold(story?.events ?? [])).toEqual(story?.case)
  })

  it('is reopened where the contact center had it', () => {
    const story = new Story().sent().when({ type: 'complete' }).when({ type: 'reopen' })
    expect(story.case.status).toBe('with-contact-center')
  })
})

describe('a form that came back', () => {
  it('with other values than the one that was reviewed counts for nothing, whoever brings it', () => {
    const story = new Story('data-change').accepted().when({ type: 'issue-form', formSha256: '1'.repeat(64) }, system)
    const form = { ...signedForm, differs: ['newEmail'] }
    for (const actor of [sari, { role: 'person-in-charge', caseId: story.case.id }] as const)
      expect(story.try({ type: 'attach-signed-form', form }, actor)).toMatchObject({ refused: 'other-form' })
  })
})

describe('a confirmed identity', () => {
  const corrected = (item: string, said: string) =>
    new Story()
      .claimed()
      .when({ type: 'confirm-meeting' }, sari)
      .judged([item])
      .when({ type: 'return' }, sari)
      .when({ type: 'answer', item, said })

  it('is no proof of somebody else: it falls with another NIP, NIK or name', () => {
    for (const [item, said] of [
      ['nip', other],
      ['nik', '3404014101900003'],
      ['name', 'Bambang Sutrisno'],
    ] as const) {
      const story = corrected(item, said)
      expect(story.case.identity).toBeNull()
      expect(fold(story.events)).toEqual(story.case)
      story.when({ type: 'submit', consent }).when({ type: 'claim' }, sari).judged()
      expect(story.try({ type: 'legalise', formSha256: 'f', statement: 'v1' }, story.seen())).toMatchObject({
        refused: 'identity-missing',
      })
    }
  })

  it('stays while the person stays the same', () => {
    expect(corrected('nip', '198504122010012005').case.identity).not.toBeNull()
    expect(corrected('email', 'rina.w@jogjaprov.go.id').case.identity).not.toBeNull()
  })
})

describe('a draft that was never sent', () => {
  it('stays its own requester’s after it was cancelled or has expired', () => {
    for (const command of [{ type: 'cancel' }, { type: 'expire' }] as const) {
      const actor = command.type === 'cancel' ? requester : ({ role: 'system' } as const)
      const { case: c } = new Story().filled().when(command, actor)
      for (const staff of [sari, dewi]) expect(authorise(c, { type: 'reopen' }, staff)?.refused).toBe('not-yours')
      expect(c.submittedAt).toBeNull()
    }
  })
})
