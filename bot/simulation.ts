import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from '../core/handling/ports.ts'
import { digestTimer } from '../core/handling/tell-staff.ts'
import type { Config } from './config.ts'
import type { World, WorldSnapshot } from './simulator/world.ts'

/** The imitated networks of a start, or none. */
export interface Simulation {
  /** The configuration with the imitations' addresses and tokens in place of what is missing. */
  readonly config: Config
  readonly page: ((request: Request) => Promise<Response>) | undefined
  /** Where answers to the house's mails come in; none where a real mail server takes its mails. */
  readonly mailbox: World['answers'] | undefined
  /** Called when the program is ready. */
  begin(ports: Ports): Promise<void>
  stop(): Promise<void>
}

const none = (config: Config): Simulation => ({
  config,
  page: undefined,
  mailbox: undefined,
  begin: async () => {},
  stop: async () => {},
})

/** Opens imitations for what has no token, with the state they had before a restart; loaded only then. */
export async function openSimulation(config: Config): Promise<Simulation> {
  if (config.mark === 'real') return none(config)
  const { World } = await import('./simulator/world.ts')
  const world = await new World().start()
  const path = join(config.DATA_DIR, 'simulator.json')
  if (existsSync(path)) await world.restore(JSON.parse(readFileSync(path, 'utf8')) as WorldSnapshot)
  const keeping = keepSaved(world, path)
  const { createSimulatorPage } = await import('./simulator/page.tsx')
  let makeLink: ((staffId: string) => Promise<string>) | undefined
  let comesMorning = async () => {}
  const page = createSimulatorPage(world, {
    deskLink: async (staffId) => makeLink?.(staffId),
    morning: () => comesMorning(),
  })
  return {
    config: { ...config, ...missing(config, world), demoRoots: [world.pki.rootPem] },
    page: (request) => page.handle(request),
    mailbox: config.SMTP_URL === undefined ? world.answers : undefined,
    async begin(ports) {
      const { makeDeskLink } = await import('../core/handling/desk-link.ts')
      makeLink = (staffId) => makeDeskLink(ports, config.publicUrl, staffId)
      comesMorning = () => callMorning(ports)
    },
    async stop() {
      page.stop()
      keeping.stop()
      await world.stop()
    },
  }
}

/** Owes every agency's digest now; whoever waits for tomorrow's learns nothing of the simulator today. */
async function callMorning(ports: Ports): Promise<void> {
  const owed = ports.agencies.map(({ code }) => {
    const { notBefore, ...timer } = digestTimer(ports, code)
    // Of one target each waits for the one before.
    return { ...timer, target: `timer:morning:${code}`, dedup: `${timer.dedup}:called:${ports.now()}` }
  })
  await ports.ledger.commit([{ changes: [], owed, knocks: [] }])
  ports.wake()
}

function missing({ simulates, SMTP_URL }: Config, { environment }: World): Partial<Config> {
  const {
    TELEGRAM_API_ROOT,
    TELEGRAM_BOT_TOKEN,
    SLACK_API_URL,
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_SIGNING_SECRET,
  } = environment
  return {
    ...(simulates.telegram && { TELEGRAM_API_ROOT, TELEGRAM_BOT_TOKEN, TELEGRAM_MODE: 'polling' }),
    ...(simulates.slack && {
      SLACK_API_URL,
      SLACK_BOT_TOKEN,
      SLACK_APP_TOKEN,
      SLACK_SIGNING_SECRET,
      SLACK_MODE: 'socket',
    }),
    ...(SMTP_URL === undefined && {
      SMTP_URL: environment.SMTP_URL,
      MAIL_FROM: 'Pandu (simulator) <pandu@jogjaprov.go.id>',
    }),
  }
}

const saveAfterMs = 500

/** Writes the networks' state down shortly after it changed: a reload, or a crash, finds it again. */
function keepSaved(world: World, path: string): { stop(): void } {
  const save = () => {
    writeFileSync(`${path}.part`, JSON.stringify(world.snapshot()), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  }
  let timer: NodeJS.Timeout | undefined
  const unsubscribe = world.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      save()
    }, saveAfterMs)
  })
  return {
    stop() {
      unsubscribe()
      clearTimeout(timer)
      save()
    },
  }
}
