import { beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { evolve } from '../../core/case/evolve.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { TestChat } from './chat.ts'

const id = '0190a000-0000-7000-8000-00000000beef'
const number = 'PANDU-2026-000777-C'
let chat: TestChat

/** A case of this chat that was completed just now. */
async function completed(procedure: ProcedureName): Promise<void> {
  chat = new TestChat()
  await chat.say('/start')
  const author = { role: 'requester' } as const
  const opened = { type: 'opened', id, number, procedure, agency: 'diy', language: 'id', chat: chat.ref } as const
  const draft = evolve(undefined, { ...opened, at: chat.now, author })
  const after: Case = { ...draft, status: 'completed', submittedAt: chat.now, endedAt: chat.now }
  await chat.ports.ledger.commit([{ changes: [{ before: undefined, after, events: [] }], owed: [], knocks: [] }])
  await chat.say('/kasus')
  await chat.press(`Lihat ${number}`)
}
const until = async () => (await chat.ports.ledger.caseById(id))?.certificateUntil

describe('Whoever has a new certificate', () => {
  beforeEach(() => completed('issuance'))

  it('tells its last day, and is told that there will be a reminder', async () => {
    await chat.press('🔔 Ingatkan sebelum berakhir')
    expect(chat.last.text).toContain('Sampai tanggal berapa')
    await chat.say('1 Januari 2028')
    expect(chat.shown.some(({ text }) => text.includes('berakhir pada Sab 1 Jan 2028'))).toBe(true)
    expect(await until()).toBe('2028-01-01')
  })

  it('is asked again after a day that is none, that is over or that is too far ahead', async () => {
    await chat.press('🔔 Ingatkan sebelum berakhir')
    for (const [said, words] of [
      ['entah', /tanggal/i],
      ['1 Januari 2020', /lewat|akan datang/i],
      ['1 Januari 2041', /terlalu jauh/],
    ] as const) {
      await chat.say(said)
      expect(
        chat.shown
          .slice(-3)
          .map(({ text }) => text)
          .join('\n'),
        said,
      ).toMatch(words)
      expect(await until()).toBeNull()
    }
    await chat.say('01-01-2028')
    expect(await until()).toBe('2028-01-01')
  })

  it('goes back from it by a button, to where the case stands', async () => {
    await chat.press('🔔 Ingatkan sebelum berakhir')
    await chat.press('⬅ Kembali')
    expect(chat.last.text).toContain('SELESAI')
    await chat.say('1 Januari 2028')
    expect(await until()).toBeNull()
  })

  it('may leave it, and drop it again', async () => {
    await chat.press('🔔 Ingatkan sebelum berakhir')
    await chat.say('batal')
    await chat.say('1 Januari 2028')
    expect(await until()).toBeNull()
    await chat.say('ingatkan sebelum berakhir')
    await chat.say('1 Januari 2028')
    await chat.say('/kasus')
    await chat.press(`Lihat ${number}`)
    expect(chat.last.text).toContain('tercatat berakhir pada Sab 1 Jan 2028')
    await chat.press('Hapus pengingat')
    expect(await until()).toBeNull()
  })
})

it('Whoever got an account back is not asked about a certificate', async () => {
  await completed('reactivation')
  expect(chat.last.buttons.map(({ label }) => label)).not.toContain('🔔 Ingatkan sebelum berakhir')
})
