import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, isImitated, needsTls, readConfig } from '../../bot/config.ts'
import { temporaryFolder } from '../folder.ts'

const tokens = {
  TELEGRAM_BOT_TOKEN: '123456:abc-DEF',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  AGENCIES_FILE: './agencies.json',
}
const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ variable }) => variable).toSorted()
  }
}

describe('a start', () => {
  it('without tokens simulates everything in a demo store', () => {
    expect(readConfig({})).toMatchObject({
      mark: 'demo',
      simulates: { telegram: true, slack: true },
      publicUrl: 'http://127.0.0.1:3000',
    })
  })

  it('with tokens is real', () => {
    expect(readConfig(tokens)).toMatchObject({ mark: 'real', simulates: { telegram: false, slack: false } })
  })

  it('with a Telegram token alone runs without Slack, or simulates it when asked', () => {
    const { TELEGRAM_BOT_TOKEN, AGENCIES_FILE } = tokens
    expect(readConfig({ TELEGRAM_BOT_TOKEN, AGENCIES_FILE })).toMatchObject({
      mark: 'real',
      simulates: { slack: false },
    })
    expect(readConfig({ TELEGRAM_BOT_TOKEN, SIMULATE: '1' })).toMatchObject({
      mark: 'demo',
      simulates: { telegram: false, slack: true },
    })
  })

  it('takes secrets from files, and an empty variable for an unset one', () => {
    const path = join(temporaryFolder('config'), 'token')
    writeFileSync(path, `${tokens.TELEGRAM_BOT_TOKEN}\n`)
    const { AGENCIES_FILE } = tokens
    const config = readConfig({ TELEGRAM_BOT_TOKEN_FILE: path, SLACK_BOT_TOKEN: '', DATABASE_URL: '', AGENCIES_FILE })
    expect(config).toMatchObject({ TELEGRAM_BOT_TOKEN: tokens.TELEGRAM_BOT_TOKEN, mark: 'real' })
    expect(config.SLACK_BOT_TOKEN).toBeUndefined()
  })
})

