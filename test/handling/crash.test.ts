import { describe, expect, it } from 'vitest'
import { Campaign } from '../long/campaign.ts'
import { sendsInFlightMax, soak, soakPeople } from '../long/soak.ts'

const options = { seed: 7, short: 8, whole: 0, kills: 3 }
const people = soakPeople(options.short)

describe('A program that is killed', () => {
  it('loses no update, doubles no effect, keeps every order and repeats no more than was on its way', async () => {
    const campaign = await Campaign.open()
    try {
      const tally = await soak(campaign, people, options)
      expect(tally.findings).toEqual([])
      expect(tally).toMatchObject({ kills: options.kills, lost: 0, doubled: 0, disorder: 0, audit: [] })
      expect(tally.updates).toBeGreaterThanOrEqual(40)
      expect(tally.repeatsOfOneKill).toBeLessThanOrEqual(sendsInFlightMax)
    } finally {
      await campaign.close()
    }
  }, 180_000)
})
