import { beforeEach, describe, expect, it } from 'vitest'
import { rightsScreen } from '../../bot/dialogue/rights.ts'
import { Sender } from '../../bot/telegram/send.ts'
import { houseWork } from '../../core/handling/work.ts'
import type { RightsSaying } from '../../core/privacy/saying.ts'
import { diy, personId, refOf, TestChat } from './chat.ts'
import { openReactivation, submitReactivation } from './play-through.ts'

const limit = 4096
let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})

/** What the house does for the rights of this chat. */
async function work(): Promise<void> {
  const doWork = houseWork(chat.ports, async () => ({ refused: 'CORRUPT' }))
  const items = await chat.ports.outbox.claim('work', 50, chat.now, 1000)
  for (const item of items.filter(({ target }) => target.startsWith('rights:') || target.startsWith('erase:')))
    await doWork(item)
  await chat.ports.outbox.settle(items.map(({ id }) => ({ id, state: 'sent' })))
  await chat.work()
}
const told = () =>
  chat.shown.filter(({ method }) => method === 'rights').map(({ text }) => JSON.parse(text) as RightsSaying)

describe('/privasi', () => {
  it.each(['id', 'en'])(
    'says in %s who, what for, where, how long, which rights and whom to ask, in one message',
    async (language) => {
      chat = new TestChat({ language })
      await chat.say('/privasi')
      const { text } = chat.last
      for (const part of [
        'Pemda DIY',
        'Telegram',
        'Slack',
        'BSrE',
        '14',
        '90',
        '3×24',
        '/dataku',
        '/hapus',
        '0274-123456',
      ])
        expect(text).toContain(part)
      expect(text.length).toBeLessThan(limit)
      expect(chat.last.buttons).toHaveLength(2)
    },
  )

  it('tells the times of the one agency that keeps for longer, and names no agency among many', async () => {
    chat = new TestChat({ agencies: [{ ...diy, retention: { evidence: 365, case: 3650 } }] })
    await chat.say('/privasi')
    expect(chat.last.text).toMatch(/365 hari, dan jawaban serta riwayat pengajuan 10 tahun/)
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ ...diy, code, name: `Instansi ${code}` }))
    chat = new TestChat({ agencies: many })
    await chat.say('/privasi')
    expect(chat.last.text).toContain('instansi Anda')
  })

  it('leaves a waiting question waiting', async () => {
    await openReactivation(chat)
    await chat.say('/privasi')
    expect(chat.last.text).toContain('masih menunggu')
    expect((await chat.case()).status).toBe('draft')
  })
})

describe('/dataku', () => {
  it('lists the cases of this chat, and hands over a link to the copy', async () => {
    await submitReactivation(chat)
    const { number } = await chat.case()
    await chat.say('/dataku')
    await work()
    expect(told()).toMatchObject([{ code: 'data', total: 1, lines: [{ number, status: 'submitted' }], tiedTo: [] }])
    await chat.say('Minta salinan lengkap')
    await work()
    expect(told().at(-1)).toEqual({ code: 'copy-link', token: 'token' })
  })

  it.each(['id', 'en'] as const)(
    'fits one message in %s with as many cases as it lists, without a whole number of anybody',
    (language) => {
      const line = {
        number: 'PANDU-2026-000001-X',
        procedure: 'lost-authenticator',
        status: 'awaiting-requester',
        openedAt: chat.now,
        endedAt: chat.now,
        files: 12,
      } as const
      const saying = { code: 'data', total: 400, tiedTo: ['•••2005'], lines: Array(15).fill(line) } as const
      const screen = rightsScreen(saying, language, () => '')
      expect(screen.text.length).toBeLessThan(limit)
      expect(screen.text).toContain('385')
      expect(screen.text).not.toMatch(/\d{16}/)
      expect(screen.isPersonal).toBe(true)
    },
  )

  it('words the link of the copy by the public address, and keeps it from being forwarded', () => {
    const screen = rightsScreen(
      { code: 'copy-link', token: 'abc' },
      'id',
      (token) => `https://pandu.test/desk/copy?t=${token}`,
    )
    expect(screen.text).toContain('https://pandu.test/desk/copy?t=abc')
    expect(screen.isPersonal).toBe(true)
  })
})