describe('a wrong configuration', () => {
  it('is told whole: what is wrong and what is missing in one breath', () => {
    const environment = {
      ...tokens,
      TELEGRAM_BOT_TOKEN: 'x',
      TELEGRAM_MODE: 'webhook',
      SLACK_MODE: 'http',
      DATABASE_URL: 'postgres://u@h/d',
      SMTP_URL: 'smtp://m',
      PORT: 'abc',
    }
    expect(faultsOf(environment)).toEqual([
      'MAIL_FROM',
      'MASTER_KEY',
      'PORT',
      'SLACK_SIGNING_SECRET',
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_WEBHOOK_SECRET',
      'TELEGRAM_WEBHOOK_URL',
    ])
  })

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, ['AGENCIES_FILE', 'TELEGRAM_BOT_TOKEN']],
    [{ ...tokens, AGENCIES_FILE: '' }, ['AGENCIES_FILE']],
    [{ ...tokens, SLACK_APP_TOKEN: '' }, ['SLACK_APP_TOKEN']],
    [{ ...tokens, MASTER_KEY: 'short' }, ['MASTER_KEY']],
    [{ ...tokens, SLACK_API_URL: 'https://slack.com/api' }, ['SLACK_API_URL']],
    [{ HOST: '0.0.0.0' }, ['HOST']],
    [{ SIMULATE: '0' }, ['AGENCIES_FILE', 'TELEGRAM_BOT_TOKEN']],
    [{ MASTER_KEY_FILE: '/does/not/exist' }, ['MASTER_KEY_FILE']],
  ])('%j has the faults %j', (environment, faults) => {
    expect(faultsOf(environment as Record<string, string>)).toEqual(faults)
  })

  it('wants all of what mail in needs, and nothing where none is wanted', () => {
    const mail = { MAIL_IN_URL: 'imaps://pandu%40x.example:r@mail.x.example:993/INBOX', MAIL_FROM: 'pandu@x.example' }
    expect(readConfig(mail)).toMatchObject(mail)
    expect(faultsOf({ ...mail, MAIL_FROM: '' })).toEqual(['MAIL_FROM'])
    for (const url of ['imaps://mail.x.example', 'imaps://pandu@mail.x.example', 'https://a:b@mail.x.example', 'x'])
      expect(faultsOf({ ...mail, MAIL_IN_URL: url }), url).toEqual(['MAIL_IN_URL'])
    expect(needsTls('imap://a:b@127.0.0.1')).toBe(false)
    expect(needsTls('imap://a:b@mail.x.example/INBOX')).toBe(true)
    expect(needsTls('imap://a:b@mail.x.example/INBOX?requireTLS=false')).toBe(false)
  })

  it('takes a login service whole, and told over a wire that nobody reads along', () => {
    const sso = { OIDC_ISSUER: 'https://sso.example.go.id', OIDC_CLIENT_ID: 'pandu', OIDC_CLIENT_SECRET: 's' }
    expect(readConfig(sso)).toMatchObject(sso)
    expect(readConfig({ ...sso, OIDC_ISSUER: 'http://127.0.0.1:8080' }).OIDC_ISSUER).toBe('http://127.0.0.1:8080')
    expect(faultsOf({ ...sso, OIDC_ISSUER: 'http://sso.example.go.id' })).toEqual(['OIDC_ISSUER'])
    for (const name of Object.keys(sso)) expect(faultsOf({ ...sso, [name]: '' }), name).toContain(name)
  })

  it('takes the domains of genuine links with commas between them, the one known by default', () => {
    expect(readConfig({}).LINK_DOMAINS).toEqual(['bssn.go.id'])
    expect(readConfig({ LINK_DOMAINS: 'bssn.go.id, BSrE.go.id' }).LINK_DOMAINS).toEqual(['bssn.go.id', 'bsre.go.id'])
    for (const LINK_DOMAINS of ['https://bssn.go.id', 'bssn', 'bssn.go.id,,', '*.go.id', 'a b.go.id'])
      expect(faultsOf({ ...tokens, LINK_DOMAINS }), LINK_DOMAINS).toEqual(['LINK_DOMAINS'])
  })

  it('takes a webhook over https only: Telegram knows no other, but for imitations on this machine', () => {
    const webhook = { ...tokens, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 's' }
    const faults = (TELEGRAM_WEBHOOK_URL: string, more: Record<string, string> = {}) =>
      faultsOf({ ...webhook, ...more, TELEGRAM_WEBHOOK_URL })
    const near = { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }
    expect(faults('https://pandu.example.go.id/telegram/webhook')).toEqual([])
    expect(faults('http://pandu.example.go.id/telegram/webhook')).toEqual(['TELEGRAM_WEBHOOK_URL'])
    expect(faults('http://pandu.example.go.id/telegram/webhook', near)).toEqual(['TELEGRAM_WEBHOOK_URL'])
    expect(faults('http://127.0.0.1:3000/telegram/webhook')).toEqual(['TELEGRAM_WEBHOOK_URL'])
    expect(faults('http://127.0.0.1:3000/telegram/webhook', near)).toEqual([])
  })

  it('never repeats a secret in its words', () => {
    try {
      readConfig({ ...tokens, TELEGRAM_BOT_TOKEN: 'my-secret-token', MASTER_KEY: 'my-secret-key' })
    } catch (error) {
      expect(String(error)).not.toContain('my-secret')
    }
    expect.assertions(1)
  })
})

it('sample people are let in only where every network is an imitation', () => {
  expect(isImitated(readConfig({}))).toBe(true)
  expect(isImitated(readConfig(tokens))).toBe(false)
  const near = { TELEGRAM_API_ROOT: 'http://127.0.0.1:1', SLACK_API_URL: 'http://[::1]:2/api/' }
  expect(isImitated(readConfig({ ...tokens, ...near }))).toBe(true)
  expect(isImitated(readConfig({ ...tokens, TELEGRAM_API_ROOT: near.TELEGRAM_API_ROOT }))).toBe(false)
})

it('a slash at the end of the address of the Bot API changes nothing', () => {
  const TELEGRAM_API_ROOT = 'http://127.0.0.1:8081/telegram//'
  expect(readConfig({ ...tokens, TELEGRAM_API_ROOT }).TELEGRAM_API_ROOT).toBe('http://127.0.0.1:8081/telegram')
})

it('imitations on this machine may bring their agency by `seed-demo`', () => {
  const { TELEGRAM_BOT_TOKEN } = tokens
  expect(faultsOf({ TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' })).toEqual([])
})

describe('mail', () => {
  it('leaves for another machine encrypted only, unless the address itself says otherwise', () => {
    for (const url of ['smtp://mail.example.go.id:587', 'smtps://mail.example.go.id', 'smtp://u:p@10.0.0.7:25'])
      expect(needsTls(url), url).toBe(true)
    for (const url of [
      'smtp://127.0.0.1:2525',
      'smtp://localhost',
      'smtp://[::1]:25',
      'smtp://relay:25?requireTLS=false',
    ])
      expect(needsTls(url), url).toBe(false)
    expect(needsTls('smtp://localhost?requireTLS=true')).toBe(true)
  })
})
