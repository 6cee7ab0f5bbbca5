import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect } from 'vitest'
import { deviceNameQuestion } from '../../bot/text/device.ts'
import { fieldQuestion } from '../../bot/text/field.ts'
import { fields, isFieldName } from '../../core/form/field.ts'

export const chromiumPath = '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Somebody at the page of the simulator, with nothing but a browser. */
export class Newcomer {
  readonly page: Page
  /** What the browser complained of: scripts, styles, pages that failed. */
  readonly complaints: string[] = []
  readonly #asked = new Set<string>()
  readonly #browser: Browser
  readonly #context: BrowserContext

  private constructor(browser: Browser, context: BrowserContext, page: Page) {
    this.#browser = browser
    this.#context = context
    this.page = page
    context.on('page', (opened) => this.#watch(opened))
    context.on('request', (request) => this.#asked.add(request.url()))
    context.on('requestfinished', (request) => this.#asked.delete(request.url()))
    context.on('requestfailed', (request) => this.#asked.delete(request.url()))
    this.#watch(page)
  }

  static async open(url: string): Promise<Newcomer> {
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [...quiet, '--disable-sync', '--no-first-run'],
    })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    context.setDefaultTimeout(8000)
    const newcomer = new Newcomer(browser, context, await context.newPage())
    await newcomer.page.goto(url)
    return newcomer
  }

  close = (): Promise<void> => this.#browser.close()

  #watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.complaints.push(message))
    page.on('console', (line) => line.type() === 'error' && this.complaints.push(line.text()))
  }

  get bubbles(): Locator {
    return this.page.locator('#phone .bubble:not(.mine)')
  }

  /** The newest message of the bot that fits, once it is there. */
  reads = async (words: string | RegExp): Promise<Locator> => {
    const bubble = this.bubbles.filter({ hasText: words }).last()
    await bubble.waitFor()
    return bubble
  }

  textOf = async (words: string | RegExp): Promise<string> => (await (await this.reads(words)).textContent()) ?? ''

  /** Presses the newest button of the chat with that label. */
  presses = (label: string | RegExp): Promise<void> =>
    this.bubbles
      .getByRole('button', { name: label, exact: typeof label === 'string' })
      .last()
      .click()

  async types(text: string): Promise<void> {
    await this.page.locator('#phone .composer textarea').fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** Sends a sample file from the drawer, which stays open for the next one. */
  async sends(name: string, as: 'Foto' | 'File'): Promise<void> {
    const tray = this.page.locator('#tray')
    if ((await tray.getAttribute('open')) === null) await tray.locator('summary').click()
    await tray.locator('.sample', { hasText: name }).getByRole('button', { name: as }).click()
  }

  async closesTray(): Promise<void> {
    await this.page.locator('#tray summary').click()
  }

  /** Does something that the bot answers, and waits for the answer. */
  async hearsAfter(act: () => Promise<void>): Promise<void> {
    const newest = async () => Number(await this.bubbles.last().getAttribute('data-n'))
    const before = await newest()
    await act()
    await expect.poll(newest, { timeout: 8000 }).toBeGreaterThan(before)
  }

  /** What is asked now: the field, else the words of the newest message. */
  async asked(): Promise<string> {
    const text = (await this.bubbles.last().textContent()) ?? ''
    if (text.includes(deviceNameQuestion.id)) return 'device-name'
    return Object.keys(fields).find((name) => isFieldName(name) && text.includes(fieldQuestion(name, 'id'))) ?? text
  }

  /** The chat's newest messages, for whoever reads why a test failed. @returns at once, also from a page that hangs */
  async lastWords(): Promise<string> {
    const words = this.bubbles.allTextContents().then((all) => all.slice(-5).join('\n---\n'))
    return Promise.race([words, sleep(2000, 'the page does not answer')]).catch(String)
  }

  /** Where every tab is, and what they asked for and did not get. */
  get whereabouts(): string {
    const tabs = this.#context.pages().map((page) => page.url())
    return [...tabs, ...[...this.#asked].map((url) => `waits for ${url}`)].join('\n')
  }

  /** Opens the desk in a tab of its own, signed in as one member of staff. */
  async signsInAtDesk(name: string): Promise<Page> {
    const [tab] = await Promise.all([
      this.#context.waitForEvent('page'),
      this.page.locator('.desk-door').getByRole('button', { name }).click(),
    ])
    await tab.getByRole('button', { name: 'Masuk' }).click()
    return tab
  }
}
