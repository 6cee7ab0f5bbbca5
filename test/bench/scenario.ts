import type { LeanBot } from './lean-bot.ts'
import { answersOf, backwards, isCheck, opening, stepIn } from './person.ts'

/** How much was done, and in how long. */
export interface Span {
  readonly count: number
  readonly seconds: number
}

const since = (startedAt: number): number => (performance.now() - startedAt) / 1000

/** A backlog of one text from many chats at once, until each was answered exactly once. */
export function backlog(bot: LeanBot, { text, chats, updates }: BacklogOptions): Promise<Span> {
  const owed = new Map<number, number>()
  const messages = Array.from({ length: updates }, (_, n) => ({ chat: 1_000_000 + (n % chats), text }))
  for (const { chat } of messages) owed.set(chat, (owed.get(chat) ?? 0) + 1)
  return new Promise((resolve, reject) => {
    let left = updates
    const startedAt = performance.now()
    bot.onMessage = (chat, said) => {
      const mine = owed.get(chat) ?? 0
      if (mine === 0) reject(new Error(`chat ${chat} was answered once too often: ${said.slice(0, 80)}`))
      owed.set(chat, mine - 1)
      left -= 1
      if (left === 0) resolve({ count: updates, seconds: since(startedAt) })
    }
    bot.say(messages)
  })
}

export interface BacklogOptions {
  readonly text: string
  readonly chats: number
  readonly updates: number
}

/** Many people fill in one form each, at the same time; every answer leads to the next question. */
export class Interviews {
  readonly #bot: LeanBot
  readonly #first: number
  readonly #count: number

  constructor(bot: LeanBot, { first, count }: { readonly first: number; readonly count: number }) {
    this.#bot = bot
    this.#first = first
    this.#count = count
  }

  /** Everybody opens a case and waits at the first question. */
  open(): Promise<void> {
    const waiting = new Set(this.#chats())
    return new Promise((resolve, reject) => {
      this.#bot.onMessage = (chat, text) => {
        const step = stepIn(text)
        if (step !== undefined && step !== 1) reject(new Error(`a case began at question ${step}`))
        if (step === 1) waiting.delete(chat)
        if (waiting.size === 0) resolve()
      }
      this.#bot.say(this.#chats().map((chat) => ({ chat, text: opening })))
    })
  }

  /** Everybody answers to the end. @returns how many answers were taken and led on */
  answer(): Promise<Span> {
    const place = new Map(this.#chats().map((chat) => [chat, 1]))
    let [count, ready] = [0, 0]
    return new Promise((resolve, reject) => {
      const startedAt = performance.now()
      this.#bot.onMessage = (chat, text) => {
        const expected = (place.get(chat) ?? 0) + 1
        const step = isCheck(text) ? answersOf(chat).length + 1 : stepIn(text)
        if (step !== expected) reject(new Error(`expected question ${expected}, got: ${text.slice(0, 300)}`))
        place.set(chat, expected)
        count += 1
        if (!isCheck(text)) return this.#answer(chat, expected)
        ready += 1
        if (ready === this.#count) resolve({ count, seconds: since(startedAt) })
      }
      this.#bot.say(this.#chats().map((chat) => ({ chat, text: answersOf(chat)[0] ?? '' })))
    })
  }

  #answer(chat: number, step: number): void {
    this.#bot.say([{ chat, text: answersOf(chat)[step - 1] ?? '' }])
  }

  #chats(): readonly number[] {
    return Array.from({ length: this.#count }, (_, n) => this.#first + n)
  }
}

/** One person goes to and fro in one form, one message after the other. @returns what each took in milliseconds */
export async function longDialogue(bot: LeanBot, chat: number, steps: number): Promise<readonly number[]> {
  const say = (text: string, isReply: (said: string) => boolean) =>
    new Promise<number>((resolve) => {
      const startedAt = performance.now()
      bot.onMessage = (to, said) => {
        if (to === chat && isReply(said)) resolve(performance.now() - startedAt)
      }
      bot.say([{ chat, text }])
    })
  await say(opening, (said) => stepIn(said) === 1)
  const [deadline = ''] = answersOf(chat)
  const taken: number[] = []
  for (let n = 0; n < steps; n += 2) {
    taken.push(await say(deadline, (said) => stepIn(said) === 2))
    taken.push(await say(backwards, (said) => stepIn(said) === 1))
  }
  return taken
}
