import type { ReplyLease } from '../../core/handling/ledger.ts'
import type { Outbox, OutboxItem } from '../../core/handling/outbox.ts'
import type { OutboxRow, State } from './state.ts'

const isDone = ({ state }: OutboxRow) => state === 'sent' || state === 'dead'

export function memoryOutbox(state: State): Outbox {
  return {
    async claim(lane, limit, at, leaseMs) {
      const free = heads(state).filter((row) => row.owed.lane === lane && isFree(row, at))
      return free.slice(0, limit).map((row) => lease(state, row, at, leaseMs))
    },
    async settle(outcomes) {
      for (const outcome of outcomes) {
        const row = state.outbox[outcome.id - 1]
        if (row === undefined || isDone(row)) continue
        row.state = outcome.state === 'due' && isSuperseded(state, row) ? 'sent' : outcome.state
        if (outcome.state === 'sent' && outcome.ref !== undefined) row.ref = outcome.ref
        if ('notBefore' in outcome) row.notBefore = outcome.notBefore
      }
    },
    async release() {
      for (const row of state.outbox) if (row.state === 'sending') row.leaseUntil = row.leasedAt
    },
    refOf: async (replaces) => lastRef(state, replaces),
    async nextDueAt(lane) {
      const open = state.outbox.filter((row) => !isDone(row) && row.owed.lane === lane)
      return open.map((row) => (row.state === 'sending' ? row.leaseUntil : row.notBefore)).toSorted()[0]
    },
    async pending() {
      const open = state.outbox.filter((row) => row.state !== 'sent')
      return open.map((row) => ({ lane: row.owed.lane, state: row.state, count: 1, oldest: row.notBefore }))
    },
  }
}

/** Leases the first new reply to each of these chats, unless something waits for it that is not at hand. */
export function leaseReplies(
  state: State,
  targets: ReadonlySet<string>,
  at: string,
  { leaseMs, held }: ReplyLease,
): readonly OutboxItem[] {
  return [...targets].flatMap((target) => {
    const open = state.outbox.filter((row) => !isDone(row) && row.owed.target === target)
    const next = open.find((row) => row.state !== 'sending' || !held.has(target))
    const { lane, replaces } = next?.owed ?? {}
    const isReply = lane === 'interactive' && replaces === undefined && next?.state === 'due' && next.attempts === 0
    return next !== undefined && isReply && isFree(next, at) ? [lease(state, next, at, leaseMs)] : []
  })
}

/** The first undone row of every target. */
function heads(state: State): readonly OutboxRow[] {
  const firsts = new Map<string, OutboxRow>()
  for (const row of state.outbox) if (!isDone(row) && !firsts.has(row.owed.target)) firsts.set(row.owed.target, row)
  return [...firsts.values()]
}

const isFree = (row: OutboxRow, at: string): boolean =>
  row.state === 'sending' ? row.leaseUntil <= at : row.notBefore <= at

function lease(state: State, row: OutboxRow, at: string, leaseMs: number): OutboxItem {
  const isAmbiguous = row.state === 'ambiguous' || row.state === 'sending'
  row.state = 'sending'
  row.attempts += 1
  row.leasedAt = row.attempts === 1 ? at : row.leasedAt
  row.leaseUntil = new Date(Date.parse(at) + leaseMs).toISOString()
  const { replaces, target } = row.owed
  const previousRef = replaces === undefined ? undefined : lastRef(state, replaces)
  const chat = target.startsWith('chat:') ? state.chats.get(target.slice('chat:'.length)) : undefined
  return {
    ...row.owed,
    id: row.id,
    attempts: row.attempts,
    isAmbiguous,
    leasedAt: row.leasedAt,
    ...(previousRef !== undefined && { previousRef }),
    ...(chat !== undefined && { address: chat.state.address, language: chat.state.language }),
  }
}

/** True when a newer repaint of the same view waits: it shows all that this one would have shown. */
const isSuperseded = (state: State, row: OutboxRow): boolean =>
  row.owed.replaces !== undefined &&
  state.outbox.some((one) => one !== row && one.owed.replaces === row.owed.replaces && one.state === 'due')

const lastRef = (state: State, replaces: string): string | undefined =>
  state.outbox.findLast((one) => one.owed.replaces === replaces && one.ref !== undefined)?.ref
