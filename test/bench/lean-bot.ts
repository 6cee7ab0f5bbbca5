/** Answers a waiting getUpdates with the ready text of its result. */
type Respond = (result: string) => void

const limitMax = 100

/**
 * One bot of the lean network: updates wait as ready text and are forgotten when the offset passes them, as Telegram
 * does it. What the bot sends is handed to whoever listens.
 */
export class LeanBot {
  /** Hears of every message that the bot sends. */
  onMessage: (chat: number, text: string) => void = () => {}
  /** Updates that were handed over and not yet confirmed. */
  #waiting: string[] = []
  #firstId = 1
  #nextMessageId = 1
  #poll: { readonly offset: number; readonly limit: number; readonly respond: Respond } | undefined
  #pollers: (() => void)[] = []

  /** Resolves when somebody polls for updates. */
  polled(): Promise<void> {
    return this.#poll === undefined ? new Promise((resolve) => this.#pollers.push(resolve)) : Promise.resolve()
  }

  /** Queues messages of people, in one breath. */
  say(messages: readonly { readonly chat: number; readonly text: string }[]): void {
    for (const { chat, text } of messages) this.#waiting.push(this.#update(chat, text))
    this.#look()
  }

  poll(offset: number, limit: number, respond: Respond): void {
    this.#poll?.respond('[]')
    this.#poll = { offset, limit: Math.min(limit, limitMax), respond }
    for (const resolve of this.#pollers.splice(0)) resolve()
    this.#look()
  }

  /** A call of the bot. @returns the text of its result */
  call(method: string, params: Readonly<Record<string, unknown>>): string {
    if (method === 'getMe') return '{"id":7,"is_bot":true,"first_name":"Pandu","username":"PanduBenchBot"}'
    if (method !== 'sendMessage') return 'true'
    const chat = Number(params.chat_id)
    const id = this.#nextMessageId++
    this.onMessage(chat, String(params.text))
    return `{"message_id":${id},"date":${nowS()},"chat":{"id":${chat},"type":"private","first_name":"A"},"text":"."}`
  }

  #look(): void {
    const poll = this.#poll
    if (poll === undefined) return
    const confirmed = Math.min(Math.max(poll.offset - this.#firstId, 0), this.#waiting.length)
    this.#waiting.splice(0, confirmed)
    this.#firstId += confirmed
    if (this.#waiting.length === 0) return
    this.#poll = undefined
    poll.respond(`[${this.#waiting.slice(0, poll.limit).join(',')}]`)
  }

  #update(chat: number, text: string): string {
    const person = { id: chat, first_name: 'A' }
    const entities = text.startsWith('/') ? [{ type: 'bot_command', offset: 0, length: text.length }] : undefined
    return JSON.stringify({
      update_id: this.#firstId + this.#waiting.length,
      message: {
        message_id: this.#nextMessageId++,
        date: nowS(),
        chat: { ...person, type: 'private' },
        from: { ...person, is_bot: false, language_code: 'id' },
        text,
        entities,
      },
    })
  }
}

const nowS = (): number => Math.floor(Date.now() / 1000)
