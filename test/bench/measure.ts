import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../bot/log.ts'
import { masterKey } from '../../bot/master-key.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import type { Span } from './scenario.ts'
import type { Contender, StoreKind, World } from './world.ts'

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
}

export const fullSize: Size = { rounds: 5, updates: 2_000, chats: 64, people: 120, steps: 200 }
export const quickSize: Size = { rounds: 3, updates: 600, chats: 64, people: 40, steps: 200 }

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

/** B14: events that `audit verify` checks in a second, and texts of the same size that SHA-256 alone takes. */
export async function auditRates(world: World, kind: StoreKind, size: Size): Promise<{ audit: Span; raw: Span }> {
  const contender = await world.contender(kind)
  const program = await world.start(contender)
  const people = { first: 4_000_000, count: size.people }
  await world.network.ask('open', contender.token, people)
  await world.network.ask('answer', contender.token, people)
  await world.stop(program)
  const audit = await auditOf(contender)
  return { audit, raw: rawHashes(audit.count) }
}

/** Reads the store as the verb does, without the start of a process around it. */
async function auditOf({ dataDir, env }: Contender): Promise<Span> {
  const { DATABASE_URL: url, MASTER_KEY } = env
  const database = await openDatabase(url === undefined ? { dataDir } : { url })
  const key = masterKey({ DATA_DIR: dataDir, MASTER_KEY }, createLog('warn'))
  const store = createSqlStore(database.prisma, {
    sealer: createSealer(key),
    evidenceDir: join(dataDir, 'evidence'),
    now: () => new Date().toISOString(),
    newId: randomUUID,
  })
  const startedAt = performance.now()
  let count = 0
  for await (const { fault, events } of store.ledger.audit()) {
    if (fault !== null) throw new Error(`the store does not verify: ${fault}`)
    count += events
  }
  const seconds = (performance.now() - startedAt) / 1000
  await database.close()
  return { count, seconds }
}

/** The size of an event's canonical text. */
const eventBytes = 420

function rawHashes(count: number): Span {
  const text = 'x'.repeat(eventBytes)
  const startedAt = performance.now()
  for (let n = 0; n < count; n += 1) createHash('sha256').update(`${n}${text}`).digest('hex')
  return { count, seconds: (performance.now() - startedAt) / 1000 }
}
