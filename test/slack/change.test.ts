import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import type { ModalScreen } from '../../bot/simulator/slack/modal-screen.ts'
import { doors } from '../../bot/slack/card-doors.ts'
import type { Room } from '../../bot/slack/room.ts'
import { row, waitingFor } from '../../bot/slack/waiting.ts'
import type { Case } from '../../core/case/case.ts'
import { requester, Story, sari, signedForm } from '../case/given.ts'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await new House('http').open()
})
afterEach(() => house.close())

const met = (story: Story) => story.claimed().when({ type: 'confirm-meeting' }, sari)
const accepted = (story: Story) => met(story).judged().when({ type: 'accept' }, story.seen())
const signed = (story: Story) => accepted(story).signed()
const ready = (story: Story) => {
  const seen = signed(story).seen()
  const all = { ...seen, seen: new Set([...seen.seen, signedForm.file.sha256]) }
  story.when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, all)
  return story.when({ type: 'prepare', dossierSha256: 'd'.repeat(64) }, { role: 'system' })
}
const asked = (story: Story) => ready(story).when({ type: 'ask-revocation' }, requester)

const cardOf = async (number: string, member = house.sari) => {
  await house.deliverAll()
  return member.waitForMessage(({ text, thread_ts }) => thread_ts === undefined && text.includes(number))
}

