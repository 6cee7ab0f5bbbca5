import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyColour } from '../../bot/desk/agency-tag.tsx'
import { Story } from '../case/given.ts'
import { page } from './change-fixture.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'

describe('The agency of a case', () => {
  it('has one of eight colours, by its code alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (code) => {
        expect(agencyColour(code)).toBe(agencyColour(code))
        expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(agencyColour(code))
      }),
    )
    const codes = ['diy', 'bantul', 'sleman', 'kulonprogo', 'gunungkidul', 'kota-yogya']
    expect(new Set(codes.map(agencyColour)).size).toBeGreaterThan(3)
  })

  it('stands by name in the head of its case and where words are written', async () => {
    const world = await deskWorld()
    await world.keep(new Story().sent())
    const browser = await signedIn(world, 'dewi')
    await browser.get(page)
    const tag = `<span class="agency hue-${agencyColour('diy')}"><bdi>Pemda DIY</bdi></span>`
    expect(browser.page.split(tag)).toHaveLength(3)
    expect(browser.page).toContain(`class="case-head hue-${agencyColour('diy')}"`)
    expect(browser.page).toContain(`class="panel compose hue-${agencyColour('diy')}"`)
  })
})
