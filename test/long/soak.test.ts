import { afterAll, describe, expect, it } from 'vitest'
import { crashPoints } from '../../core/handling/crash-point.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { Campaign } from './campaign.ts'
import { pointPeople, rehearse } from './crash-points.ts'
import type { Tally } from './oracle.ts'
import { sendsInFlightMax, soak, soakPeople } from './soak.ts'
import { type Row, report } from './table.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const people = soakPeople(60)
const atPoints = pointPeople()
const options = { seed, short: 57, whole: 3, kills: 30 }

const rows: Row[] = []
afterAll(() => report(rows))

const promises = (name: string, database: () => Promise<string | undefined>) => {
  const hold = (what: string, kills: number, run: (campaign: Campaign) => Promise<Tally>) =>
    it(`loses nothing and doubles nothing when killed: ${what}, ${name}`, async () => {
      const campaign = await Campaign.open(await database())
      try {
        const tally = await run(campaign)
        rows.push({ store: name, moments: what, tally })
        expect(tally.findings, tally.tales.join('\n')).toEqual([])
        expect(tally).toMatchObject({ lost: 0, doubled: 0, disorder: 0, audit: [], kills })
        expect(tally.updates).toBeGreaterThanOrEqual(300)
        expect(tally.repeatsOfOneKill).toBeLessThanOrEqual(sendsInFlightMax)
      } finally {
        await campaign.close()
      }
    })
  hold(`${options.kills} at random moments`, options.kills, (campaign) => soak(campaign, people, options))
  hold(`one at each of ${crashPoints.length} boundaries`, crashPoints.length, (campaign) =>
    rehearse(campaign, atPoints, seed),
  )
}

describe('The soak', () => promises('embedded', async () => undefined))
describeOnServer('The soak', () => promises('PostgreSQL', freshServerDatabase))
