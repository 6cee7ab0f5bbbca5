import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { evolve } from '../../core/case/evolve.ts'
import { blind, openNetwork, TestProgram } from './program.ts'

const id = '0190a000-0000-7000-8000-00000000beef'
const canary = 'KENARI-CATATAN-7431'
let network: TelegramNetwork
let program: TestProgram
let rina: Phone

/** A case that Rina's chat sent, waiting for a verifier. */
async function sentCase(): Promise<void> {
  const at = program.ports.now()
  const author = { role: 'requester' } as const
  const opened = {
    type: 'opened',
    id,
    number: 'PANDU-2026-000777-C',
    procedure: 'reactivation',
    agency: 'diy',
    language: 'id',
    chat: blind('chat', '501'),
  } as const
  const draft = evolve(undefined, { ...opened, at, author })
  const after = { ...draft, status: 'submitted', submittedAt: at } as const
  await program.ports.ledger.commit([
    { changes: [{ before: undefined, after, events: [{ ...opened, at, author }] }], owed: [], knocks: [] },
  ])
}

beforeEach(async () => {
  network = await openNetwork()
  program = await new TestProgram(network).start()
  rina = network.person({ id: 501, firstName: 'Rina' })
  rina.say('/start')
  await rina.waitFor(({ text }) => text.includes('Pandu'))
  await sentCase()
})
afterEach(async () => {
  await program.stop()
  expect(network.violations).toEqual([])
  await network.stop()
})

const history = () => program.ports.ledger.history(id)

describe('A reply of staff', () => {
  it('arrives with who it is from, and is answered by its own button', async () => {
    await program.command('verifier', { type: 'reply', text: 'Foto <b>layar</b> & jam, mohon diperjelas.' })
    const message = await rina.waitFor(({ text }) => text.includes('mohon diperjelas'))
    expect(message.text).toContain('Verifikator, Pemda DIY')
    expect(message.text).toContain('Foto <b>layar</b> & jam')
    rina.press('↩ Balas')
    await rina.waitFor(({ text }) => text.includes('Tulis pesan Anda untuk petugas'))
    rina.say('Baik, saya kirim ulang')
    await vi.waitFor(async () => expect((await history()).map(({ type }) => type)).toContain('wrote'))
  })

  it('to somebody who blocked the bot is noted at the case, and staff hears of it', async () => {
    network.block(501)
    await program.command('verifier', { type: 'reply', text: 'Halo' })
    await vi.waitFor(async () => expect((await program.onlyCase()).talk?.missed).toBe(1))
    expect((await history()).at(-1)).toMatchObject({ type: 'reply-missed', n: 1 })
  })
})

describe('A note of staff', () => {
  it('is in nothing that ever leaves, also where a reply does', async () => {
    await program.command('verifier', { type: 'note', text: canary }, { type: 'reply', text: 'Kami periksa.' })
    await rina.waitFor(({ text }) => text.includes('Kami periksa.'))
    rina.say('/kasus')
    await rina.waitFor(({ text }) => text.includes('PANDU-2026-000777-C'))
    expect(JSON.stringify(network.calls)).not.toContain(canary)
    expect(JSON.stringify(await program.onlyCase())).not.toContain(canary)
  })
})
