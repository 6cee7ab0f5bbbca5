import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import type { DeskWorld } from './desk-fixture.ts'

const executablePath = '/usr/bin/chromium'
export const isChromiumMissing = !existsSync(executablePath)
if (isChromiumMissing) process.stderr.write(`SKIPPED, no ${executablePath} on this machine: the desk in a browser\n`)

/** A desk on a port of this machine, and a real browser for it. */
export class DeskChromium {
  readonly url: string
  /** What pages complained of: scripts and styles that failed or were forbidden. */
  readonly complaints: string[] = []
  readonly #world: DeskWorld
  readonly #server: Server
  readonly #browser: Browser

  private constructor(world: DeskWorld, server: Server, browser: Browser) {
    this.#world = world
    this.#server = server
    this.#browser = browser
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  static async open(world: DeskWorld): Promise<DeskChromium> {
    const { app } = world.desk
    // Without options for TLS the server is a plain one.
    const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 }) as Server
    await new Promise<void>((resolve) => server.once('listening', () => resolve()))
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']
    return new DeskChromium(world, server, await chromium.launch({ executablePath, args }))
  }

  async close(): Promise<void> {
    this.#world.desk.stop()
    await this.#browser.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Closes every page. Whoever signs in on many devices is signed out of the oldest, whose pages then complain. */
  async closePages(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()))
  }

  /** A browser of its own, signed in as somebody; nobody: signed out. */
  async signedIn(who: string | undefined, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    context.setDefaultTimeout(8000)
    context.on('page', (page) => this.#watch(page))
    if (who === undefined) return context
    const page = await context.newPage()
    await page.goto(await makeDeskLink(this.#world.ports, this.url, who))
    await page.locator('main button.primary').click()
    await page.waitForURL((url) => url.pathname === '/desk')
    await page.close()
    return context
  }

  async page(who: string | undefined, path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await this.signedIn(who, options)).newPage()
    await page.goto(`${this.url}${path}`)
    return page
  }

  #watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.complaints.push(message))
    page.on('console', (line) => {
      // A refusal is an answer with a status of its own; the browser calls that an error.
      if (line.type() === 'error' && !/the server responded with a status/.test(line.text()))
        this.complaints.push(`${page.url()}: ${line.text()}`)
    })
  }
}
