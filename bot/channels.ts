import type { Ports } from '../core/handling/ports.ts'
import type { Sealer } from '../core/handling/sealer.ts'
import { createApi } from './api/api.ts'
import { type Config, needsTls } from './config.ts'
import { createDesk } from './desk/desk.tsx'
import { errorFields, type Log, type LogFields } from './log.ts'
import type { MailSource } from './mail/mailbox.ts'
import { createTelegram } from './telegram/telegram.ts'

/** Every way in and out of the house; Slack and mail only when they are configured. */
export interface Channels {
  readonly telegram: ReturnType<typeof createTelegram>
  readonly slack: Awaited<ReturnType<typeof openSlack>>
  readonly mail: Awaited<ReturnType<typeof openMail>>
  readonly desk: ReturnType<typeof createDesk>
  readonly api: ReturnType<typeof createApi>
  readonly mailIn: Awaited<ReturnType<typeof openMailIn>>
  /** Opens what takes in; everything that follows from it must be ready. */
  start(lastAliveAt: string | undefined): Promise<void>
  stop(): Promise<void>
}

export async function openChannels(
  config: Config,
  ports: Ports,
  sealer: Sealer,
  log: Log,
  mailbox?: MailSource,
): Promise<Channels> {
  const telegram = createTelegram(
    config,
    ports,
    (kind, value) => sealer.blind(kind, value),
    (what, facts, level = 'info') => log[level](what, facts),
  )
  const [slack, mail] = [
    await openSlack(config, ports, log, telegram.botName),
    await openMail(config, ports, mailbox !== undefined),
  ]
  const mailIn = await openMailIn(config, ports, log, mailbox)
  const desk = createDesk(ports, {
    hasMailIn: mailIn !== undefined,
    publicUrl: config.publicUrl,
    report: logging(log),
    ...ssoOf(config),
  })
  const api = createApi(ports, {
    publicUrl: config.publicUrl,
    report: logging(log),
    reach: { isLocalAllowed: config.HOOKS_TO_LOCALHOST === 'on' },
  })
  if (slack === undefined) log.info('Slack is not configured: verifiers work at the desk and hear of cases by mail')
  if (mail === undefined) log.warn('SMTP_URL is not set: no mail leaves, dossiers wait at the desk only')
  return {
    telegram,
    slack,
    mail,
    desk,
    api,
    mailIn,
    async start(lastAliveAt) {
      await slack?.start()
      await telegram.start(lastAliveAt)
      mailIn?.start()
    },
    async stop() {
      // A mailbox that does not answer holds no shutdown up: what is not marked as read is looked at again.
      await Promise.race([mailIn?.stop(), patience()])
      await telegram.stop()
      await slack?.stop()
      desk.stop()
      // A server that does not answer holds no shutdown up: what it may have taken is ambiguous then.
      await Promise.race([mail?.stop(), patience()])
    },
  }
}

/** The login service; a configuration has all of it or none. */
function ssoOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }: Config) {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return {}
  return { sso: { issuer, clientId, clientSecret } }
}

/** Loaded only when it is used: Bolt is a third of a start. */
async function openSlack(config: Config, ports: Ports, log: Log, botName: () => string | undefined) {
  if (config.SLACK_BOT_TOKEN === undefined) return undefined
  const [{ createSlack }, { tokenAdvice }] = await Promise.all([import('./slack/slack.ts'), import('./slack/token.ts')])
  return createSlack({ ...config, SLACK_BOT_TOKEN: config.SLACK_BOT_TOKEN }, ports, {
    publicUrl: config.publicUrl,
    botName,
    report(said) {
      if (said.what === 'slack-token-refused') log.error(tokenAdvice[said.variable], { code: said.code })
      else if (said.what === 'slack-refuses-us')
        log.error('Slack refuses Pandu until an operator acts (docs/setup.md)', { code: said.code })
      else logging(log)(said)
    },
  })
}

async function openMail({ SMTP_URL, MAIL_FROM, MAIL_IN_URL, publicUrl }: Config, ports: Ports, isSimulated: boolean) {
  if (SMTP_URL === undefined) return undefined
  const { createMail } = await import('./mail/mail.ts')
  return createMail({ smtpUrl: SMTP_URL, needsTls: needsTls(SMTP_URL), from: MAIL_FROM ?? 'pandu@localhost' }, ports, {
    publicUrl,
    hasMailIn: isSimulated || MAIL_IN_URL !== undefined,
  })
}

/** The way in by mail: a mailbox that is configured, or the simulator's. */
async function openMailIn(config: Config, ports: Ports, log: Log, simulated: MailSource | undefined) {
  const { MAIL_IN_URL: url, MAIL_FROM: from = '', LINK_DOMAINS: linkDomains } = config
  if (url === undefined && simulated === undefined) return undefined
  const [{ createMailIn }, { imapMailbox }] = await Promise.all([
    import('./mail/mail-in.ts'),
    import('./mail/mailbox.ts'),
  ])
  const source = url === undefined ? simulated : imapMailbox({ url, needsTls: needsTls(url) })
  if (source === undefined) return undefined
  return createMailIn(source, ports, {
    from,
    linkDomains,
    // Whoever plays waits before the screen.
    ...(source === simulated && { everyMs: 2_000 }),
    report: logging(log),
    failed: (error) => log.error('mail in stumbled and comes again', errorFields(error)),
  })
}

/** Hears what a channel reports: a word, and ids, codes or the error behind it. */
const logging =
  (log: Log) =>
  ({ what, ...facts }: { readonly what: string } & ({ readonly error: unknown } | LogFields)): void =>
    log.warn(what, 'error' in facts ? errorFields(facts.error) : facts)

const mailPatienceMs = 5_000
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, mailPatienceMs).unref())
