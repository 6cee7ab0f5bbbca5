import { existsSync } from 'node:fs'
import { type Config, needsTls } from './config.ts'
import { evidencePlaces } from './doctor-evidence.ts'
import { legalisations } from './doctor-legalisation.ts'
import { mailbox } from './doctor-mailbox.ts'
import { paper } from './doctor-paper.ts'
import { scanner } from './doctor-scanner.ts'

/** One thing that was looked at. `unknown` = could not be told from here. */
export interface Finding {
  readonly what: string
  readonly state: 'good' | 'bad' | 'unknown'
  readonly say: string
}

const patienceMs = 3000

/** Looks at everything outside the store that a start relies on; changes nothing. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  return Promise.all([
    telegram(config),
    slack(config),
    smtp(config),
    mailbox(config),
    clock(config),
    publicUrl(config),
    files(config),
    scanner(config),
    evidencePlaces(config),
    legalisations(config),
    paper(config),
  ])
}

async function telegram({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }: Config): Promise<Finding> {
  const what = 'Telegram'
  if (token === undefined) return { what, state: 'good', say: 'is simulated' }
  const answer = await ask(`${root}/bot${token}/getMe`, {})
  if (answer === undefined) return { what, state: 'bad', say: `${root} does not answer` }
  return answer.ok === true
    ? { what, state: 'good', say: 'the token is known' }
    : { what, state: 'bad', say: 'the token is not known: check TELEGRAM_BOT_TOKEN' }
}

async function slack({ SLACK_BOT_TOKEN: token, SLACK_API_URL: root }: Config): Promise<Finding> {
  const what = 'Slack'
  if (token === undefined) return { what, state: 'good', say: 'is not used' }
  const answer = await ask(`${root}auth.test`, { authorization: `Bearer ${token}` })
  if (answer === undefined) return { what, state: 'bad', say: `${root} does not answer` }
  return answer.ok === true
    ? { what, state: 'good', say: 'the token is known' }
    : { what, state: 'bad', say: 'the token is not known: check SLACK_BOT_TOKEN' }
}

async function ask(url: string, headers: Record<string, string>): Promise<{ readonly ok?: unknown } | undefined> {
  try {
    const response = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(patienceMs) })
    return (await response.json()) as { ok?: unknown }
  } catch {
    return undefined
  }
}

async function smtp({ SMTP_URL }: Config): Promise<Finding> {
  const what = 'mail'
  if (SMTP_URL === undefined) return { what, state: 'unknown', say: 'SMTP_URL is not set: no mail leaves' }
  const { hostname } = new URL(SMTP_URL)
  const isEncrypted = needsTls(SMTP_URL)
  const { tryOut } = await import('./mail/post.ts')
  const failure = await tryOut(
    { smtpUrl: SMTP_URL, needsTls: isEncrypted },
    { connectMs: patienceMs, answerMs: patienceMs },
  )
  if (failure === undefined)
    return {
      what,
      state: 'good',
      say: `the server answers; encryption is ${isEncrypted ? 'required' : 'not required'}`,
    }
  const why = failures[failure] ?? `does not answer (${failure})`
  return { what, state: 'bad', say: `${hostname} ${why}` }
}

/** What an operator can do about a mail server that does not take mail, by the code of its failure. */
const failures: Readonly<Record<string, string>> = {
  EAUTH: 'refuses the user or password of SMTP_URL',
  ETLS: 'cannot encrypt: use smtps://, or say so with ?requireTLS=false at the end of SMTP_URL',
}

const skewMaxMs = 2000

async function clock({ TELEGRAM_API_ROOT, TELEGRAM_BOT_TOKEN }: Config): Promise<Finding> {
  const what = 'clock'
  if (TELEGRAM_BOT_TOKEN === undefined)
    return { what, state: 'good', say: 'is not compared while everything is simulated' }
  const date = await fetch(TELEGRAM_API_ROOT, { signal: AbortSignal.timeout(patienceMs) }).then(
    (r) => r.headers.get('date'),
    () => null,
  )
  if (date === null) return { what, state: 'unknown', say: 'nobody told the time' }
  // A Date header has whole seconds.
  const skewMs = Math.abs(Date.now() - Date.parse(date))
  return skewMs <= skewMaxMs
    ? { what, state: 'good', say: 'is right' }
    : { what, state: 'bad', say: `is off by ${Math.round(skewMs / 1000)} s` }
}

async function publicUrl({ PUBLIC_URL, SLACK_BOT_TOKEN, publicUrl: address }: Config): Promise<Finding> {
  const isMissing = PUBLIC_URL === undefined && SLACK_BOT_TOKEN !== undefined
  return isMissing
    ? { what: 'PUBLIC_URL', state: 'bad', say: `is not set: cards in Slack would point at ${address}` }
    : { what: 'PUBLIC_URL', state: 'good', say: address }
}

async function files({ AGENCIES_FILE, mark }: Config): Promise<Finding> {
  if (AGENCIES_FILE !== undefined && !existsSync(AGENCIES_FILE))
    return { what: 'files', state: 'bad', say: `${AGENCIES_FILE} is not there` }
  if (AGENCIES_FILE === undefined && mark === 'real')
    return { what: 'files', state: 'bad', say: 'AGENCIES_FILE is not set: no agency is served' }
  return { what: 'files', state: 'good', say: 'are there' }
}
