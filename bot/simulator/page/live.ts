/** The parts of the page that change by themselves. */
export const parts = ['phone', 'slack', 'mail', 'story'] as const
export type Part = (typeof parts)[number]

// Long enough to draw a burst of changes once, too short to be felt.
const coalesceMs = 40
const aliveEveryMs = 20_000
const encoder = new TextEncoder()

/** Tells every open page which part of it to fetch anew; never what changed. */
export class Live {
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  readonly #pending = new Set<Part>()
  #timer: NodeJS.Timeout | undefined
  readonly #heart = setInterval(() => this.#send(': alive\n\n'), aliveEveryMs).unref()

  tell(part: Part): void {
    this.#pending.add(part)
    this.#timer ??= setTimeout(() => this.#flush(), coalesceMs).unref()
  }

  /** A stream of events; it begins with one for each part, for something may have happened while nobody listened. */
  open(): Response {
    let mine: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = controller
        this.#streams.add(controller)
        controller.enqueue(encoder.encode(`retry: 1000\n\n${parts.map(eventOf).join('')}`))
      },
      cancel: () => {
        if (mine) this.#streams.delete(mine)
      },
    })
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } })
  }

  /** Ends every stream, so that the server can close. */
  stop(): void {
    clearInterval(this.#heart)
    clearTimeout(this.#timer)
    for (const stream of this.#streams) stream.close()
    this.#streams.clear()
  }

  #flush(): void {
    this.#timer = undefined
    const events = [...this.#pending].map(eventOf).join('')
    this.#pending.clear()
    this.#send(events)
  }

  #send(text: string): void {
    for (const stream of this.#streams) stream.enqueue(encoder.encode(text))
  }
}

const eventOf = (part: Part): string => `event: ${part}\ndata: -\n\n`
