import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { Message } from '../message/message.ts'
import type { OwedRow } from './outbox.ts'

/** What decides where a message goes. */
export interface Routing {
  readonly agencies: readonly Agency[]
  readonly has: { readonly slack: boolean; readonly mail: boolean }
}

/** The rows that a message becomes; a knock becomes an inbox row instead, and what has no way out becomes none. */
export function route(message: Message, c: Case, n: number, { agencies, has }: Routing): readonly OwedRow[] {
  const row = { dedup: `${c.id}:${c.revision}:${n}:${message.to}:${message.what}`, caseId: c.id }
  const agency = agencies.find(({ code }) => code === c.agency)
  switch (message.to) {
    case 'requester':
      return message.what === 'knock' ? [] : [toRequester(message, row, c)]
    case 'verifiers': {
      const channel = agency?.slackChannel
      if (message.what === 'card') return has.slack && channel !== undefined ? [card(row, channel, c)] : []
      return [{ ...row, lane: 'work', target: `work:${c.id}`, kind: 'tell-verifiers', payload: { code: message.code } }]
    }
    case 'agents':
      return [{ ...row, lane: 'work', target: `work:${c.id}`, kind: 'tell-agents', payload: { code: message.code } }]
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
      return [toHouse(message, row, c)]
  }
}

type Key = Pick<OwedRow, 'dedup'> & { readonly caseId: string }

function toRequester(message: Extract<Message, { to: 'requester' }>, row: Key, c: Case): OwedRow {
  const to = { ...row, target: `chat:${c.requester}` } as const
  if (message.what === 'notice')
    return { ...to, lane: 'bulk', kind: 'notice', payload: { code: message.code, ...message.detail } }
  return { ...to, lane: 'bulk', kind: 'panel', replaces: `panel:${c.id}`, payload: {} }
}

const card = (row: Key, channel: string, c: Case): OwedRow => ({
  ...row,
  lane: 'bulk',
  target: `slack:${channel}`,
  kind: 'card',
  replaces: `card:${c.id}`,
  payload: {},
})

function toHouse(message: Extract<Message, { to: 'house' }>, row: Key, c: Case): OwedRow {
  const work = { ...row, lane: 'work', kind: message.what } as const
  if (message.what === 'fetch-evidence')
    return {
      ...work,
      dedup: `${c.id}:fetch:${message.fileId}`,
      target: `file:${message.fileId}`,
      payload: { fileId: message.fileId },
    }
  // One after another for a chat, also over several cases: its codes are counted.
  if (message.what === 'send-code') return { ...work, target: `code:${c.requester}`, payload: {} }
  if ('at' in message)
    return {
      ...work,
      dedup: `${row.dedup}:${message.at}`,
      target: `timer:${row.dedup}`,
      notBefore: message.at,
      payload: {},
    }
  return { ...work, target: `work:${c.id}`, payload: {} }
}
