import { handOffText } from '../../bot/text/desk-hand-off.ts'
import { identityText, reviewText } from '../../bot/text/desk-review.ts'
import type { Requester } from './requester.ts'

type Fields = Readonly<Record<string, string>>

/** Somebody's browser at the desk: keeps cookies, sends forms as they stand on the page, presses by label. */
export class DeskUser {
  readonly #url: () => string
  readonly #cookies = new Map<string, string>()
  /** HTML of the last page. */
  page = ''
  status = 0

  constructor(url: () => string) {
    this.#url = url
  }

  /** What can be read on the last page. */
  get text(): string {
    return plain(this.page)
  }

  get = (path: string): Promise<void> => this.#send(path, {})

  post(path: string, fields: Fields, headers: Fields = {}): Promise<void> {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: this.#url(), ...headers },
    })
  }

  /** Follows a one-time link and presses its one button. */
  async signsInBy(link: string): Promise<void> {
    const { pathname, search, searchParams } = new URL(link)
    await this.get(`${pathname}${search}`)
    if (this.status === 200) await this.post('/desk/login', { t: searchParams.get('t') ?? '' })
  }

  opens = (number: string): Promise<void> => this.get(`/desk/cases/${number}`)

  /** Opens a case and looks at every picture on its page. */
  async opensEveryProof(number: string): Promise<void> {
    await this.opens(number)
    const pictures = [...this.page.matchAll(/<img src="([^"]*)"/g)].map(([, path = '']) => path)
    for (const path of pictures) {
      const response = await this.#fetch(path, {})
      if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`)
      await response.arrayBuffer()
    }
    await this.opens(number)
  }

  /** Presses a button of the page, with all that stands in its form; `typed` is what was typed or chosen before. */
  async presses(label: string, typed: Fields = {}): Promise<void> {
    const [form = ''] = /<form class="case".*?<\/form>/s.exec(this.page) ?? []
    const button = [...form.matchAll(/<button[^>]*formaction="([^"]*)"[^>]*>(.*?)<\/button>/gs)].find(
      ([, , content = '']) => plain(content) === label,
    )
    if (button?.[1] === undefined) throw new Error(`no button ${label} on the page:\n${this.text}`)
    await this.post(button[1], { ...fieldsOf(form), ...typed })
  }

  /** Numbers of the cases that the list shows, in its order. */
  async queue(view = 'waiting'): Promise<readonly string[]> {
    await this.get(`/desk?view=${view}`)
    return [...this.page.matchAll(/id="case-(PANDU-[^"]*)"/g)].map(([, number = '']) => number)
  }

  async #send(path: string, init: RequestInit): Promise<void> {
    const response = await this.#fetch(path, init)
    this.status = response.status
    const next = response.headers.get('location')
    if (next !== null && response.status >= 300 && response.status < 400) return this.get(next)
    this.page = await response.text()
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie !== '' && { Cookie: cookie }), ...init.headers }
    const response = await fetch(new URL(path, this.#url()), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }
}

/** A verifier who has no Slack: the same steps by the buttons of the desk. */
export class DeskVerifier extends DeskUser {
  async reviews(number: string): Promise<void> {
    await this.opens(number)
    await this.presses(reviewText.claim.id)
    await this.opensEveryProof(number)
  }

  /** Calls the number on record; the requester reads out what stands in the chat. */
  async calls(requester: Requester): Promise<void> {
    await this.presses(identityText.calling.id)
    await this.presses(identityText.match.id, { words: await requester.callWords(requester.number) })
  }

  legalises = (): Promise<void> => this.presses(reviewText.legalise.id, allGood(this.page))

  returns = (item: string, reason: string): Promise<void> =>
    this.presses(reviewText.return.id, { ...allGood(this.page), [`v.${item}`]: 'no', [`r.${item}`]: reason })
}

/** An agent of the contact center. */
export class Agent extends DeskUser {
  async takes(number: string): Promise<void> {
    await this.opens(number)
    await this.presses(handOffText.take.id)
  }

  approves = (): Promise<void> => this.presses(handOffText.approve.id)
  sendsLink = (): Promise<void> => this.presses(handOffText.sendLink.id)
  sendsBack = (why: string): Promise<void> => this.presses(handOffText.sendBack.id, { 'send-back-text': why })
}

const plain = (html: string): string =>
  decoded(html.replace(/<(?:script|style).*?<\/(?:script|style)>/gs, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser would send for a form as it stands. */
function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const isChosen = !/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag)
    const name = attribute(tag, 'name')
    if (isChosen && name !== '') fields[name] = attribute(tag, 'value')
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const tags = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
    fields[name] = attribute(tags.find((tag) => / selected/.test(tag)) ?? tags[0] ?? '', 'value')
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    fields[name] = decoded(text)
  return fields
}

const allGood = (page: string): Record<string, string> =>
  Object.fromEntries([...page.matchAll(/name="(v\.[^"]*)"/g)].map(([, name = '']) => [name, 'ok']))