describe('a change of data in Slack', () => {
  it('is accepted in the modal, in at most six presses, the way to the desk among them', async () => {
    const c = await house.keep((story) => met(story))
    const { sari: member } = house
    await house.seeAll('sari', c)
    const { ts } = await cardOf(c.number)
    const before = member.presses
    await member.click('review', { messageTs: ts })
    await member.waitForModal()
    await member.click('open-desk', { in: 'modal' })
    await member.choose('decision', 'accept', { in: 'modal' })
    await (await member.waitForModal()).submit()
    expect(member.presses - before).toBeLessThanOrEqual(6)
    expect(member.modal()?.text).toContain(`${c.number} diterima`)
    expect((await house.caseOf(c.id)).status).toBe('awaiting-signature')
  })

  it('is settled where no dossier is needed, in at most six presses, with a word to the requester', async () => {
    const c = await house.keep((story) => met(story), 'passphrase-reset')
    const { sari: member } = house
    const { ts } = await cardOf(c.number)
    const before = member.presses
    await member.click('review', { messageTs: ts })
    await member.waitForModal(({ view }) => view.callback_id === 'review')
    await member.choose('decision', 'settle:mail-corrected', { in: 'modal' })
    const modal = await member.waitForModal(({ view }) =>
      view.blocks.some(({ block_id }) => block_id === 'settle-text'),
    )
    await modal.fill('settle-text', 'Periksa juga folder spam.')
    await modal.submit()
    expect(member.presses - before).toBeLessThanOrEqual(6)
    expect((await house.caseOf(c.id)).settled).toEqual({
      outcome: 'mail-corrected',
      text: 'Periksa juga folder spam.',
    })
    expect(surfaceText((await cardOf(c.number)).blocks)).toContain('Diselesaikan oleh Sari')
  })

  it('is settled as done for good only once every file was opened at the desk', async () => {
    const c = await house.keep((story) => met(story), 'registration')
    const { sari: member } = house
    const settles = async () => {
      const { ts } = await cardOf(c.number)
      await member.modal()?.close()
      await member.click('review', { messageTs: ts })
      await member.waitForModal(({ view }) => view.callback_id === 'review')
      await member.choose('decision', 'settle:registered', { in: 'modal' })
      const isNamed = ({ view }: ModalScreen) => view.blocks.some(({ block_id }) => block_id === 'settle-text')
      return (await member.waitForModal(isNamed)).submit()
    }
    expect(await settles()).toMatchObject({
      outcome: 'errors',
      errors: { decision: expect.stringContaining('Buka semua bukti di meja kerja dahulu') },
    })
    await house.seeAll('sari', c)
    await settles()
    expect((await house.caseOf(c.id)).settled).toMatchObject({ outcome: 'registered' })
  })

  it('shows the whole way and that signing still works', async () => {
    const text = surfaceText((await cardOf((await house.keep((story) => signed(story))).number)).blocks)
    expect(text).toContain('TTE MASIH AKTIF')
    expect(text).toMatch(/✓ Periksa setiap bagian.*▶ Formulir ditandatangani.*○ Pemohon mengajukan pencabutan/s)
  })

  it('is legalised on the card by who accepted it, once the signed copy was opened at the desk', async () => {
    const c = await house.keep((story) => signed(story))
    await house.seeAll('sari', c)
    const { sari: member } = house
    const { ts } = await cardOf(c.number)
    await member.click('legalise', { messageTs: ts })
    expect((await member.waitForEphemeral(() => true)).text).toContain(
      'Buka semua bukti di meja kerja dahulu (tersisa 1)',
    )
    const ref = c.signedForm?.file.sha256 ?? ''
    const look = { staffId: 'sari', caseId: c.id, what: 'evidence', ref, at: house.ports.now() } as const
    await house.ports.accessLog.record(look)
    await house.budi.click('legalise', { messageTs: ts })
    expect((await house.caseOf(c.id)).status).toBe('awaiting-signature')
    await member.click('legalise', { messageTs: ts })
    expect((await house.caseOf(c.id)).status).toBe('legalised')
  })

  it('is taken over on the card by a colleague, who then legalises it with the same form', async () => {
    const c = await house.keep((story) => signed(story))
    const { ts } = await cardOf(c.number, house.budi)
    await house.budi.click('take-over', { messageTs: ts })
    expect(await house.caseOf(c.id)).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'budi' } })
    await house.seeAll('budi', c)
    const ref = c.signedForm?.file.sha256 ?? ''
    const look = { staffId: 'budi', caseId: c.id, what: 'evidence', ref, at: house.ports.now() } as const
    await house.ports.accessLog.record(look)
    await house.budi.click('legalise', { messageTs: (await cardOf(c.number, house.budi)).ts })
    expect(await house.caseOf(c.id)).toMatchObject({ status: 'legalised', legalisedBy: { id: 'budi' } })
  })

  it('is taken back from the person in charge by *Tarik formulir*, which opens the review again', async () => {
    const c = await house.keep((story) => signed(story))
    const { ts } = await cardOf(c.number, house.budi)
    await house.budi.click('review', { messageTs: ts })
    expect((await house.budi.waitForModal()).text).toContain(c.number)
    expect(await house.caseOf(c.id)).toMatchObject({ status: 'in-review', form: null, signedForm: null })
  })

  it('waits in the home tab and in the morning list for whoever must revoke or legalise, with the very button', () => {
    const s = { at: '2026-11-23T02:00:00.000Z', agencies: [], publicUrl: 'https://p', language: 'id' } as const
    const waiting = (c: Case) => JSON.stringify(row(c, { cases: [c], mine: new Set() }, s))
    expect(waiting(asked(new Story('data-change')).case)).toContain('"action_id":"confirm-revoked"')
    expect(waiting(signed(new Story('data-change')).case)).toContain('"action_id":"legalise"')
    expect(waiting(new Story('data-change').submitted().case)).toContain('"action_id":"review"')
  })

  it('is listed by /pandu while it waits for a verifier, and not while it waits for the person in charge', async () => {
    const out = await house.keep((story) =>
      accepted(story).when({ type: 'issue-form', formSha256: '1'.repeat(64) }, { role: 'system' }),
    )
    const back = await house.keep((story) => signed(story))
    const revoking = await house.keep((story) => asked(story))
    const { cases } = await waitingFor(
      { ports: house.ports } as Room,
      await house.ports.directory.staffBySlack('UVER1'),
    )
    expect(cases.map(({ number }) => number).toSorted()).toEqual([back.number, revoking.number].toSorted())
    expect(cases.map(({ number }) => number)).not.toContain(out.number)
  })

  it('is revoked by *Sudah dicabut*; pressed on an old card nothing happens', async () => {
    const c = await house.keep((story) => asked(story))
    const { ts } = await cardOf(c.number)
    await house.budi.click('confirm-revoked', { messageTs: ts })
    expect((await house.caseOf(c.id)).trail.revoked).toBeDefined()
    expect(surfaceText((await cardOf(c.number)).blocks)).toContain('TTE TIDAK AKTIF sejak')
  })

  it('has a new certificate asked for, once the change is verified and not before', () => {
    const s = { at: '2026-11-23T02:00:00.000Z', agencies: [], publicUrl: 'https://p', language: 'id' } as const
    const story = asked(new Story('data-change'))
    expect(JSON.stringify(doors(story.case, s))).not.toContain('ask-reissue')
    const verified = { ...story.case, status: 'awaiting-requester', trail: { revoked: s.at, verified: s.at } } as const
    expect(JSON.stringify(doors(verified, s))).toContain('ask-reissue')
    const over = { ...verified, trail: { ...verified.trail, reissueAsked: s.at } }
    expect(JSON.stringify(doors(over, s))).not.toContain('ask-reissue')
  })
})

