import { expect, it } from 'vitest'
import { dewi, Story, sari } from '../case/given.ts'
import { deskWorld, signedIn, staff } from './desk-fixture.ts'

const another = (n: number) => `PANDU-2026-${String(n).padStart(6, '0')}-Z`
const submitted = () => new Story('lost-authenticator').submitted()

it('gives the next case in the order of the list, and opens it', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  await world.keepAnother(submitted(), another(2))
  const browser = await signedIn(world, 'sari')
  await browser.get('/desk')
  expect(browser.text).toContain('Ambil berikutnya')
  await browser.post('/desk/next')
  expect(browser.text).toContain(another(1))
  expect(browser.text).toContain('SEDANG DITINJAU')
  expect(await world.ports.ledger.caseByNumber(another(1))).toMatchObject({ verifier: { id: 'sari' } })
})

it('gives two people who ask in the same moment two cases', async () => {
  const world = await deskWorld()
  for (let n = 1; n <= 3; n += 1) await world.keepAnother(submitted(), another(n))
  const [first, second] = [await signedIn(world, 'sari'), await signedIn(world, 'budi')]
  await Promise.all([first.get('/desk'), second.get('/desk')])
  await Promise.all([first.post('/desk/next'), second.post('/desk/next')])
  const cases = await Promise.all([1, 2, 3].map((n) => world.ports.ledger.caseByNumber(another(n))))
  expect(cases.map((c) => c?.verifier?.id ?? null).toSorted()).toEqual(['budi', 'sari', null].toSorted())
  expect(cases[2]?.status).toBe('submitted')
})

it('gives an agent what nobody took', async () => {
  const world = await deskWorld()
  await world.keepAnother(new Story().sent().when({ type: 'take' }, dewi), another(1))
  await world.keepAnother(new Story().sent(), another(2))
  const browser = await signedIn(world, 'dewi')
  await browser.get('/desk')
  await browser.post('/desk/next')
  expect(await world.ports.ledger.caseByNumber(another(2))).toMatchObject({ agent: { id: 'dewi' } })
})

it('says so when nothing waits, and takes nothing from a colleague', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted().when({ type: 'claim' }, sari), another(1))
  const browser = await signedIn(world, 'budi')
  await browser.get('/desk')
  await browser.post('/desk/next')
  expect(browser.text).toContain('Tidak ada yang menunggu Anda sekarang')
  expect(await world.ports.ledger.caseByNumber(another(1))).toMatchObject({ verifier: { id: 'sari' } })
})

it('gives nothing to whoever is not signed in, nor to a form from elsewhere', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  const browser = await signedIn(world, 'sari')
  await browser.get('/desk')
  await browser.post('/desk/next', { csrf: 'forged' })
  expect(browser.status).toBe(403)
  expect((await world.ports.ledger.caseByNumber(another(1)))?.status).toBe('submitted')
})

it('gives what somebody knows best first, also from behind a crowd', async () => {
  const world = await deskWorld()
  for (let n = 1; n <= 60; n += 1) await world.keepAnother(submitted(), another(n))
  await world.keepAnother(new Story().submitted(), another(61))
  await world.ports.directory.saveStaff({ ...staff.sari, skills: ['reactivation'] })
  const browser = await signedIn(world, 'sari')
  await browser.get('/desk')
  await browser.post('/desk/next')
  expect(await world.ports.ledger.caseByNumber(another(61))).toMatchObject({ verifier: { id: 'sari' } })
  await browser.get('/desk')
  await browser.post('/desk/next')
  expect(await world.ports.ledger.caseByNumber(another(1))).toMatchObject({ verifier: { id: 'sari' } })
})

it('leaves to a colleague on duty what they know best, unless nothing else waits or they are away', async () => {
  const world = await deskWorld()
  for (const [n, story] of [submitted(), new Story().submitted(), submitted()].entries())
    await world.keepAnother(story, another(n + 1))
  await world.ports.directory.saveStaff({ ...staff.sari, skills: ['lost-authenticator'] })
  const browser = await signedIn(world, 'budi')
  const taken = async () => {
    await browser.get('/desk')
    await browser.post('/desk/next')
    const cases = await Promise.all([1, 2, 3].map((n) => world.ports.ledger.caseByNumber(another(n))))
    return cases.flatMap((c, n) => (c?.verifier?.id === 'budi' ? [n + 1] : []))
  }
  expect(await taken()).toEqual([2])
  expect(await taken()).toEqual([1, 2])
  const absence = { id: 'a', staffId: 'sari', from: '2026-11-01', until: '2026-12-31', deputyId: null, endedAt: null }
  await world.ports.directory.saveAbsence(absence)
  await world.keepAnother(new Story().submitted(), another(4))
  expect(await taken()).toEqual([1, 2, 3])
})
