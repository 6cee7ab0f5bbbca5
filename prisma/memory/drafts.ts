import { type DraftStore, type Drafts, draftKinds, draftMax } from '../../core/handling/drafts.ts'
import type { State } from './state.ts'

export function memoryDrafts({ cases, drafts }: State): DraftStore {
  return {
    async draftsOf(staffId, caseId) {
      const own = [...drafts.values()].filter((one) => one.staffId === staffId && one.caseId === caseId)
      return Object.fromEntries(own.map(({ kind, text }) => [kind, text])) as Drafts
    },
    async keepDrafts(staffId, caseId, words, at) {
      for (const kind of draftKinds) {
        const text = words[kind]
        const key = `${caseId}|${staffId}|${kind}`
        if (text === undefined) continue
        if (text.trim() === '') drafts.delete(key)
        else if (cases.has(caseId)) drafts.set(key, { staffId, caseId, kind, text: text.slice(0, draftMax), at })
      }
    },
    async sweepDrafts(before) {
      const old = [...drafts].filter(([, { at }]) => at < before)
      for (const [key] of old) drafts.delete(key)
      return old.length
    },
  }
}