describe('the agency that the requester left, in Slack', () => {
  const arrived = async () => {
    const c = await house.keep((story) => ready(story))
    await house.asRequester(c.id, (work) => work.give(c.id, { type: 'ask-revocation' }, requester))
    const task = await house.tono.waitForMessage(
      ({ channel, text }) => channel === 'C0OTHER' && text.includes(c.number),
    )
    return { c, task }
  }

  it('gets one message with a masked name, a number and one thing to do; nothing else of the case', async () => {
    const { c, task } = await arrived()
    const text = surfaceText(task.blocks)
    expect(text).toContain('R••• W•••')
    expect(text).toContain('Cabut sertifikat lamanya di AMS')
    for (const [key, answer] of Object.entries(c.answers))
      if (typeof answer === 'string' && answer.length > 6 && key !== 'formerAgency')
        expect(JSON.stringify(task)).not.toContain(answer)
    const buttons = JSON.stringify(task.blocks).match(/"action_id":"[^"]*"/g)
    expect(buttons).toEqual(['"action_id":"former-revoked"', '"action_id":"open-desk"'])
  })

  it('confirms the revocation there; the message changes in place and loses its button', async () => {
    const { c, task } = await arrived()
    await house.tono.click('former-revoked', { messageTs: task.ts })
    expect((await house.caseOf(c.id)).trail.revoked).toBeDefined()
    await house.deliverAll()
    const after = await house.tono.waitForMessage(({ ts, text }) => ts === task.ts && text.includes('dicatat dicabut'))
    expect(JSON.stringify(after.blocks)).not.toContain('former-revoked')
  })

  it('is refused at every other button of the case, whichever card they saw it on', async () => {
    const { c } = await arrived()
    const before = c.revision
    const card = await cardOf(c.number)
    for (const action of ['confirm-revoked']) {
      await house.tono.click(action, { messageTs: card.ts })
      expect((await house.tono.waitForEphemeral(() => true)).text).toContain('milik instansi lain')
    }
    const waiting = await house.keep((story) => signed(story))
    const other = await cardOf(waiting.number, house.tono)
    for (const action of ['legalise', 'review']) await house.tono.click(action, { messageTs: other.ts })
    expect((await house.caseOf(waiting.id)).revision).toBe(waiting.revision)
    expect((await house.caseOf(c.id)).revision).toBe(before + 1)
    expect(house.tono.modal()).toBeUndefined()
  })

  it('cannot be played by a verifier of neither agency, nor by a guest', async () => {
    const { c, task } = await arrived()
    const guest = house.slack.member({ id: 'UGUEST', channels: ['C0OTHER'] })
    const budi = house.slack.member({ id: 'UVER2', channels: ['C0OTHER'] })
    for (const member of [guest, budi]) await member.click('former-revoked', { messageTs: task.ts })
    expect((await house.caseOf(c.id)).trail.revoked).toBeUndefined()
  })
})
