import { App } from '@slack/bolt'
import type { Deliver } from '../../core/handling/deliver.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { openClient, type Report, silent } from './clients.ts'
import { listen } from './listen.ts'
import { People } from './people.ts'
import { SlackReceiver } from './receive.ts'
import { slackRequests } from './request.ts'
import type { Room } from './room.ts'
import { slackDelivery } from './send.ts'
import { SocketLink } from './socket.ts'
import { tryToken } from './token.ts'
import { Views } from './views.ts'

/** The variables of the configuration that this channel reads. */
export interface SlackConfig {
  readonly SLACK_BOT_TOKEN: string
  /** Needed over HTTP: without it no request is accepted. */
  readonly SLACK_SIGNING_SECRET?: string | undefined
  /** Needed in Socket Mode. */
  readonly SLACK_APP_TOKEN?: string | undefined
  /** Ends with `/api/`. */
  readonly SLACK_API_URL: string
  readonly SLACK_MODE: 'socket' | 'http'
}

export interface SlackOptions {
  readonly publicUrl: string
  readonly report?: Report
  /** The name of the requesters' bot, without the @. */
  botName?(): string | undefined
}

/** The verifiers' channel. */
export interface Slack {
  /** Delivers rows whose target begins with `slack:`. */
  readonly deliver: Deliver
  /** Answers `POST /slack/events`; works on the unread body. */
  handle(request: Request): Promise<Response>
  /** Tries the tokens, and opens Socket Mode; over HTTP there is nothing to open. */
  start(): Promise<void>
  /** Takes in nothing more and lets what is being worked on finish. */
  stop(): Promise<void>
}

export function createSlack(config: SlackConfig, ports: Ports, options: SlackOptions): Slack {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, SLACK_APP_TOKEN: appToken, SLACK_MODE: mode } = config
  const report = options.report ?? (() => {})
  // Two clients, so that a channel that makes the outbox wait never delays a click.
  const client = openClient(botToken, apiUrl)
  const outboxClient = openClient(botToken, apiUrl)
  const room: Room = {
    ports,
    publicUrl: options.publicUrl,
    client,
    views: new Views(client, report),
    people: new People(ports.directory, client),
    report,
    botName: () => options.botName?.(),
  }
  const receiver = new SlackReceiver(report)
  const app = new App({
    receiver,
    // Given here, so that Bolt asks Slack nothing at the start; handlers use our own clients.
    authorize: async () => ({ botToken }),
    clientOptions: { slackApiUrl: apiUrl },
    convoStore: false,
    ignoreSelf: false,
    logger: silent,
  })
  listen(app, room)
  const take = receiver.take.bind(receiver)
  const link =
    mode === 'socket' && appToken !== undefined ? new SocketLink({ appToken, apiUrl, report, take }) : undefined
  return {
    deliver: slackDelivery({ ...room, outboxClient }),
    handle: slackRequests({ signingSecret: config.SLACK_SIGNING_SECRET, now: () => ports.now(), take }),
    async start() {
      await Promise.all([link?.start(), tryToken(client, report)])
    },
    async stop() {
      await link?.stop()
      await receiver.stop()
    },
  }
}
