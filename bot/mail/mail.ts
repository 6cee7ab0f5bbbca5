import type { Deliver, Delivery } from '../../core/handling/deliver.ts'
import { mailboxOf } from '../../core/handling/dossier.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { codeLetter, reboundLetter } from './code-letter.ts'
import { counterLetter } from './counter-letter.ts'
import { counterWarning } from './counter-warning.ts'
import { coverageLetter } from './coverage-letter.ts'
import { dossierLetter } from './dossier-letter.ts'
import { formerLetter } from './former-letter.ts'
import { hostOf, type Letter } from './letter.ts'
import { type MailServer, type Patience, post, usualPatience } from './post.ts'
import { replyLetter } from './reply-letter.ts'
import { rightsLetter, rightsNotice } from './rights-letter.ts'
import { signingLetter } from './signing-letter.ts'
import { loginLetter, noticeLetter, staffNotice } from './staff-letter.ts'
import { isWorthSending } from './still-due.ts'
import { messageIdOf, threadIdOf } from './thread.ts'
import { withheldLetter } from './withheld-letter.ts'

export interface MailConfig extends MailServer {
  readonly from: string
}

export interface MailOptions {
  readonly publicUrl: string
  readonly patience?: Patience
  /** Answers are read. */
  readonly hasMailIn?: boolean
}

/** What has become pointless is done: nobody waits for it. */
const pointless: Delivery = { state: 'sent' }

/** The way out by mail: notices and links to staff, dossiers to the contact center. */
export function createMail(
  { from, ...server }: MailConfig,
  ports: Ports,
  { publicUrl, patience = usualPatience, hasMailIn = false }: MailOptions,
): { readonly deliver: Deliver; stop(): Promise<void> } {
  const host = hostOf(from)
  const inFlight = new Set<Promise<unknown>>()
  const write: Readonly<Record<string, (item: OutboxItem) => Promise<Letter | Delivery>>> = {
    'staff-mail': (item) => staffMail(ports, publicUrl, host, item),
    'signing-mail': (item) => signingMail(ports, publicUrl, host, item),
    'former-task': (item) => formerMail(ports, publicUrl, host, item),
    'dossier-mail': (item) => dossierMail(ports, host, item),
    'code-mail': (item) => codeLetter(ports, item, messageIdOf(ports, host, item)),
    'counter-mail': (item) => counterMail(ports, publicUrl, host, item),
    'reply-mail': (item) => replyMail(ports, host, item, hasMailIn),
    'rights-mail': (item) => rightsMail(ports, publicUrl, host, item),
    'counter-warning': (item) => counterWarning(ports, item, messageIdOf(ports, host, item)),
    'withheld-mail': (item) => withheldMail(ports, host, item),
    'rebound-mail': (item) => reboundLetter(ports, item, messageIdOf(ports, host, item)),
  }
  const deliver: Deliver = async (item) => {
    const writer = Object.hasOwn(write, item.kind) ? write[item.kind] : undefined
    if (writer === undefined) return { state: 'dead', error: `no mail for ${item.kind}` }
    const letter = await writer(item)
    return 'state' in letter ? letter : post(letter, from, server, patience)
  }
  return {
    deliver(item) {
      const delivery = deliver(item)
      inFlight.add(delivery)
      const forget = () => inFlight.delete(delivery)
      delivery.then(forget, forget)
      return delivery
    },
    async stop() {
      await Promise.allSettled(inFlight)
    },
  }
}

async function withheldMail(ports: Ports, host: string, item: OutboxItem): Promise<Letter | Delivery> {
  const body = await withheldLetter(ports, item)
  return body === undefined ? pointless : { ...body, messageId: await threadIdOf(ports, host, item) }
}

async function staffMail(ports: Ports, publicUrl: string, host: string, item: OutboxItem): Promise<Letter | Delivery> {
  const notice = staffNotice(item.payload)
  if (notice === undefined) return { state: 'dead', error: 'a staff mail without a staff or a code' }
  const staff = await ports.directory.staffById(notice.staffId)
  if (staff === undefined || staff.removedAt !== null) return pointless
  const messageId = messageIdOf(ports, host, item)
  if (notice.code === 'few-verifiers') return { ...coverageLetter(ports, item.payload, staff), messageId }
  if (notice.code === 'login-link') return { ...(await loginLetter(ports, publicUrl, staff)), messageId }
  const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
  if (c === undefined || !(await isWorthSending(ports, notice, c, staff))) return pointless
  // A thread for each case; its root is never sent.
  return { ...noticeLetter(c, notice.code, publicUrl, staff), messageId, references: [`${c.number}@${host}`] }
}

async function signingMail(
  ports: Ports,
  publicUrl: string,
  host: string,
  item: OutboxItem,
): Promise<Letter | Delivery> {
  const body = await signingLetter(ports, publicUrl, item.payload)
  return body === undefined ? pointless : { ...body, messageId: messageIdOf(ports, host, item) }
}

async function formerMail(ports: Ports, publicUrl: string, host: string, item: OutboxItem): Promise<Letter | Delivery> {
  const body = await formerLetter(ports, publicUrl, item)
  return body === undefined ? pointless : { ...body, messageId: messageIdOf(ports, host, item) }
}

async function counterMail(
  ports: Ports,
  publicUrl: string,
  host: string,
  item: OutboxItem,
): Promise<Letter | Delivery> {
  const body = await counterLetter(ports, publicUrl, item)
  return body === undefined ? pointless : { ...body, messageId: await threadIdOf(ports, host, item) }
}

async function replyMail(ports: Ports, host: string, item: OutboxItem, hasMailIn: boolean): Promise<Letter | Delivery> {
  const body = await replyLetter(ports, item, hasMailIn)
  return body === undefined
    ? { state: 'dead', error: 'no such reply' }
    : { ...body, messageId: await threadIdOf(ports, host, item) }
}

/** Staff hears of requests to be erased. */
async function rightsMail(ports: Ports, publicUrl: string, host: string, item: OutboxItem): Promise<Letter | Delivery> {
  const notice = rightsNotice(item.payload)
  if (notice === undefined) return { state: 'dead', error: 'a mail on rights without a staff or a code' }
  const staff = await ports.directory.staffById(notice.staffId)
  if (staff === undefined || staff.removedAt !== null) return pointless
  return { ...rightsLetter(notice, publicUrl, staff), messageId: messageIdOf(ports, host, item) }
}

async function dossierMail(ports: Ports, host: string, item: OutboxItem): Promise<Letter | Delivery> {
  const c = item.caseId === undefined ? undefined : await ports.ledger.caseById(item.caseId)
  // A case that went back to its requester has no dossier any more; the next one is mailed anew.
  if (c === undefined || c.manifest === null) return pointless
  const to = mailboxOf(ports, c)
  if (to === undefined) return pointless
  const letter = await dossierLetter(ports, c, to, host)
  return 'fault' in letter ? { state: 'dead', error: letter.fault } : letter
}
