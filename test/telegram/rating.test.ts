import { beforeEach, describe, expect, it } from 'vitest'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import type { Case } from '../../core/case/case.ts'
import { evolve } from '../../core/case/evolve.ts'
import { TestChat } from './chat.ts'

const id = '0190a000-0000-7000-8000-00000000beef'
let chat: TestChat

/** A case of this chat that is over, and whose requester was asked how it went. */
beforeEach(async () => {
  chat = new TestChat()
  await chat.say('/start')
  const author = { role: 'requester' } as const
  const number = 'PANDU-2026-000777-C'
  const opened = {
    type: 'opened',
    id,
    number,
    procedure: 'issuance',
    agency: 'diy',
    language: 'id',
    chat: chat.ref,
  } as const
  const draft = evolve(undefined, { ...opened, at: chat.now, author })
  const over = { status: 'completed', submittedAt: chat.now, endedAt: chat.now, manifest: [] } as const
  const after: Case = { ...draft, ...over }
  await chat.ports.ledger.commit([{ changes: [{ before: undefined, after, events: [] }], owed: [], knocks: [] }])
  await chat.command('house', { type: 'ask-rating' }, id)
})

const stored = async (): Promise<Case> => {
  const c = await chat.ports.ledger.caseById(id)
  if (c === undefined) throw new Error('the case is gone')
  return c
}
const question = async () => {
  const { agencies } = chat.ports
  return noticeOf('rate', {}, await stored(), { language: 'id', agencies, at: chat.now, bot: 'pandu', linkDomains: [] })
}
/** Presses a button of the question, which stays in the chat. */
const buttons = async () => new Map((await question())?.rows.flat().map(({ label, data }) => [label, data]))

describe('The question how it went', () => {
  it('is three buttons below one sentence, and is not put any more once it was answered', async () => {
    const screen = await question()
    expect(screen?.text).toContain('PANDU-2026-000777-C selesai. Bagaimana layanan kami?')
    expect(screen?.rows).toHaveLength(1)
    expect(screen?.rows[0]?.map(({ label }) => label)).toEqual(['👍 Puas', '👌 Cukup', '👎 Kurang'])
    await chat.press((await buttons()).get('👍 Puas') ?? '')
    expect(await question()).toBeUndefined()
  })

  it('takes one tap, and another one within a day', async () => {
    const data = await buttons()
    await chat.press(data.get('👍 Puas') ?? '')
    expect((await stored()).rating?.given?.score).toBe('good')
    expect(chat.toasts.at(-1)).toContain('Terima kasih')
    chat.pass(23 * 3_600_000)
    await chat.press(data.get('👎 Kurang') ?? '')
    expect((await stored()).rating?.given?.score).toBe('poor')
    chat.pass(2 * 3_600_000)
    await chat.press(data.get('👍 Puas') ?? '')
    expect(chat.toasts.at(-1)).toContain('tidak dapat diubah lagi')
    expect((await stored()).rating?.given?.score).toBe('poor')
  })

  it('says that its moment has passed where the case was opened again', async () => {
    const data = await buttons()
    await chat.command({ role: 'agent' }, { type: 'reopen' }, id)
    expect(await question()).toBeUndefined()
    await chat.press(data.get('👌 Cukup') ?? '')
    expect((await stored()).rating?.given).toBeNull()
  })
})
