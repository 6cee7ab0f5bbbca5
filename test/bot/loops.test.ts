import { afterEach, expect, it, vi } from 'vitest'
import { createLoops, type Loops } from '../../bot/loops.ts'
import type { Deliver } from '../../core/handling/deliver.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { type Play, Turns } from '../../core/handling/turns.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

const now = () => '2026-11-23T02:00:00.000Z'
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const sent: Deliver = async () => ({ state: 'sent' })
let loops: Loops | undefined
afterEach(() => loops?.stop())

it('whoever shows cases hears of a turn when it is committed, however long it took, and not before', async () => {
  // Only what the loops and a turn without cases read of the ports.
  const ports = { ...createMemoryStore(now), now, agencies: [], has: {}, wake() {} } as unknown as Ports
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const play: Play = async ({ chat }) => {
    await held
    return { state: chat.state, calls: [] }
  }
  const tools = { newId: () => 'id', caseNumber: () => 'number', ready: async () => {} }
  const turns = new Turns(ports, play, () => ({ state: { address: 1, language: 'id' }, calls: [] }), tools)
  const seen: (number | undefined)[] = []
  const played = vi.fn(async () => seen.push((await ports.ledger.chat('chat'))?.turn))
  loops = createLoops(
    ports,
    turns,
    { interactive: sent, bulk: sent, work: sent, evidence: sent, hooks: sent },
    quiet,
    played,
  )
  loops.start()
  await ports.inbox.receive([{ key: 'k', chat: 'chat', address: 1, language: 'id', payload: {} }])
  loops.wake('came-in')
  await vi.waitFor(async () => expect(await ports.inbox.isWaiting()).toBe(true))
  expect(played).not.toHaveBeenCalled()
  release()
  await vi.waitFor(() => expect(seen).toEqual([1]))
})
