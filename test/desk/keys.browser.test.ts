import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keyText } from '../../bot/text/desk-keys.ts'
import { reviewText } from '../../bot/text/desk-review.ts'
import { DeskChromium, isChromiumMissing } from './desk-chromium.ts'
import type { DeskWorld } from './desk-fixture.ts'
import { deskTown, numbers } from './desk-pages.ts'

const pathOf = (page: Page) => new URL(page.url()).pathname
/** Where the focus is: the id, else the name, else the element. */
const focus = (page: Page) =>
  page.evaluate<string>('document.activeElement.id || document.activeElement.name || document.activeElement.localName')

describe.skipIf(isChromiumMissing)('the desk by keyboard alone', () => {
  let world: DeskWorld
  let desk: DeskChromium
  beforeAll(async () => {
    world = await deskTown()
    desk = await DeskChromium.open(world)
  })
  afterAll(() => desk?.close())
  afterEach(() => desk?.closePages())
  const review = `/desk/cases/${numbers.review}`
  const open = (who: 'sari' | 'dewi', path: string) => desk.page(who, path)

  it('walks the list by j and k, opens with Enter, goes back with g q and u', async () => {
    const page = await open('sari', '/desk?view=all')
    await page.keyboard.press('j')
    const first = await focus(page)
    expect(first).toMatch(/^case-PANDU/)
    await page.keyboard.press('j')
    expect(await focus(page)).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focus(page)).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${first.slice(5)}`)
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.waitForURL('**/desk')
    await page.goto(`${desk.url}${review}`)
    await page.keyboard.press('u')
    await page.waitForURL('**/desk')
  })

  it('finds a case from anywhere, and hears no key while somebody types', async () => {
    const page = await open('sari', '/desk')
    await page.keyboard.press('/')
    expect(await focus(page)).toBe('q')
    await page.keyboard.type(`${numbers.waiting}jk?`)
    expect(await page.locator('form.find input[name=q]').inputValue()).toBe(`${numbers.waiting}jk?`)
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await focus(page)).toBe('content')
    await page.locator('form.find input[name=q]').fill('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type(numbers.waiting)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/cases/${numbers.waiting}`)
  })

  it('judges the item under the focus with v and x, and leads from x to the reason and back', async () => {
    const page = await open('sari', review)
    const item = page.locator('li.item').nth(1)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focus(page)).toBe(await item.getAttribute('id'))
    await page.keyboard.press('x')
    expect(await item.locator('[value="no"]').isChecked()).toBe(true)
    expect(await focus(page)).toMatch(/^why-/)
    await page.keyboard.press('Escape')
    expect(await focus(page)).toBe(await item.getAttribute('id'))
    await page.keyboard.press('v')
    expect(await item.locator('[value="ok"]').isChecked()).toBe(true)
    expect(await focus(page)).toBe(await item.getAttribute('id'))
    const others = page.locator('li.item').nth(2).locator('[value="no"]')
    expect(await others.isChecked()).toBe(false)
  })

  it('gives a case back and claims it again with c', async () => {
    const page = await open('sari', review)
    await page.keyboard.press('c')
    await page.getByRole('button', { name: reviewText.claim.id, exact: true }).waitFor()
    expect((await world.ports.ledger.caseByNumber(numbers.review))?.verifier).toBeNull()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: reviewText.release.id, exact: true }).waitFor()
    expect((await world.ports.ledger.caseByNumber(numbers.review))?.verifier?.id).toBe('sari')
  })

  it('lists in its help exactly what the page offers, closes it with Esc, and gives the focus back', async () => {
    const page = await open('sari', review)
    await page.keyboard.press('j')
    const before = await focus(page)
    await page.keyboard.press('?')
    const help = page.locator('#key-help')
    await help.waitFor()
    const keys = await help.locator('[data-list] li').allTextContents()
    expect(keys.join('\n')).toContain(keyText.copyNumber.id)
    for (const [key, words] of [
      ['c', reviewText.release.id],
      ['v', reviewText.good.id],
      ['x', reviewText.failing.id],
      ['/', keyText.search.id],
    ] as const)
      expect(
        keys.filter((line) => line.startsWith(key) && line.includes(words)),
        key,
      ).toHaveLength(1)
    await page.keyboard.press('Escape')
    expect(await help.isVisible()).toBe(false)
    expect(await focus(page)).toBe(before)
    await page.goto(`${desk.url}/desk/me`)
    await page.keyboard.press('?')
    expect(await page.locator('#key-help [data-list]').textContent()).not.toContain(reviewText.release.id)
    expect(await page.locator('#key-help [data-walking]').first().isVisible()).toBe(false)
  })

  it('does anything of the page from the palette', async () => {
    const page = await open('sari', review)
    await page.keyboard.press('Control+k')
    const palette = page.locator('#palette')
    await palette.waitFor()
    expect(await palette.locator('[role="option"]').count()).toBeGreaterThan(8)
    await page.keyboard.type('loket')
    expect(await palette.locator('[role="option"]').allTextContents()).toEqual(['Loket'])
    await page.keyboard.type(' zzz')
    expect(await palette.locator('[data-none]').isVisible()).toBe(true)
    await palette.locator('input').fill('')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    const options = await palette.locator('[role="option"]').count()
    expect(await palette.locator('input').getAttribute('aria-activedescendant')).toBe(`choice-${options - 1}`)
    await palette.locator('input').fill('loket')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk/counter')
  })

  it('leads from the palette to a decision, and never makes it', async () => {
    const page = await open('sari', review)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(reviewText.return.id)
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(reviewText.return.id)
    expect(pathOf(page)).toBe(review)
    expect((await world.ports.ledger.caseByNumber(numbers.review))?.status).toBe('in-review')
  })

  it('sends what is being typed with Ctrl+Enter, the nearest part first, and opens ready answers by two colons', async () => {
    const page = await open('sari', '/desk/me')
    // Two composers as a page may have them; the desk's script knows attributes alone.
    await page.evaluate(`for (const name of ['reply', 'note']) {
      const part = document.createElement('fieldset')
      part.innerHTML = '<textarea id="' + name + '"></textarea><button type="button" data-key="Ctrl+Enter">send</button>'
      part.querySelector('button').addEventListener('click', () => (document.title = 'sent ' + name))
      document.querySelector('main').append(part)
    }
    const ready = Object.assign(document.createElement('input'), { id: 'ready' })
    ready.dataset.key = '::'
    document.querySelector('main').append(ready)`)
    for (const name of ['reply', 'note']) {
      await page.locator(`#${name}`).focus()
      await page.keyboard.press('Control+Enter')
      expect(await page.title()).toBe(`sent ${name}`)
    }
    await page.keyboard.type('Halo ::')
    expect(await focus(page)).toBe('ready')
    expect(await page.locator('#note').inputValue()).toBe('Halo ')
    await page.keyboard.press('Escape')
    expect(await focus(page)).toBe('content')
    await page.keyboard.type('::')
    expect(await focus(page)).toBe('ready')
  })

  it('copies the number with a dot and says so', async () => {
    const page = await open('sari', review)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.keyboard.press('.')
    await page.locator('#said', { hasText: keyText.copied.id }).waitFor()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(numbers.review)
  })

  it('hears no single letters from whoever turned them off; Ctrl+K still works', async () => {
    await world.ports.deskAccess.saveTaste('dewi', { areLettersOff: true, theme: undefined })
    const page = await open('dewi', '/desk?view=all')
    for (const key of ['j', '/', '?', 'g', 'q', '.']) await page.keyboard.press(key)
    expect(await focus(page)).toBe('body')
    expect(pathOf(page)).toBe('/desk')
    await page.keyboard.press('Control+k')
    await page.locator('#palette').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#open-help').click()
    await page.getByText(keyText.lettersOff.id).waitFor()
  })

  it('lets the focus through every page from its first part to its last and out again', async () => {
    const page = await open('sari', review)
    const seen = new Set<string>()
    const step = 'document.activeElement.dataset.at ??= String(performance.now() + Math.random())'
    let isOut = false
    for (let n = 0; n < 300 && !isOut; n += 1) {
      await page.keyboard.press('Tab')
      isOut = (await focus(page)) === 'body'
      const at = isOut ? 'out' : await page.evaluate<string>(step)
      expect(seen.has(at), `trapped after ${n} steps`).toBe(false)
      seen.add(at)
    }
    expect(isOut).toBe(true)
    expect(seen.size).toBeGreaterThan(30)
  })

  it('shows where the focus is, in light and dark', async () => {
    const page = await open('sari', '/desk?view=all')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.keyboard.press('j')
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outline')
      expect(outline).toMatch(/solid 3px|3px/)
    }
  })

  it('complains of nothing on the way', () => {
    expect(desk.complaints).toEqual([])
  })
})
