import type { StaffRef } from '../../core/case/case.ts'

/** How long after the last key somebody still counts as typing, in milliseconds. */
const typingMs = 20_000

/** A colleague who has a case open. */
export interface Present extends StaffRef {
  readonly isTyping: boolean
}

/** Who has which case open just now, as far as this program's own pages tell; never stored. */
export class Presence {
  readonly #open = new Map<string, Set<StaffRef>>()
  /** When each last typed, by case and person. */
  readonly #typed = new Map<string, number>()
  readonly #changed: (caseId: string) => void

  constructor(changed: (caseId: string) => void) {
    this.#changed = changed
  }

  /** A page of the case was opened. @returns what its end calls */
  enter(caseId: string, staff: StaffRef): () => void {
    const page = { id: staff.id, name: staff.name }
    const pages = this.#open.get(caseId) ?? new Set()
    this.#open.set(caseId, pages.add(page))
    this.#changed(caseId)
    return () => {
      if (!pages.delete(page)) return
      if (pages.size === 0 && this.#open.get(caseId) === pages) this.#open.delete(caseId)
      this.#typed.delete(keyOf(caseId, staff.id))
      this.#changed(caseId)
    }
  }

  /** Somebody wrote a word of a reply or a note. */
  type(caseId: string, staffId: string, at: string): void {
    const wasTyping = this.#isTyping(caseId, staffId, at)
    if (this.#open.has(caseId)) this.#typed.set(keyOf(caseId, staffId), Date.parse(at))
    if (!wasTyping) this.#changed(caseId)
  }

  /** The colleagues of somebody on a case, each once, those who type first. */
  others(caseId: string, staffId: string, at: string): readonly Present[] {
    const people = new Map([...(this.#open.get(caseId) ?? [])].map((one) => [one.id, one]))
    people.delete(staffId)
    return [...people.values()]
      .map((one) => ({ ...one, isTyping: this.#isTyping(caseId, one.id, at) }))
      .toSorted((a, b) => Number(b.isTyping) - Number(a.isTyping) || (a.name < b.name ? -1 : 1))
  }

  #isTyping(caseId: string, staffId: string, at: string): boolean {
    const last = this.#typed.get(keyOf(caseId, staffId))
    return last !== undefined && Date.parse(at) - last < typingMs
  }
}

const keyOf = (caseId: string, staffId: string): string => `${caseId}:${staffId}`
