import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskChromium, isChromiumMissing } from './desk-chromium.ts'
import type { DeskWorld } from './desk-fixture.ts'
import { type DeskPage, deskPages, deskTown, numbers } from './desk-pages.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
declare const axe: { run(options: RunOptions): Promise<AxeResults> }

/** What axe finds serious or critical, in words that say where. */
async function findings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const runOnly =
    rules === undefined ? { type: 'tag' as const, values: tags } : { type: 'rule' as const, values: [...rules] }
  const { violations } = await page.evaluate((only) => axe.run({ runOnly: only, resultTypes: ['violations'] }), runOnly)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Parts that are smaller than 24 px either way (WCAG 2.2, 2.5.8); read in the page, whose words TypeScript does not know here. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('button, summary, select, nav a, a.button, .bar a')]
    .filter((part) => part.checkVisibility())
    .map((part) => [part, part.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && (width < 24 || height < 23.5))
    .map(([part]) => part.outerHTML.slice(0, 120))`)

// Colours and sizes are all that a second look of the same width can change.
const byLook = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1280, rules: byLook },
  { colorScheme: 'light', width: 320, rules: byLook },
  { colorScheme: 'dark', width: 1600, rules: byLook },
] as const

describe.skipIf(isChromiumMissing)('every page of the desk', () => {
  let world: DeskWorld
  let desk: DeskChromium
  let pages: readonly DeskPage[]
  beforeAll(async () => {
    world = await deskTown()
    desk = await DeskChromium.open(world)
    pages = await deskPages(world)
  })
  afterAll(() => desk?.close())

  /** Opens each page once, as whoever it is for, and says what was found on it. */
  async function eachPage(look: (page: Page, one: DeskPage) => Promise<readonly string[]>): Promise<readonly string[]> {
    const found: string[] = []
    for (const who of new Set(pages.map((one) => one.who))) {
      const context = await desk.signedIn(who)
      const page = await context.newPage()
      for (const one of pages.filter((each) => each.who === who)) {
        const status = (await page.goto(`${desk.url}${one.path}`))?.status()
        if (status !== (one.status ?? 200)) found.push(`${one.name}: answered ${status}`)
        found.push(...(await look(page, one)).map((what) => `${one.name}: ${what}`))
      }
      await context.close()
    }
    return found
  }

  it('is free of what axe calls serious, in light and dark, narrow and wide, and fits its screen', async () => {
    const found = await eachPage(async (page) => {
      const all: string[] = []
      for (const { colorScheme, width, ...more } of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: 800 })
        const where = `${colorScheme} ${width}`
        all.push(...(await findings(page, 'rules' in more ? more.rules : undefined)).map((what) => `${where} ${what}`))
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
        if (wide > width) all.push(`${where} is ${wide} px wide`)
      }
      return all
    })
    expect(found).toEqual([])
    expect(desk.complaints).toEqual([])
  }, 180_000)

  it('has a title and one first heading of its own, and nothing to press that is too small', async () => {
    const titles = new Map<string, string>()
    const found = await eachPage(async (page, one) => {
      const title = await page.title()
      titles.set(one.name, title)
      const headings = await page.locator('h1').count()
      return [
        ...(/^\S.* · Pandu$/.test(title) ? [] : [`title "${title}"`]),
        ...(headings === 1 ? [] : [`${headings} first headings`]),
        ...(await tooSmall(page)),
      ]
    })
    expect(found).toEqual([])
    expect(titles.get('account')).not.toBe(titles.get('absence'))
  }, 60_000)

  it('weighs at most 100 kB without previews, style and scripts of a first visit included', async () => {
    const context = await desk.signedIn('sari')
    const heavy: string[] = []
    for (const path of [`/desk/cases/${numbers.review}`, '/desk?view=all', '/desk/me']) {
      const fresh = await context.newPage()
      let bytes = 0
      const cdp = await context.newCDPSession(fresh)
      await cdp.send('Network.enable')
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
      const previews = new Set<string>()
      cdp.on('Network.responseReceived', ({ requestId, response }) => {
        if (/\/files\//.test(response.url)) previews.add(requestId)
      })
      cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (!previews.has(requestId)) bytes += encodedDataLength
      })
      await fresh.goto(`${desk.url}${path}`, { waitUntil: 'load' })
      if (bytes > 100_000 || bytes < 10_000) heavy.push(`${path}: ${bytes} bytes`)
      await fresh.close()
    }
    expect(heavy).toEqual([])
  })
})
