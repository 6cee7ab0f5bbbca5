import { readFileSync } from 'node:fs'
import { examples, isVariable, type Variable, type Variables, variables } from './variables.ts'

/** What is wrong with one variable: told all at once, each with its reason and an example. */
export interface ConfigFault {
  readonly variable: string
  readonly reason: string
  readonly example: string
}

/** The configuration does not fit; `faults` has every problem. */
export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[]) {
    super(
      faults
        .map(({ variable, reason, example }) => `${variable}: ${reason} Example: ${variable}=${example}`)
        .join('\n'),
    )
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** How this start behaves: which networks are real, which are imitated. */
export interface Config extends Variables {
  readonly simulates: { readonly telegram: boolean; readonly slack: boolean }
  /** A demo store is opened only by the simulator, a real one only with tokens. */
  readonly mark: 'demo' | 'real'
  readonly publicUrl: string
  /** Roots of the certificates that the simulator makes for itself, PEM; trusted in a demo alone. */
  readonly demoRoots?: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the configuration, secrets also from `NAME_FILE`. @throws ConfigError with every problem at once */
export function readConfig(environment: Environment): Config {
  const faults: ConfigFault[] = []
  const given = fromFiles(environment, faults)
  const wrong = variables.safeParse(given).error?.issues ?? []
  for (const { path, message } of wrong) faults.push(fault(String(path[0]), message))
  // What is wrong is left out, so that what is missing is told in the same breath.
  const named = new Set(faults.map(({ variable }) => variable))
  const read = variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !named.has(name))))
  const simulates = simulation(given)
  faults.push(...missing(read, given, simulates).filter(({ variable }) => !named.has(variable)))
  if (faults.length > 0) throw new ConfigError(faults)
  const { HOST, PORT, PUBLIC_URL } = read
  const mark = simulates.telegram || simulates.slack ? 'demo' : 'real'
  return { ...read, simulates, mark, publicUrl: (PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '') }
}

const fault = (variable: string, reason: string): ConfigFault => ({
  variable,
  reason,
  example: isVariable(variable) ? examples[variable] : '…',
})

/** An empty variable is an unset one; `NAME_FILE` names the file that holds NAME. */
function fromFiles(environment: Environment, faults: ConfigFault[]): Environment {
  const given: Record<string, string> = {}
  for (const name of Object.keys(examples)) {
    const [value, file] = [environment[name], environment[`${name}_FILE`]]
    if (value !== undefined && value !== '') given[name] = value
    if (file === undefined || file === '') continue
    try {
      given[name] = readFileSync(file, 'utf8').trim()
    } catch {
      faults.push({
        variable: `${name}_FILE`,
        reason: 'names a file that cannot be read.',
        example: `/run/secrets/${name.toLowerCase()}`,
      })
    }
  }
  return given
}

function simulation({ SIMULATE, TELEGRAM_BOT_TOKEN, SLACK_BOT_TOKEN }: Environment): Config['simulates'] {
  const nothing = TELEGRAM_BOT_TOKEN === undefined && SLACK_BOT_TOKEN === undefined
  const wanted = SIMULATE === '1' || (nothing && SIMULATE !== '0')
  return { telegram: wanted && TELEGRAM_BOT_TOKEN === undefined, slack: wanted && SLACK_BOT_TOKEN === undefined }
}

const oidcPairs = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_SECRET'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'OIDC_ISSUER'],
] as const satisfies readonly (readonly [Variable, Variable])[]

/** What is missing beside what is given, also beside what is given wrongly. */
function missing(v: Variables, given: Environment, simulates: Config['simulates']): readonly ConfigFault[] {
  const faults: ConfigFault[] = []
  const need = (variable: Variable, because: string) => {
    if (given[variable] === undefined) faults.push(fault(variable, because))
  }
  const isReal = !simulates.telegram && !simulates.slack
  if (given.DATABASE_URL !== undefined)
    need('MASTER_KEY', 'is required with DATABASE_URL: a server needs the same key everywhere.')
  if (!simulates.telegram) need('TELEGRAM_BOT_TOKEN', 'is required: requesters come by Telegram.')
  // Sample people come by `seed-demo` where every network is an imitation; the start looks whether they did.
  if (isReal && !isAmongImitations(v, given))
    need('AGENCIES_FILE', 'is required with real tokens: it says which agencies are served (docs/setup.md).')
  if (given.TELEGRAM_MODE === 'webhook') {
    need('TELEGRAM_WEBHOOK_URL', 'is required when TELEGRAM_MODE is webhook.')
    need('TELEGRAM_WEBHOOK_SECRET', 'is required when TELEGRAM_MODE is webhook: without it anybody could send updates.')
  }
  if (
    v.TELEGRAM_WEBHOOK_URL?.startsWith('http:') === true &&
    !(isNear(v.TELEGRAM_WEBHOOK_URL) && isNear(v.TELEGRAM_API_ROOT))
  )
    faults.push(fault('TELEGRAM_WEBHOOK_URL', 'must start with https://: Telegram sends updates nowhere else.'))
  // A mode that is wrong is told alone: what it needs depends on what was meant.
  const slackMode = given.SLACK_BOT_TOKEN === undefined ? undefined : (given.SLACK_MODE ?? v.SLACK_MODE)
  if (slackMode === 'socket') need('SLACK_APP_TOKEN', 'is required when SLACK_MODE is socket.')
  if (slackMode === 'http')
    need('SLACK_SIGNING_SECRET', 'is required when SLACK_MODE is http: without it anybody could press buttons.')
  for (const [one, other] of oidcPairs)
    if (given[one] !== undefined) need(other, `is required with ${one}: half a login service would let nobody in.`)
  if (v.OIDC_ISSUER?.startsWith('http:') === true && !isNear(v.OIDC_ISSUER))
    faults.push(fault('OIDC_ISSUER', 'must start with https://: who signs in must not be told by a wire in the open.'))
  if (given.SMTP_URL !== undefined) need('MAIL_FROM', 'is required with SMTP_URL.')
  if (given.MAIL_IN_URL !== undefined)
    need('MAIL_FROM', 'is required with MAIL_IN_URL: answers are known by the address that our mails come from.')
  if (v.MAIL_IN_URL !== undefined && !hasLogin(v.MAIL_IN_URL))
    faults.push(fault('MAIL_IN_URL', 'must name user and password before the host; @ in them is written %40.'))
  if ((simulates.telegram || simulates.slack) && !isLoopback(v.HOST))
    faults.push(fault('HOST', 'must be a loopback address while the simulator runs.'))
  return faults
}

const hasLogin = (url: string): boolean => new URL(url).username !== '' && new URL(url).password !== ''

/** True for addresses that only this machine reaches. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** True while every network that this configuration talks to is an imitation on this machine. */
export const isImitated = (config: Config): boolean => config.mark === 'demo' || isAmongImitations(config, config)

const isAmongImitations = (
  { TELEGRAM_API_ROOT, SLACK_API_URL }: Variables,
  { SLACK_BOT_TOKEN }: { readonly SLACK_BOT_TOKEN?: string | undefined },
): boolean => isNear(TELEGRAM_API_ROOT) && (SLACK_BOT_TOKEN === undefined || isNear(SLACK_API_URL))

const isNear = (url: string): boolean => isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))

/** True when mail leaves or is fetched encrypted or not at all: from another machine, unless the address ends with `?requireTLS=false`. */
export function needsTls(mailUrl: string): boolean {
  const said = new URL(mailUrl).searchParams.get('requireTLS')
  return said === null ? !isNear(mailUrl) : said !== 'false'
}
