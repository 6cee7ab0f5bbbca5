import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { systemClock } from '../../bot/simulator/clock.ts'
import { HttpTransport } from '../../bot/simulator/slack/http-transport.ts'
import { SlackNetwork } from '../../bot/simulator/slack-network.ts'
import type { Case } from '../../core/case/case.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Store } from '../../core/handling/ports.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { Story } from '../case/given.ts'
import { quantile } from './interleaved.ts'
import type { Contender, World } from './world.ts'

const clicksPerSecond = 10
const updatesPerSecond = 30
const now = (): string => new Date().toISOString()

/**
 * B4: milliseconds from the click to its acknowledgement, which comes once what was clicked is committed. Agents take
 * cases, ten a second, while thirty messages a second arrive from Telegram, in bursts of a second's worth.
 * @returns p99 of each round
 */
export async function clickTimes(world: World, rounds: number, clicks: number): Promise<readonly number[]> {
  const contender = await world.contender('server')
  const cases = await atContactCenter(contender, (rounds + 1) * clicks)
  const slack = new SlackNetwork({ clock: systemClock })
  await slack.start()
  slack.channel({ id: 'C0AGENT', name: 'contact-center' })
  slack.member({ id: 'UAG1', channels: ['C0AGENT'] })
  const env = {
    ...contender.env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_MODE: 'http',
  }
  const program = await world.start({ ...contender, env })
  const transport = new HttpTransport(`${program.url}/slack/events`, slack.signingSecret, systemClock)
  const values: number[] = []
  // A round more than counts: the first meets every chat and warms the compilers.
  for (let round = 0; round <= rounds; round += 1) {
    let isOver = false
    const load = (async () => {
      while (!isOver) {
        const burst = { text: '/bantuan', chats: updatesPerSecond, updates: updatesPerSecond }
        const [startedAt] = [performance.now(), await world.network.ask('backlog', contender.token, burst)]
        await pause(1000 - (performance.now() - startedAt))
      }
    })()
    const times = await Promise.all(
      cases.slice(round * clicks, (round + 1) * clicks).map(async (c, n) => {
        await pause((n * 1000) / clicksPerSecond)
        return click(transport, c)
      }),
    )
    isOver = true
    await load
    if (round > 0) values.push(quantile(times, 0.99))
  }
  await world.stop(program)
  await slack.stop()
  await withStore(contender, async ({ ledger }) => {
    for (const { id } of cases)
      if ((await ledger.caseById(id))?.agent == null) throw new Error('a click was acknowledged and not carried out')
  })
  return values
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

async function click(transport: HttpTransport, c: Case): Promise<number> {
  const payload = {
    type: 'block_actions',
    user: { id: 'UAG1', team_id: 'T1' },
    team: { id: 'T1' },
    trigger_id: randomUUID(),
    channel: { id: 'C0AGENT' },
    actions: [{ type: 'button', action_id: 'ticket-take', block_id: 'ticket', value: `${c.id}:${c.decision}:0` }],
  }
  const startedAt = performance.now()
  const { isAcknowledged, status } = await transport.send({ kind: 'interaction', payload })
  if (!isAcknowledged) throw new Error(`a click was answered ${status}`)
  return performance.now() - startedAt
}

/** Cases that wait for an agent, in the store of a program that was not started yet, and the agent. */
const atContactCenter = (contender: Contender, count: number): Promise<readonly Case[]> =>
  withStore(contender, async (store) => {
    const agent = { id: 'dewi', role: 'agent', agencies: ['diy'], name: 'Dewi', email: 'dewi@bsre.example' } as const
    await store.directory.saveStaff({ ...agent, slackUser: 'UAG1', removedAt: null })
    const { case: sent, events } = new Story('lost-authenticator').sent()
    const cases: Case[] = []
    for (let n = 0; n < count; n += 1) {
      const after = { ...sent, id: randomUUID(), number: formatCaseNumber(2026, n + 1), requester: `bench-${n}` }
      await store.ledger.commit([{ changes: [{ before: undefined, after, events }], owed: [], knocks: [] }])
      cases.push(after)
    }
    return cases
  })

/** The store of a program that does not run. */
async function withStore<T>({ dataDir, env }: Contender, use: (store: Store) => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true })
  const sealer = createSealer(Buffer.from(env.MASTER_KEY ?? '', 'base64'))
  const database = await openDatabase({ url: env.DATABASE_URL ?? '' })
  const store = createSqlStore(database.prisma, { sealer, evidenceDir: dataDir, now, newId: randomUUID })
  try {
    return await use(store)
  } finally {
    await database.close()
  }
}
