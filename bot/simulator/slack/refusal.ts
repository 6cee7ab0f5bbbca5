/** A call that Slack refuses: its error code and, for blocks, what is wrong in them. */
export class SlackRefusal extends Error {
  readonly code: string
  readonly problems: readonly string[]

  constructor(code: string, problems: readonly string[] = []) {
    super(code)
    this.code = code
    this.problems = problems
  }

  get body(): Record<string, unknown> {
    if (this.problems.length === 0) return { ok: false, error: this.code }
    const messages = this.problems.map((problem) => `[ERROR] ${problem}`)
    return { ok: false, error: this.code, errors: this.problems, response_metadata: { messages } }
  }
}
