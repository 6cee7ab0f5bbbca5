import type { Case } from '../../core/case/case.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Subject } from '../../core/identity/subject.ts'
import type { Erasure } from '../../core/privacy/erasure.ts'
import { forgetPrints } from './evidence-prints.ts'
import { owe } from './ledger.ts'
import type { CodeRow, OutboxRow, State } from './state.ts'

/** Takes a case out of the state, and keeps the fact. */
export function eraseCase(state: State, c: Case, erasure: Erasure, owed: readonly OwedRow[], now: string): void {
  const { id, number, agency } = c
  state.erased.set(id, { id, number, agency, erasure, events: (state.events.get(id)?.length ?? 0) + 1 })
  state.openings.push({ chat: c.requester, at: c.openedAt })
  for (const held of [state.cases, state.events, state.leases, state.claims]) held.delete(id)
  forgetPrints(state, id)
  state.searchWords.delete(id)
  for (const [key, { caseId }] of state.drafts) if (caseId === id) state.drafts.delete(key)
  dropRows(state, (row) => row.owed.caseId === id && row.state !== 'sent')
  for (const row of state.inbox) if (row.knock === id) row.isDone = true
  blankCodes(state, ({ caseId }) => caseId === id)
  for (const row of owed) owe(state, row, now)
}

export function eraseChat(state: State, chat: string, now: string): void {
  state.chats.delete(chat)
  for (const row of state.inbox) if (row.chat === chat) row.isDone = true
  dropRows(state, ({ owed }) => owed.target === `chat:${chat}`)
  for (const [key, binding] of state.bindings) {
    if (binding.chat === chat) untie(state, key, now, binding.previous ?? '')
    else if (binding.previous === chat) state.bindings.set(key, { ...binding, previous: null })
  }
  blankCodes(state, (code) => code.chat === chat)
}

/** A binding that still cools is given to `next`, so that coming again is no way around the wait; any other goes. */
function untie(state: State, key: string, now: string, next: string): boolean {
  const binding = state.bindings.get(key)
  if (binding === undefined || (binding.coolsUntil ?? '') <= now) return state.bindings.delete(key)
  state.bindings.set(key, { ...binding, chat: next, previous: null, by: 'code', key: '' })
  return binding.chat !== next
}

/** Leaves of codes only when their chat asked, so that erasing is no way around how many it may ask for in a day. */
function blankCodes(state: State, isMeant: (code: CodeRow) => boolean): number {
  const meant = [...state.codes.values()].filter(isMeant)
  for (const { key, chat, at } of meant)
    state.codes.set(key, { key, chat, at, caseId: '', subject: { kind: 'nip', value: '' }, tries: 0 })
  return meant.length
}

/** @returns how many rows went */
export function eraseSubject(state: State, { kind, value }: Subject, now: string): number {
  let count = Number(untie(state, `${kind}:${value}`, now, ''))
  count += blankCodes(state, ({ subject }) => subject.kind === kind && subject.value === value)
  for (const [caseId, claimed] of state.claims) {
    const numbers = claimed.numbers.filter((subject) => subject !== `${kind}:${value}`)
    count += claimed.numbers.length - numbers.length
    state.claims.set(caseId, { ...claimed, numbers })
  }
  return count
}

/** The rows stay where they are, for they are found by their place; nobody gets them any more. */
function dropRows(state: State, isMeant: (row: OutboxRow) => boolean): void {
  for (const row of state.outbox) {
    if (!isMeant(row)) continue
    row.state = 'dead'
    row.owed = { ...row.owed, payload: null }
  }
}
