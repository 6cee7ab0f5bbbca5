import { describe, expect, it } from 'vitest'
import { Browser, type DeskWorld, deskWorld, number, signedIn, staff } from './desk-fixture.ts'

const path = '/desk/hooks'

async function told(): Promise<DeskWorld> {
  const world = await deskWorld()
  const about = { types: [], staffId: null, secret: 'whsec_a2VuYXJp', since: world.clock, endedAt: null }
  await world.ports.hooks.saveHook({ ...about, id: 'ours', agencies: ['diy'], url: 'https://helpdesk.example/kenari' })
  await world.ports.hooks.saveHook({
    ...about,
    id: 'theirs',
    agencies: ['diy', 'bantul'],
    url: 'https://other.example/',
  })
  const its = { number, type: 'case.taken', body: '{}', attempts: 3, at: world.clock }
  await world.ports.hooks.noteDelivery({ ...its, id: 'msg_1', hookId: 'ours', state: 'dead', answer: 'a-day-is-over' })
  await world.ports.hooks.noteDelivery({ ...its, id: 'msg_2', hookId: 'theirs', state: 'sent', answer: '204' })
  return world
}
const owed = async ({ ports }: DeskWorld) => (await ports.outbox.pending()).filter(({ lane }) => lane === 'hooks')

describe('what other helpdesks are told', () => {
  it('is shown to an agent of all their agencies, without the secret parts of an address', async () => {
    const dewi = await signedIn(await told(), 'dewi')
    await dewi.get(path)
    expect(dewi.status).toBe(200)
    expect(dewi.text).toContain('helpdesk.example')
    expect(dewi.text).toMatch(/Mengambil pengajuan\s+PANDU-2026-000001-X/)
    expect(dewi.text).toContain('Tidak sampai · sehari penuh tidak berhasil · 3 percobaan')
    expect(dewi.page).not.toContain('kenari')
    expect(dewi.page).not.toContain('other.example')
    await dewi.get(`${path}?lang=en`)
    expect(dewi.text).toContain('Never arrived · failed for a whole day · 3 tries')
  })

  it('is sent again by a press, and nothing of another agency is', async () => {
    const world = await told()
    const dewi = await signedIn(world, 'dewi')
    await dewi.get(path)
    await dewi.post(`${path}/replay`, { id: 'msg_1' })
    expect(dewi.text).toContain('Sedang dikirim ulang.')
    expect(await owed(world)).toMatchObject([{ state: 'due', count: 1 }])
    for (const id of ['msg_2', 'msg_9', '']) {
      await dewi.get(path)
      await dewi.post(`${path}/replay`, { id })
      expect(dewi.text, id).toContain('tidak ada lagi')
    }
    expect(await owed(world)).toMatchObject([{ count: 1 }])
  })

  it('is nobody else\u2019s to see, and asks for nothing but a moment', async () => {
    const world = await told()
    expect((await (await signedIn(world, 'sari')).get(path)).status).toBe(404)
    expect((await new Browser(world).get(path)).status).toBe(401)
    const dewi = await signedIn(world, 'dewi')
    for (const before of ["'; DROP", '2026', '9999-99-99T99:99:99.999Z']) {
      expect((await dewi.get(`${path}?before=${encodeURIComponent(before)}`)).status).toBe(200)
      expect(dewi.text).toContain('Tidak sampai')
    }
    await dewi.get(`${path}?before=2020-01-01T00:00:00.000Z`)
    expect(dewi.text).toContain('Belum ada kiriman')
    await world.ports.directory.saveStaff({ ...staff.dewi, agencies: [] })
    expect((await dewi.get(path)).status).toBe(401)
  })
})
