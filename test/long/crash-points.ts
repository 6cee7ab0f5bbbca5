import { setTimeout as pause } from 'node:timers/promises'
import { type CrashPoint, crashPoints } from '../../core/handling/crash-point.ts'
import { DeskUser } from '../journeys/desk-user.ts'
import { person } from '../journeys/people.ts'
import { Verifier } from '../journeys/verifier.ts'
import type { Campaign } from './campaign.ts'
import { Chance } from './chance.ts'
import { Gate } from './gate.ts'
import { judge, type Tally } from './oracle.ts'
import { quiet } from './soak.ts'
import { unlessStuck } from './stuck.ts'
import { Walker } from './walker.ts'

/** How often a whole reactivation surely passes a boundary; the crash comes at one of these passes. */
const passes: Readonly<Record<CrashPoint, number>> = {
  'update-fetched': 20,
  'update-stored': 20,
  'turn-played': 20,
  'turn-committed': 20,
  'row-claimed': 20,
  'row-sending': 25,
  'row-sent': 25,
  'row-marked': 20,
  'file-putting': 4,
  'file-written': 4,
  'file-synced': 4,
  'file-renamed': 4,
  'file-put': 2,
  'command-decided': 3,
  'command-committed': 3,
  'dossier-made': 1,
  'dossier-put': 1,
}

/** One person per boundary, made before the roster is written. */
export const pointPeople = () =>
  crashPoints.map((_, n) => person(`${'Abcdefghijklmnopqrst'[n]?.toUpperCase()}ulia Ningsih`))

/** Walks one reactivation up to the contact center for every boundary, with one crash at it. */
export async function rehearse(
  campaign: Campaign,
  people: ReturnType<typeof pointPeople>,
  seed: number,
): Promise<Tally> {
  const chance = new Chance(seed)
  const gate = new Gate(chance)
  gate.open(Number.MAX_SAFE_INTEGER)
  const { telegram, slack } = campaign.world
  const link = await campaign.inStore(async (_, verb) => (await verb('desk-link', '--staff', 'UVER1')).said[0] ?? '')
  const sari = new Verifier(slack.member({ id: 'UVER1' }), new DeskUser(() => campaign.url))
  const way = { procedure: 'reactivation', answers: 'all' } as const
  const walkers = people.map((one) => new Walker(telegram, one, way, gate))
  await campaign.start()
  await sari.desk.signsInBy(link)
  for (const [n, point] of crashPoints.entries()) {
    const walker = walkers[n]
    if (walker === undefined) break
    await campaign.stop()
    await campaign.start(`${point}:${chance.pick(passes[point]) + 1}`)
    const crash = campaign.crashed().then(() => campaign.start())
    await unlessStuck(campaign, walksThrough(walker, sari))
    await Promise.race([crash, notPassed(point)])
  }
  await quiet(campaign)
  await campaign.stop()
  return judge(campaign, walkers)
}

async function walksThrough(walker: Walker, verifier: Verifier): Promise<void> {
  await walker.walk()
  await legalise(verifier, walker)
  await walker.sees('sudah diteruskan ke contact center BSrE')
}

const patienceMs = 20_000

/** @throws when the whole way was gone and the program still lives: the boundary is not where it was */
async function notPassed(point: CrashPoint): Promise<never> {
  await pause(patienceMs, undefined, { ref: false })
  throw new Error(`nothing passed the boundary ${point}`)
}

const triesMax = 10

/** A click while the program is away is lost, as Slack says on the screen: one clicks again. */
async function legalise(sari: Verifier, walker: Walker): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sari.legalises(walker)
      return
    } catch (error) {
      if (attempt === triesMax) throw error
    }
  }
}
