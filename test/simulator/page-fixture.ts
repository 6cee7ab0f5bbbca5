import { createSimulatorPage, type SimulatorPage } from '../../bot/simulator/page.tsx'
import { World } from '../../bot/simulator/world.ts'

export const origin = 'http://127.0.0.1:3000'

/** A world, its page, and a browser's hand on it. */
export interface PageWorld {
  readonly world: World
  readonly page: SimulatorPage
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form as the page itself does. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | FormData,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** The HTML at an address. */
  html(path: string): Promise<string>
  /** How often the morning was called. */
  readonly mornings: number
  stop(): Promise<void>
}

export async function openPage(
  deskLink: (staffId: string) => Promise<string | undefined> = async () => undefined,
): Promise<PageWorld> {
  const world = await new World().start()
  let mornings = 0
  const morning = async () => {
    mornings += 1
  }
  const page = createSimulatorPage(world, { deskLink, morning })
  const ask = (path: string, init: RequestInit, headers: Record<string, string>) =>
    page.handle(new Request(`${origin}${path}`, { ...init, headers: { host: '127.0.0.1:3000', ...headers } }))
  return {
    world,
    page,
    get mornings() {
      return mornings
    },
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, fields, headers = { origin }) =>
      ask(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }, headers),
    async html(path) {
      return (await ask(path, {}, {})).text()
    },
    async stop() {
      page.stop()
      await world.stop()
    },
  }
}

/** What a reader sees of HTML. */
export const readable = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
