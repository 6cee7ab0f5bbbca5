import { createHash } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { Outage } from '../../core/handling/outage.ts'
import { mailHeadBytes, mailSizeMaxBytes } from './read-mail.ts'

/** A mail that nobody has looked at yet, as its mailbox holds it. `place` is the same for as long as it lies there. */
export interface WaitingMail {
  readonly place: string
  readonly raw: Buffer
  readonly isWhole: boolean
}

/** Where mails come in; the simulator has one of its own. */
export interface MailSource {
  /** Hands over what is unread, oldest first, and marks each as read only when `take` is through with it. @throws Outage */
  each(take: (mail: WaitingMail) => Promise<void>): Promise<void>
}

export interface ImapServer {
  /** `imap://` or `imaps://` with user and password; the path is the folder, `INBOX` by default. */
  readonly url: string
  readonly needsTls: boolean
}

const batchMax = 50
const waitMs = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
const retryMs = 60_000

/** An IMAP mailbox, visited anew each time: what a broken connection leaves behind is looked at again. */
export function imapMailbox(server: ImapServer): MailSource {
  return {
    async each(take) {
      const client = await connected(server)
      try {
        await visit(client, server, take)
      } catch (error) {
        throw error instanceof Outage || !isOfNetwork(error) ? error : new Outage('the mailbox broke off', retryMs)
      } finally {
        await client.logout().catch(() => client.close())
      }
    },
  }
}

async function visit(client: ImapFlow, server: ImapServer, take: (mail: WaitingMail) => Promise<void>): Promise<void> {
  const box = await client.mailboxOpen(folderOf(server))
  const found = (await client.search({ seen: false }, { uid: true })) || []
  const uids = found.toSorted((a, b) => a - b).slice(0, batchMax)
  for (const uid of uids) {
    const size = await client.fetchOne(String(uid), { size: true }, { uid: true })
    // Gone since it was found: somebody else took it.
    if (size === false) continue
    const isWhole = (size.size ?? 0) <= mailSizeMaxBytes
    const source = isWhole ? true : { start: 0, maxLength: mailHeadBytes }
    const mail = await client.fetchOne(String(uid), { source }, { uid: true })
    if (mail === false || mail.source === undefined) continue
    await take({ place: placeOf(server, String(box.uidValidity), uid), raw: mail.source, isWhole })
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
}

/** Connects, logs in, opens the folder, and leaves. @returns why that failed, as a code; undefined when it did not */
export async function tryMailbox(server: ImapServer): Promise<string | undefined> {
  try {
    const client = await connected(server)
    try {
      await client.mailboxOpen(folderOf(server), { readOnly: true })
      return undefined
    } catch {
      return 'folder'
    } finally {
      await client.logout().catch(() => client.close())
    }
  } catch (error) {
    return error instanceof Outage ? error.message : 'unknown'
  }
}

/** @throws Outage whose message is a code, never words of the server */
async function connected(server: ImapServer): Promise<ImapFlow> {
  const url = new URL(server.url)
  const isSecure = url.protocol === 'imaps:'
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    // Without it a server, or whoever sits before it, may talk us out of encryption.
    ...(!isSecure && { doSTARTTLS: server.needsTls }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: mailSizeMaxBytes + 1024 * 1024,
    maxResponseSize: mailSizeMaxBytes + 2 * 1024 * 1024,
    ...waitMs,
  })
  // Whatever breaks while nobody waits shows at the next command.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw new Outage(codeOf(error), retryMs)
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('authenticationFailed' in error && error.authenticationFailed === true) return 'EAUTH'
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}

/** A defect of ours has no code of a network or an IMAP server. */
const isOfNetwork = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && ('code' in error || 'responseStatus' in error)

const folderOf = ({ url }: ImapServer): string => decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'

const placeOf = ({ url }: ImapServer, validity: string, uid: number): string => {
  const { hostname, username } = new URL(url)
  const box = [hostname, username, folderOf({ url, needsTls: true }), validity, uid].join('|')
  return createHash('sha256').update(box).digest('hex')
}
