import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { groundText } from '../../bot/text/desk-alike.ts'
import { remarkSentence } from '../../bot/text/remark.ts'
import { House } from './house.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import type { Verifier } from './verifier.ts'

const [wulan, rina] = [person('Wulan Suryani'), person('Rina Wulandari')]

let house: House
let first: Requester
let second: Requester
let sari: Verifier
beforeAll(async () => {
  house = await House.open()
  first = house.requester(wulan)
  second = house.requester(rina)
  second.proofsOf = wulan
  sari = await house.verifier('sari')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const reused = remarkSentence('reused', 'id')
/** The page where the first file of that kind is compared. */
const compareAddress = (page: string): string => /hx-get="(\/desk\/cases\/[^"]*\/alike\/[^"]*)"/.exec(page)?.[1] ?? ''

describe('A file that somebody else has sent', () => {
  it('stands beside the other one at the desk of the verifier, and is no remark in the case that came first', async () => {
    const numbers = [await first.applies(), await second.applies()]
    const [earlier = '', later = ''] = numbers
    await vi.waitFor(
      async () => {
        await sari.desk.opens(later)
        expect(sari.desk.text).toContain(reused)
      },
      { interval: 200, timeout: 20_000 },
    )
    await sari.desk.get(compareAddress(sari.desk.page))
    expect(sari.desk.text).toContain(groundText['same-bytes'].id)
    const shown = [...sari.desk.page.matchAll(/<img src="\/desk\/cases\/([^/]*)/g)].map(([, number]) => number)
    expect(shown).toEqual([later, earlier])
    await sari.desk.opens(earlier)
    expect(sari.desk.text).not.toContain(reused)
  })

  it('is refused to nobody, and told to no requester', async () => {
    const { text } = await sari.reviews(second.number)
    expect(text).toContain(reused)
    for (const { phone } of [first, second])
      for (const { text: said } of phone.messages())
        for (const word of ['pengajuan lain', 'mirip', 'sama persis']) expect(said).not.toContain(word)
    await second.sees('SEDANG DITINJAU')
  })
})
