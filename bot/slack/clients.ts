import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
} from '@slack/web-api'

/** What operators may want to know of; ids and codes only, nothing personal. */
export type SlackReport =
  | { readonly what: 'slack-denied'; readonly user: string; readonly why: string }
  | { readonly what: 'slack-refuses-us'; readonly code: string }
  | {
      readonly what: 'slack-token-refused'
      readonly variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'
      readonly code: string
    }
  | { readonly what: 'slack-socket-lost'; readonly attempt: number }
  | { readonly what: 'slack-failed'; readonly error: unknown }
export type Report = (report: SlackReport) => void

/** How long a call may take: a verifier's click must be answered within three seconds. */
const timeoutMs = 2500

/**
 * A client that never waits and never repeats by itself: the outbox does both. By default one refused call would stop
 * all others, and a post whose answer got lost would be sent again.
 */
export const openClient = (token: string, slackApiUrl: string): WebClient =>
  new WebClient(token, {
    slackApiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  })

/** Slack's own logs would name addresses and payloads; what matters is reported by us. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

/** How a call failed. `unknown`: it may have been carried out all the same. */
export type Failure =
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }

/** Slack's own words for "something broke here", after which part of the work may be done. */
const broken: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
])

/** Reads what a client threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', afterMs: error.retryAfter * 1000 }
  if (error instanceof WebAPIPlatformError) {
    const { error: code } = error.data
    if (code === 'ratelimited') return { kind: 'later', afterMs: 30_000 }
    return { kind: broken.has(code) ? 'unknown' : 'refused', code }
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) return { kind: 'later', afterMs: 30_000 }
  return { kind: 'unknown', code: error instanceof Error ? error.name : 'unknown' }
}

/** The token is no longer good, lacks a scope, or the bot is not in the channel: nothing gets better before an operator acts. */
export const isOperatorsTurn = (code: string): boolean =>
  [
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'missing_scope',
    'not_in_channel',
  ].includes(code)
