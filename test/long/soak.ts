import { setTimeout as pause } from 'node:timers/promises'
import { person } from '../journeys/people.ts'
import type { Campaign } from './campaign.ts'
import { Chance } from './chance.ts'
import { Gate } from './gate.ts'
import { judge, type Tally } from './oracle.ts'
import { unlessStuck } from './stuck.ts'
import { Walker } from './walker.ts'

export interface SoakOptions {
  readonly seed: number
  /** People who open a case and answer a few questions. */
  readonly short: number
  /** People who go the whole way. */
  readonly whole: number
  readonly kills: number
}

/** Places in the windows of the two lanes to people, in a rush: as many sends may be unrecorded when the program dies. */
export const sendsInFlightMax = 32 + 8

const shortAnswers = 2

/** Names for as many people as needed: made of letters only, as names are. */
const nameOf = (n: number): string =>
  `${'Abcdefghij'[n % 10]?.toUpperCase()}${'aiueo'[n % 5]}na Wahyu${'abcdefghij'[Math.floor(n / 10) % 10]}`

export const soakPeople = (count: number) => Array.from({ length: count }, (_, n) => person(nameOf(n)))

/** Kills the program at random moments while people go on undisturbed; then holds everything against what they did. */
export async function soak(
  campaign: Campaign,
  people: readonly ReturnType<typeof person>[],
  options: SoakOptions,
): Promise<Tally> {
  const chance = new Chance(options.seed)
  const gate = new Gate(chance)
  const { telegram } = campaign.world
  const walkers = people.map((one, n) => {
    const way = { procedure: 'lost-authenticator', answers: n < options.whole ? 'all' : shortAnswers } as const
    return new Walker(telegram, one, way, gate)
  })
  const walks = Promise.all(walkers.map((walker) => walker.walk()))
  walks.catch(() => {})
  // The last life gets what is left over.
  const share = Math.floor((options.short * (3 + shortAnswers) + options.whole * 15) / (options.kills + 1))
  for (let life = 0; life < options.kills; life += 1) {
    await campaign.start()
    gate.open(share)
    await someMoment(campaign, chance, share)
    await campaign.kill()
  }
  await campaign.start()
  gate.open(Number.MAX_SAFE_INTEGER)
  await unlessStuck(campaign, walks)
  await quiet(campaign)
  await campaign.stop()
  return judge(campaign, walkers)
}

const lifeMaxMs = 2_000
const momentMaxMs = 12

/** A moment of work: after a random one of the calls that this life makes, and a random fraction of what follows. */
async function someMoment({ world }: Campaign, chance: Chance, share: number): Promise<void> {
  const { telegram } = world
  const before = telegram.calls.length
  const after = before + chance.pick(2 * share) + 1
  await telegram.waitForCall(() => telegram.calls.length >= after, { timeoutMs: lifeMaxMs }).catch(() => {})
  await pause(chance.next() * momentMaxMs)
}

const quietMs = 400

/** Until nothing was called for a while: what was owed has gone out. */
export async function quiet({ world: { telegram, slack, mailbox } }: Campaign): Promise<void> {
  const sum = () =>
    telegram.calls.filter(({ method }) => method !== 'getUpdates').length + slack.calls.length + mailbox.mails.length
  for (let before = -1; sum() !== before; ) {
    before = sum()
    await pause(quietMs)
  }
}
