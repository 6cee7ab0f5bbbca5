import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ConfigError } from '../../bot/config.ts'
import { needAgencies, readSetup } from '../../bot/setup.ts'
import { temporaryFolder } from '../folder.ts'

const file = (content: unknown) => {
  const path = join(temporaryFolder('setup'), 'agencies.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}
const agency = {
  code: 'diy',
  name: 'Pemda DIY',
  emailDomains: ['jogjaprov.go.id'],
  personInCharge: { name: 'X', nip: '197005121995031002', title: 'Kepala' },
  employmentAccepted: ['pns'],
}
const tokens = { TELEGRAM_BOT_TOKEN: '123456:abc-DEF' }
const faultsOf = (environment: Record<string, string>) => {
  try {
    readSetup(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.faults.map(({ variable, reason }) => `${variable}: ${reason}`)
  }
}

it('faults of variables and of the files that they name are told together', () => {
  const AGENCIES_FILE = file([{ ...agency, employmentAccepted: ['PNS'], slackChannel: 'verifikator' }])
  const told = faultsOf({ ...tokens, AGENCIES_FILE, PORT: 'abc', SMTP_URL: 'smtp://m', TRUST_ANCHORS_DIR: '/no/such' })
  expect(told).toEqual([
    expect.stringMatching(/^PORT: /),
    expect.stringMatching(/^MAIL_FROM: /),
    expect.stringMatching(/^AGENCIES_FILE: .*employmentAccepted: "PNS"/),
    expect.stringMatching(/^AGENCIES_FILE: .*slackChannel/),
    expect.stringMatching(/^TRUST_ANCHORS_DIR: .*not there/),
  ])
})

it('what is good comes with what is worth a second look', () => {
  const AGENCIES_FILE = file([{ ...agency, parkingLot: 'B2' }])
  const { config, agencies, notes } = readSetup({ ...tokens, AGENCIES_FILE })
  expect(config.mark).toBe('real')
  expect(agencies).toMatchObject([{ code: 'diy' }])
  expect(notes).toEqual([expect.stringContaining('parkingLot')])
})

it('imitations without a file are told where their agency must come from', () => {
  const { agencies, notes } = readSetup({ ...tokens, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' })
  expect(agencies).toBeUndefined()
  expect(notes).toEqual([expect.stringMatching(/AGENCIES_FILE.*seed-demo/)])
})

it('a start with tokens on a store without any agency is refused, with the variable and an example', () => {
  const { config } = readSetup({ ...tokens, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' })
  expect(() => needAgencies(config, [])).toThrow(/^AGENCIES_FILE: is required .* Example: AGENCIES_FILE=/)
  expect(() => needAgencies(config, [agency])).not.toThrow()
  expect(() => needAgencies(readSetup({}).config, [])).not.toThrow()
})

it('the simulator needs no file', () => {
  expect(readSetup({})).toMatchObject({ agencies: undefined, notes: [] })
})
