import type { Case } from '../../core/case/case.ts'
import { turnOf } from '../../core/case/turn.ts'
import type { Deliver, Delivery } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { StaffNoticeCode } from '../../core/message/message.ts'
import { erasedText } from '../text/rights.ts'
import { noticeSentences } from '../text/slack-home.ts'
import { section } from './blocks.ts'
import { failureOf } from './clients.ts'
import { digest } from './digest.ts'
import { sendCopies } from './evidence-copies.ts'
import { failed } from './failed-call.ts'
import { formerTask } from './former-task.ts'
import { homeOf } from './home-of.ts'
import { gone, paint, post, type Sender, tsIn } from './post.ts'
import { reviewCard } from './review-card.ts'
import { circumstances } from './room.ts'
import { ticketCard } from './ticket-card.ts'
import { afterReview } from './waiting.ts'

const done: Delivery = { state: 'sent' }

type Send = (s: Sender, item: OutboxItem, channel: string) => Promise<Delivery>

/** Every kind of row that is owed to Slack. */
const kinds: Readonly<Record<string, Send>> = {
  card: sendCard,
  ticket: sendTicket,
  'erased-card': sendErased,
  'evidence-copies': sendCopies,
  'former-task': sendFormerTask,
  'staff-notice': sendNotice,
  digest: sendDigest,
  home: publishHome,
}

/** Delivers the rows of targets `slack:<channel or user>`. */
export const slackDelivery =
  (s: Sender): Deliver =>
  async (item) => {
    const send = kinds[item.kind]
    if (send === undefined) return { state: 'dead', error: `Slack knows no ${item.kind}` }
    return send(s, item, item.target.slice('slack:'.length))
  }

/** One card per case: posted once, then edited in place, so that a busy case does not ring all day. */
async function sendCard(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const c = await caseOf(s, item)
  if (c === undefined) return { state: 'dead', error: 'no such case' }
  return paint(s, item, channel, reviewCard(c, await s.ports.ledger.history(c.id), circumstances(s, 'id')))
}

/** The card of the agents, kept as the other one is. */
async function sendTicket(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const c = await caseOf(s, item)
  if (c === undefined) return { state: 'dead', error: 'no such case' }
  return paint(s, item, channel, ticketCard(c, circumstances(s, 'id')))
}

/** The one task of the agency that the requester left. */
async function sendFormerTask(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const c = await caseOf(s, item)
  return c === undefined
    ? { state: 'dead', error: 'no such case' }
    : paint(s, item, channel, formerTask(c, circumstances(s, 'id')))
}

/** In place of the card of a case that is erased. */
async function sendErased(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const ts = tsIn(item.previousRef, channel)
  if (ts === undefined) return done
  const text = erasedText.id(textIn(item.payload, 'number') ?? '')
  try {
    await s.outboxClient.chat.update({ channel, ts, text, blocks: [section(text)], parse: 'none' })
    return done
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused' && gone.has(failure.code)) return done
    return failed(s, error, () => new Outage('Slack did not answer an edit'))
  }
}

/** What interrupts: a reply below the card, shown in the channel too; it mentions nobody. */
async function sendNotice(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const c = await caseOf(s, item)
  if (c === undefined) return { state: 'dead', error: 'no such case' }
  const sentence = noticeSentences[codeOf(item)](c.number).id
  const [card, ticket] = await Promise.all([`card:${c.id}`, `ticket:${c.id}`].map((of) => s.ports.outbox.refOf(of)))
  const ts = tsIn(card, channel) ?? tsIn(ticket, channel)
  return post(s, item, channel, { text: sentence, blocks: [section(sentence)] }, ts)
}

async function sendDigest(s: Sender, item: OutboxItem, channel: string): Promise<Delivery> {
  const agencies = s.ports.agencies.filter(({ slackChannel }) => slackChannel === channel)
  const codes = agencies.map(({ code }) => code)
  const statuses = ['submitted', 'in-review', 'returned', ...afterReview] as const
  const cases = await s.ports.ledger.find({ agencies: codes, statuses, limit: 200 })
  const theirs = cases.filter((c) => turnOf(c) === 'verifier')
  const screen = digest(theirs, agencies.map(({ name }) => name).join(', '), circumstances(s, 'id'))
  return screen === undefined ? done : post(s, item, channel, screen)
}

async function publishHome(s: Sender, _item: OutboxItem, user: string): Promise<Delivery> {
  const language = await s.people.languageOf(user)
  const view = await homeOf(s, user, 0, circumstances(s, language))
  try {
    await s.client.views.publish({ user_id: user, view })
    return done
  } catch (error) {
    return failed(s, error, () => new Outage('Slack did not answer a home tab'))
  }
}

const caseOf = ({ ports }: Sender, { caseId }: OutboxItem): Promise<Case | undefined> =>
  caseId === undefined ? Promise.resolve(undefined) : ports.ledger.caseById(caseId)

function codeOf({ payload }: OutboxItem): StaffNoticeCode {
  const code = textIn(payload, 'code')
  if (code !== undefined && isNoticeCode(code)) return code
  throw new Error('a notice without a code')
}

const isNoticeCode = (code: string): code is StaffNoticeCode => Object.hasOwn(noticeSentences, code)

function textIn(payload: unknown, key: string): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const value: unknown = Reflect.get(payload, key)
  return typeof value === 'string' ? value : undefined
}
