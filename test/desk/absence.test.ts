import { describe, expect, it } from 'vitest'
import { Story } from '../case/given.ts'
import { deskWorld, number, signedIn, staff } from './desk-fixture.ts'

const days = { from: '2026-12-01', until: '2026-12-03' }

describe('"Saya cuti" at the desk', () => {
  it('takes days and a deputy, shows them, and ends by a press', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    await sari.get('/desk/absence')
    expect(sari.text).toContain('Budi')
    for (const nobody of ['Joko', 'Dewi']) expect(sari.text).not.toContain(nobody)
    await sari.post('/desk/absence', { ...days, deputy: 'budi' })
    expect(sari.text).toContain('Anda cuti Sel 1 Des 2026 sampai Kam 3 Des 2026; pengganti: Budi.')
    expect(await world.ports.directory.absencesFrom('2026-11-23')).toMatchObject([{ ...days, deputyId: 'budi' }])
    await sari.post('/desk/absence/end')
    expect(sari.text).toContain('Selamat bekerja kembali')
    expect(await world.ports.directory.absencesFrom('2026-11-23')).toEqual([])
    await sari.post('/desk/absence/end')
    expect(sari.text).toContain('Anda tidak sedang cuti')
  })

  it('says what is wrong, keeps what was typed, and takes nothing down', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    await sari.get('/desk/absence')
    expect((await sari.post('/desk/absence', { ...days, until: '2026-11-30', deputy: 'budi' })).status).toBe(422)
    expect(sari.text).toContain('Hari terakhir tidak boleh sebelum hari pertama')
    expect(sari.page).toContain('value="2026-11-30"')
    for (const deputy of ['joko', 'dewi', 'sari', 'nobody'])
      expect((await sari.post('/desk/absence', { ...days, deputy })).status).toBe(422)
    expect(await world.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })

  it('is no agent’s, no stranger’s and nobody’s who was removed between opening and pressing', async () => {
    const world = await deskWorld()
    const dewi = await signedIn(world, 'dewi')
    expect((await dewi.get('/desk/absence')).status).toBe(404)
    const sari = await signedIn(world, 'sari')
    await sari.get('/desk/absence')
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await sari.post('/desk/absence', days)).status).toBe(401)
    expect(await world.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })

  it('wants the secret of its session, like every form', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    await sari.get('/desk/absence')
    expect((await sari.post('/desk/absence', { ...days, csrf: 'x' })).status).toBe(403)
    expect(await world.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })

  it('reads in English too', async () => {
    const world = await deskWorld()
    const sari = await signedIn(world, 'sari')
    expect((await sari.get('/desk/absence?lang=en')).text).toContain('While you are away')
  })
})

describe('a case page that is open', () => {
  it('does nothing any more once its verifier was removed', async () => {
    const world = await deskWorld()
    const c = await world.keep(new Story().claimed())
    const sari = await signedIn(world, 'sari')
    await sari.get(`/desk/cases/${number}`)
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect((await sari.post(`/desk/cases/${number}/release`)).status).toBe(401)
    expect((await world.ports.ledger.caseById(c.id))?.status).toBe('in-review')
  })
})
