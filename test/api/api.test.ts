import { describe, expect, it } from 'vitest'
import { Pace } from '../../bot/api/pace.ts'
import { Story } from '../case/given.ts'
import { nik, nip, number, staff } from '../desk/desk-fixture.ts'
import { openSql } from '../prisma/stores.ts'
import { apiWorld, bodyOf } from './api-fixture.ts'

const path = `/cases/${number}`
const theCase = async (world: Awaited<ReturnType<typeof apiWorld>>) => {
  const c = await world.ports.ledger.caseByNumber(number)
  if (c === undefined) throw new Error('no case')
  return c
}

describe('another helpdesk reads', () => {
  it('a case with masked values, files counted, and the version that a command expects', async () => {
    const world = await apiWorld()
    const response = await world.ask(await world.key(), 'GET', path)
    expect(response.status).toBe(200)
    const c = await theCase(world)
    expect(await bodyOf(response)).toMatchObject({
      number,
      status: 'with-contact-center',
      turn: 'agent',
      version: c.decision,
      requester: { name: 'R••• W•••', nip: '•••2005', nik: '•••0001' },
    })
  })

  it('a page of the list after the other, each case once, and narrows it', async () => {
    const world = await apiWorld()
    await world.keepAnother(new Story().sent(), 'PANDU-2026-000002-X')
    await world.keepAnother(new Story().sent(), 'PANDU-2026-000003-X')
    const key = await world.key()
    const seen: unknown[] = []
    let next: unknown = ''
    for (let pages = 0; next !== null && pages < 5; pages += 1) {
      const page = await bodyOf(await world.ask(key, 'GET', `/cases?limit=2${next === '' ? '' : `&after=${next}`}`))
      seen.push(...(page.cases as { number: string }[]).map((one) => one.number))
      next = page.next
    }
    expect(seen).toEqual([number, 'PANDU-2026-000002-X', 'PANDU-2026-000003-X'])
    expect((await bodyOf(await world.ask(key, 'GET', '/cases?status=approved'))).cases).toEqual([])
    expect((await bodyOf(await world.ask(key, 'GET', '/cases?agency=bantul'))).cases).toEqual([])
    expect((await bodyOf(await world.ask(key, 'GET', '/cases?view=mine'))).cases).toEqual([])
  })

  it('what happened, by pages, without words and names', async () => {
    const world = await apiWorld()
    const key = await world.key()
    await world.give(key, 'note', { text: 'kenari-rahasia dari petugas' })
    const response = await world.ask(key, 'GET', `${path}/timeline?limit=100`)
    const text = await response.text()
    const { events } = JSON.parse(text) as { events: { n: number; type: string; by: string }[] }
    expect(events[0]).toMatchObject({ n: 1, type: 'opened', by: 'requester' })
    expect(events.at(-1)).toMatchObject({ type: 'noted', by: 'agent' })
    expect(text).not.toContain('kenari-rahasia')
    expect(text).not.toContain(nip)
    const page = await bodyOf(await world.ask(key, 'GET', `${path}/timeline?limit=2&after=2`))
    expect((page.events as { n: number }[]).map(({ n }) => n)).toEqual([3, 4])
    expect(page.next).toBe(4)
  })

  it('nothing that was never sent, and nothing of another agency: 404, and one line in the log', async () => {
    const draft = await apiWorld({}, new Story().filled())
    expect((await draft.ask(await draft.key(), 'GET', path)).status).toBe(404)
    const world = await apiWorld()
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'lain', agencies: ['bantul'] })
    const key = await world.key({ staffId: 'dewi' })
    await world.keepAnother(Object.assign(new Story().sent(), {}), 'PANDU-2026-000009-X')
    const foreign = await world.ports.ledger.caseByNumber('PANDU-2026-000009-X')
    await world.ports.ledger.commit([
      { changes: [{ before: foreign, after: { ...foreign!, agency: 'bantul' }, events: [] }], owed: [], knocks: [] },
    ])
    for (const [method, address] of [
      ['GET', '/cases/PANDU-2026-000009-X'],
      ['GET', '/cases/PANDU-2026-000009-X/timeline'],
      ['GET', '/cases/PANDU-2026-999999-X'],
    ] as const)
      expect((await world.ask(key, method, address)).status, address).toBe(404)
    const taken = await world.ask(key, 'POST', '/cases/PANDU-2026-000009-X/take', { expectedVersion: 1 })
    expect(taken.status).toBe(404)
    expect(world.denied).toHaveLength(4)
    expect(world.denied[0]).toEqual({ what: 'api-denied', token: expect.any(String), staffId: 'dewi', at: 'readCase' })
  })
})

