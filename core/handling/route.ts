import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { Message } from '../message/message.ts'
import { toldAt } from '../message/quiet.ts'
import { counterRows } from './counter-rows.ts'
import type { OwedRow } from './outbox.ts'
import { radarRow } from './radar.ts'
import { reminderRow } from './reminder.ts'

/** What decides where a message goes. */
export interface Routing {
  readonly agencies: readonly Agency[]
  readonly has: {
    readonly slack: boolean
    readonly mail: boolean /** Other helpdesks may be told what happens. */
    readonly hooks?: boolean
  }
}

/** When a message is owed, and whether its requester waits before the chat. */
export interface Occasion {
  readonly at: string
  readonly isAwaited: boolean
}

/** The rows that a message becomes; a knock becomes an inbox row instead, and what has no way out becomes none. */
export function route(
  message: Message,
  c: Case,
  n: number,
  { agencies, has }: Routing,
  { at, isAwaited }: Occasion,
): readonly OwedRow[] {
  const row = { dedup: `${c.id}:${c.revision}:${n}:${message.to}:${message.what}`, caseId: c.id }
  const agency = agencies.find(({ code }) => code === c.agency)
  switch (message.to) {
    case 'requester':
      if (message.what === 'knock') return []
      if (c.counter !== undefined) return counterRows(message, row, c, isAwaited)
      return [toRequester(message, row, c, saidAt(message, at, isAwaited, agency))]
    case 'verifiers': {
      const channel = agency?.slackChannel
      if (message.what === 'card') return has.slack && channel !== undefined ? [card(row, channel, c)] : []
      return [{ ...row, lane: 'work', target: `work:${c.id}`, kind: 'tell-verifiers', payload: { code: message.code } }]
    }
    case 'agents': {
      const room = agency?.contactCenter?.slackChannel
      if (message.what === 'card') return has.slack && room !== undefined ? [card(row, room, c, 'ticket')] : []
      return [{ ...row, lane: 'work', target: `work:${c.id}`, kind: 'tell-agents', payload: { code: message.code } }]
    }
    case 'former-agency': {
      const former = agencies.find(({ code }) => code === c.answers.formerAgency)
      if (former === undefined) return []
      return [{ ...row, lane: 'work', target: `work:${c.id}`, kind: 'tell-former-agency', payload: {} }]
    }
    case 'contact-center':
      return has.mail
        ? [{ ...row, lane: 'bulk', target: 'mail:contact-center', kind: 'dossier-mail', payload: {} }]
        : []
    case 'house':
      if (message.what === 'evidence-copies' && (agency?.evidenceInSlack === undefined || !has.slack)) return []
      if (message.what === 'remind') return [reminderRow(c, agencies, c.dueSince ?? at)].flatMap((one) => one ?? [])
      if (message.what === 'radar') return [radarRow(c, agencies, at)].flatMap((one) => one ?? [])
      return [toHouse(message, row, c)]
  }
}

type Key = Pick<OwedRow, 'dedup'> & { readonly caseId: string }

type ToRequester = Extract<Message, { to: 'requester' }>

/** When the quiet hours of a requester are over; undefined for what is said at once. */
const saidAt = (
  message: ToRequester,
  at: string,
  isAwaited: boolean,
  agency: Agency | undefined,
): string | undefined =>
  message.what === 'notice' ? toldAt(message.code, at, isAwaited, agency?.quietHours) : undefined

function toRequester(message: ToRequester, row: Key, c: Case, notBefore: string | undefined): OwedRow {
  // Not a row of the chat: nothing else of the chat must wait behind it.
  if (message.what === 'notice' && notBefore !== undefined)
    return {
      ...row,
      lane: 'work',
      target: `quiet:${c.requester}`,
      kind: 'quiet-notice',
      payload: { code: message.code, ...message.detail },
      notBefore,
    }
  const to = { ...row, target: `chat:${c.requester}` } as const
  if (message.what === 'reply') return { ...to, lane: 'bulk', kind: 'reply', payload: { n: message.n } }
  if (message.what === 'notice')
    return { ...to, lane: 'bulk', kind: 'notice', payload: { code: message.code, ...message.detail } }
  return { ...to, lane: 'bulk', kind: 'panel', replaces: `panel:${c.id}`, payload: {} }
}

const card = (row: Key, channel: string, c: Case, kind: 'card' | 'ticket' = 'card'): OwedRow => ({
  ...row,
  lane: 'bulk',
  target: `slack:${channel}`,
  kind,
  replaces: `${kind}:${c.id}`,
  payload: {},
})

type ToHouse = Exclude<Extract<Message, { to: 'house' }>, { what: 'remind' | 'radar' }>

function toHouse(message: ToHouse, row: Key, c: Case): OwedRow {
  const work = { ...row, lane: 'work', kind: message.what } as const
  if (message.what === 'fetch-evidence')
    return {
      ...work,
      lane: 'evidence',
      dedup: `${c.id}:fetch:${message.fileId}`,
      target: `file:${message.fileId}`,
      payload: { fileId: message.fileId },
    }
  // One after another for a chat, also over several cases: its codes are counted.
  if (message.what === 'send-code') return { ...work, target: `code:${c.requester}`, payload: {} }
  // Pictures take their time, and what is seen in them is only a hint: no other work of the case waits for it.
  if (message.what === 'compare-evidence') return { ...work, target: `compare:${c.id}`, payload: {} }
  if (message.what === 'note-words') return { ...work, target: `words:${c.id}`, replaces: `words:${c.id}`, payload: {} }
  if (message.what === 'evidence-copies')
    return {
      ...work,
      dedup: `${row.dedup}:${message.staffId}`,
      target: `work:${c.id}`,
      payload: { staffId: message.staffId },
    }
  if (message.what === 'tell-colleague')
    return { ...work, target: `work:${c.id}`, payload: { staffId: message.staffId, code: message.code } }
  if (message.what === 'link-back') return { ...work, target: `work:${c.id}`, payload: { number: message.number } }
  if ('at' in message)
    return {
      ...work,
      dedup: `${row.dedup}:${message.at}`,
      target: `timer:${row.dedup}`,
      notBefore: message.at,
      payload: 'endsAt' in message ? { endsAt: message.endsAt } : {},
    }
  return { ...work, target: `work:${c.id}`, payload: {} }
}
