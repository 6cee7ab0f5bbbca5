import { afterEach, describe, expect, it } from 'vitest'
import { Story } from '../case/given.ts'
import { nik, nip, number } from '../desk/desk-fixture.ts'
import { type ApiWorld, apiWorld } from './api-fixture.ts'
import { type Chatwoot, openChatwoot } from './chatwoot-imitation.ts'
import { deliver, pass } from './deliver-hooks.ts'

const token = 'chatwoot-access-token'
let open: Chatwoot | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function mirrored(): Promise<{ world: ApiWorld; chatwoot: Chatwoot; key: string }> {
  const world = await apiWorld({ reach: { isLocalAllowed: true } })
  const chatwoot = await openChatwoot(token)
  open = chatwoot
  await world.ports.hooks.saveHook({
    ...{ id: 'mirror', url: chatwoot.url, secret: token, types: [], agencies: ['diy'], staffId: null },
    ...{ mirror: { kind: 'chatwoot', inboxId: 3 }, since: world.clock, endedAt: null },
  })
  return { world, chatwoot, key: await world.key() }
}

async function give(world: ApiWorld, key: string, name: string, body: object = {}): Promise<void> {
  const c = await world.ports.ledger.caseByNumber(number)
  const response = await world.give(key, name, { expectedVersion: c?.decision, ...body })
  expect(response.status).toBe(200)
}

describe('a mirror into Chatwoot', () => {
  it('shows a case as one conversation with a private note for each thing that happened, and closes it with the case', async () => {
    const { world, chatwoot, key } = await mirrored()
    await give(world, key, 'take')
    await give(world, key, 'reply', { text: 'kenari-balasan' })
    await give(world, key, 'note', { text: 'kenari-catatan' })
    await deliver(world)
    expect(chatwoot.contacts).toEqual([{ id: 1, identifier: number, name: number }])
    expect(chatwoot.conversations).toMatchObject([{ contactId: 1, inboxId: 3, status: 'open' }])
    const notes = chatwoot.conversations[0]?.notes ?? []
    expect(notes.map(({ content }) => content.split('\n')[1])).toEqual([
      'Mengambil pengajuan · DI CONTACT CENTER BSrE',
      'Membalas pemohon · DI CONTACT CENTER BSrE',
    ])
    expect(notes.every(({ isPrivate }) => isPrivate)).toBe(true)
    for (const value of [nip, nik, 'Rina', 'Dewi', 'kenari'])
      expect(JSON.stringify(chatwoot.conversations)).not.toContain(value)
    await give(world, key, 'cancel', { text: 'kenari-alasan' })
    await deliver(world)
    expect(chatwoot.conversations[0]?.status).toBe('resolved')
    await world.keepAnother(new Story().sent(), 'PANDU-2026-000002-X')
    expect(chatwoot.conversations).toHaveLength(1)
  })

  it('makes nothing twice, at whichever request it died after the other side had carried it out', async () => {
    const requests = await (async () => {
      const { world, chatwoot, key } = await mirrored()
      await give(world, key, 'take')
      await deliver(world)
      const count = chatwoot.asked.length
      await chatwoot.close()
      return count
    })()
    expect(requests).toBeGreaterThanOrEqual(6)
    for (let lost = 1; lost <= requests; lost += 1) {
      const { world, chatwoot, key } = await mirrored()
      chatwoot.loseAnswer = lost
      await give(world, key, 'take')
      await deliver(world)
      pass(world, 60_000)
      await deliver(world)
      const [one, ...others] = chatwoot.conversations
      expect([chatwoot.contacts.length, others.length, one?.notes.length], `lost answer ${lost}`).toEqual([1, 0, 1])
      expect(await world.ports.hooks.deliveries(['mirror'], { limit: 9 })).toMatchObject([{ state: 'sent' }])
      await chatwoot.close()
      open = undefined
    }
  })

  it('waits, and says why in the log, while its key is refused or what answers is no Chatwoot', async () => {
    const { world, chatwoot, key } = await mirrored()
    const hook = await world.ports.hooks.hookById('mirror')
    await world.ports.hooks.saveHook({ ...hook!, id: 'wrong', secret: 'another-token' })
    await give(world, key, 'take')
    await deliver(world)
    expect(await world.ports.hooks.deliveries(['wrong'], { limit: 9 })).toMatchObject([
      { state: 'waiting', answer: '401' },
    ])
    expect(chatwoot.contacts).toHaveLength(1)
  })
})
