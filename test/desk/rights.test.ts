import { beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { eraseCase } from '../../core/handling/erase.ts'
import { askErasure } from '../../core/handling/erasure-request.ts'
import { makeCopyLink } from '../../core/handling/stored-data.ts'
import { requester, Story } from '../case/given.ts'
import { Browser, type DeskWorld, deskWorld, nip, number, rina, signedIn, staff } from './desk-fixture.ts'

const chat = requester.chat
const hours = (at: string, count: number) => new Date(Date.parse(at) + count * 3_600_000).toISOString()
let world: DeskWorld
let c: Case

beforeEach(async () => {
  world = await deskWorld()
  await world.ports.inbox.receive([{ key: 'hello', chat, address: 1, language: 'id', payload: {} }])
  c = await world.keep(new Story().submitted().when({ type: 'cancel' }))
})

describe('the copy of a chat’s data', () => {
  const link = async () => {
    const said = await makeCopyLink(world.ports, chat)
    return said.code === 'copy-link' ? said.token : ''
  }

  it('is not spent by looking at its link, and downloaded once by its button', async () => {
    const token = await link()
    const browser = new Browser(world)
    for (let looks = 0; looks < 3; looks += 1) await browser.get(`/desk/copy?t=${token}`)
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Unduh')
    expect(browser.page).not.toContain(nip)
    await browser.post('/desk/copy', { t: token })
    expect(browser.status).toBe(200)
    expect(browser.response.headers.get('Content-Disposition')).toContain('attachment')
    expect(browser.response.headers.get('Cache-Control')).toContain('no-store')
    const copy = JSON.parse(browser.page) as { cases: { number: string; answers: { nip: string } }[] }
    expect(copy.cases).toMatchObject([{ number, answers: { nip } }])
    expect(browser.page).not.toContain(rina.phone)
    await browser.post('/desk/copy', { t: token })
    expect(browser.status).toBe(410)
  })

  it('opens by no guess, no staff link, and not after a day', async () => {
    const browser = new Browser(world)
    await browser.get('/desk/copy?t=guess')
    expect(browser.status).toBe(410)
    await browser.post('/desk/copy', { t: '' })
    expect(browser.status).toBe(410)
    const token = await link()
    await browser.post('/desk/login', { t: token })
    expect(browser.status).toBe(410)
    world.clock = hours(world.clock, 24)
    await browser.post('/desk/copy', { t: token })
    expect(browser.status).toBe(410)
  })

  it('is not handed to a form of another site', async () => {
    const token = await link()
    const browser = new Browser(world)
    await browser.post('/desk/copy', { t: token }, { Origin: 'https://evil.test' })
    expect(browser.status).toBe(403)
    expect(await world.ports.rights.isCopyLinkGood(token, world.clock)).toBe(true)
  })
})

describe('requests to be erased at the desk', () => {
  const idOf = async () => (await world.ports.rights.openRequests())[0]?.id ?? ''

  it('agents see that one waits, what would go, and nothing personal', async () => {
    await askErasure(world.ports, chat)
    const dewi = await signedIn(world, 'dewi')
    await dewi.get('/desk')
    expect(dewi.text).toMatch(/Permintaan penghapusan data 1/)
    await dewi.get('/desk/rights')
    expect(dewi.text).toContain(number)
    expect(dewi.text).toContain('dihapus')
    expect(dewi.page).not.toContain(nip)
    expect(dewi.page).not.toContain('Rina')
  })

  it('an agent erases by a tick and a press, and the case says so from then on', async () => {
    await askErasure(world.ports, chat)
    const dewi = await signedIn(world, 'dewi')
    await dewi.get('/desk/rights')
    await dewi.post(`/desk/rights/${await idOf()}`, { decision: 'erased' })
    expect(dewi.status).toBe(409)
    expect(await world.ports.ledger.caseById(c.id)).toBeDefined()
    await dewi.post(`/desk/rights/${await idOf()}`, { decision: 'erased', sure: 'yes' })
    expect(dewi.text).toContain('Tidak ada permintaan')
    expect(await world.ports.ledger.caseById(c.id)).toBeUndefined()
    expect((await world.ports.rights.erased(number))?.erasure).toMatchObject({ by: { role: 'staff', id: 'dewi' } })
    await dewi.get(`/desk/cases/${number}`)
    expect(dewi.status).toBe(410)
    expect(dewi.text).toContain('sudah dihapus')
  })

  it('a refusal keeps everything and ends the request', async () => {
    await askErasure(world.ports, chat)
    const dewi = await signedIn(world, 'dewi')
    await dewi.get('/desk/rights')
    await dewi.post(`/desk/rights/${await idOf()}`, { decision: 'kept-by-law' })
    expect(dewi.status).toBe(200)
    expect(await world.ports.rights.openRequests()).toEqual([])
    expect(await world.ports.ledger.caseById(c.id)).toEqual(c)
  })

  it('is nobody else’s: not of strangers, verifiers, other agencies, nor twice', async () => {
    await askErasure(world.ports, chat)
    const path = `/desk/rights/${await idOf()}`
    const stranger = new Browser(world)
    await stranger.get('/desk/rights')
    expect(stranger.status).toBe(401)
    await stranger.post(path, { decision: 'erased', sure: 'yes' })
    expect(stranger.status).toBe(401)
    const sari = await signedIn(world, 'sari')
    await sari.get('/desk')
    expect(sari.text).not.toContain('Permintaan penghapusan')
    await sari.post(path, { decision: 'erased', sure: 'yes' })
    expect(sari.status).toBe(409)
    await world.ports.directory.saveStaff({ ...staff.dewi, agencies: ['bantul'] })
    const dewi = await signedIn(world, 'dewi')
    await dewi.get('/desk/rights')
    expect(dewi.text).not.toContain(number)
    await dewi.post(path, { decision: 'erased', sure: 'yes' })
    expect(dewi.status).toBe(409)
    expect(await world.ports.ledger.caseById(c.id)).toEqual(c)
    await world.ports.directory.saveStaff({ ...staff.dewi, agencies: ['bantul', 'diy'] })
    await dewi.post(path, { decision: 'kept-by-law' })
    await dewi.post(path, { decision: 'erased', sure: 'yes' })
    expect(dewi.status).toBe(409)
    expect(await world.ports.ledger.caseById(c.id)).toEqual(c)
  })
})

it('tells of an erased case only who could have seen it', async () => {
  await eraseCase(world.ports, c.id, { by: { role: 'operator' }, because: 'order', at: world.clock })
  const [sari, joko] = [await signedIn(world, 'sari'), await signedIn(world, 'joko')]
  await sari.get(`/desk/cases/${number}`)
  expect(sari.status).toBe(410)
  await joko.get(`/desk/cases/${number}`)
  expect(joko.status).toBe(404)
  await sari.post(`/desk/cases/${number}/claim`)
  expect(sari.status).toBe(410)
  for (const view of ['waiting', 'mine', 'all', 'ended']) {
    await sari.get(`/desk?view=${view}`)
    expect(sari.status).toBe(200)
    expect(sari.page).not.toContain(number)
  }
})
