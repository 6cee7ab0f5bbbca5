import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { StaffNoticeCode } from '../../core/message/message.ts'
import { consent, requester } from '../case/given.ts'
import { House } from './house.ts'

describe('what is owed to Slack', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  const cards = () => house.sari.messages('C0VERIF')
  const calls = (method: string) => house.slack.calls.filter((call) => call.method === method)
  const states = async () => (await house.ports.outbox.pending()).filter(({ lane }) => lane === 'bulk')
  const later = async (ms: number) => {
    house.clock.advance(ms)
    await house.deliverAll()
  }
  let serial = 0
  const owe = async (row: Pick<OwedRow, 'kind' | 'target' | 'payload'> & { caseId?: string }) => {
    serial += 1
    const owed = [{ dedup: `test-${serial}`, lane: 'bulk', ...row } as const]
    await house.ports.ledger.commit([{ changes: [], owed, knocks: [] }])
    await house.deliverAll()
  }

  it('is one card per case, edited in place while the case goes on', async () => {
    const c = await house.submitted()
    await house.sari.click('Periksa')
    await house.deliverAll()
    expect(cards()).toHaveLength(1)
    expect(surfaceText(cards()[0]?.blocks)).toContain('Dipegang Sari')
    expect(cards()[0]?.metadata?.event_payload).toEqual({ outbox_id: expect.any(Number) })
    await house.asHouse(c.id, { type: 'release', because: 'lease-over' })
    await house.deliverAll()
    expect(cards()).toHaveLength(1)
    expect(surfaceText(cards()[0]?.blocks)).not.toContain('Dipegang Sari')
    expect(calls('chat.postMessage')).toHaveLength(1)
  })

  it('stands there once when the answer to the post got lost', async () => {
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'chat.postMessage' })
    await house.submitted()
    expect((await states()).map(({ state }) => state)).toEqual(['ambiguous'])
    await later(1000)
    expect(cards()).toHaveLength(1)
    expect(calls('chat.postMessage')).toHaveLength(1)
    await house.sari.click('Periksa')
    await house.deliverAll()
    expect(cards()).toHaveLength(1)
    expect(surfaceText(cards()[0]?.blocks)).toContain('Dipegang Sari')
  })

  it('stands there once when nobody answered the post, and it had not arrived', async () => {
    for (const fault of [{ kind: 'reset' }, { kind: 'server-error', status: 503 }] as const) {
      house.slack.faults.next(fault, { method: 'chat.postMessage' })
      const before = cards().length
      await house.submitted()
      expect(cards()).toHaveLength(before)
      await later(1000)
      expect(cards()).toHaveLength(before + 1)
    }
  })

  it('waits with a doubtful post as long as it cannot look, instead of sending twice', async () => {
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'chat.postMessage' })
    house.slack.faults.next({ kind: 'rate-limit', retryAfterS: 1 }, { method: 'conversations.history' })
    house.slack.faults.next({ kind: 'reset' }, { method: 'conversations.history' })
    await house.submitted()
    await later(2000)
    await later(4000)
    expect((await states()).map(({ state }) => state)).toEqual(['ambiguous'])
    await later(8000)
    expect(await states()).toEqual([])
    expect(cards()).toHaveLength(1)
    expect(calls('chat.postMessage')).toHaveLength(1)
  })

  it('finds its post behind many others', async () => {
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'chat.postMessage' })
    await house.submitted()
    for (let n = 0; n < 450; n += 1) house.slack.workspace.post({ channel: 'C0VERIF', user: 'UGUEST', text: `${n}` })
    await later(1000)
    expect(calls('conversations.history').length).toBe(3)
    expect(calls('chat.postMessage')).toHaveLength(1)
  })

  it('waits as long as Slack asks for one channel, and only there', async () => {
    house.slack.faults.next({ kind: 'rate-limit', retryAfterS: 35 }, { method: 'chat.postMessage', target: 'C0VERIF' })
    await house.submitted()
    await house.submitted(undefined, 'klaten')
    expect(cards()).toHaveLength(0)
    expect(house.tono.messages('C0OTHER')).toHaveLength(1)
    await later(34_000)
    expect(calls('chat.postMessage').filter(({ target }) => target === 'C0VERIF')).toHaveLength(1)
    await later(1000)
    expect(cards()).toHaveLength(1)
  })

  it('repeats an edit that was not answered: it says the same again', async () => {
    await house.submitted()
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'chat.update' })
    await house.sari.click('Periksa')
    await house.deliverAll()
    await later(1000)
    expect(calls('chat.update')).toHaveLength(2)
    expect(cards()).toHaveLength(1)
    expect(await states()).toEqual([])
  })

  it('posts a new card when somebody deleted the old one', async () => {
    await house.submitted()
    const { state } = house.slack.workspace
    const [card] = cards()
    await house.sari.click('Periksa')
    state.messages = state.messages.filter(({ ts }) => ts !== card?.ts)
    await house.deliverAll()
    expect(cards()).toHaveLength(1)
    expect(cards()[0]?.ts).not.toBe(card?.ts)
  })

  it('posts in the agency’s new channel when it has moved', async () => {
    const c = await house.submitted()
    await owe({ kind: 'card', target: 'slack:C0OTHER', payload: {}, caseId: c.id })
    expect(house.tono.messages('C0OTHER')).toHaveLength(1)
  })

  it('rests for a quarter of an hour when the token is refused, and tells the operator', async () => {
    house.slack.faults.next({ kind: 'refusal', code: 200, description: 'invalid_auth' }, { method: 'chat.postMessage' })
    await house.submitted()
    expect(house.reports).toEqual([{ what: 'slack-refuses-us', code: 'invalid_auth' }])
    await later(14 * 60_000)
    expect(calls('chat.postMessage')).toHaveLength(1)
    await later(60_000)
    expect(cards()).toHaveLength(1)
  })

  it('waits for the bot to be invited', async () => {
    house.slack.channel({ id: 'C0VERIF', name: 'verifikator' })
    const members = house.slack.workspace.state.channels.C0VERIF?.members.splice(0) ?? []
    await house.submitted()
    expect(house.reports).toEqual([{ what: 'slack-refuses-us', code: 'not_in_channel' }])
    house.slack.workspace.state.channels.C0VERIF?.members.push(...members)
    await later(15 * 60_000)
    expect(cards()).toHaveLength(1)
  })

  it('is given up when it can never arrive, and stays visible as such', async () => {
    const c = await house.submitted()
    await owe({ kind: 'card', target: 'slack:CNOWHERE', payload: {}, caseId: c.id })
    await owe({ kind: 'card', target: 'slack:C0VERIF', payload: {}, caseId: 'no-such-case' })
    await owe({ kind: 'carrier-pigeon', target: 'slack:C0VERIF', payload: {} })
    expect((await states()).map(({ state }) => state)).toEqual(['dead', 'dead', 'dead'])
  })

  it('interrupts below the card and in the channel, in one sentence that mentions nobody', async () => {
    const c = await house.submitted()
    const [card] = cards()
    for (const code of ['urgent', 'overdue', 'returned-by-bsre'] satisfies StaffNoticeCode[])
      await owe({ kind: 'staff-notice', target: 'slack:C0VERIF', payload: { code }, caseId: c.id })
    const notices = calls('chat.postMessage').slice(1)
    expect(notices.map(({ payload }) => [payload.thread_ts, String(payload.reply_broadcast)])).toEqual(
      Array.from({ length: 3 }, () => [card?.ts, 'true']),
    )
    for (const { payload } of notices) {
      expect(payload.text).toContain(c.number)
      expect(payload.text).not.toMatch(/<[@!]/)
    }
  })

  it('says so at once when a case is urgent, without being asked', async () => {
    const urgent = await house.submitted((story) =>
      story.when({ type: 'answer', item: 'signingDeadline', said: 'hari ini' }).filled(),
    )
    expect(urgent.isUrgent).toBe(true)
    const [card, notice] = cards()
    expect(card?.text).toMatch(/^MENDESAK/)
    expect(notice).toMatchObject({ thread_ts: card?.ts })
    expect(notice?.text).toContain('MENDESAK')
  })

  it('sends an interruption once, also when the answer got lost', async () => {
    const c = await house.submitted()
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'chat.postMessage' })
    await owe({ kind: 'staff-notice', target: 'slack:C0VERIF', payload: { code: 'overdue' }, caseId: c.id })
    await later(1000)
    expect(cards().filter(({ thread_ts }) => thread_ts !== undefined)).toHaveLength(1)
    expect(await states()).toEqual([])
  })

  it('lists in the morning what waits for this agency, and rings for nothing when nothing does', async () => {
    await owe({ kind: 'digest', target: 'slack:C0VERIF', payload: { agency: 'diy' } })
    expect(cards()).toHaveLength(0)
    const c = await house.submitted()
    await house.submitted(undefined, 'klaten')
    await owe({ kind: 'digest', target: 'slack:C0VERIF', payload: { agency: 'diy' } })
    const list = cards().at(-1)
    expect(list?.text).toContain('Selamat pagi, Pemda DIY. 1 pengajuan menunggu verifikator')
    expect(surfaceText(list?.blocks)).toContain(c.number)
  })

  it('keeps the names when a returned case comes back', async () => {
    const c = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal()
    await modal.uncheck('clean:0', 'nik')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan: NIK'))
    await modal.choose('decision', 'Minta perbaikan')
    await modal.submit()
    await house.deliverAll()
    expect(surfaceText(cards()[0]?.blocks)).toContain('Diminta perbaikan oleh Sari')
    await house.asRequester(c.id, (work) => {
      work.give(c.id, { type: 'answer', item: 'nik', said: '3404015204850001' }, requester)
      return work.give(c.id, { type: 'submit', consent }, requester)
    })
    expect(cards()).toHaveLength(1)
    const text = surfaceText(cards()[0]?.blocks)
    expect(text).toContain('MENUNGGU VERIFIKATOR')
    expect(text).toContain('Diminta perbaikan oleh Sari')
  })
})
