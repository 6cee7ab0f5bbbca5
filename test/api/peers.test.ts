import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Story } from '../case/given.ts'
import { number } from '../desk/desk-fixture.ts'
import { type OpenStore, openSql } from '../prisma/stores.ts'
import { type ApiWorld, apiWorld, bodyOf } from './api-fixture.ts'

const foreign = 'PANDU-2026-000009-X'
const hostile = ["' OR 1=1 --", '\'); DROP TABLE "case"; --', '%00', '1;SELECT pg_sleep(9)', '{"$gt":""}', '\u202e']

/** Flaws that others of this kind had, each as a test that the API has it not (reliability.md §4); those of addresses stand in `closed-address.test.ts`. */
describe('a flaw that peers had', () => {
  let opened: OpenStore
  let world: ApiWorld
  beforeAll(async () => {
    opened = await openSql({ memory: true })
    world = await apiWorld({ store: opened.store })
    const another = await world.keepAnother(new Story().sent(), foreign)
    const after = { ...another, agency: 'bantul' }
    await world.ports.ledger.commit([{ changes: [{ before: another, after, events: [] }], owed: [], knocks: [] }])
  })
  afterAll(() => opened.close())

  const kept = () => world.ports.ledger.caseByNumber(foreign)
  const ways = () =>
    world.api.app.routes.filter(
      ({ path, method }) => path.includes(':number') && (method === 'GET' || method === 'POST'),
    )

  it('CVE-2026-115725 (Chatwoot): an id of another agency opens nothing, at any address of the API', async () => {
    const [key, before] = [await world.key(), await kept()]
    expect(ways().length).toBeGreaterThan(10)
    for (const { method, path } of ways()) {
      const body = { expectedVersion: before?.decision, text: 'kata', span: 'hour', why: 'later' }
      const answer = await world.ask(
        key,
        method,
        path.replace(':number', foreign),
        method === 'POST' ? body : undefined,
      )
      // A body that another command wants is refused before anything is looked at.
      expect([404, 422], `${method} ${path}`).toContain(answer.status)
      expect(await answer.text()).not.toContain('with-contact-center')
    }
    expect(await kept()).toEqual(before)
  })

  it('CVE-2022-40816 (Zammad): no address of the API is left out by the look at keys and scopes', async () => {
    const none = await world.key({ scopes: [] })
    const all = world.api.app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json')
    expect(all.length).toBeGreaterThan(15)
    for (const { method, path } of all) {
      const address = path.replace(':number', number).replace(':id', 'x')
      const body = method === 'POST' ? {} : undefined
      expect((await world.ask('', method, address, body)).status, `${method} ${path}`).toBe(401)
      expect((await world.ask(none, method, address, body)).status, `${method} ${path}`).toBe(403)
    }
  })

  it('CVE-2025-21628 (Chatwoot): filters, order and pages are of a closed set; anything else is refused and changes nothing', async () => {
    const key = await world.key()
    for (const name of ['view', 'status', 'procedure', 'agency', 'after', 'limit', 'sort', 'order_by', 'filter[0]'])
      for (const value of hostile) {
        const answer = await world.ask(key, 'GET', `/cases?${name}=${encodeURIComponent(value)}`)
        // An agency that nobody knows has no cases.
        expect(name === 'agency' ? [200] : [400], `${name}=${value}`).toContain(answer.status)
        if (name === 'agency') expect((await bodyOf(answer)).cases).toEqual([])
      }
    expect((await bodyOf(await world.ask(key, 'GET', '/cases'))).cases).toHaveLength(1)
  })

  it('CVE-2026-34722 (Zammad): what a request names besides is looked at like what it is about', async () => {
    const key = await world.key()
    expect((await bodyOf(await world.ask(key, 'GET', '/cases?agency=bantul'))).cases).toEqual([])
    const hook = { url: 'https://helpdesk.example/in', agencies: ['diy', 'bantul'] }
    expect((await world.ask(key, 'POST', '/hooks', hook)).status).toBe(422)
    expect(await world.ports.hooks.hooks()).toEqual([])
  })

  it('CVE-2025-26846 (Znuny): a command sets what it is for, and no other field of the case', async () => {
    const [key, before] = [await world.key(), await world.ports.ledger.caseByNumber(number)]
    for (const more of [
      { status: 'approved' },
      { agency: 'bantul' },
      { dueAt: '2030-01-01' },
      { agent: 'x' },
      { nik: '1' },
    ]) {
      const answer = await world.give(key, 'note', { text: 'kata', ...more })
      expect([answer.status, (await bodyOf(answer)).errors]).toEqual([
        422,
        [{ in: 'body', at: '', code: 'unrecognized_keys' }],
      ])
    }
    expect(await world.ports.ledger.caseByNumber(number)).toEqual(before)
  })
})
