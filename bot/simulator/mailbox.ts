import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type Clock, systemClock } from './clock.ts'
import { type Mail, readMail } from './mail/mail.ts'
import { Changes, type Patience } from './wire/changes.ts'

/**
 * What goes wrong with a mail.
 *
 * `refuse-recipient` and `refuse` answer 4xx or 5xx and keep nothing, the latter after the mail was read;
 * `drop-after-data` keeps the mail and breaks the connection instead of answering; `black-hole` never answers.
 */
export type MailFault =
  | { kind: 'refuse' | 'refuse-recipient'; code: number }
  | { kind: 'drop-after-data' | 'black-hole' }

/** All mails of a simulated mail server, as JSON. */
export interface MailboxSnapshot {
  mails: { base64: string; recipients: string[]; at: number }[]
}

interface Armed {
  fault: MailFault
  to: string | undefined
  left: number
}

/** A mail server on this machine: takes every mail, shows all mailboxes as one. */
export class Mailbox {
  /** Everything that arrived, oldest first. */
  readonly mails: Mail[] = []
  readonly changes = new Changes()
  readonly #clock: Clock
  readonly #server: SMTPServer
  readonly #sockets = new Map<number, Socket>()
  #armed: Armed[] = []

  constructor({ clock = systemClock }: { clock?: Clock } = {}) {
    this.#clock = clock
    this.#server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(null, { user: 'pandu' }),
      onRcptTo: ({ address }, _session, done) => done(this.#refusal('refuse-recipient', [address])),
      onData: (stream, session, done) => {
        this.#take(stream, session, done).catch(done)
      },
    })
    this.#server.on('error', () => {
      // Broken connections are part of the game here; whoever sent the mail hears of it.
    })
    this.#server.server.on('connection', (socket) => {
      const port = socket.remotePort ?? 0
      this.#sockets.set(port, socket)
      socket.on('close', () => this.#sockets.delete(port))
    })
  }

  /** Listens on 127.0.0.1 (port 0 = a free one) and answers itself. */
  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    return this
  }

  /** Breaks all connections at once. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(resolve))
    for (const socket of this.#sockets.values()) socket.destroy()
    await closed
  }

  /** What `SMTP_URL` must be. */
  get url(): string {
    // A TCP server that listens has an address object.
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`
  }

  /** What goes wrong with the next mail, or the next `times` mails, to anybody or to one address. */
  fail(fault: MailFault, { to, times = 1 }: { to?: string; times?: number } = {}): void {
    this.#armed.push({ fault, to, left: times })
  }

  /** The newest mail that fits, now or later. */
  waitForMail(fits: (mail: Mail) => boolean, patience: Patience = {}): Promise<Mail> {
    const seen = () => this.mails.map(({ recipients, subject }) => `${recipients.join(', ')}: ${subject}`).join('\n')
    return this.changes.until(() => this.mails.findLast(fits), { what: 'the mail', seen, ...patience })
  }

  /** State that a later run can take up. */
  snapshot(): MailboxSnapshot {
    const mails = this.mails.map(({ raw, recipients, at }) => ({ base64: raw.toString('base64'), recipients, at }))
    return { mails }
  }

  async restore({ mails }: MailboxSnapshot): Promise<void> {
    const read = mails.map(({ base64, recipients, at }) => readMail(Buffer.from(base64, 'base64'), recipients, at))
    this.mails.splice(0, this.mails.length, ...(await Promise.all(read)))
    this.changes.notify()
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    const recipients = session.envelope.rcptTo.map(({ address }) => address)
    const refusal = this.#refusal('refuse', recipients)
    if (refusal) return done(refusal)
    if (this.#fault('black-hole', recipients)) return
    const isDropped = this.#fault('drop-after-data', recipients) !== undefined
    this.mails.push(await readMail(Buffer.concat(chunks), recipients, this.#clock.now()))
    this.changes.notify()
    if (isDropped) this.#sockets.get(session.remotePort)?.destroy()
    else done()
  }

  #refusal(kind: 'refuse' | 'refuse-recipient', recipients: readonly string[]): Error | null {
    const fault = this.#fault(kind, recipients)
    if (!fault || !('code' in fault)) return null
    const text = fault.code < 500 ? 'Try again later' : 'Not wanted here'
    return Object.assign(new Error(text), { responseCode: fault.code })
  }

  #fault(kind: MailFault['kind'], recipients: readonly string[]): MailFault | undefined {
    const armed = this.#armed.find(({ fault, to }) => fault.kind === kind && (!to || recipients.includes(to)))
    if (!armed) return undefined
    armed.left -= 1
    if (armed.left <= 0) this.#armed = this.#armed.filter((one) => one !== armed)
    return armed.fault
  }
}
