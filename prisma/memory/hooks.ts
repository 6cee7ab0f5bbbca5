import { type Hooks, hooksMax } from '../../core/handling/hooks.ts'
import type { State } from './state.ts'

export function memoryHooks({ hooks, hookDeliveries }: State): Hooks {
  return {
    async saveHook(hook) {
      if (!hooks.has(hook.id)) hooks.set(hook.id, hook)
    },
    async hooks() {
      const told = [...hooks.values()].filter(({ endedAt }) => endedAt === null)
      return told.toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, hooksMax)
    },
    hookById: async (id) => hooks.get(id),
    async endHook(id, at) {
      const hook = hooks.get(id)
      if (hook === undefined || hook.endedAt !== null) return false
      hooks.set(id, { ...hook, endedAt: at })
      return true
    },
    async noteDelivery(delivery) {
      hookDeliveries.set(delivery.id, delivery)
    },
    deliveryById: async (id) => hookDeliveries.get(id),
    async deliveries(hookIds, { before, limit }) {
      const found = [...hookDeliveries.values()].filter(
        ({ hookId, at }) => hookIds.includes(hookId) && (before === undefined || at < before),
      )
      return found.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1)).slice(0, limit)
    },
    async sweepDeliveries(before) {
      const old = [...hookDeliveries.values()].filter(({ at }) => at < before)
      for (const { id } of old) hookDeliveries.delete(id)
      return old.length
    },
  }
}
