import { createTransport } from 'nodemailer'
import type { Delivery } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import { isMailAddress, type Letter } from './letter.ts'

/** How long a mail server may take to connect, to greet, and between two answers, in milliseconds. */
export interface Patience {
  readonly connectMs: number
  readonly answerMs: number
}

export const usualPatience: Patience = { connectMs: 10_000, answerMs: 30_000 }

/** After a failure that only an operator can end, such as a wrong password or a server that cannot encrypt, in milliseconds. */
const operatorMs = 5 * 60_000

/** Where mail is handed over, and whether that may happen only encrypted. */
export interface MailServer {
  readonly smtpUrl: string
  readonly needsTls: boolean
}

/**
 * Hands one mail to the mail server.
 * @returns `dead` when the server refuses it for good; `ambiguous` when it went silent after it had everything
 * @throws Outage when it may be tried again
 */
export async function post(letter: Letter, from: string, server: MailServer, patience: Patience): Promise<Delivery> {
  if (!isMailAddress(letter.to)) return { state: 'dead', error: 'the address is no mail address' }
  let isHandedOver = false
  const transport = createTransport({
    ...reaching(server, patience),
    disableFileAccess: true,
    disableUrlAccess: true,
    // The one place where nodemailer tells that the last byte of a mail is on its way; nothing of it is logged.
    logger: quietLogger((entry) => {
      if (entry.tnx === 'message' && entry.inByteCount !== undefined) isHandedOver = true
    }),
  })
  try {
    await transport.sendMail(messageOf(letter, from))
    return { state: 'sent', ref: letter.messageId }
  } catch (error) {
    return deliveryOf(error, isHandedOver)
  } finally {
    transport.close()
  }
}

/** Connects as a mail would, logs in, and leaves. @returns why it failed, as a code; undefined when it did not */
export async function tryOut(server: MailServer, patience: Patience = usualPatience): Promise<string | undefined> {
  const transport = createTransport(reaching(server, patience))
  try {
    await transport.verify()
    return undefined
  } catch (error) {
    return (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code) || 'unknown'
  } finally {
    transport.close()
  }
}

const reaching = ({ smtpUrl, needsTls }: MailServer, { connectMs, answerMs }: Patience) => ({
  url: smtpUrl,
  // Without it a server, or whoever sits before it, may talk us out of encryption.
  requireTLS: needsTls,
  connectionTimeout: connectMs,
  greetingTimeout: connectMs,
  socketTimeout: answerMs,
})

const messageOf = ({ to, subject, text, messageId, references = [], enclosures = [] }: Letter, from: string) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${messageId}>`,
  ...(references.length > 0 && {
    inReplyTo: `<${references.at(-1)}>`,
    references: references.map((id) => `<${id}>`),
  }),
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  attachments: enclosures.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    content: Buffer.from(content),
  })),
})

/** What a failed sending means. Words of the server are left out: they may repeat an address. */
function deliveryOf(error: unknown, isHandedOver: boolean): Delivery {
  if (!(error instanceof Error)) throw error
  const { code, responseCode, command } = error as Error & {
    readonly code?: string
    readonly responseCode?: number
    readonly command?: string
  }
  const what = ['mail server', code, responseCode, command].filter((part) => part !== undefined).join(' ')
  if (code === 'EAUTH' || code === 'ETLS') throw new Outage(what, operatorMs)
  if (responseCode !== undefined && responseCode >= 500 && isAboutThisMail(command))
    return { state: 'dead', error: what }
  if (responseCode !== undefined) throw new Outage(what)
  if (isHandedOver) return { state: 'ambiguous', error: what }
  // Without a code it is no word of the network but a defect of ours.
  if (code === undefined) throw error
  throw new Outage(what)
}

// A server that turns everybody away, before it knows which mail it is, may take this one tomorrow.
const isAboutThisMail = (command: string | undefined): boolean =>
  command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA'

interface LogEntry {
  readonly tnx?: string
  readonly inByteCount?: number
}

function quietLogger(hear: (entry: LogEntry) => void) {
  const listen = (entry: unknown) => hear(typeof entry === 'object' && entry !== null ? entry : {})
  const deaf = () => {}
  return { level: deaf, trace: deaf, debug: deaf, info: listen, warn: deaf, error: deaf, fatal: deaf }
}
