import { parseArgs } from 'node:util'
import { auditRates } from './audit-rates.ts'
import { clickTimes } from './click-rates.ts'
import { deskLines } from './desk-lines.ts'
import { badLines, photoLines } from './door-lines.ts'
import {
  answerRates,
  commandRates,
  fullSize,
  growth,
  median,
  perSecond,
  quickSize,
  type Size,
  startTimes,
} from './measure.ts'
import { ceiling } from './network.ts'
import { isReached, type Line, round, tableOf } from './report.ts'
import { rosterTimes } from './roster-rates.ts'
import { signatureLines } from './signature-rates.ts'
import { type StoreKind, World } from './world.ts'

interface Run {
  readonly world: World
  readonly kinds: readonly StoreKind[]
  readonly size: Size
}

const floors = { B1a: { embedded: 0.25, server: 0.5 }, B1b: { embedded: 150, server: 300 } } as const
const goals = { B1a: { embedded: 0.8, server: 1 }, B1b: { embedded: 500, server: 1_000 } } as const
const startGoals = { server: 1.5, embedded: 2.5, 'embedded-new': 6 } as const

/** What can be measured, by the names of the design; each by the real path of a real program. */
const benches: Readonly<Record<string, (run: Run) => Promise<readonly Line[]>>> = {
  B1a: async ({ world, kinds, size }) => {
    const most = await ceiling(world.network.apiRoot, 4 * size.updates)
    const samples = await commandRates(world, kinds, size)
    const peer = samples.find(({ store }) => store === 'peer')?.values ?? []
    const ratios = samples.flatMap(({ store, values }) => (store === 'peer' ? [] : [ratioLine(store, values, peer)]))
    return [
      line('B1a', 'calls that the imitated network takes', '-', 'calls/s', [perSecond(most)]),
      ...samples.map(({ store, values }) =>
        line('B1a', store === 'peer' ? 'bare Telegraf echo' : '/bantuan, received to sent', store, 'updates/s', values),
      ),
      ...ratios,
    ]
  },

  B1b: async ({ world, kinds, size }) =>
    (await answerRates(world, kinds, size)).map(({ store, values }) => ({
      ...line('B1b', 'interview answers, end to end', store, 'answers/s', values),
      ...(store !== 'peer' && { floor: floors.B1b[store], goal: goals.B1b[store] }),
    })),

  B4: async ({ world, kinds, size }) =>
    kinds.includes('server')
      ? [
          {
            ...line(
              'B4',
              'a click in Slack, p99 to its acknowledgement, under load',
              'server',
              'ms',
              await clickTimes(world, size.rounds, size.clicks),
            ),
            goal: 150,
            isMost: true,
          },
        ]
      : [],

  B7: async ({ world, kinds, size }) =>
    (await growth(world, kinds, size)).map(({ store, values }) => ({
      ...line('B7', 'an update at step 200 ÷ at step 1', store, '×', values),
      goal: 1.1,
      isMost: true,
    })),

  B8: async ({ world, kinds, size }) => (kinds.includes('server') ? deskLines(world, size.cases, size.rounds) : []),

  B11: ({ size }) => photoLines(size.rounds),

  B12: async ({ size }) => signatureLines(size.rounds),

  door: () => badLines(),

  B14: async ({ world, kinds, size }) => {
    const lines: Line[] = []
    for (const which of ['server', 'embedded', 'embedded-new'] as const) {
      if (which === 'server' && !kinds.includes('server')) continue
      const values = await startTimes(world, which, size)
      lines.push({ ...line('B14', 'start to ready', which, 's', values), goal: startGoals[which], isMost: true })
    }
    for (const kind of kinds) {
      const rounds = await auditRates(world, kind, size.rounds)
      const ratios = rounds.map(({ audit, raw }) => perSecond(audit) / perSecond(raw))
      lines.push(
        line(
          'B14',
          'audit verify',
          kind,
          'events/s',
          rounds.map(({ audit }) => perSecond(audit)),
        ),
        { ...line('B14', 'audit verify ÷ SHA-256 alone', kind, '×', ratios), goal: 0.3 },
      )
    }
    return lines
  },

  roster: async ({ world, kinds }) => {
    const lines: Line[] = []
    for (const kind of kinds) {
      const { seconds, peak } = await rosterTimes(world, kind)
      const { first, again, plain } = seconds
      lines.push(
        { ...line('roster', '50,000 lines', kind, 's', [first]), goal: 30, isMost: true },
        line('roster', 'the same file again', kind, 's', [again]),
        line('roster', 'import ÷ plain parse and insert', kind, '×', [first / plain]),
      )
      if (peak !== undefined)
        lines.push({
          ...line('roster', 'peak memory, 50,000 lines ÷ 5,000, in a heap of 96 MiB', kind, '×', [peak]),
          goal: 1.25,
          isMost: true,
        })
    }
    return lines
  },
}

const line = (bench: string, what: string, store: string, unit: string, runs: readonly number[]): Line => ({
  bench,
  what,
  store,
  value: median(runs),
  unit,
  runs,
})

/** Rounds are paired: what disturbed one side of a round disturbed the other. */
function ratioLine(store: StoreKind, values: readonly number[], peer: readonly number[]): Line {
  const ratios = values.map((value, n) => value / (peer[n] ?? Number.NaN))
  const limits = { floor: floors.B1a[store], goal: goals.B1a[store] }
  return { ...line('B1a', '/bantuan ÷ bare Telegraf echo', store, '×', ratios), ...limits }
}

const usage = `usage: pandu bench [B1a] [B1b] [B4] [B7] [B8] [B11] [B12] [B14] [door] [roster] [--quick] [--json] [--store embedded|server]`

/** Measures the real program against its peers in the same run. @returns 1 when a figure misses its floor or goal */
export async function bench(args: readonly string[], print: (line: string) => void): Promise<number> {
  const options = { quick: { type: 'boolean' }, json: { type: 'boolean' }, store: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false })
  if (positionals.some((name) => benches[name] === undefined)) {
    print(usage)
    return 2
  }
  const world = await World.open()
  const kinds = (['embedded', 'server'] as const).filter(
    (kind) => (kind === 'embedded' || world.hasServer) && (values.store ?? kind) === kind,
  )
  if (!world.hasServer) process.stderr.write('SKIPPED: no PostgreSQL on this machine; only the embedded store.\n')
  const names = positionals.length > 0 ? positionals : Object.keys(benches)
  const lines: Line[] = []
  try {
    for (const name of names) {
      const found = await benches[name]?.({ world, kinds, size: values.quick === true ? quickSize : fullSize })
      lines.push(...(found ?? []))
      if (values.json === true) for (const one of found ?? []) print(JSON.stringify(shown(one)))
    }
  } finally {
    await world.close()
  }
  if (values.json !== true) for (const text of tableOf(lines)) print(text)
  return lines.every((one) => isReached(one) !== false) ? 0 : 1
}

const shown = (one: Line) => ({
  ...one,
  value: round(one.value),
  runs: one.runs.map(round),
  isReached: isReached(one) ?? null,
})
