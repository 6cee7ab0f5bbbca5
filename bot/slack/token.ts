import type { WebClient } from '@slack/web-api'
import { failureOf, isOperatorsTurn, type Report } from './clients.ts'

/** The two tokens of an app. */
export type Token = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** What operators do about a token that Slack does not take; everything else goes on meanwhile. */
export const tokenAdvice: Readonly<Record<Token, string>> = {
  SLACK_BOT_TOKEN:
    'Slack does not take SLACK_BOT_TOKEN: copy the Bot User OAuth Token anew (api.slack.com/apps, OAuth & Permissions), look whether SLACK_API_URL is right, then start again; verifiers have the desk until then',
  SLACK_APP_TOKEN:
    'Slack does not take SLACK_APP_TOKEN: make an App-Level Token with connections:write (api.slack.com/apps, Basic Information), then start again; nothing that is pressed in Slack arrives until then',
}

/** Tells operators at once when Slack does not take the bot's token; an outage says nothing about it. */
export async function tryToken(client: WebClient, report: Report): Promise<void> {
  try {
    await client.auth.test()
  } catch (error) {
    reportRefusedToken('SLACK_BOT_TOKEN', error, report)
  }
}

/** Says so when a call failed because of its token. */
export function reportRefusedToken(variable: Token, error: unknown, report: Report): void {
  const failure = failureOf(error)
  if (failure.kind === 'refused' && (isOperatorsTurn(failure.code) || failure.code === 'not_allowed_token_type'))
    report({ what: 'slack-token-refused', variable, code: failure.code })
}
