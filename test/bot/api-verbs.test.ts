import { describe, expect, it } from 'vitest'
import { runStoreVerb } from '../../bot/verb-line.ts'
import { storeVerbs } from '../../bot/verbs.ts'
import { apiWorld } from '../api/api-fixture.ts'
import { staff } from '../desk/desk-fixture.ts'

async function operator() {
  const world = await apiWorld()
  await world.ports.directory.saveAgencies(world.ports.agencies)
  const run = async (...words: string[]) => {
    const said: string[] = []
    const { now, newToken } = world.ports
    const context = {
      store: world.ports,
      ports: async () => world.ports,
      publicUrl: '',
      isImitated: true,
      now,
      newToken,
    }
    const code = await runStoreVerb(storeVerbs, words, { ...context, print: (line) => said.push(line) })
    return { code, said }
  }
  return { world, run }
}

describe('the operator', () => {
  it('makes a key for another helpdesk that is shown once, lists it, and revokes it', async () => {
    const { world, run } = await operator()
    const made = await run(
      'api-token',
      'add',
      '--staff',
      'dewi@jogjaprov.go.id',
      '--scope',
      'cases:read,hooks',
      '--label',
      'Zammad',
    )
    expect(made.code).toBe(0)
    const [line = '', token = ''] = made.said
    expect((await world.ask(token, 'GET', '/cases')).status).toBe(200)
    expect((await world.ask(token, 'POST', '/cases/PANDU-2026-000001-X/note', { text: 'x' })).status).toBe(403)
    const listed = await run('api-token', 'list')
    expect(listed.said.join()).toContain('dewi@jogjaprov.go.id\tcases:read hooks\tdiy\tused')
    expect(listed.said.join()).not.toContain(token)
    const id = line.split('\t')[0] ?? ''
    expect((await run('api-token', 'revoke', id)).code).toBe(0)
    expect((await world.ask(token, 'GET', '/cases')).status).toBe(401)
    expect((await run('api-token', 'revoke', id)).code).toBe(1)
    expect((await run('api-token', 'list')).said.join()).toContain('revoked')
  })

  it('hears every fault of a key at once: a verifier gets none, nor does an unknown scope or an endless time', async () => {
    const { world, run } = await operator()
    const faults = await run('api-token', 'add', '--staff', staff.sari.email, '--scope', 'cases:all', '--days', '9999')
    expect([faults.code, faults.said.length]).toEqual([2, 3])
    expect((await run('api-token', 'add')).code).toBe(2)
    expect(await world.ports.api.apiTokens()).toEqual([])
  })

  it('registers a hook, reads its log and ends it', async () => {
    const { world, run } = await operator()
    const made = await run('hook', 'add', '--url', 'https://helpdesk.example/in', '--agency', 'diy', '--type', 'taken')
    expect(made.code).toBe(0)
    const [id = '', secret] = made.said
    expect(secret).toMatch(/^whsec_/)
    expect((await run('hook', 'list')).said).toEqual([
      `${id}\thttps://helpdesk.example/in\tdiy\ttaken\toperator\twebhook`,
    ])
    const about = { id: 'msg_1', hookId: id, number: 'PANDU-2026-000001-X', type: 'case.taken', body: '{}' }
    await world.ports.hooks.noteDelivery({ ...about, state: 'dead', attempts: 3, answer: '503', at: world.clock })
    expect((await run('hook', 'log', id)).said).toEqual([
      `msg_1\t${world.clock}\tdead\t503\t3 ×\tcase.taken\tPANDU-2026-000001-X`,
    ])
    expect((await run('hook', 'replay', 'msg_1')).code).toBe(0)
    expect(await world.ports.outbox.pending()).toMatchObject([{ lane: 'hooks', state: 'due', count: 1 }])
    expect((await run('hook', 'end', id)).code).toBe(0)
    expect((await run('hook', 'end', id)).code).toBe(1)
    expect((await run('hook', 'replay', 'msg_1')).code).toBe(1)
    expect((await run('hook', 'log', 'x')).code).toBe(1)
  })

  it('hears every fault of a hook at once', async () => {
    const { run } = await operator()
    const faults = await run('hook', 'add', '--url', 'http://10.0.0.1/', '--agency', 'nowhere', '--type', 'noted')
    expect([faults.code, faults.said.length]).toEqual([2, 3])
  })
})
