import type { Rights } from '../../core/handling/rights.ts'
import type { KeptCase } from '../../core/privacy/retention.ts'
import { eraseCase, eraseChat, eraseSubject } from './erase.ts'
import { memoryErasureRequests } from './erasure-requests.ts'
import { forgetPrints } from './evidence-prints.ts'
import type { State } from './state.ts'

export function memoryRights(state: State, now: () => string): Rights {
  const holds = new Map<string, string>()
  const { requests, forget } = memoryErasureRequests()
  const kept = (): readonly KeptCase[] =>
    [...state.cases.values()].map((c) => ({
      case: c,
      hold: holds.get(c.id) ?? null,
      filesErasedAt: state.filesErased.get(c.id) ?? null,
    }))
  return {
    chatRef: (chatId) => `ref${chatId}`,
    casesOf: async (chat) =>
      kept()
        .filter(({ case: c }) => c.requester === chat)
        .toSorted((a, b) => b.case.openedAt.localeCompare(a.case.openedAt)),
    keptCase: async (caseId) => kept().find(({ case: c }) => c.id === caseId),
    walk: async ({ after, limit, endedBefore }) =>
      kept()
        .filter(({ case: c }) => c.number > after)
        .filter(({ case: c }) => endedBefore === undefined || (c.endedAt !== null && c.endedAt < endedBefore))
        .toSorted((a, b) => (a.case.number < b.case.number ? -1 : 1))
        .slice(0, limit),
    async erase(c, erasure, owed) {
      if (state.cases.get(c.id)?.revision !== c.revision || holds.has(c.id)) return false
      eraseCase(state, c, erasure, owed, now())
      return true
    },
    erased: async (idOrNumber) =>
      [...state.erased.values()].find(({ id, number }) => id === idOrNumber || number === idOrNumber),
    async eraseChat(chat) {
      if (!state.chats.has(chat) || kept().some(({ case: c }) => c.requester === chat)) return false
      if (state.inbox.some((row) => row.chat === chat && !row.isDone)) return false
      eraseChat(state, chat, now())
      forget(chat)
      return true
    },
    eraseSubject: async (subject) => eraseSubject(state, subject, now()),
    async eraseRosterLine({ kind, value }) {
      const found = [...state.roster].filter(([, line]) => value !== '' && line[kind] === value)
      for (const [key] of found) state.roster.delete(key)
      return found.length > 0
    },
    async setHold(caseId, why) {
      if (!state.cases.has(caseId)) return false
      if (why === null) holds.delete(caseId)
      else holds.set(caseId, why)
      return true
    },
    async markFilesErased(caseId, at) {
      state.filesErased.set(caseId, at)
      forgetPrints(state, caseId)
    },
    async silentChats(before, limit) {
      const speaking = speakingSince(state, before)
      for (const { chat } of await requests.openRequests()) speaking.add(chat)
      const heard = new Set(state.inbox.map(({ chat }) => chat))
      return [...state.chats.keys()].filter((chat) => heard.has(chat) && !speaking.has(chat)).slice(0, limit)
    },
    bindingsOf: async (chat) => [...state.bindings.values()].filter((binding) => binding.chat === chat),
    looksAt: async (caseId) => state.accesses.filter((look) => look.caseId === caseId),
    ...requests,
  }
}

const speakingSince = (state: State, before: string): Set<string> =>
  new Set([
    ...[...state.cases.values()].map(({ requester }) => requester),
    ...[...state.bindings.values()].map(({ chat }) => chat),
    ...state.inbox.filter(({ receivedAt }) => receivedAt > before).map(({ chat }) => chat),
  ])
