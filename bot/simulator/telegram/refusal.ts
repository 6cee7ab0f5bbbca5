/** A call that Telegram refuses, in Telegram's words. */
export class TelegramRefusal extends Error {
  readonly code: number
  readonly parameters: Record<string, unknown> | undefined

  constructor(code: number, description: string, parameters?: Record<string, unknown>) {
    super(description)
    this.code = code
    this.parameters = parameters
  }

  /** The body of the answer. */
  get body(): Record<string, unknown> {
    const parameters = this.parameters ? { parameters: this.parameters } : {}
    return { ok: false, error_code: this.code, description: this.message, ...parameters }
  }
}

/** 400 in Telegram's form. */
export function badRequest(what: string): TelegramRefusal {
  return new TelegramRefusal(400, `Bad Request: ${what}`)
}
