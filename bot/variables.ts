import { z } from 'zod'

const url = (...protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    )
const key = z
  .string()
  .refine(
    (text) => /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64.',
  )
const domains = z
  .string()
  .transform((text) => text.split(',').map((domain) => domain.trim().toLowerCase()))
  .refine(
    (names) => names.every((name) => /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(name)),
    'must be names of domains with commas between them.',
  )
const mailbox = z.email('must be one mail address.')

/** One example of every variable; their names are fixed. */
export const examples = {
  TELEGRAM_BOT_TOKEN: '123456:AAE…',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  TELEGRAM_MODE: 'polling',
  TELEGRAM_WEBHOOK_URL: 'https://pandu.example.go.id/telegram/webhook',
  TELEGRAM_WEBHOOK_SECRET: 'openssl rand -hex 32',
  SLACK_BOT_TOKEN: 'xoxb-…',
  SLACK_SIGNING_SECRET: '8f742231b10e…',
  SLACK_APP_TOKEN: 'xapp-…',
  SLACK_API_URL: 'https://slack.com/api/',
  SLACK_MODE: 'socket',
  DATABASE_URL: 'postgres://pandu@127.0.0.1:5432/pandu',
  DATA_DIR: './data',
  MASTER_KEY: 'openssl rand -base64 32',
  PORT: '3000',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://pandu.example.go.id',
  OIDC_ISSUER: 'https://sso.example.go.id/realms/pegawai',
  OIDC_CLIENT_ID: 'pandu',
  OIDC_CLIENT_SECRET: 'the secret that the login service gave',
  SMTP_URL: 'smtp://mail.example.go.id:587',
  MAIL_FROM: 'pandu@example.go.id',
  MAIL_IN_URL: 'imaps://pandu%40example.go.id:kata-sandi@mail.example.go.id:993/INBOX',
  CONTACT_CENTER_EMAIL: 'cc@example.go.id',
  LINK_DOMAINS: 'bssn.go.id',
  CHAT_MESSAGES_PER_MINUTE: '30',
  CLAMD_URL: 'tcp://127.0.0.1:3310',
  EVIDENCE_READING: 'on',
  HOOKS_TO_LOCALHOST: 'off',
  TRUST_ANCHORS_DIR: './anchors',
  AGENCIES_FILE: './agencies.yaml',
  SIMULATE: '1',
  LOG_LEVEL: 'info',
} as const
export type Variable = keyof typeof examples
export const isVariable = (name: string): name is Variable => Object.hasOwn(examples, name)

/** Every variable with its form and its default. */
export const variables = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{3,}$/, 'must be the token that BotFather gave.')
    .optional(),
  TELEGRAM_API_ROOT: url('https:', 'http:')
    .transform((text) => text.replace(/\/+$/, ''))
    .default(examples.TELEGRAM_API_ROOT),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], 'must be polling or webhook.').default('polling'),
  TELEGRAM_WEBHOOK_URL: url('https:', 'http:').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1–256 letters, digits, _ or -.')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which starts with xoxb-.').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must be the signing secret of the Slack app.').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token, which starts with xapp-.').optional(),
  SLACK_API_URL: url('https:', 'http:')
    .refine((text) => text.endsWith('/api/'), 'must end with /api/.')
    .default(examples.SLACK_API_URL),
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http.').default('socket'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default(examples.DATA_DIR),
  MASTER_KEY: key.optional(),
  PORT: z.coerce.number('must be a number.').int().min(0).max(65535).default(3000),
  HOST: z.string().default(examples.HOST),
  PUBLIC_URL: url('https:', 'http:').optional(),
  OIDC_ISSUER: url('https:', 'http:').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_IN_URL: url('imap:', 'imaps:').optional(),
  CONTACT_CENTER_EMAIL: mailbox.optional(),
  CHAT_MESSAGES_PER_MINUTE: z.coerce.number('must be a number.').int().min(10).max(1_000_000).default(30),
  LINK_DOMAINS: domains.default([examples.LINK_DOMAINS]),
  CLAMD_URL: url('tcp:', 'unix:').optional(),
  EVIDENCE_READING: z.enum(['on', 'off'], 'must be on or off.').default('on'),
  HOOKS_TO_LOCALHOST: z.enum(['on', 'off'], 'must be on or off.').default('off'),
  TRUST_ANCHORS_DIR: z.string().optional(),
  AGENCIES_FILE: z.string().optional(),
  SIMULATE: z.enum(['0', '1'], 'must be 1 or 0.').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent.')
    .default('info'),
})

export type Variables = z.infer<typeof variables>
