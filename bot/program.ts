import { randomUUID } from 'node:crypto'
import { warnOfGaps } from '../core/handling/coverage.ts'
import type { Deliver } from '../core/handling/deliver.ts'
import type { Lane } from '../core/handling/outbox.ts'
import type { Ports } from '../core/handling/ports.ts'
import { digestTimer } from '../core/handling/tell-staff.ts'
import { Turns } from '../core/handling/turns.ts'
import { houseWork } from '../core/handling/work.ts'
import type { DataDirLock } from '../prisma/lock.ts'
import { readAgencies } from './agencies.ts'
import { CaseNumbers } from './case-numbers.ts'
import type { Channels } from './channels.ts'
import { openChannels } from './channels.ts'
import type { Config } from './config.ts'
import { serveControl } from './control.ts'
import { sayTrust } from './doctor-trust.ts'
import { errorFields, type Log } from './log.ts'
import { createLoops } from './loops.ts'
import { createPorts } from './ports.ts'
import { routes } from './routes.ts'
import { seedDemo } from './seed.ts'
import { openServer } from './server.ts'
import { needAgencies } from './setup.ts'
import { openSimulation } from './simulation.ts'
import { now, type OpenStore, openStore } from './store.ts'
import { createSweep } from './sweep.ts'
import { trustOf } from './trust.ts'
import { contextOf } from './verb-context.ts'
import { runStoreVerb } from './verb-line.ts'
import { storeVerbs } from './verbs.ts'

export interface Program {
  readonly url: string
  /** Stops taking, finishes what is under way, and closes everything. */
  stop(): Promise<void>
}

/** Starts everything that the configuration asks for; ready when it resolves. */
export async function startProgram(given: Config, log: Log, lock?: DataDirLock): Promise<Program> {
  const server = await openServer(given.HOST, given.PORT)
  const closing: (() => Promise<void>)[] = [() => server.stop()]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const base = given.PUBLIC_URL === undefined ? { ...given, publicUrl: `http://${given.HOST}:${server.port}` } : given
    const open = await openStore(base, log, lock)
    closing.push(() => open.close())
    // Who is alone inherits what a program that died had under way, instead of waiting for its leases to run out.
    if (open.isAlone) await open.store.outbox.release()
    const simulation = await openSimulation(base)
    closing.push(() => simulation.stop())
    const config = simulation.config
    await settleAgencies(config, open, log)
    sayTrust(trustOf(config), config.mark, log)
    const { ports, onWake } = await createPorts(config, open)
    const channels = await openChannels(config, ports, open.sealer, log, simulation.mailbox)
    const numbers = new CaseNumbers(ports.ledger, now)
    const turns = new Turns(ports, channels.telegram.play, channels.telegram.calm, {
      newId: randomUUID,
      caseNumber: () => numbers.take(),
      ready: (count) => numbers.ready(count),
    })
    const loops = createLoops(ports, turns, deliverers(ports, channels), log, () => channels.desk.notify())
    onWake((what) => {
      loops.wake(what)
      // What only came in has changed no case yet; its turn tells when it did.
      if (what === undefined) channels.desk.notify()
    })
    await ports.ledger.commit([
      { changes: [], owed: ports.agencies.map(({ code }) => digestTimer(ports, code)), knocks: [] },
    ])
    await warnOfGaps(ports)
    loops.start()
    closing.push(() => loops.stop())
    server.answer(routes(open, channels, simulation.page))
    await channels.start(await open.lastAliveAt())
    closing.push(() => channels.stop())
    closing.push(beating(open, log))
    const sweep = createSweep(ports, config.DATA_DIR, log)
    sweep.start()
    closing.push(() => sweep.stop())
    if (config.DATABASE_URL === undefined) closing.push(await serveControl(config.DATA_DIR, verbsOf(open, config)))
    await simulation.begin(ports)
    log.info('ready', { url: config.publicUrl, store: open.kind, mark: config.mark })
    return { url: config.publicUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const beatEveryMs = 30_000

/** Notes every half minute that somebody lives here: the next start knows for how long nobody listened. */
function beating(open: OpenStore, log: Log): () => Promise<void> {
  const beat = () => open.beat().catch((error: unknown) => log.warn('no heartbeat', errorFields(error)))
  const timer = setInterval(beat, beatEveryMs)
  return async () => {
    clearInterval(timer)
    await beat()
  }
}

/** Agencies come from `AGENCIES_FILE`; a demo store has a sample one. */
async function settleAgencies(config: Config, { store }: OpenStore, log: Log): Promise<void> {
  if (config.AGENCIES_FILE !== undefined)
    await store.directory.saveAgencies(readAgencies(config.AGENCIES_FILE, (note) => log.warn(`AGENCIES_FILE: ${note}`)))
  if (config.mark === 'demo') await seedDemo(store.directory)
  needAgencies(config, await store.directory.agencies())
}

/** Which sender takes a row: by the first word of its target. */
function deliverers(ports: Ports, { telegram, slack, mail, api }: Channels): Readonly<Record<Lane, Deliver>> {
  const none: Deliver = async ({ target }) => ({ state: 'dead', error: `no way out for ${target.split(':')[0]}` })
  const senders: Readonly<Record<string, Deliver | undefined>> = {
    chat: telegram.deliver,
    callback: telegram.deliver,
    telegram: telegram.deliver,
    slack: slack?.deliver,
    mail: mail?.deliver,
  }
  const toPeople: Deliver = (item) => (senders[item.target.split(':')[0] ?? ''] ?? none)(item)
  const work = houseWork(ports, telegram.fetchFile)
  return { interactive: toPeople, bulk: toPeople, work, evidence: work, hooks: api.deliver }
}

const verbsOf =
  (open: OpenStore, config: Config) =>
  (args: readonly string[], print: (line: string) => void): Promise<number> =>
    runStoreVerb(storeVerbs, args, contextOf(open, config, print))
