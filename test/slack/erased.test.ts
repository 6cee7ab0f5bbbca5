import { afterEach, beforeEach, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { Casework } from '../../core/handling/casework.ts'
import { eraseCase } from '../../core/handling/erase.ts'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await new House('http').open()
})
afterEach(async () => {
  expect(house.slack.violations).toEqual([])
  await house.close()
})

it('the card of an erased case says so in its place, and its old buttons do nothing but say that it is gone', async () => {
  const c = await house.submitted()
  const now = await house.ports.ledger.caseById(c.id)
  const casework = new Casework(now === undefined ? [] : [now], house.ports.agencies, house.ports.now())
  casework.give(c.id, { type: 'cancel' }, { role: 'requester', chat: c.requester })
  await house.ports.ledger.commit([casework.harvest(house.ports)])
  const erasure = { by: { role: 'operator' }, because: 'order', at: house.ports.now() } as const
  // Before the card is painted anew: a press from the old one is still on its way.
  expect(await eraseCase(house.ports, c.id, erasure)).toBe('erased')
  await house.sari.click('Periksa')
  await house.deliverAll()
  const cards = house.sari.messages('C0VERIF')
  expect(cards).toHaveLength(1)
  expect(surfaceText(cards[0]?.blocks)).toContain('DIHAPUS')
  expect(surfaceText(cards[0]?.blocks)).not.toContain('R•••')
  expect(await house.ports.ledger.caseById(c.id)).toBeUndefined()
})