describe('another helpdesk writes', () => {
  it('takes, answers and puts back as its agent, decided by the rules of the house', async () => {
    const world = await apiWorld()
    const key = await world.key()
    const { decision } = await theCase(world)
    const taken = await world.give(key, 'take', { expectedVersion: decision })
    expect(taken.status).toBe(200)
    const receipt = await bodyOf(taken)
    expect(receipt).toEqual({ number, status: 'with-contact-center', version: decision + 1, agent: 'dewi' })
    expect((await world.give(key, 'reply', { text: 'Mohon tunggu.' })).status).toBe(200)
    expect((await theCase(world)).talk?.replies).toBe(1)
    expect((await world.give(key, 'put-back', { expectedVersion: decision + 1 })).status).toBe(200)
    expect((await theCase(world)).agent).toBeNull()
  })

  it('puts aside, takes up and asks for help; takes from a colleague only with a reason, and keeps what it works on', async () => {
    const world = await apiWorld()
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'eka', name: 'Eka', email: 'eka@bsre.example' })
    const key = await world.key()
    const kept = (await world.ports.api.apiToken(key, world.clock))!
    await world.ports.api.saveApiToken(`${key}7`, { ...kept, id: 'eka-key', staffId: 'eka' })
    const now = async () => ({ expectedVersion: (await theCase(world)).decision })
    expect((await world.give(key, 'take', await now())).status).toBe(200)
    expect((await world.give(key, 'snooze', { ...(await now()), span: 'hour', why: 'bsre' })).status).toBe(200)
    expect((await theCase(world)).snooze?.why).toBe('bsre')
    expect((await world.give(key, 'wake', await now())).status).toBe(200)
    expect((await world.give(key, 'escalate', { ...(await now()), text: 'Perlu bantuan BSrE' })).status).toBe(200)
    const bare = await world.give(`${key}7`, 'take', await now())
    expect([bare.status, (await bodyOf(bare)).code]).toEqual([409, 'held-by-other'])
    expect((await world.give(`${key}7`, 'take', { ...(await now()), text: 'Dewi sedang cuti' })).status).toBe(200)
    expect((await theCase(world)).agent?.id).toBe('eka')
    const until = await world.ports.ledger.leaseUntil((await theCase(world)).id)
    expect(until !== undefined && until > world.clock).toBe(true)
    world.clock = new Date(Date.parse(world.clock) + 60_000).toISOString()
    await world.ask(`${key}7`, 'GET', path)
    expect((await world.ports.ledger.leaseUntil((await theCase(world)).id))! > until!).toBe(true)
    expect(world.accesses).toMatchObject([{ staffId: 'eka', what: 'case', ref: number }])
  })

  it('is told 409 with the present version when it decided on an older picture', async () => {
    const world = await apiWorld()
    const key = await world.key()
    const { decision } = await theCase(world)
    await world.give(key, 'take', { expectedVersion: decision })
    const late = await world.give(key, 'approve', { expectedVersion: decision })
    expect(late.status).toBe(409)
    expect(late.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await bodyOf(late)).toMatchObject({
      code: 'changed',
      status: 409,
      version: decision + 1,
      sentences: { id: expect.any(String), en: expect.any(String) },
    })
    expect(await bodyOf(await world.give(key, 'reopen', { expectedVersion: decision }))).toMatchObject({
      code: 'not-now',
    })
  })

  it('is told what of its words does not fit', async () => {
    const world = await apiWorld()
    const key = await world.key()
    expect(await bodyOf(await world.give(key, 'reply', { text: '' }))).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ in: 'body', at: '/text', code: 'too_small' }],
    })
    expect(await bodyOf(await world.give(key, 'reply', { text: ' \n ' }))).toMatchObject({ code: 'nothing-written' })
    const secret = await world.give(key, 'reply', { text: 'Kirim passphrase Anda kepada kami' })
    expect([secret.status, (await bodyOf(secret)).code]).toEqual([422, 'asks-secret'])
    expect((await world.give(key, 'note', { text: 'a'.repeat(70_000) })).status).toBe(413)
    expect((await world.ask(key, 'DELETE', '/hooks/x', { text: 'a'.repeat(70_000) })).status).toBe(413)
    expect((await world.give(key, 'note', { text: 'x', status: 'approved' })).status).toBe(422)
    expect((await theCase(world)).talk).toBeUndefined()
  })

  it('does not decide its own case', async () => {
    const world = await apiWorld()
    await world.ports.directory.saveStaff({ ...staff.dewi, email: 'rina.wulandari@jogjaprov.go.id' })
    const answer = await world.give(await world.key(), 'take', { expectedVersion: (await theCase(world)).decision })
    expect([answer.status, (await bodyOf(answer)).code]).toEqual([403, 'own-case'])
  })
})

