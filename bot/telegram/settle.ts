import { type Report, reportUnknownToken } from './report.ts'
import { sleep } from './sleep.ts'
import { allowedUpdates } from './update.ts'
import type { Wire } from './wire.ts'

/** Which way updates come. */
export interface Way {
  readonly TELEGRAM_MODE: 'polling' | 'webhook'
  readonly TELEGRAM_WEBHOOK_URL?: string | undefined
  readonly TELEGRAM_WEBHOOK_SECRET?: string | undefined
}

const retryMs = 5_000

/**
 * Tells Telegram which way updates come, as often as it takes; never drops what waits. Ends early when stopped.
 * @param tried called after the first attempt, however it ended
 * @returns false when it is over: stopped, or the token is unknown
 */
export async function settle(
  wire: Pick<Wire, 'call'>,
  way: Way,
  { signal, report, tried }: { readonly signal: AbortSignal; readonly report: Report; tried(): void },
): Promise<boolean> {
  const isWebhook = way.TELEGRAM_MODE === 'webhook'
  const hook = { url: way.TELEGRAM_WEBHOOK_URL, secret_token: way.TELEGRAM_WEBHOOK_SECRET }
  const params = isWebhook ? { ...hook, allowed_updates: allowedUpdates } : {}
  while (!signal.aborted) {
    const answer = await wire.call(isWebhook ? 'setWebhook' : 'deleteWebhook', params, { signal })
    tried()
    if (answer.end === 'ok' || signal.aborted) return answer.end === 'ok'
    const code = answer.end === 'refused' ? answer.code : 0
    if (code === 401 || code === 404) {
      // It gets no better by asking again.
      reportUnknownToken(report, code)
      return false
    }
    report('Telegram could not be told how to bring updates', { code }, 'warn')
    const waitMs = answer.end === 'refused' ? Math.max(answer.retryAfterMs ?? 0, retryMs) : retryMs
    await sleep(waitMs, signal)
  }
  return false
}

/** The bot's own name, without the @; undefined when Telegram did not tell. */
export async function nameOfBot(wire: Pick<Wire, 'call'>, signal: AbortSignal): Promise<string | undefined> {
  const answer = await wire.call('getMe', {}, { signal })
  if (answer.end !== 'ok' || typeof answer.result !== 'object' || answer.result === null) return undefined
  return 'username' in answer.result ? String(answer.result.username) : undefined
}
