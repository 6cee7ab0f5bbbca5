import { describe, expect, it } from 'vitest'
import { retire } from '../../core/handling/retention.ts'
import { Story, sari } from '../case/given.ts'
import { page } from './change-fixture.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'
import { keepFiles } from './review-fixture.ts'

/** A rejected case with its files, as the desk shows it a while after its end. */
async function lateBy(days: number) {
  const world = await deskWorld()
  const story = new Story().claimed().when({ type: 'reject', reason: 'R22' }, sari)
  await keepFiles(world, await world.keep(story))
  world.clock = new Date(Date.parse(world.clock) + days * 24 * 3_600_000).toISOString()
  const gone: string[] = []
  for await (const { what } of retire(world.ports, false)) gone.push(what)
  const browser = await signedIn(world, 'sari')
  await browser.get(page)
  return { browser, gone }
}

describe('evidence that is over its time', () => {
  it('is said to be deleted, and when, in the place of its pictures and doors', async () => {
    const { browser, gone } = await lateBy(91)
    expect(gone).toEqual(['evidence'])
    expect(browser.text).toContain('Dihapus sesuai masa simpan, Sen 22 Feb 2027')
    expect(browser.page).not.toContain('<img')
    expect(browser.page).not.toMatch(/preview-1|files\/[0-9a-f]{64}/)
  })

  it('stands there until then', async () => {
    const { browser, gone } = await lateBy(89)
    expect(gone).toEqual([])
    expect(browser.page).toContain('preview-1')
    expect(browser.text).not.toContain('Dihapus sesuai masa simpan')
  })
})
