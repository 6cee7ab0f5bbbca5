import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readAgencies } from '../../bot/agencies.ts'
import { agencyShape } from '../../bot/agency-shape.ts'
import { overview, verbNames } from '../../bot/cli.ts'
import { readConfig } from '../../bot/config.ts'
import { helpOf } from '../../bot/help.ts'
import { examples } from '../../bot/variables.ts'
import { splitVerb } from '../../bot/verb-line.ts'
import { temporaryFolder } from '../folder.ts'

const page = readFileSync(new URL('../../docs/setup.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [manifest = '', agencies = ''] = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, yaml]) => yaml)
const [, holidays = ''] = /^```text\n(.*?)^```/ms.exec(page) ?? []

/** Every place where a shape takes something, by the names on the way; `{…}` of free names has none of its own. */
function placesIn(shape: z.core.JSONSchema.BaseSchema | boolean | undefined): readonly string[] {
  if (typeof shape !== 'object') return []
  const own = Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => [
    key,
    ...placesIn(inner).map((rest) => `${key}.${rest}`),
  ])
  const items = Array.isArray(shape.items) ? [] : placesIn(shape.items)
  return [...own, ...items, ...(shape.anyOf ?? []).flatMap(placesIn)]
}

/** The same of what stands in a file. */
function placesOf(content: unknown): readonly string[] {
  if (Array.isArray(content)) return content.flatMap(placesOf)
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([key, inner]) => [key, ...placesOf(inner).map((rest) => `${key}.${rest}`)])
}

it('the example of AGENCIES_FILE on the page of setting up is read without a fault, and has every key', () => {
  const folder = temporaryFolder('page')
  const path = join(folder, 'agencies.yaml')
  writeFileSync(path, agencies)
  writeFileSync(join(folder, 'holidays.txt'), holidays)
  const notes: string[] = []
  const [example] = readAgencies(path, (note) => notes.push(note))
  expect(notes).toEqual([])
  expect(example?.calendar?.holidays).toEqual(['2026-12-25', '2027-08-17', '2027-12-25'])
  const places = placesIn(z.toJSONSchema(agencyShape, { io: 'input' }))
  expect(places).toEqual(expect.arrayContaining(['revokeBefore', 'acting.decree', 'calendar.exceptions.breaks.days']))
  const written = placesOf(parse(agencies))
  expect(places.filter((place) => !written.includes(place))).toEqual([])
})

it('every verb stands on the page with options that it has', () => {
  const lines = [...page.matchAll(/^pandu ([^#\n]+)/gm)].map(([, words = '']) => words.trim().split(/ +/))
  for (const words of lines) {
    const verb = splitVerb(verbNames, words)?.verb ?? ''
    const help = helpOf(overview, verb.split(' '))
    expect(help, words.join(' ')).toBeDefined()
    for (const option of words.filter((word) => word.startsWith('--'))) expect(help).toContain(option)
  }
  const named = [...page.matchAll(/(?:^|`)pandu ([^#`\n]+)/gm)].map(([, words = '']) => words.split(' '))
  const verbs = named.map((words) => splitVerb(verbNames, words)?.verb)
  expect(verbNames.filter((verb) => !verbs.includes(verb))).toEqual([])
})

it('the manifest on the page asks Slack for what the program uses, at the address that it answers', () => {
  const { features, oauth_config, settings } = parse(manifest)
  expect(oauth_config.scopes.bot).toEqual(
    expect.arrayContaining(['chat:write', 'commands', 'users:read', 'channels:history', 'groups:history']),
  )
  expect(settings.event_subscriptions.bot_events).toEqual(['app_home_opened'])
  expect(features.app_home.home_tab_enabled).toBe(true)
  const [command] = features.slash_commands
  expect(command.command).toBe('/pandu')
  for (const address of [command.url, settings.event_subscriptions.request_url, settings.interactivity.request_url])
    expect(new URL(address).pathname).toBe('/slack/events')
})

it('what belongs together by the page is enough to start', () => {
  const sets = [...page.matchAll(/^\| [^|]+ \| (`[A-Z].*) \|$/gm)].map(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)(?:=([^`…]*)[^`]*)?`/g)].map(([, name = '', value]) => [name, value] as const),
  )
  expect(sets).toHaveLength(12)
  const good: Readonly<Record<string, string>> = {
    ...examples,
    TELEGRAM_BOT_TOKEN: '123456:abc-DEF',
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    TELEGRAM_WEBHOOK_SECRET: 'secret',
  }
  const real = { TELEGRAM_BOT_TOKEN: good.TELEGRAM_BOT_TOKEN, AGENCIES_FILE: './agencies.yaml' }
  const given = (name: string, value: string | undefined) =>
    name === 'TELEGRAM_MODE' || name === 'SLACK_MODE' ? value : (good[name] ?? '')
  for (const set of sets) {
    const chosen = Object.fromEntries(set.map(([name, value]) => [name, given(name, value)]))
    expect(() => readConfig({ ...real, ...chosen }), JSON.stringify(set)).not.toThrow()
  }
})

it('every variable that the page or the README names is one, and the README names those of other servers', () => {
  const names = [...`${page}${readme}`.matchAll(/`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g)].map(([, name = '']) => name)
  const others = ['NAME_FILE', 'WRITE_DOCS']
  expect([...new Set(names)].filter((name) => !(name in examples) && !others.includes(name))).toEqual([])
  for (const name of ['TELEGRAM_API_ROOT', 'SLACK_API_URL', 'AGENCIES_FILE']) expect(readme).toContain(`\`${name}\``)
  expect(readme).toContain('(docs/setup.md)')
  expect(Object.keys(examples).filter((name) => !`${page}${readme}`.includes(`\`${name}`))).toEqual([])
})
