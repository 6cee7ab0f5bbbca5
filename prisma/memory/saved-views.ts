import { type SavedViews, savedViewsMax } from '../../core/handling/saved-views.ts'
import type { State } from './state.ts'

export function memorySavedViews({ savedViews }: State): SavedViews {
  return {
    viewsOf: async (staffId) => savedViews.get(staffId) ?? [],
    async keepView(staffId, view) {
      const known = savedViews.get(staffId) ?? []
      const isKnown = known.some(({ id }) => id === view.id)
      if (!isKnown && known.length >= savedViewsMax) return false
      savedViews.set(staffId, isKnown ? known.map((one) => (one.id === view.id ? view : one)) : [...known, view])
      return true
    },
    async dropView(staffId, id) {
      savedViews.set(
        staffId,
        (savedViews.get(staffId) ?? []).filter((one) => one.id !== id),
      )
    },
  }
}
