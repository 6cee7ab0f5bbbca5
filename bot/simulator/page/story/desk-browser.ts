/** A browser of a member of staff at the desk: keeps cookies, looks at pictures, sends forms as they stand. */
export class DeskBrowser {
  readonly #origin: string
  readonly #makeLink: () => Promise<string | undefined>
  readonly #cookies = new Map<string, string>()

  /** `origin` is where this server was reached; the link is asked for when somebody must sign in. */
  constructor(origin: string, makeLink: () => Promise<string | undefined>) {
    this.#origin = origin
    this.#makeLink = makeLink
  }

  /** The page of a case. @throws Error when the desk does not show it */
  async openCase(number: string): Promise<DeskPage> {
    const path = `/desk/cases/${number}`
    let response = await this.#fetch(path)
    if (response.status === 401) {
      await this.#signIn()
      response = await this.#fetch(path)
    }
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    return new DeskPage(await response.text())
  }

  /** Looks at every picture of the page, as scrolling through it does. */
  async seePictures(page: DeskPage): Promise<void> {
    for (const path of page.pictures) await (await this.#fetch(path)).arrayBuffer()
  }

  /** Presses the button whose form goes to an address with that end. */
  async press(page: DeskPage, action: string): Promise<void> {
    const address = page.actionOf(action)
    if (address === undefined) throw new Error(`no button for ${action} at the desk`)
    const response = await this.#fetch(address, page.fields)
    if (response.status >= 400) throw new Error(`${address}: ${response.status}`)
  }

  async #signIn(): Promise<void> {
    const link = await this.#makeLink()
    if (link === undefined) throw new Error('no link to the desk')
    const t = new URL(link).searchParams.get('t') ?? ''
    const { status } = await this.#fetch('/desk/login', { t })
    if (status !== 303) throw new Error(`/desk/login: ${status}`)
  }

  async #fetch(path: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = form && { method: 'POST', body: new URLSearchParams(form) }
    const headers = { Cookie: cookie, Origin: this.#origin }
    const response = await fetch(new URL(path, this.#origin), { ...sent, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return response
  }
}

/** What a browser sees of a page of the desk. */
export class DeskPage {
  readonly #html: string

  constructor(html: string) {
    this.#html = html
  }

  get pictures(): readonly string[] {
    return [...this.#html.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/g)].map(([, path = '']) => decoded(path))
  }

  /** Where the button of that action leads; undefined when there is none. */
  actionOf(action: string): string | undefined {
    const actions = [...this.#html.matchAll(/\bformaction="([^"]+)"/g)].map(([, path = '']) => decoded(path))
    return actions.find((path) => path.split('?')[0]?.endsWith(`/${action}`))
  }

  /** Hidden fields of the form of the case. */
  get fields(): Readonly<Record<string, string>> {
    const hidden = [...this.#html.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([tag]) => tag)
    const value = (tag: string, name: string) => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    return Object.fromEntries(hidden.map((tag) => [value(tag, 'name'), value(tag, 'value')]))
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
