import { rmSync } from 'node:fs'
import type { Span } from './scenario.ts'
import type { StoreKind, World } from './world.ts'

export const perSecond = ({ count, seconds }: Span): number => count / seconds

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return (low + high) / 2
}

/** How much one run does; `--quick` does less of everything. */
export interface Size {
  readonly rounds: number
  readonly updates: number
  readonly chats: number
  readonly people: number
  readonly steps: number
  /** In Slack, of each round. */
  readonly clicks: number
  /** In the large store of the desk. */
  readonly cases: number
}

export const fullSize: Size = {
  rounds: 5,
  updates: 2_000,
  chats: 64,
  people: 120,
  steps: 200,
  clicks: 200,
  cases: 1_000_000,
}
export const quickSize: Size = {
  rounds: 3,
  updates: 600,
  chats: 64,
  people: 40,
  steps: 200,
  clicks: 100,
  cases: 100_000,
}

/** One figure per store, and what it was compared with. */
export interface Sample {
  readonly store: StoreKind | 'peer'
  readonly values: readonly number[]
}

/** B1a: updates a second of a global command over 50 and more chats; the bare echo bot in every round. */
export async function commandRates(world: World, kinds: readonly StoreKind[], size: Size): Promise<readonly Sample[]> {
  const echo = await world.startEcho()
  const bots: { readonly store: Sample['store']; readonly token: string; readonly text: string }[] = [
    { store: 'peer', token: echo, text: 'halo' },
  ]
  const programs = []
  for (const kind of kinds) {
    const contender = await world.contender(kind)
    programs.push(await world.start(contender))
    bots.push({ store: kind, token: contender.token, text: '/bantuan' })
  }
  const rates = new Map<Sample['store'], number[]>(bots.map(({ store }) => [store, []]))
  // One round more than counts: the first meets every chat and warms the compilers.
  for (let round = 0; round <= size.rounds; round += 1)
    for (const { store, token, text } of bots) {
      const span = await world.network.ask('backlog', token, { text, chats: size.chats, updates: size.updates })
      if (round > 0) rates.get(store)?.push(perSecond(span))
    }
  for (const program of programs) await world.stop(program)
  return [...rates].map(([store, values]) => ({ store, values }))
}

/** B1b: interview answers a second, end to end, with many people at once. */
export async function answerRates(world: World, kinds: readonly StoreKind[], size: Size): Promise<readonly Sample[]> {
  const running = []
  for (const kind of kinds) {
    const contender = await world.contender(kind)
    running.push({ kind, token: contender.token, program: await world.start(contender), values: [] as number[] })
  }
  for (let round = 0; round <= size.rounds; round += 1)
    for (const { token, values } of running) {
      const people = { first: 2_000_000 + round * size.people, count: size.people }
      await world.network.ask('open', token, people)
      const span = await world.network.ask('answer', token, people)
      if (round > 0) values.push(perSecond(span))
    }
  for (const { program } of running) await world.stop(program)
  return running.map(({ kind, values }) => ({ store: kind, values }))
}

const windowSteps = 20

/** B7: what an update costs at the end of a long dialogue, as a multiple of its cost at the beginning. */
export async function growth(world: World, kinds: readonly StoreKind[], size: Size): Promise<readonly Sample[]> {
  const running = []
  for (const kind of kinds) {
    const contender = await world.contender(kind)
    running.push({ kind, token: contender.token, program: await world.start(contender), values: [] as number[] })
  }
  for (let round = 0; round <= size.rounds; round += 1)
    for (const { token, values } of running) {
      const took = await world.network.ask('dialogue', token, 3_000_000 + round, size.steps)
      if (round > 0) values.push(median(took.slice(-windowSteps)) / median(took.slice(0, windowSteps)))
    }
  for (const { program } of running) await world.stop(program)
  return running.map(({ kind, values }) => ({ store: kind, values }))
}

/** B14: seconds from the start of the process until the program is ready. */
export async function startTimes(
  world: World,
  which: 'server' | 'embedded' | 'embedded-new',
  size: Size,
): Promise<readonly number[]> {
  const kind = which === 'server' ? 'server' : 'embedded'
  const contender = await world.contender(kind)
  const values: number[] = []
  for (let round = 0; round <= size.rounds; round += 1) {
    if (which === 'embedded-new') rmSync(contender.dataDir, { recursive: true, force: true })
    const program = await world.start(contender)
    if (round > 0) values.push(program.readyMs / 1000)
    await world.stop(program)
  }
  return values
}
