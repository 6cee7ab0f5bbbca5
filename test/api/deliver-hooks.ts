import { Delivering } from '../../core/handling/deliver.ts'
import type { ApiWorld } from './api-fixture.ts'

/** Delivers whatever hooks are owed now. */
export async function deliver(world: ApiWorld): Promise<void> {
  const options = { lane: 'hooks', windowSize: 12, leaseMs: 60_000, now: () => world.clock, done: () => {} } as const
  const delivering = new Delivering(world.ports.outbox, world.api.deliver, options)
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const count = await delivering.work()
    await delivering.settle()
    if (count === 0) break
  }
  await delivering.end()
}

export function pass(world: ApiWorld, ms: number): void {
  world.clock = new Date(Date.parse(world.clock) + ms).toISOString()
}