describe('a write', () => {
  for (const where of ['memory', 'PostgreSQL, embedded'] as const) {
    it(`is done once for one idempotency key, however often and at once it comes (${where})`, async () => {
      const opened = where === 'memory' ? undefined : await openSql({ memory: true })
      try {
        const world = await apiWorld(opened === undefined ? {} : { store: opened.store })
        const key = await world.key()
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => world.give(key, 'note', { text: 'satu kali' }, 'same-key')),
        )
        const texts = await Promise.all(answers.map((answer) => answer.text()))
        expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
        expect(new Set(texts).size).toBe(1)
        expect((await theCase(world)).talk?.notes).toBe(1)
        const again = await world.give(key, 'note', { text: 'satu kali' }, 'same-key')
        expect(again.headers.get('Idempotency-Replayed')).toBe('true')
        expect(world.denied).toEqual([])
      } finally {
        await opened?.close()
      }
    })
  }

  it('with the key of another request is refused and does nothing; the same key of another token is another key', async () => {
    const world = await apiWorld()
    const [key, other] = [await world.key(), await world.key()]
    await world.give(key, 'note', { text: 'pertama' }, 'k1')
    expect(await bodyOf(await world.give(key, 'note', { text: 'kedua' }, 'k1'))).toMatchObject({ code: 'key-reused' })
    expect(await bodyOf(await world.give(key, 'reply', { text: 'pertama' }, 'k1'))).toMatchObject({
      code: 'key-reused',
    })
    expect((await theCase(world)).talk).toMatchObject({ notes: 1, replies: 0 })
    expect((await world.give(other, 'note', { text: 'kedua' }, 'k1')).status).toBe(200)
  })

  it('that was refused is refused the same way again; after a day the key is free', async () => {
    const world = await apiWorld()
    const key = await world.key()
    const { decision } = await theCase(world)
    expect((await world.give(key, 'take', { expectedVersion: decision - 1 }, 'k1')).status).toBe(409)
    expect((await world.give(key, 'take', { expectedVersion: decision - 1 }, 'k1')).status).toBe(409)
    world.clock = new Date(Date.parse(world.clock) + 24 * 3_600_000).toISOString()
    expect((await world.give(key, 'take', { expectedVersion: decision }, 'k1')).status).toBe(200)
  })

  it('without a key, or with one that is none, does nothing', async () => {
    const world = await apiWorld()
    const key = await world.key()
    for (const once of ['', 'a b', 'x'.repeat(256)]) {
      const answer = await world.give(key, 'note', { text: 'x' }, once)
      expect([answer.status, (await bodyOf(answer)).code]).toEqual([400, 'key-missing'])
    }
    expect((await theCase(world)).talk).toBeUndefined()
  })
})

