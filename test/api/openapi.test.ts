import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Case } from '../../core/case/case.ts'
import { Story } from '../case/given.ts'
import { number, staff } from '../desk/desk-fixture.ts'
import { type ApiWorld, apiWorld } from './api-fixture.ts'

/** Values of people that stand in the cases and in what was asked; none of them may stand in an answer or in the log. */
const canaries = {
  name: 'Kenari Rahasia Wulandari',
  nip: '198504122010012005',
  nik: '3404015204850001',
  email: 'kenari.rahasia@jogjaprov.go.id',
  phone: '+6281234567890',
  note: 'kenari-catatan-internal',
  trouble: 'kenari-kendala',
} as const

interface Operation {
  readonly method: string
  readonly path: string
  readonly id: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: unknown }[]
  readonly body:
    | { readonly properties: Readonly<Record<string, unknown>>; readonly required?: readonly string[] }
    | undefined
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: never }>> }>
  >
}

interface Told extends Pick<Operation, 'responses'> {
  readonly operationId: string
  readonly parameters?: Operation['parameters']
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: NonNullable<Operation['body']> } }
  }
}

/** The operations as the document tells them: one that is added is in it. */
function operationsOf(document: { readonly paths?: object }): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Told>).map(([method, told]) => ({
      ...{ method: method.toUpperCase(), path, id: told.operationId, parameters: told.parameters ?? [] },
      ...{ responses: told.responses, body: told.requestBody?.content['application/json'].schema },
    })),
  )
}

