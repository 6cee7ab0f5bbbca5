import { daysAfter, lifeDays } from '../../core/case/deadline.ts'
import { isOpen } from '../../core/case/status.ts'
import type { Inbox, Turn } from '../../core/handling/inbox.ts'
import type { InboxRow, State } from './state.ts'

export function memoryInbox(state: State, now: () => string): Inbox {
  return {
    async receive(batch) {
      const before = state.inbox.length
      for (const { key, chat, address, language, payload } of batch) {
        if (!state.chats.has(chat))
          state.chats.set(chat, { ref: chat, turn: 0, state: { address, language, ...openingsOf(state, chat, now()) } })
        if (state.inbox.some((row) => row.key === key)) continue
        const row = { seq: state.inbox.length + 1, key, chat, payload, receivedAt: now(), attempts: 0, retryAt: '' }
        state.inbox.push({ ...row, isDone: false })
      }
      return state.inbox.length - before
    },
    async next(limit, busy) {
      const oldest = new Map<string, InboxRow>()
      for (const row of state.inbox) if (!row.isDone && !oldest.has(row.chat)) oldest.set(row.chat, row)
      const ready = [...oldest.values()].filter(
        (row) => !busy.includes(row.chat) && row.retryAt <= now() && !isBeingAsked(state, row.chat, now()),
      )
      return ready.slice(0, limit).flatMap((row) => turnOf(state, row, now()))
    },
    async fail(seq, _, retryAt) {
      const row = state.inbox.find((one) => one.seq === seq)
      if (row === undefined) return { attempts: 0 }
      row.attempts += 1
      row.retryAt = retryAt
      return { attempts: row.attempts }
    },
    isWaiting: async () => state.inbox.some(({ isDone }) => !isDone),
  }
}

/** What a chat opened within a day, also before it was erased. */
function openingsOf(state: State, chat: string, now: string) {
  const openings = state.openings.filter((one) => one.chat === chat && one.at > daysAfter(now, -1)).map(({ at }) => at)
  return openings.length === 0 ? {} : { openings }
}

/** As many cases of a chat as a turn gets. */
const casesMax = 20

function turnOf(state: State, { seq, payload, knock, attempts, chat: ref }: InboxRow, now: string): readonly Turn[] {
  const chat = state.chats.get(ref)
  if (chat === undefined) return []
  const cases = [...state.cases.values()].filter(
    (c) => c.requester === ref && (isOpen(c.status) || daysAfter(c.endedAt ?? now, lifeDays.reopen) > now),
  )
  return [
    {
      seq,
      payload,
      attempts,
      chat,
      cases: cases
        .toReversed()
        .toSorted((a, b) => Number(isOpen(b.status)) - Number(isOpen(a.status)))
        .slice(0, casesMax)
        .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)),
      asked: asked(state, ref),
      ...(knock !== undefined && { knock }),
    },
  ]
}

/** True while a question to the chat is on its way: only its message id tells what is an answer to it. */
const isBeingAsked = (state: State, chat: string, now: string): boolean =>
  state.outbox.some(
    (row) =>
      row.owed.asks === true && row.owed.target === `chat:${chat}` && row.state === 'sending' && row.leaseUntil > now,
  )

function asked(state: State, chat: string): Turn['asked'] {
  const row = state.outbox.findLast(({ owed }) => owed.asks === true && owed.target === `chat:${chat}`)
  if (row === undefined) return 'none'
  if (row.ref !== undefined) return Number(row.ref)
  return row.state === 'dead' ? 'none' : 'waiting'
}
