import { systemClock } from './clock.ts'
import { SlackApiServer } from './slack/api-server.ts'
import type { Acknowledgement } from './slack/delivery.ts'
import { Dispatcher } from './slack/dispatcher.ts'
import { HttpTransport } from './slack/http-transport.ts'
import { Member } from './slack/member.ts'
import { runMethod } from './slack/method-table.ts'
import type { MemberOptions, SlackOptions } from './slack/options.ts'
import { respond } from './slack/response-urls.ts'
import { SocketTransport } from './slack/socket-transport.ts'
import { BOT, Workspace, type WorkspaceState } from './slack/workspace.ts'
import type { CallRecord } from './wire/call-log.ts'
import type { Patience } from './wire/changes.ts'
import type { Faults } from './wire/faults.ts'
import { LoopbackServer } from './wire/loopback-server.ts'
import { isRecord } from './wire/request-body.ts'

/** Slack on this machine: the Web API for the program, people who click, knobs for what goes wrong. */
export class SlackNetwork {
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly workspace: Workspace
  readonly dispatcher: Dispatcher
  readonly http: HttpTransport
  readonly socket: SocketTransport
  /** Breaches of Slack's limits, whether refused or not. */
  readonly violations: string[] = []
  readonly #api: SlackApiServer
  readonly #server: LoopbackServer
  readonly #members = new Map<string, Member>()

  constructor(options: SlackOptions = {}) {
    const clock = options.clock ?? systemClock
    this.botToken = options.botToken ?? 'xoxb-simulated-bot-token'
    this.appToken = options.appToken ?? 'xapp-simulated-app-token'
    this.signingSecret = options.signingSecret ?? 'simulated-signing-secret'
    this.workspace = new Workspace(clock)
    this.#api = new SlackApiServer({
      clock,
      scopes:
        options.scopes ??
        'chat:write,commands,im:write,users:read,channels:history,groups:history,im:history,files:write,files:read',
      run: (method, token, args) => runMethod(method, token, args, this),
      respond: (id, args) => respond(id, args, this),
      upload: (id, bytes) => this.workspace.upload(id, bytes),
    })
    this.#server = new LoopbackServer((request, response) => this.#api.answer(request, response))
    this.http = new HttpTransport(options.requestUrl ?? '', this.signingSecret, clock)
    this.socket = new SocketTransport(this.#server.http, BOT.appId)
    this.dispatcher = new Dispatcher(clock, () => (this.http.url ? this.http : this.socket))
  }

  /** Listens on 127.0.0.1 (port 0 = a free one) and answers itself. */
  async start(port = 0): Promise<this> {
    await this.#server.start(port)
    this.workspace.origin = this.#server.origin
    return this
  }

  /** Breaks all connections at once. */
  async stop(): Promise<void> {
    this.dispatcher.stop()
    this.http.stop()
    this.socket.stop()
    await this.#server.stop()
  }

  /** What `SLACK_API_URL` must be. */
  get apiUrl(): string {
    return `${this.#server.origin}/api/`
  }

  /** Sends events and interactions to that address from now on; an empty one means Socket Mode. */
  set requestUrl(url: string) {
    this.http.url = url
  }

  /** A channel with the bot in it, or without. */
  channel({ id, name, isBotInside = true }: { id: string; name: string; isBotInside?: boolean }): void {
    const members = this.workspace.state.channels[id]?.members ?? (isBotInside ? [BOT.userId] : [])
    this.workspace.state.channels[id] = { id, name, isIm: false, members }
  }

  /** A person, made at first use; later options change what is known of them. */
  member({ id, channels = [], ...known }: MemberOptions): Member {
    const fresh = { id, name: id.toLowerCase(), realName: known.name ?? id, isDeleted: false, isStranger: false }
    this.workspace.state.people[id] = { ...fresh, ...this.workspace.person(id), ...known }
    for (const channel of channels) {
      const { members } = this.workspace.channel(channel)
      if (!members.includes(id)) members.push(id)
    }
    return this.#member(id)
  }

  get members(): Member[] {
    return Object.keys(this.workspace.state.people).map((id) => this.#member(id))
  }

  /** Every call of the program so far, oldest first. */
  get calls(): readonly CallRecord[] {
    return this.#api.log.records
  }

  waitForCall(fits: (call: CallRecord) => boolean, patience: Patience = {}): Promise<CallRecord> {
    return this.#api.log.waitFor(fits, patience)
  }

  /** What goes wrong with the next calls; the target is a channel. */
  get faults(): Faults {
    return this.#api.faults
  }

  /** Repeats failed events now instead of in one or five minutes. */
  retryNow(): void {
    this.dispatcher.retryNow()
  }

  /** Asks the program to prove that it owns the request URL; true if it did. */
  async verifyUrl(): Promise<boolean> {
    const challenge = this.workspace.nextId('challenge')
    const payload = { type: 'url_verification', token: 'simulated-verification-token', challenge }
    const { body } = await this.http.send({ kind: 'event', payload })
    return isRecord(body) ? body.challenge === challenge : body === challenge
  }

  /** Sends the last requests of HTTP mode once more, byte by byte, signature and all. */
  replay(count = 1): Promise<Acknowledgement[]> {
    return Promise.all(this.http.sent.slice(-count).map((request) => this.http.post(request)))
  }

  /** State that a later run can take up. */
  snapshot(): WorkspaceState {
    return structuredClone(this.workspace.state)
  }

  restore(state: WorkspaceState): void {
    this.workspace.restore(state)
  }

  #member(id: string): Member {
    const member = this.#members.get(id) ?? new Member(id, this)
    this.#members.set(id, member)
    return member
  }
}