const anything = fc.oneof(
  fc.anything({ maxDepth: 2 }).map((value) => {
    try {
      return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
    } catch {
      return null
    }
  }),
  fc.constantFrom<unknown>(
    ...[null, true, -1, 1e308, 2 ** 53, '', ' ', '\u0000', '\u202e', "' OR 1=1 --", '{{7*7}}', '../../etc/passwd'],
    ...['=1+1', '<img src=x onerror=alert(1)>', 'x'.repeat(5_000), [], {}, { $gt: '' }, [[[]]], '__proto__'],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

const inAddress = fc.oneof(
  fc.constantFrom(number, 'PANDU-2026-000009-X', canaries.nip, '..', '%00', "'--", 'a b', '💥', '-1', '1e9', 'null'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
)

const safe = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))

/** A story of a person whose every value is a canary. */
const told = () => new Story('reactivation', undefined, { ...canaries }).sent()

describe('every operation of the OpenAPI', () => {
  let world: ApiWorld
  let operations: readonly Operation[] = []
  let foreign: Case
  const seen: { readonly said: string; readonly text: string }[] = []

  beforeAll(async () => {
    world = await apiWorld({}, told())
    operations = operationsOf(world.api.document())
    const another = await world.keepAnother(told(), 'PANDU-2026-000009-X')
    foreign = { ...another, agency: 'bantul' }
    await world.ports.ledger.commit([
      { changes: [{ before: another, after: foreign, events: [] }], owed: [], knocks: [] },
    ])
    const key = await world.key()
    expect((await world.give(key, 'note', { text: canaries.note })).status).toBe(200)
  })

  afterEach(() => {
    for (const { said, text } of seen.splice(0))
      for (const [name, value] of Object.entries(canaries)) expect(text, `${name} in ${said}`).not.toContain(value)
    expect(world.denied.filter(({ what }) => what === 'api-failed')).toEqual([])
    for (const value of Object.values(canaries)) expect(JSON.stringify(world.denied)).not.toContain(value)
  })

  /** Sends a request and holds the answer against what is documented of it. */
  async function ask(
    operation: Operation,
    key: string,
    parts: {
      path?: Record<string, string>
      query?: Record<string, string>
      body?: unknown
      headers?: Record<string, string>
    },
  ): Promise<number> {
    const at = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => safe(parts.path?.[name] ?? number))
    const query = Object.entries(parts.query ?? {}).map(([name, value]) => `${safe(name)}=${safe(value)}`)
    const address = query.length === 0 ? at : `${at}?${query.join('&')}`
    const response = await world.ask(key, operation.method, address, parts.body, parts.headers)
    const text = await response.text()
    const said = `${operation.id} → ${response.status}`
    seen.push({ said, text: text + JSON.stringify([...response.headers]) })
    expect(response.status, said).toBeLessThan(500)
    const documented = operation.responses[`${response.status}`]
    expect(documented, `${said} is not documented`).toBeDefined()
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? ''
    const schema = documented?.content?.[type]?.schema
    if (documented?.content === undefined) expect(text, said).toBe('')
    else {
      expect(schema, `${said} as ${type} is not documented`).toBeDefined()
      const fits = z.fromJSONSchema(schema!).safeParse(JSON.parse(text))
      expect(fits.error?.issues, `${said}: ${text}`).toBeUndefined()
    }
    return response.status
  }

  /** A body that has what is required, and fits its schema by its types. */
  const fitting = ({ body }: Operation): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(body?.properties ?? {})
        .filter(([name]) => body?.required?.includes(name))
        .map(([name, schema]) => [name, fittingValue(schema as { type?: string })]),
    )
  const fittingValue = (schema: {
    type?: string | string[]
    enum?: unknown[]
    items?: never
    format?: string
  }): unknown => {
    if (schema.enum !== undefined) return schema.enum[0]
    if (schema.type === 'integer' || schema.type === 'number') return 1
    if (schema.type === 'array') return [fittingValue(schema.items ?? {})]
    return schema.format === 'uri' ? 'https://helpdesk.example/hooks' : 'kata'
  }

  it('is there: reads and writes, each with its answers', () => {
    expect(operations.length).toBeGreaterThanOrEqual(12)
    for (const { id, responses } of operations) {
      expect(id).toBeDefined()
      for (const status of ['401', '403', '404', '429', '500']) expect(Object.keys(responses), id).toContain(status)
    }
  })

  it('answers as documented when asked rightly', async () => {
    for (const operation of operations) {
      const status = await ask(operation, await world.key(), { body: operation.body && fitting(operation) })
      expect([200, 201, 204, 404, 409], `${operation.id} → ${status}`).toContain(status)
    }
  })

  it('opens nothing without a good key, and is not reached by a key of another scope', async () => {
    const [expired, revoked] = [await world.key(), await world.key()]
    const [latest] = await world.ports.api.apiTokens()
    expect(latest).toBeDefined()
    const before = world.clock
    const kept = (await world.ports.api.apiToken(revoked, world.clock))!
    await world.ports.api.revokeApiToken(kept.id, world.clock)
    for (const operation of operations) {
      const body = operation.body && fitting(operation)
      for (const key of ['', 'x', 'pandu_', `pandu_${'b'.repeat(43)}`, `${expired}x`, revoked, 'pandu_%00'])
        expect(await ask(operation, key, { body }), operation.id).toBe(401)
      world.clock = '2027-06-01T00:00:00.000Z'
      expect(await ask(operation, expired, { body }), operation.id).toBe(401)
      world.clock = before
      const without = await world.key({ scopes: [] })
      expect(await ask(operation, without, { body }), operation.id).toBe(403)
    }
  })

  it('gives nothing of another agency, and leaves it as it was', async () => {
    const key = await world.key()
    for (const operation of operations.filter(({ path }) => path.includes('{number}'))) {
      const body = operation.body && fitting(operation)
      expect(await ask(operation, key, { path: { number: foreign.number }, body }), operation.id).toBe(404)
    }
    expect(await world.ports.ledger.caseById(foreign.id)).toEqual(foreign)
    const denied = world.denied.filter(({ what }) => what === 'api-denied')
    expect(denied.length).toBeGreaterThanOrEqual(11)
  })

  it('takes any value at any place of its address without harm', async () => {
    const key = await world.key()
    for (const operation of operations) {
      const places = operation.parameters.filter((one) => one.in === 'path' || one.in === 'query')
      if (places.length === 0) continue
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), inAddress, async (place, value) => {
          const part = { [place.name]: value }
          const body = operation.body && fitting(operation)
          const status = await ask(operation, key, place.in === 'path' ? { path: part, body } : { query: part, body })
          if (status === 429) world.clock = new Date(Date.parse(world.clock) + 60_000).toISOString()
        }),
        { numRuns: 40 },
      )
    }
  })

  it('takes any value at any place of its body, and any body, without harm; what does not fit is told by its place', async () => {
    const key = await world.key()
    for (const operation of operations) {
      if (operation.body === undefined) continue
      const names = [...Object.keys(operation.body.properties), 'status', 'agency', '__proto__', 'constructor']
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), anything, async (name, value) => {
          const status = await ask(operation, key, { body: { ...fitting(operation), [name]: value } })
          if (status === 429) world.clock = new Date(Date.parse(world.clock) + 60_000).toISOString()
          if (!(name in operation.body!.properties) && name !== '__proto__') expect([422, 429]).toContain(status)
        }),
        { numRuns: 30 },
      )
      for (const body of ['', '{', 'null', '[]', '"x"', '1', '{"a":', '[[[['])
        expect([400, 422, 429], `${operation.id} ${body}`).toContain(await ask(operation, key, { body }))
      world.clock = new Date(Date.parse(world.clock) + 60_000).toISOString()
    }
  })

  it('takes JSON alone, of a size that a command can have', async () => {
    for (const operation of operations) {
      if (operation.body === undefined) continue
      const key = await world.key()
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'a',
        '',
      ])
        expect(await ask(operation, key, { body: fitting(operation), headers: { 'Content-Type': type } })).toBe(415)
      expect(await ask(operation, key, { body: { text: 'x'.repeat(70_000) } })).toBe(413)
    }
  })

  it('does nothing to the cases that it may not do: the agent of another agency sees nothing at all', async () => {
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'bantul-agent', agencies: ['sleman'] })
    const key = await world.key()
    const kept = (await world.ports.api.apiToken(key, world.clock))!
    const stranger = `${key}2`
    await world.ports.api.saveApiToken(stranger, {
      ...kept,
      id: 'stranger',
      staffId: 'bantul-agent',
      grants: ['agent', 'sleman'],
    })
    for (const operation of operations.filter(({ path }) => path.includes('{number}')))
      expect(await ask(operation, stranger, { body: operation.body && fitting(operation) }), operation.id).toBe(404)
    const list = await world.ask(stranger, 'GET', '/cases')
    expect(await list.json()).toEqual({ cases: [], next: null })
  })
})
