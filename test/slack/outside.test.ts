import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { questionModal } from '../../bot/slack/one-question.ts'
import { recordReturn } from '../../bot/slack/record-return.ts'
import { languages } from '../../bot/text/language.ts'
import type { Case } from '../../core/case/case.ts'
import { diy } from '../case/given.ts'
import { clean, House } from './house.ts'

/** Where the contact center is outside, verifiers record in Slack what it answered. */
describe('the card of a case with an outside contact center', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
    const outside = { ...diy, contactCenter: { isOutside: true } }
    Object.assign(house.ports, { agencies: [outside, { ...diy, code: 'klaten', slackChannel: 'C0OTHER' }] })
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  /** A case that Sari legalised and that was sent. */
  const sent = async (): Promise<Case> => {
    const c = await house.submitted(clean)
    await house.seeAll('sari', c)
    const sari = { staffId: 'sari', role: 'verifier' } as const
    const verdicts = Object.keys({ ...c.answers, ...c.evidence })
      .filter((item) => item !== 'agency')
      .map((item) => ({ item, ok: true }))
    await house.asStaff(c.id, sari, [
      { type: 'claim' },
      { type: 'judge', verdicts },
      { type: 'confirm-meeting' },
      { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' },
    ])
    await house.asHouse(c.id, { type: 'prepare', dossierSha256: 'd'.repeat(64) })
    await house.asHouse(c.id, { type: 'send', channels: ['mail'] })
    await house.deliverAll()
    return house.caseOf(c.id)
  }
  const notices = async () => {
    const rows = await house.ports.outbox.claim('bulk', 100, house.ports.now(), 1)
    // What was only looked at is delivered later.
    house.clock.advance(10)
    return rows.flatMap(({ target, payload }) =>
      target.startsWith('chat:') ? [(payload as { code?: string }).code] : [],
    )
  }

  it('records an approval and the link, and the requester hears of both', async () => {
    const { id } = await sent()
    await house.sari.click('BSrE menyetujui')
    expect((await house.caseOf(id)).status).toBe('approved')
    expect(await notices()).toContain('approved')
    await house.deliverAll()
    await house.budi.click('BSrE mengirim tautan')
    expect((await house.caseOf(id)).status).toBe('awaiting-requester')
    expect(await notices()).toContain('link-sent')
    const authors = (await house.ports.ledger.history(id)).slice(-2).map(({ author }) => author)
    expect(authors).toEqual([
      { role: 'verifier', id: 'sari' },
      { role: 'verifier', id: 'budi' },
    ])
  })

  it('records a return with its reason, and the requester hears of it', async () => {
    const { id } = await sent()
    await house.sari.click('BSrE mengembalikan')
    const modal = await house.sari.waitForModal()
    await modal.fill('reason', 'x')
    expect((await modal.submit()).errors.reason).toContain('3')
    await modal.fill('reason', 'Tanggal pemindaian tidak terlihat')
    await modal.submit()
    expect(await house.caseOf(id)).toMatchObject({
      status: 'returned',
      setbacks: [{ kind: 'returned', text: 'Tanggal pemindaian tidak terlihat' }],
    })
    expect(await notices()).toContain('sent-back')
  })

  it('records nothing twice, nothing from another agency, and nothing from who was removed while the form was open', async () => {
    const { id } = await sent()
    await house.sari.click('BSrE mengembalikan')
    const modal = await house.sari.waitForModal()
    await modal.fill('reason', 'Tanggal tidak terlihat')
    const sari = await house.ports.directory.staffById('sari')
    if (sari) await house.ports.directory.saveStaff({ ...sari, removedAt: house.ports.now() })
    await modal.submit()
    expect((await house.caseOf(id)).status).toBe('with-contact-center')
    const [card] = house.budi.messages('C0VERIF')
    await house.tono.click('BSrE menyetujui')
    expect((await house.caseOf(id)).status).toBe('with-contact-center')
    await house.budi.click('BSrE menyetujui', card ? { message: card } : {})
    await house.budi.click('BSrE menyetujui', card ? { message: card } : {})
    expect((await house.eventsOf(id)).filter((type) => type === 'approved')).toHaveLength(1)
  })

  it('has no such buttons where agents work, or where one took the case all the same', async () => {
    const { id } = await sent()
    await house.ports.directory.saveStaff({
      id: 'dewi',
      role: 'agent',
      agencies: ['diy'],
      name: 'Dewi',
      email: 'dewi@bsre.example',
      slackUser: null,
      removedAt: null,
    })
    await house.asStaff(id, { staffId: 'dewi', role: 'agent' }, [{ type: 'take' }])
    await house.deliverAll()
    expect(JSON.stringify(house.sari.messages('C0VERIF'))).not.toContain('BSrE menyetujui')
  })
})

it.each(languages)('the form for a returned case fits Slack (%s)', (language) => {
  expect(viewProblems(questionModal(recordReturn, '5f0e3d9c-0000-4000-8000-000000000001:12', language))).toEqual([])
})
