import { createHash } from 'node:crypto'
import { createDesk, type DeskApp, type DeskOptions } from '../../bot/desk/desk.tsx'
import type { DeskReport } from '../../bot/desk/visitor.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import type { Event } from '../../core/case/event.ts'
import type { Access, AccessLog } from '../../core/handling/access-log.ts'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import type { Ports, Store } from '../../core/handling/ports.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, goodAnswers, type Story } from '../case/given.ts'
import { type Said, sampleSignatures } from '../signature/sample-report.ts'

export const publicUrl = 'http://desk.test'
export const number = 'PANDU-2026-000001-X'
export const nip = goodAnswers.nip ?? ''
export const nik = goodAnswers.nik ?? ''

const person = (id: string, role: Staff['role'], more: Partial<Staff> = {}): Staff => ({
  id,
  role,
  agencies: ['diy'],
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@jogjaprov.go.id`,
  slackUser: null,
  removedAt: null,
  ...more,
})
export const staff = {
  sari: person('sari', 'verifier'),
  budi: person('budi', 'verifier'),
  dewi: person('dewi', 'agent'),
  joko: person('joko', 'verifier', { agencies: ['bantul'] }),
  admin: person('admin', 'admin'),
}
export const rina: RosterLine = {
  nip,
  nik,
  name: 'Rina Wulandari',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '+6281911112222',
  employment: 'pns',
  unit: 'Bidang Aplikasi',
  position: '',
  agency: 'diy',
}
export const pngBytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])

/** A desk over a store in memory, a clock that stands still until it is moved, and everything it reported. */
export interface DeskWorld {
  readonly ports: Ports
  readonly desk: DeskApp
  readonly reports: DeskReport[]
  readonly accesses: Access[]
  clock: string
  /** What the verifier of signatures says of files, other than that they are in order. */
  said: Partial<Said>
  /** Puts a case as a story tells it into the store. */
  keep(story: Story): Promise<Case>
  /** Puts a second case into the store, told by a story of its own. */
  keepAnother(story: Story, number: string): Promise<Case>
  /** Replaces what the store holds of the case by the story as it went on. */
  goOn(story: Story): Promise<Case>
}

export interface WorldOptions {
  readonly mail?: boolean
  readonly url?: string
  /** Another store than one in memory. */
  readonly store?: Store
  readonly sso?: NonNullable<DeskOptions['sso']>
}

export async function deskWorld(options: WorldOptions = {}): Promise<DeskWorld> {
  let count = 0
  const accesses: Access[] = []
  const reports: DeskReport[] = []
  const world: { clock: string; said: Partial<Said> } = { clock: at, said: {} }
  const store = options.store ?? createMemoryStore(() => world.clock)
  const fresh = () => {
    count += 1
    return `${count}`.padStart(6, '0')
  }
  const accessLog: AccessLog = {
    ...store.accessLog,
    async record(access) {
      accesses.push(access)
      await store.accessLog.record(access)
    },
  }
  const ports: Ports = {
    ...store,
    accessLog,
    now: () => world.clock,
    newId: () => `id-${fresh()}`,
    newToken: () => `token-${fresh()}`,
    pick: (below) => 7 % below,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [diy, { ...diy, code: 'bantul', name: 'Pemkab Bantul' }],
    has: { slack: true, mail: options.mail ?? true },
    contactCenterEmail: undefined,
    signatures: sampleSignatures(
      () => world.clock,
      () => world.said,
    ),
    wake: () => {},
  }
  for (const one of Object.values(staff)) await ports.directory.saveStaff(one)
  await ports.directory.importRoster([rina])
  const desk = createDesk(ports, {
    publicUrl: options.url ?? publicUrl,
    report: (report) => reports.push(report),
    hasMailIn: true,
    live: { coalesceMs: 0, aliveEveryMs: 60_000 },
    ...(options.sso !== undefined && { sso: options.sso }),
  })
  const commit = async (story: Story, before: Case | undefined, events: readonly Event[]) => {
    const [isWritten] = await ports.ledger.commit([
      { changes: [{ before, after: story.case, events }], owed: [], knocks: [] },
    ])
    if (isWritten !== true) throw new Error('the story does not fit the store')
    return story.case
  }
  return Object.assign(world, {
    ports,
    desk,
    reports,
    accesses,
    keep: (story: Story) => commit(story, undefined, story.events),
    async keepAnother(story: Story, another: string) {
      const after = {
        ...story.case,
        id: `5f0e3d9c-0000-4000-8000-${another.slice(11, 17).padStart(12, '0')}`,
        number: another,
      }
      await ports.ledger.commit([
        { changes: [{ before: undefined, after, events: story.events }], owed: [], knocks: [] },
      ])
      return after
    },
    async goOn(story: Story) {
      const before = await ports.ledger.caseById(story.case.id)
      return commit(story, before, story.events.slice(before?.revision ?? 0))
    },
  })
}

/** Someone's browser: keeps cookies, sends its origin, reads the hidden fields of the last page. */
export class Browser {
  readonly world: Pick<DeskWorld, 'desk'>
  readonly #cookies = new Map<string, string>()
  #page = ''
  status = 0
  response = new Response()

  constructor(world: Pick<DeskWorld, 'desk'>) {
    this.world = world
  }

  get page(): string {
    return this.#page
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<this> {
    return this.#send(path, { headers })
  }

  /** Sends a form like a page of the desk; `csrf` and `seen` are those of the last page unless given. */
  async post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<this> {
    const hidden = { csrf: this.hidden('csrf'), seen: this.hidden('seen') }
    const body = new URLSearchParams({ ...hidden, ...fields })
    return this.#send(path, { method: 'POST', body, headers: { Origin: publicUrl, ...headers } })
  }

  /** Sends a form with a file in it. */
  async send(path: string, field: string, bytes: Uint8Array | undefined, name: string): Promise<this> {
    const body = new FormData()
    body.set('csrf', this.hidden('csrf'))
    body.set('seen', this.hidden('seen'))
    if (bytes !== undefined) body.set(field, new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
    return this.#send(path, { method: 'POST', body, headers: { Origin: publicUrl } })
  }

  /** Sends a form with any fields and files. */
  async sendAll(path: string, fields: Record<string, string>, files: Record<string, Uint8Array>): Promise<this> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ csrf: this.hidden('csrf'), seen: this.hidden('seen'), ...fields }))
      body.set(name, value)
    for (const [name, bytes] of Object.entries(files)) body.set(name, new File([new Uint8Array(bytes)], 'foto.png'))
    return this.#send(path, { method: 'POST', body, headers: { Origin: publicUrl } })
  }

  /** Presses a button that hands out a file; the page stays as it is. */
  async download(path: string, body: URLSearchParams): Promise<Uint8Array> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Host: 'desk.test', Cookie: cookie, Origin: publicUrl }
    const response = await this.world.desk.app.request(`${publicUrl}${path}`, { method: 'POST', body, headers })
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  hidden(name: string): string {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(this.#page)?.[1] ?? ''
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  /** Another tab of the same browser: it has the same cookies. */
  as(browser: Browser): this {
    for (const [name, value] of browser.#cookies) this.#cookies.set(name, value)
    return this
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** The text of the page without its markup. */
  get text(): string {
    return this.#page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<this> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.world.desk.app.request(`${publicUrl}${path}`, {
      ...init,
      headers: { Host: 'desk.test', ...(cookie !== '' && { Cookie: cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    this.response = response
    this.status = response.status
    const next = response.headers.get('Location')
    if (response.status >= 300 && response.status < 400 && next !== null) return this.get(next)
    if (!(response.headers.get('Content-Type') ?? '').startsWith('text/event-stream'))
      this.#page = await response.text()
    return this
  }
}

/** A browser signed in by a one-time link. */
export async function signedIn(world: DeskWorld, who: keyof typeof staff | { readonly id: string }): Promise<Browser> {
  const browser = new Browser(world)
  const link = await makeDeskLink(world.ports, publicUrl, typeof who === 'string' ? staff[who].id : who.id)
  await browser.post('/desk/login', { t: new URL(link).searchParams.get('t') ?? '' })
  return browser
}
