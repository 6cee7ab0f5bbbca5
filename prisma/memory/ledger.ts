import type { Case } from '../../core/case/case.ts'
import { counterPrefix } from '../../core/case/counter.ts'
import { fold } from '../../core/case/evolve.ts'
import type { AuditFinding, CaseQuery, Commit, Ledger } from '../../core/handling/ledger.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { rankOf } from '../../core/ticket/place.ts'
import { byRank, isAmong, type PageQuery } from '../../core/ticket/queue-page.ts'
import { leaseReplies } from './outbox.ts'
import type { State } from './state.ts'

const start = '0000'

export function memoryLedger(state: State, now: () => string): Ledger {
  return {
    async commit(commits) {
      return commits.map((commit) => isCurrent(state, commit) && write(state, commit, now()))
    },
    async commitAndClaim(commits, lease) {
      const isWritten = await this.commit(commits)
      const chats = new Set(
        commits.flatMap(({ chat }, n) => (chat && isWritten[n] === true ? [`chat:${chat.ref}`] : [])),
      )
      return { isWritten, claimed: leaseReplies(state, chats, now(), lease) }
    },
    caseById: async (id) => state.cases.get(id),
    caseByNumber: async (number) => [...state.cases.values()].find((c) => c.number === number),
    find: async (query) => find([...state.cases.values()], query),
    page: async (query) => page(state, query, now()),
    count: async (query, most) => page(state, { ...query, limit: most }, now()).length,
    history: async (caseId) => state.events.get(caseId) ?? [],
    chat: async (ref) => state.chats.get(ref),
    async reserveNumbers(count) {
      state.serial += count
      return Array.from({ length: count }, (_, n) => state.serial - count + n + 1)
    },
    leaseUntil: async (caseId) => state.leases.get(caseId),
    async renewLease(caseId, until) {
      state.leases.set(caseId, until)
    },
    audit: () => audit(state),
  }
}

function isCurrent(state: State, { inboxSeq, chat, changes, answer }: Commit): boolean {
  const row = inboxSeq === undefined ? undefined : state.inbox.find(({ seq }) => seq === inboxSeq)
  if (inboxSeq !== undefined && (row === undefined || row.isDone)) return false
  if (chat !== undefined && state.chats.get(chat.ref)?.turn !== chat.turn) return false
  if (!changes.every(({ before, after }) => state.cases.get(after.id)?.revision === before?.revision)) return false
  if (answer !== undefined && state.apiAnswers.has(answer.key)) throw new Error('this request was answered already')
  return true
}

function write(state: State, { inboxSeq, chat, changes, owed, knocks, answer }: Commit, now: string): true {
  if (answer !== undefined) state.apiAnswers.set(answer.key, answer)
  const row = state.inbox.find(({ seq }) => seq === inboxSeq)
  if (row !== undefined) row.isDone = true
  if (chat !== undefined) state.chats.set(chat.ref, { ...chat, turn: chat.turn + 1 })
  for (const { after, events } of changes) {
    state.cases.set(after.id, after)
    state.events.set(after.id, [...(state.events.get(after.id) ?? []), ...events])
  }
  for (const one of owed) owe(state, one, now)
  for (const { chat: ref, caseId } of knocks) {
    const seq = state.inbox.length + 1
    state.inbox.push({
      seq,
      key: `knock:${seq}`,
      chat: ref,
      payload: null,
      knock: caseId,
      receivedAt: now,
      attempts: 0,
      retryAt: start,
      isDone: false,
    })
  }
  return true
}

/** Puts a row into the outbox, unless it or a repaint of its view waits there. */
export function owe(state: State, owed: OwedRow, now: string): void {
  const isKnown = state.outbox.some(
    (row) =>
      row.owed.dedup === owed.dedup ||
      (owed.replaces !== undefined && row.owed.replaces === owed.replaces && row.state === 'due'),
  )
  if (isKnown) return
  const id = state.outbox.length + 1
  state.outbox.push({
    id,
    owed,
    state: 'due',
    notBefore: owed.notBefore ?? now,
    attempts: 0,
    leasedAt: '',
    leaseUntil: '',
  })
}

function find(
  cases: readonly Case[],
  { agencies, statuses, verifier, agent, requester, counter, openedAfter, limit }: CaseQuery,
): readonly Case[] {
  return cases
    .filter((c) => agencies === undefined || (c.agency !== null && agencies.includes(c.agency)))
    .filter((c) => statuses === undefined || statuses.includes(c.status))
    .filter((c) => requester === undefined || c.requester === requester)
    .filter((c) => counter === undefined || c.requester.startsWith(counterPrefix(counter.openedBy)))
    .filter((c) => openedAfter === undefined || c.openedAt > openedAfter)
    .filter(
      (c) => (verifier === undefined || c.verifier?.id === verifier) && (agent === undefined || c.agent?.id === agent),
    )
    .toSorted(
      (a, b) =>
        Number(b.isUrgent) - Number(a.isUrgent) ||
        (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
        a.number.localeCompare(b.number),
    )
    .slice(0, limit)
}

function page(state: State, { after = '', limit, ...query }: PageQuery, now: string): readonly Case[] {
  const behind = [...state.cases.values()].filter((c) => rankOf(c) > after && isAmong(c, query, now))
  return behind.toSorted(byRank).slice(0, limit)
}

async function* audit(state: State): AsyncGenerator<AuditFinding> {
  for (const c of state.cases.values()) {
    const events = state.events.get(c.id) ?? []
    const isEqual = JSON.stringify(fold(events)) === JSON.stringify(c)
    yield { number: c.number, events: events.length, fault: isEqual ? null : 'fold-differs' }
  }
  for (const { number, events } of state.erased.values()) yield { number, events, fault: null, isErased: true }
}
