import { isOpen } from '../../core/case/status.ts'
import type { Identities } from '../../core/handling/identities.ts'
import { bound } from '../../core/identity/binding.ts'
import { afterMiss, codeRules, type Guessed } from '../../core/identity/code.ts'
import { isSameSubject, type Subject } from '../../core/identity/subject.ts'
import type { CodeRow, State } from './state.ts'

const keyOf = ({ kind, value }: Subject): string => `${kind}:${value}`
const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

export function memoryIdentities(state: State): Identities {
  return {
    async requestCode({ key, chat, caseId, subject, at }) {
      if (state.codes.has(key)) return true
      const asked = [...state.codes.values()].filter(
        (code) => code.chat === chat && code.at > later(at, -codeRules.windowMs),
      )
      if (asked.length >= codeRules.asksMax) return false
      state.codes.set(key, { key, chat, caseId, subject, at, tries: 0 })
      return true
    },
    async armCode({ key, subject, digits, at }) {
      const code = state.codes.get(key)
      if (code === undefined || code.spentBy !== undefined || !isSameSubject(code.subject, subject)) return false
      state.codes.set(key, { ...code, digits, expiresAt: code.expiresAt ?? later(at, codeRules.lifeMs) })
      return true
    },
    async guess(guess) {
      const code = [...state.codes.values()]
        .filter((one) => one.chat === guess.chat && one.caseId === guess.caseId && one.digits !== undefined)
        .filter((one) => isSameSubject(one.subject, guess.subject))
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .at(-1)
      if (code === undefined) return { is: 'none' }
      const isOver = standing(code, guess.key, guess.at)
      if (isOver !== undefined) return isOver
      const tries = code.tries + 1
      const isRight = code.digits === guess.digits
      state.codes.set(code.key, { ...code, tries, ...(isRight && { spentBy: guess.key }) })
      return isRight ? { is: 'right' } : afterMiss(tries)
    },
    async bind(subject, proving) {
      const binding = bound(state.bindings.get(keyOf(subject)), proving)
      state.bindings.set(keyOf(subject), binding)
      return binding
    },
    binding: async (subject) => state.bindings.get(keyOf(subject)),
    async claim(caseId, numbers, isProved) {
      state.claims.set(caseId, { numbers: numbers.map(keyOf), isProved })
    },
    rivalsOf: async (caseId, limit) => rivalsOf(state, caseId).slice(0, limit),
    async sweep(at) {
      const old = [...state.codes.values()].filter((code) => code.at <= later(at, -codeRules.windowMs))
      for (const { key } of old) state.codes.delete(key)
      const free = [...state.bindings].filter(([, { chat, coolsUntil }]) => chat === '' && (coolsUntil ?? '') <= at)
      for (const [key] of free) state.bindings.delete(key)
      return old.length + free.length
    },
  }
}

/** What a code says to any guess, when it is not to be judged any more. */
function standing({ spentBy, tries, expiresAt = '' }: CodeRow, key: string, at: string): Guessed | undefined {
  if (spentBy === key) return { is: 'right' }
  if (spentBy !== undefined || tries >= codeRules.triesMax) return { is: 'used-up' }
  return expiresAt <= at ? { is: 'expired' } : undefined
}

function rivalsOf(state: State, caseId: string): readonly string[] {
  const mine = state.claims.get(caseId)?.numbers ?? []
  const own = state.cases.get(caseId)
  return [...state.claims]
    .filter(([id, { numbers }]) => id !== caseId && numbers.some((subject) => mine.includes(subject)))
    .flatMap(([id, { isProved }]) => {
      const c = state.cases.get(id)
      return c === undefined ? [] : [{ c, isProved }]
    })
    .filter(({ c }) => isOpen(c.status) && c.requester !== own?.requester)
    .toSorted(
      (a, b) =>
        Number(b.isProved) - Number(a.isProved) ||
        a.c.openedAt.localeCompare(b.c.openedAt) ||
        a.c.number.localeCompare(b.c.number),
    )
    .map(({ c }) => c.id)
}
