import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { handOffText } from '../../bot/text/desk-hand-off.ts'
import { reviewText } from '../../bot/text/desk-review.ts'
import { Story } from '../case/given.ts'
import { DeskChromium, isChromiumMissing } from './desk-chromium.ts'
import { type DeskWorld, deskWorld, staff } from './desk-fixture.ts'
import { deskTown, numbers } from './desk-pages.ts'

const numberOf = (n: number) => `PANDU-2026-${String(n).padStart(6, '0')}-B`
const noScripts: BrowserContextOptions = { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }

describe.skipIf(isChromiumMissing)('in a browser', () => {
  let desk: DeskChromium | undefined
  afterEach(async () => {
    // A stream that breaks off when the server goes is no complaint.
    const complaints = [...(desk?.complaints ?? [])]
    await desk?.close()
    desk = undefined
    expect(complaints).toEqual([])
  })
  const opened = async (world: DeskWorld) => {
    desk = await DeskChromium.open(world)
    return desk
  }

  it('an agent works twenty tickets by keyboard alone', async () => {
    const world = await deskWorld()
    const all = Array.from({ length: 20 }, (_, n) => numberOf(n + 1))
    for (const one of all) await world.keepAnother(new Story('lost-authenticator').sent(), one)
    const page = await (await opened(world)).page('dewi', '/desk?view=waiting')
    for (const _ of all) {
      await page.keyboard.press('j')
      await goes(page, '/desk/cases/', () => page.keyboard.press('Enter'))
      await goes(page, 'done=', () => page.keyboard.press('c'))
      await page.keyboard.press('Control+k')
      await page.keyboard.type(handOffText.sendLink.id)
      await goes(page, 'done=', () => page.keyboard.press('Enter'))
      await goes(page, '/desk', async () => {
        await page.keyboard.press('g')
        await page.keyboard.press('q')
      })
    }
    const cases = await Promise.all(all.map((one) => world.ports.ledger.caseByNumber(one)))
    expect(new Set(cases.map((c) => c?.status))).toEqual(new Set(['awaiting-requester']))
  }, 120_000)

  it('two agents who take one case in one moment: one has it, the other reads who', async () => {
    const world = await deskTown()
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'eko', name: 'Eko', email: 'eko@jogjaprov.go.id' })
    const at = await opened(world)
    const path = `/desk/cases/${numbers.loss}`
    const [dewi, eko] = [await at.page('dewi', path), await at.page('eko', path)]
    for (const page of [dewi, eko]) await page.getByRole('button', { name: handOffText.take.id, exact: true }).waitFor()
    await goes(dewi, 'done=', () => dewi.keyboard.press('c'))
    await eko.keyboard.press('c')
    const refused = eko.locator('#refused')
    await refused.waitFor()
    expect(await eko.locator('section.alert').textContent()).toContain('Dewi · Mengambil pengajuan')
    expect(await eko.evaluate<string>('document.activeElement.id')).toBe('refused')
    expect((await world.ports.ledger.caseByNumber(numbers.loss))?.agent?.id).toBe('dewi')
  })

  it('what others do arrives by itself, and takes the focus from nobody', async () => {
    const world = await deskTown()
    const page = await (await opened(world)).page('dewi', '/desk?view=waiting')
    await page.keyboard.press('/')
    await page.keyboard.type('PANDU')
    await world.keepAnother(new Story('lost-authenticator').sent(), numberOf(77))
    await expect
      .poll(async () => {
        world.desk.notify()
        return page.locator(`#case-${numberOf(77)}`).count()
      })
      .toBe(1)
    expect(await page.locator('form.find input[name=q]').inputValue()).toBe('PANDU')
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('q')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    const row = await page.evaluate<string>('document.activeElement.id')
    await world.keepAnother(new Story('lost-authenticator').sent(), numberOf(78))
    await expect
      .poll(async () => {
        world.desk.notify()
        return page.locator(`#case-${numberOf(78)}`).count()
      })
      .toBe(1)
    expect(row).toMatch(/^case-/)
    expect(await page.evaluate<string>('document.activeElement.id')).toBe(row)
  })

  it('a verifier without scripts reads a case on a narrow screen, judges and returns it', async () => {
    const world = await deskTown()
    const page = await (await opened(world)).page('sari', '/desk?view=mine', noScripts)
    await page.locator(`#case-${numbers.review}`).click()
    await page.getByRole('heading', { level: 1, name: numbers.review }).waitFor()
    expect(await page.locator('.scripted:visible').count()).toBe(0)
    for (const row of await page.locator('fieldset.verdict').all()) await row.locator('label.ok').click()
    const scan = page.locator('#item-antivirus-scan-1')
    await scan.locator('label.no').click()
    await scan.locator('select').selectOption({ index: 1 })
    await page.getByRole('button', { name: reviewText.return.id, exact: true }).click()
    await page.locator('p.done').waitFor()
    expect((await world.ports.ledger.caseByNumber(numbers.review))?.status).toBe('needs-correction')
  })

  it('an agent without scripts takes a case and notes its link', async () => {
    const world = await deskTown()
    const page = await (await opened(world)).page('dewi', `/desk/cases/${numbers.loss}`, noScripts)
    await page.getByRole('button', { name: handOffText.take.id, exact: true }).click()
    await page.getByRole('button', { name: handOffText.sendLink.id, exact: true }).click()
    await page.locator('p.done').waitFor()
    expect((await world.ports.ledger.caseByNumber(numbers.loss))?.status).toBe('awaiting-requester')
  })

  it('somebody who chose dark has it on a light device, and the other way round', async () => {
    const world = await deskTown()
    const at = await opened(world)
    const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const plain = await at.page('sari', '/desk/me', { colorScheme: 'light' })
    const light = await ground(plain)
    await plain.emulateMedia({ colorScheme: 'dark' })
    const dark = await ground(plain)
    expect(dark).not.toBe(light)
    for (const [theme, shown] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      await plain.locator(`[name="theme"][value="${theme}"]`).check()
      await goes(plain, 'done=saved', () => plain.locator('form[action$="/taste"] button').click())
      await plain.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' })
      expect(await ground(plain)).toBe(shown)
    }
  })

  it('three panes stand beside each other where there is room, one below the other where there is none', async () => {
    const world = await deskTown()
    const page = await (await opened(world)).page('sari', `/desk/cases/${numbers.review}`)
    const boxes = () =>
      Promise.all(['.side', '.columns > aside', '.columns > .main'].map((part) => page.locator(part).boundingBox()))
    await page.setViewportSize({ width: 1600, height: 900 })
    await page.locator('.side a.number[aria-current="page"]').waitFor()
    const [list, timeline, items] = await boxes()
    expect(list!.x + list!.width).toBeLessThanOrEqual(timeline!.x)
    expect(timeline!.x + timeline!.width).toBeLessThanOrEqual(items!.x)
    await page.setViewportSize({ width: 320, height: 900 })
    const [gone, below, above] = await boxes()
    expect(gone).toBeNull()
    expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y)
    expect(above!.x).toBe(below!.x)
  })
})

/** Does something that opens another page, and waits until that page is whole. */
async function goes(page: Page, part: string, act: () => Promise<unknown>): Promise<void> {
  const isNew = `document.readyState === "complete" && document.documentElement.dataset.old === undefined && location.href`
  await page.evaluate('document.documentElement.dataset.old = ""')
  await act()
  // Between two pages there is none to ask.
  await expect.poll(() => page.evaluate<string | false>(isNew).catch(() => false), { timeout: 8000 }).toContain(part)
}
