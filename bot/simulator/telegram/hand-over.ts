import type { Agent } from 'node:http'
import { post, type Receipt } from '../wire/post.ts'
import type { Update } from './message.ts'

/** Where and how updates are pushed. */
export interface WebhookSettings {
  url: string
  secretToken?: string
  maxConnections: number
}

const ANSWER_WITHIN_MS = 60_000
const LONGEST_PAUSE_S = 60
const LONGEST_RETRY_AFTER_S = 3600

/** Pushes one update once; undefined = no answer. */
export function handOver(settings: WebhookSettings, update: Update, agent: Agent): Promise<Receipt | undefined> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (settings.secretToken) headers['x-telegram-bot-api-secret-token'] = settings.secretToken
  return post({ url: settings.url, headers, body: JSON.stringify(update), timeoutMs: ANSWER_WITHIN_MS }, agent)
}

/** How long to wait before the next attempt: none, then 2, 4, 8 … s, or what `Retry-After` asks. */
export function pauseMs(failures: number, receipt: Receipt | undefined): number {
  const askedS = Number(receipt?.headers['retry-after'])
  if (askedS > 0) return Math.min(askedS, LONGEST_RETRY_AFTER_S) * 1000
  return failures === 0 ? 0 : Math.min(2 ** failures, LONGEST_PAUSE_S) * 1000
}

/** What getWebhookInfo says about a failure. */
export function wrongResponse(receipt: Receipt | undefined): string {
  return receipt ? `Wrong response from the webhook: ${receipt.status}` : 'Connection failed or timed out'
}