describe('/hapus', () => {
  it('erases drafts at once after a second press, leaves the dialogue, and says so', async () => {
    await openReactivation(chat)
    const draft = await chat.case()
    await chat.say('/hapus')
    await chat.press('🗑 Hapus yang belum terkirim')
    expect((await chat.case()).status).toBe('draft')
    await chat.press('Ya, hapus sekarang')
    await work()
    expect(told()).toEqual([{ code: 'drafts-erased', count: 1 }])
    expect(await chat.ports.ledger.caseById(draft.id)).toBeUndefined()
    expect(await chat.ports.rights.erased(draft.id)).toMatchObject({ erasure: { by: { role: 'requester' } } })
  })

  it('takes what is said after the erasure as a new beginning', async () => {
    await openReactivation(chat)
    await chat.say('/hapus')
    await chat.press('🗑 Hapus yang belum terkirim')
    await chat.press('Ya, hapus sekarang')
    await work()
    await chat.say('198504122010012005')
    expect(chat.last.text).toContain('Selamat datang')
    await chat.say('/lanjut')
    expect(chat.toasts.concat(chat.shown.map(({ text }) => text)).join()).toContain('belum punya pengajuan')
  })

  it('gives no opening back: ten a day are ten a day, whatever became of them', async () => {
    const ours = () => chat.ports.rights.casesOf(refOf(personId))
    for (let n = 0; n < 10; n += 1) {
      await chat.say('hp hilang')
      expect(await ours()).toHaveLength(1)
      await chat.say('/hapus')
      await chat.press('🗑 Hapus yang belum terkirim')
      await chat.press('Ya, hapus sekarang')
      await work()
    }
    expect(await ours()).toEqual([])
    await chat.say('hp hilang')
    expect(chat.shown.some(({ text }) => text.includes('10 pengajuan dalam sehari'))).toBe(true)
    expect(await ours()).toEqual([])
    chat.pass(24 * 3_600_000)
    await chat.say('hp hilang')
    expect(await ours()).toHaveLength(1)
  })

  it('offers no drafts where there are none, and erases nothing by a no', async () => {
    await submitReactivation(chat)
    const sent = await chat.case()
    await chat.say('/hapus')
    expect(chat.last.buttons.map(({ label }) => label)).not.toContain('🗑 Hapus yang belum terkirim')
    await chat.press('Jangan hapus')
    await work()
    expect(await chat.ports.ledger.caseById(sent.id)).toBeDefined()
    expect(await chat.ports.rights.openRequests()).toEqual([])
  })

  it('an old button erases nothing that was sent', async () => {
    await submitReactivation(chat)
    const sent = await chat.case()
    await chat.press('v1:erase-drafts-yes')
    await work()
    expect(told()).toEqual([{ code: 'drafts-erased', count: 0 }])
    expect(await chat.ports.ledger.caseById(sent.id)).toEqual(sent)
  })

  it('makes a request with a date of 72 hours later', async () => {
    await submitReactivation(chat)
    await chat.say('/hapus')
    await chat.press('📨 Ajukan penghapusan')
    expect(await chat.ports.rights.openRequests()).toEqual([])
    await chat.press('Ya, ajukan penghapusan')
    await work()
    const [request] = await chat.ports.rights.openRequests()
    expect(Date.parse(request?.dueAt ?? '') - Date.parse(request?.askedAt ?? '')).toBe(72 * 3_600_000)
    expect(told()).toMatchObject([{ code: 'erasure-asked', dueAt: request?.dueAt }])
  })

  it.each(['id', 'en'] as const)('has a sentence in %s for everything that may come of it', (language) => {
    const sayings: readonly RightsSaying[] = [
      { code: 'drafts-erased', count: 0 },
      { code: 'drafts-erased', count: 2 },
      { code: 'erasure-asked', number: 'H-0A1B2C', dueAt: chat.now },
      { code: 'erased', count: 3, kept: [] },
      { code: 'erased', count: 1, kept: ['on-hold', 'still-open', 'kept-by-law', 'still-open'] },
      { code: 'erasure-refused', number: 'H-0A1B2C', why: 'kept-by-law' },
      { code: 'erasure-refused', number: 'H-0A1B2C', why: 'still-open' },
      { code: 'erasure-refused', number: 'H-0A1B2C', why: 'not-the-person' },
    ]
    const texts = sayings.map((saying) => rightsScreen(saying, language, () => '').text)
    expect(new Set(texts).size).toBe(sayings.length)
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\[object/)
  })
})

it('edits the panel of an erased case into a word that it is gone', async () => {
  const calls: { method: string; params: unknown }[] = []
  const wire = {
    async call(method: string, params: object) {
      calls.push({ method, params })
      return { end: 'ok', result: { message_id: 7 } } as const
    },
  }
  const reader = {
    language: 'id',
    agencies: [diy],
    at: chat.now,
    bot: undefined,
    linkDomains: [],
    hasCodes: false,
  } as const
  const sender = new Sender({ wire, ports: chat.ports, publicUrl: 'https://pandu.test', reader: () => reader })
  const item = {
    id: 1,
    dedup: 'x',
    lane: 'bulk',
    attempts: 1,
    isAmbiguous: false,
    leasedAt: chat.now,
    address: 42,
  } as const
  const panel = {
    ...item,
    target: `chat:${chat.ref}`,
    kind: 'erased-panel',
    payload: { number: 'PANDU-1' },
    previousRef: '7',
  }
  expect(await sender.deliver(panel)).toEqual({ state: 'sent', ref: '7' })
  expect(calls).toMatchObject([
    { method: 'editMessageText', params: { message_id: 7, text: expect.stringContaining('DIHAPUS') } },
  ])
  await sender.deliver({
    ...item,
    target: `chat:${chat.ref}`,
    kind: 'rights',
    payload: { code: 'copy-link', token: 'abc' },
  })
  expect(calls.at(-1)).toMatchObject({
    method: 'sendMessage',
    params: { chat_id: 42, protect_content: true, text: expect.stringContaining('https://pandu.test/desk/copy?t=abc') },
  })
})
