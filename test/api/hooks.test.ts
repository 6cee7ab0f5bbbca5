import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it } from 'vitest'
import { hookTypes } from '../../core/handling/hooks.ts'
import { Story } from '../case/given.ts'
import { nik, nip, number, staff } from '../desk/desk-fixture.ts'
import { type ApiWorld, apiWorld, bodyOf } from './api-fixture.ts'
import { deliver, pass } from './deliver-hooks.ts'
import { openReceiver, type Receiver } from './receiver.ts'

const receivers: Receiver[] = []
const receiver = async () => {
  const one = await openReceiver()
  receivers.push(one)
  return one
}
afterEach(async () => {
  for (const one of receivers.splice(0)) await one.close()
})

const second = 'PANDU-2026-000002-X'
const dayMs = 86_400_000
const local = { reach: { isLocalAllowed: true } }

interface Made {
  readonly id: string
  readonly secret: string
}
async function hooked(world: ApiWorld, key: string, url: string, more: object = {}): Promise<Made> {
  const made = await world.ask(key, 'POST', '/hooks', { url, ...more })
  expect(made.status).toBe(201)
  return (await bodyOf(made)) as unknown as Made
}
const take = async (world: ApiWorld, key: string, which = number) => {
  const c = await world.ports.ledger.caseByNumber(which)
  return world.ask(key, 'POST', `/cases/${which}/take`, { expectedVersion: c?.decision })
}
const putBack = async (world: ApiWorld, key: string, which = number) => {
  const c = await world.ports.ledger.caseByNumber(which)
  return world.ask(key, 'POST', `/cases/${which}/put-back`, { expectedVersion: c?.decision })
}
const log = async (world: ApiWorld, key: string, { id }: Made) =>
  (await bodyOf(await world.ask(key, 'GET', `/hooks/${id}/deliveries`))).deliveries as {
    id: string
    state: string
    answer: string
    type: string
  }[]

