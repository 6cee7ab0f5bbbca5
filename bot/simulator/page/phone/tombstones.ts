import type { TelegramMemory } from '../../telegram/memory.ts'

/** A message that is gone: who wrote it and where it stood, never what it said. */
export interface Tombstone {
  readonly id: number
  readonly mine: boolean
}

/** Notices which messages disappear from chats: the network itself forgets them without a trace. */
export class Tombstones {
  readonly #known = new Map<number, Map<number, boolean>>()
  readonly #gone = new Map<number, Tombstone[]>()
  readonly #memory: TelegramMemory

  constructor(memory: TelegramMemory) {
    this.#memory = memory
    this.note()
  }

  /** Compares every chat with how it was; call it at every change. */
  note(): void {
    for (const [chatId, { messages }] of this.#memory.chats) {
      const known = this.#known.get(chatId) ?? new Map<number, boolean>()
      const gone = [...known].filter(([id]) => !messages.has(id)).map(([id, mine]) => ({ id, mine }))
      if (gone.length > 0) this.#gone.set(chatId, [...this.of(chatId), ...gone])
      this.#known.set(chatId, new Map([...messages].map(([id, { from }]) => [id, from?.id === chatId])))
    }
  }

  of(chatId: number): readonly Tombstone[] {
    return this.#gone.get(chatId) ?? []
  }
}
