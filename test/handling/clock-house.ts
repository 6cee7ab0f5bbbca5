import { createHash, randomUUID } from 'node:crypto'
import type { Agency } from '../../core/agency/agency.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { Delivery } from '../../core/handling/deliver.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { houseWork } from '../../core/handling/work.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, type Story } from '../case/given.ts'

/** Hours after Monday, 23 November 2026, 09.00 WIB, when every story begins. */
export const later = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
/** A house whose clock is moved by hand and whose due work is done when told. */
export async function houseWith(story: Story, agency: Partial<Agency> = {}, start = at) {
  let now = start
  const store = createMemoryStore(() => now)
  const ports: Ports = {
    ...store,
    now: () => now,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [{ ...diy, ...agency }],
    has: { slack: true, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  for (const [id, role, email] of [
    ['sari', 'verifier', 'sari@jogjaprov.go.id'],
    ['dewi', 'agent', 'dewi@bsre.example'],
    ['agus', 'admin', 'agus@jogjaprov.go.id'],
    ['wati', 'verifier', 'wati@slemankab.go.id'],
  ] as const)
    await ports.directory.saveStaff({
      id,
      role,
      agencies: [id === 'wati' ? 'sleman' : 'diy'],
      name: id,
      email,
      slackUser: null,
      removedAt: null,
      away: [],
    } as Parameters<Ports['directory']['saveStaff']>[0])
  await ports.ledger.commit([
    { changes: [{ before: undefined, after: story.case, events: story.events }], owed: [], knocks: [] },
  ])
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  const settle = async (lane: 'work' | 'bulk', deliver: (item: OutboxItem) => Promise<Delivery>) => {
    const all: OutboxItem[] = []
    for (let items: readonly OutboxItem[] = []; ; ) {
      items = await ports.outbox.claim(lane, 50, now, 60_000)
      if (items.length === 0) return all
      for (const item of items) {
        const delivery = await deliver(item)
        const notBefore = delivery.state === 'later' ? delivery.at : now
        await ports.outbox.settle([
          delivery.state === 'later'
            ? { id: item.id, state: 'due', notBefore, error: '' }
            : { id: item.id, state: 'sent' },
        ])
      }
      all.push(...items)
    }
  }
  return {
    ports,
    story: (await ports.ledger.caseById(story.case.id))!,
    /** Gives a command as the house would. */
    async do(command: Parameters<Casework['give']>[1], actor: Parameters<Casework['give']>[2]) {
      const casework = new Casework([(await ports.ledger.caseById(story.case.id))!], ports.agencies, now)
      casework.give(story.case.id, command, actor)
      await ports.ledger.commit([casework.harvest(ports)])
    },
    /** Moves the clock and tells what leaves by then: kind, code and to whom. */
    async at(moment: string) {
      now = moment
      await settle('work', work)
      const sent = await settle('bulk', async () => ({ state: 'sent' }))
      return sent.map(({ kind, target, payload }) => {
        const { code } = payload as { readonly code?: string }
        return [kind, code, target].filter((part) => part !== undefined).join(' ')
      })
    },
  }
}