describe('a hook', () => {
  it('is told what happens, thinly, signed so that an independent reader of Standard Webhooks accepts it', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    const hook = await hooked(world, key, `${desk.url}/in`)
    await take(world, key)
    await world.give(key, 'note', { text: 'kenari-catatan' })
    await deliver(world)
    expect(desk.got).toHaveLength(1)
    const { headers = {}, body = '' } = desk.got[0] ?? {}
    const c = await world.ports.ledger.caseByNumber(number)
    const told = {
      number,
      procedure: 'reactivation',
      agency: 'diy',
      status: 'with-contact-center',
      version: c?.decision,
    }
    expect(JSON.parse(body)).toEqual({
      type: 'case.taken',
      timestamp: world.clock,
      data: { ...told, event: expect.any(Number) },
    })
    for (const value of [nip, nik, 'Rina', 'Dewi', 'kenari']) expect(body).not.toContain(value)
    // The reader looks at the clock of this machine: the signature alone is asked of it.
    const seconds = Number(headers['webhook-timestamp'])
    expect(seconds * 1000).toBe(Date.parse(world.clock))
    const reader = new Webhook(hook.secret)
    expect(reader.sign(String(headers['webhook-id']), new Date(seconds * 1000), body)).toBe(
      headers['webhook-signature'],
    )
    expect(
      new Webhook(`whsec_${Buffer.from('x'.repeat(30)).toString('base64')}`).sign(
        String(headers['webhook-id']),
        new Date(seconds * 1000),
        body,
      ),
    ).not.toBe(headers['webhook-signature'])
    expect(await log(world, key, hook)).toMatchObject([{ state: 'sent', answer: '204', type: 'case.taken' }])
  })

  it('hears only of what it wants, of its agencies, and of nothing that was never sent', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    await hooked(world, key, desk.url, { types: ['put-back'] })
    await take(world, key)
    await putBack(world, key)
    await deliver(world)
    expect(desk.got.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['case.put-back'])
    expect(hookTypes).not.toContain('noted')
    expect(hookTypes).not.toContain('opened')
    const foreign = await world.ask(key, 'POST', '/hooks', { url: desk.url, agencies: ['bantul'] })
    expect([foreign.status, (await bodyOf(foreign)).errors]).toEqual([
      422,
      [{ in: 'body', at: '/agencies', code: 'not-yours' }],
    ])
  })

  it('gets the messages of one case in their order, also after one failed; another case does not wait', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    await world.keepAnother(new Story().sent(), second)
    await hooked(world, key, desk.url)
    desk.status = 500
    await take(world, key)
    await deliver(world)
    expect(desk.got).toHaveLength(1)
    desk.status = 204
    await putBack(world, key)
    await take(world, key, second)
    await deliver(world)
    // It is left alone for a while, for all of its messages.
    expect(desk.got).toHaveLength(1)
    pass(world, 60_000)
    await deliver(world)
    const told = desk.got.slice(1).map(({ body }) => JSON.parse(body) as { type: string; data: { number: string } })
    const ofFirst = told.filter(({ data }) => data.number === number).map(({ type }) => type)
    expect(ofFirst).toEqual(['case.taken', 'case.put-back'])
    expect(told.filter(({ data }) => data.number === second)).toHaveLength(1)
    expect(desk.got[1]?.headers['webhook-id']).toBe(desk.got[0]?.headers['webhook-id'])
  })

  it('that is down for a day gets its messages then, and beyond a day they are dead, to be sent again by hand', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    const hook = await hooked(world, key, desk.url)
    desk.status = 503
    await take(world, key)
    for (let hours = 0; hours < 23; hours += 1) {
      await deliver(world)
      pass(world, 3_600_000)
    }
    expect(desk.got.length).toBeGreaterThanOrEqual(20)
    expect(await log(world, key, hook)).toMatchObject([{ state: 'waiting', answer: '503' }])
    pass(world, 2 * 3_600_000)
    await deliver(world)
    const [dead] = await log(world, key, hook)
    expect(dead).toMatchObject({ state: 'dead', answer: 'a-day-is-over' })
    const tries = desk.got.length
    pass(world, dayMs)
    await deliver(world)
    expect(desk.got).toHaveLength(tries)
    desk.status = 204
    expect((await world.ask(key, 'POST', `/deliveries/${dead?.id}/replay`, {})).status).toBe(202)
    await deliver(world)
    expect(desk.got.at(-1)?.headers['webhook-id']).toBe(dead?.id)
    expect(desk.got.at(-1)?.body).toBe(desk.got[0]?.body)
    expect(await log(world, key, hook)).toMatchObject([{ state: 'sent' }])
  })

  it('that is down holds no other one up', async () => {
    const [world, down, up] = [await apiWorld(local), await receiver(), await receiver()]
    const key = await world.key()
    await hooked(world, key, down.url)
    await hooked(world, key, up.url)
    down.status = 500
    for (const which of [number, second]) {
      if (which === second) await world.keepAnother(new Story().sent(), second)
      await take(world, key, which)
    }
    await deliver(world)
    expect(up.got).toHaveLength(2)
  })

  it('is not followed elsewhere, is over when it says "gone" or was ended, and hears nothing once its person lost the role', async () => {
    const [world, desk, elsewhere] = [await apiWorld(local), await receiver(), await receiver()]
    const key = await world.key()
    const hook = await hooked(world, key, desk.url)
    desk.status = 302
    desk.headers = { Location: elsewhere.url }
    await take(world, key)
    await deliver(world)
    expect([desk.got.length, elsewhere.got.length]).toEqual([1, 0])
    desk.status = 410
    pass(world, 60_000)
    await deliver(world)
    expect(await log(world, key, hook)).toMatchObject([{ state: 'dead', answer: '410' }])
    expect((await bodyOf(await world.ask(key, 'GET', '/hooks'))).hooks).toEqual([])
    const other = await hooked(world, key, elsewhere.url)
    expect((await world.ask(key, 'DELETE', `/hooks/${other.id}`)).status).toBe(204)
    await hooked(world, key, elsewhere.url)
    await putBack(world, key)
    await world.ports.directory.saveStaff({ ...staff.dewi, removedAt: world.clock })
    await deliver(world)
    expect(elsewhere.got).toEqual([])
  })

  it('is made once for one idempotency key, and tells the same secret', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    const ask = () => world.ask(key, 'POST', '/hooks', { url: desk.url }, { 'Idempotency-Key': 'one' })
    const answers = await Promise.all([ask(), ask(), ask()])
    const made = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(made).size).toBe(1)
    expect((await bodyOf(await world.ask(key, 'GET', '/hooks'))).hooks).toHaveLength(1)
    expect(await (await world.ask(key, 'GET', '/hooks')).text()).not.toContain('whsec_')
  })

  it('of another agency is not there, neither its log nor its messages', async () => {
    const [world, desk] = [await apiWorld(local), await receiver()]
    const key = await world.key()
    const hook = await hooked(world, key, desk.url)
    await take(world, key)
    await deliver(world)
    const [sent] = await log(world, key, hook)
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'asing', agencies: ['bantul'] })
    const kept = (await world.ports.api.apiToken(key, world.clock))!
    const stranger = `${key}9`
    await world.ports.api.saveApiToken(stranger, { ...kept, id: 's', staffId: 'asing', grants: ['agent', 'bantul'] })
    expect((await world.ask(stranger, 'GET', `/hooks/${hook.id}/deliveries`)).status).toBe(404)
    expect((await world.ask(stranger, 'DELETE', `/hooks/${hook.id}`)).status).toBe(404)
    expect((await world.ask(stranger, 'POST', `/deliveries/${sent?.id}/replay`, {})).status).toBe(404)
    expect((await bodyOf(await world.ask(stranger, 'GET', '/hooks'))).hooks).toEqual([])
    expect(world.denied).toHaveLength(3)
  })
})
