import { expect, it } from 'vitest'
import { CaseNumbers } from '../../bot/case-numbers.ts'

const now = () => '2026-11-23T02:00:00.000Z'
const store = () => {
  let serial = 0
  const reserveNumbers = async (count: number) => Array.from({ length: count }, () => ++serial)
  return { ledger: { reserveNumbers }, used: () => serial }
}

it('holds only as many numbers as one batch may need, so that a restart leaves hardly a gap', async () => {
  const { ledger, used } = store()
  const numbers = new CaseNumbers(ledger, now)
  for (let n = 0; n < 10; n += 1) await numbers.ready(1)
  expect(used()).toBe(1)
  expect(numbers.take()).toMatch(/^PANDU-2026-000001-/)
  await numbers.ready(3)
  await numbers.ready(2)
  expect(used()).toBe(4)
  expect([numbers.take(), numbers.take(), numbers.take()].map((number) => number.slice(11, 17))).toEqual([
    '000002',
    '000003',
    '000004',
  ])
  expect(() => numbers.take()).toThrow(/more cases/)
})