describe('a key', () => {
  it('that is missing, garbled, unknown, expired or revoked opens nothing', async () => {
    const world = await apiWorld()
    const good = await world.key()
    expect(await bodyOf(await world.ask('', 'GET', path))).toMatchObject({ status: 401, code: 'no-token' })
    for (const bad of ['x', `${good}x`, good.slice(0, -1), 'pandu_', `pandu_${'a'.repeat(43)}`, `${good} ${good}`]) {
      const answer = await world.ask(bad, 'GET', path)
      expect(answer.status, bad).toBe(401)
      expect(answer.headers.get('WWW-Authenticate')).toContain('Bearer')
    }
    expect((await world.ask('', 'GET', path, undefined, { Authorization: `Basic ${good}` })).status).toBe(401)
    const [{ id = '' } = {}] = await world.ports.api.apiTokens()
    await world.ports.api.revokeApiToken(id, world.ports.now())
    expect((await world.ask(good, 'GET', path)).status).toBe(401)
    const late = await world.key()
    world.clock = new Date(Date.parse(world.clock) + 30 * 86_400_000).toISOString()
    expect((await world.ask(late, 'GET', path)).status).toBe(401)
  })

  it('dies at once with its role or an agency of it, and does not come alive with them again', async () => {
    for (const change of [
      { removedAt: '2026-11-23T02:00:00.000Z' },
      { role: 'admin' as const },
      { agencies: ['bantul'] },
    ]) {
      const world = await apiWorld()
      const key = await world.key()
      expect((await world.ask(key, 'GET', path)).status).toBe(200)
      await world.ports.directory.saveStaff({ ...staff.dewi, ...change })
      expect((await world.ask(key, 'GET', path)).status).toBe(401)
    }
    const world = await apiWorld()
    const key = await world.key()
    await world.ports.directory.saveStaff({ ...staff.dewi, agencies: [] })
    await world.ask(key, 'GET', path)
    await world.ports.directory.saveStaff(staff.dewi)
    expect((await world.ask(key, 'GET', path)).status).toBe(401)
  })

  it('does what its scopes say and not more, and sees no agency that came later', async () => {
    const world = await apiWorld()
    const [reads, talks] = [await world.key({ scopes: ['cases:read'] }), await world.key({ scopes: ['cases:talk'] })]
    expect((await world.ask(talks, 'GET', path)).status).toBe(403)
    expect((await world.ask(talks, 'GET', '/cases')).status).toBe(403)
    expect((await world.give(talks, 'take', { expectedVersion: 1 })).status).toBe(403)
    expect((await world.give(reads, 'note', { text: 'x' })).status).toBe(403)
    expect((await world.give(talks, 'note', { text: 'x' })).status).toBe(200)
    await world.ports.directory.saveStaff({ ...staff.dewi, agencies: ['diy', 'bantul'] })
    const c = await theCase(world)
    await world.ports.ledger.commit([
      { changes: [{ before: c, after: { ...c, agency: 'bantul' }, events: [] }], owed: [], knocks: [] },
    ])
    expect((await world.ask(reads, 'GET', path)).status).toBe(404)
  })

  it('that comes too often is asked to wait, and no other one with it', async () => {
    const world = await apiWorld({ pace: new Pace(3, 60) })
    const [busy, calm] = [await world.key(), await world.key()]
    const statuses = []
    for (let n = 0; n < 5; n += 1) statuses.push((await world.ask(busy, 'GET', path)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await world.ask(busy, 'GET', path)).headers.get('Retry-After')).toBe('1')
    expect((await world.ask(calm, 'GET', path)).status).toBe(200)
    world.clock = new Date(Date.parse(world.clock) + 1000).toISOString()
    expect((await world.ask(busy, 'GET', path)).status).toBe(200)
  })
})

describe('an answer', () => {
  it('lets no page of somebody else in, is not stored, and says what an address knows', async () => {
    const world = await apiWorld()
    const key = await world.key()
    const answer = await world.ask(key, 'GET', path, undefined, { Origin: 'https://evil.example' })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const wrong = await world.ask(key, 'DELETE', path)
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET'])
    expect((await world.ask(key, 'OPTIONS', path, undefined, { Origin: 'https://evil.example' })).status).toBe(405)
    expect((await world.ask(key, 'GET', '/nothing')).status).toBe(404)
    expect((await world.ask('', 'GET', '/nothing')).status).toBe(401)
  })

  it('shows no NIP and no NIK anywhere', async () => {
    const world = await apiWorld()
    const key = await world.key()
    for (const address of ['/cases', path, `${path}/timeline`]) {
      const text = await (await world.ask(key, 'GET', address)).text()
      expect(text).not.toContain(nip)
      expect(text).not.toContain(nik)
    }
  })
})
